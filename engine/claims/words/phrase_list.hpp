// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/text/token.hpp"

#include <bitset>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace engine {

/// Phrases that one list of a lexicon has ("did not", "wants to"), found by their last word. Words
/// in lower case, parted by spaces, as tokenize() cuts them.
class PhraseList {
  public:
    void add(const std::string& folded_phrase);

    /// Where the longest of them begins that ends at token `last` (one past).
    std::optional<std::size_t> ending_at(const Tokens& tokens, std::size_t last) const;

    /// Whether tokens [first, last) are one of them.
    bool is(const Tokens& tokens, std::size_t first, std::size_t last) const;

    /// Whether one of them may begin with this word: most words are told off without being hashed.
    bool may_begin(std::string_view word) const { return begins_[sketch(word)]; }
    /// The words of the longest of them; 0 where there is none.
    std::size_t longest() const { return longest_; }

  private:
    static constexpr std::size_t kSketches = 512;
    /// A word's length, its first and its last byte, thrown together.
    static std::size_t sketch(std::string_view word) {
        const auto byte = [](char c) {
            return static_cast<std::size_t>(static_cast<unsigned char>(c));
        };
        return word.empty()
                   ? 0
                   : (word.size() * 37 ^ byte(word.front()) * 101 ^ byte(word.back()) * 17) %
                         kSketches;
    }

    std::bitset<kSketches> begins_; ///< of first words
    std::bitset<kSketches> ends_;   ///< of last words
    std::size_t longest_ = 0;
    /// By the hash of the last word: the words of each phrase, the longest first.
    std::unordered_map<std::size_t, std::vector<std::vector<std::string>>> by_last_word_;
};

} // namespace engine
