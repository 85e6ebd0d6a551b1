// SPDX-License-Identifier: MIT
#include "shapes/io/utf8.hpp"

namespace shapes::io {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

unsigned char byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

/// Length of the sequence a lead byte announces, 0 for a byte that can lead none.
std::size_t announced_length(unsigned char lead) {
    if (lead >= 0xC2 && lead <= 0xDF) {
        return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        return 3;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        return 4;
    }
    return 0;
}

bool is_allowed(char32_t code, std::size_t length) {
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    return code >= least[length] && code <= 0x10FFFF && !surrogate;
}

} // namespace

Utf8Char decode_utf8(std::string_view text, std::size_t at) {
    const unsigned char lead = byte_at(text, at);
    if (lead < 0x80) {
        return {lead, 1};
    }
    const std::size_t length = announced_length(lead);
    if (length == 0 || at + length > text.size()) {
        return {kReplacement, 1};
    }
    char32_t code = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        const unsigned char next = byte_at(text, at + i);
        if ((next & 0xC0U) != 0x80U) {
            return {kReplacement, 1};
        }
        code = (code << 6U) | (next & 0x3FU);
    }
    return is_allowed(code, length) ? Utf8Char{code, length} : Utf8Char{kReplacement, 1};
}

std::size_t utf8_length(std::string_view text) {
    if (text.empty()) {
        return 1;
    }
    const Utf8Char first = decode_utf8(text, 0);
    const bool is_invalid = first.code == kReplacement && first.bytes == 1;
    return is_invalid ? 0 : first.bytes;
}

} // namespace shapes::io
