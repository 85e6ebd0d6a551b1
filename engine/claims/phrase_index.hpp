// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/token.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace engine {

/// A phrase found in tokens [first, last).
struct PhraseMatch {
    std::size_t first = 0;
    std::size_t last = 0;
    std::uint32_t payload = 0;
};

/// Many phrases, searched for at once. A word of a phrase that ends in "*" stands for every word
/// that begins so. Between two words of a phrase the text may have a full stop ("sq. km"), a
/// hyphen ("square-kilometre") or a line break. A text is searched in time linear in its tokens.
class PhraseIndex {
  public:
    void add(std::string_view phrase, std::uint32_t payload);

    /// All matches, ordered by first token, then longest first.
    std::vector<PhraseMatch> find_all(const Tokens& tokens) const;

    /// The matches that begin at token i, longest first.
    std::vector<PhraseMatch> find_at(const Tokens& tokens, std::size_t i) const;

  private:
    struct Node { ///< of the letter trie; children are a linked list of siblings
        std::int32_t child = -1;
        std::int32_t sibling = -1;
        std::int32_t whole = -1;  ///< id of the word that ends here
        std::int32_t prefix = -1; ///< id of the "word*" that ends here
        char letter = 0;
    };
    using WordIds = std::vector<std::uint32_t>;
    struct LookedUp { ///< the word patterns that tokens base, base + 1, … fit
        std::size_t base = 0;
        std::vector<std::size_t> starts; ///< into ids, one more than there are tokens
        WordIds ids;
    };
    LookedUp look_up_range(const Tokens& tokens, std::size_t from, std::size_t to) const;

    std::int32_t child_of(std::int32_t node, char letter) const;
    std::uint32_t word_id(std::string_view word, bool prefix);
    void look_up(std::string_view word, WordIds& ids) const;
    bool begins_phrase(std::string_view word) const;
    void extend(const Tokens& tokens, const LookedUp& words, std::size_t first, std::size_t at,
                std::uint32_t state, std::vector<PhraseMatch>& out) const;

    std::vector<Node> nodes_{Node{}};
    std::vector<std::int32_t> first_ = std::vector<std::int32_t>(256, -1); ///< the root's children
    std::uint32_t word_count_ = 0;
    std::unordered_map<std::uint64_t, std::uint32_t> next_; ///< (state, word) → state
    std::vector<std::vector<std::uint32_t>> payloads_{{}};  ///< by state; state 0 is the start
};

} // namespace engine
