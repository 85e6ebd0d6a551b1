// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/text/token.hpp"

#include <cstddef>
#include <optional>
#include <string>
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

  private:
    /// By the hash of the last word: the words of each phrase, the longest first.
    std::unordered_map<std::size_t, std::vector<std::vector<std::string>>> by_last_word_;
};

} // namespace engine
