// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/text/token.hpp"
#include "engine/claims/words/flat_map.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
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

  private:
    struct Node {                 ///< of the letter trie
        std::int32_t whole = -1;  ///< id of the word that ends here
        std::int32_t prefix = -1; ///< id of the "word*" that ends here
    };
    using WordIds = std::vector<std::uint32_t>;
    struct LookedUp {                    ///< the word patterns that each token fits
        std::vector<std::size_t> starts; ///< into ids, one more than there are tokens
        WordIds ids;
    };
    LookedUp look_up_all(const Tokens& tokens) const;
    std::uint32_t word_id(std::string_view word, bool prefix);
    void look_up(std::string_view word, WordIds& ids) const;
    void extend(const Tokens& tokens, const LookedUp& words, std::size_t first, std::size_t at,
                std::uint32_t state, std::vector<PhraseMatch>& out) const;

    std::uint32_t child(std::uint32_t node, std::string_view word, std::size_t depth) const;

    std::vector<Node> nodes_{Node{}};
    FlatMap edges_; ///< (node, letter) → node, from the third letter on
    /// The nodes behind the first letter and behind the first two; 0 where there is none. Most
    /// words of a text are in no phrase and end here.
    std::vector<std::uint32_t> first_ = std::vector<std::uint32_t>(1U << 8U);
    std::vector<std::uint32_t> second_ = std::vector<std::uint32_t>(1U << 16U);
    std::uint32_t word_count_ = 0;
    FlatMap next_;                                         ///< (state, word) → state
    std::vector<std::vector<std::uint32_t>> payloads_{{}}; ///< by state; state 0 is the start
};

} // namespace engine
