// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/io/utf8.hpp"

#include <string>
#include <string_view>

namespace engine {

using shapes::io::decode_utf8;
using shapes::io::Utf8Char;

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
