// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace shapes::io {

/// One character of a text and how many bytes it took (at least 1).
struct Utf8Char {
    char32_t code = 0; ///< U+FFFD for a byte that begins no valid sequence (RFC 3629)
    std::size_t bytes = 1;
};

/// The character at `at`, which must be < text.size(). Overlong forms, surrogates and truncated
/// sequences are one U+FFFD of one byte each, so that every offset stays one of the input's.
Utf8Char decode_utf8(std::string_view text, std::size_t at);

/// Bytes of the UTF-8 character at the front (RFC 3629 §4), 0 where there is none; 1 of an empty
/// text.
std::size_t utf8_length(std::string_view text);

} // namespace shapes::io
