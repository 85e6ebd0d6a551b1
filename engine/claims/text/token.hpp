// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

enum class TokenKind : unsigned char {
    kWord,   ///< letters, digits after letters ("km2"), superscripts
    kDigits, ///< 0-9 only
    kMark,   ///< one character of anything else
};

struct Token {
    std::size_t begin = 0; ///< bytes in the text
    std::size_t end = 0;
    std::size_t folded_begin = 0; ///< bytes in Tokens::folded
    std::size_t folded_end = 0;
    TokenKind kind = TokenKind::kMark;
    bool space_before = false;
    bool newline_before = false;
    bool capital = false;  ///< begins with a capital letter
    bool initials = false; ///< and goes on with one: "NATO", "ΕΚΠΑ"
};

/// Whether a word is an initial: one capital letter of any alphabet we read, "J".
inline bool is_one_capital(const Token& token) {
    constexpr std::size_t kOneLetter = 2; // bytes, at most
    return token.kind == TokenKind::kWord && token.capital && !token.initials &&
           token.end - token.begin <= kOneLetter;
}

/// A piece of text cut into words, digits and marks. White space of every kind is dropped and only
/// remembered; the same cutting is used for the texts and for the phrases of the lexicons.
struct Tokens {
    std::vector<Token> list;
    std::string folded;

    std::string_view word(std::size_t i) const {
        const Token& token = list[i];
        return std::string_view(folded).substr(token.folded_begin,
                                               token.folded_end - token.folded_begin);
    }
    bool is(std::size_t i, std::string_view word_wanted) const {
        return i < list.size() && word(i) == word_wanted;
    }
};

/// Cuts text; `base` is added to every offset. Linear in the text.
Tokens tokenize(std::string_view text, std::size_t base = 0);

} // namespace engine
