// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace engine {

/// One character of a text and how many bytes it took (at least 1).
struct Utf8Char {
    char32_t code = 0; ///< U+FFFD for a byte that begins no valid sequence (RFC 3629)
    std::size_t bytes = 1;
};

/// The character at `at`, which must be < text.size(). Overlong forms, surrogates and truncated
/// sequences are one U+FFFD of one byte each, so that every offset stays one of the input's.
Utf8Char decode_utf8(std::string_view text, std::size_t at);

void append_utf8(std::string& out, char32_t code);

/// Letters of the scripts our lexicons use (Latin, Greek, Cyrillic) and the superscripts of units.
bool is_letter(char32_t code);
bool is_capital(char32_t code);

/// Lower case for comparing: simple case folding of Latin, Greek and Cyrillic, with the Cyrillic
/// "ё" as "е", which print uses for it.
char32_t fold(char32_t code);

/// A whole text folded; bytes that are not UTF-8 become U+FFFD.
std::string fold_text(std::string_view text);

} // namespace engine
