// SPDX-License-Identifier: MIT
#include "engine/claims/utf8.hpp"

namespace engine {
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

bool within(char32_t code, char32_t low, char32_t high) {
    return code >= low && code <= high;
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

void append_utf8(std::string& out, char32_t code) {
    const auto put = [&](char32_t value) { out.push_back(static_cast<char>(value)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0U | (code >> 6U));
        put(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        put(0xE0U | (code >> 12U));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    } else {
        put(0xF0U | (code >> 18U));
        put(0x80U | ((code >> 12U) & 0x3FU));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    }
}

bool is_letter(char32_t code) {
    if (code < 0x80) {
        return within(code, 'a', 'z') || within(code, 'A', 'Z');
    }
    const bool superscript = code == 0xB2 || code == 0xB3;
    const bool latin = within(code, 0xC0, 0x24F) && code != 0xD7 && code != 0xF7;
    const bool combining = within(code, 0x300, 0x36F);
    const bool greek = within(code, 0x370, 0x3FF);
    const bool cyrillic = within(code, 0x400, 0x52F);
    const bool square_units = within(code, 0x3380, 0x33DF); // U+33A2 "㎢" among them
    return superscript || latin || combining || greek || cyrillic || square_units || code == 0xAA ||
           code == 0xBA || code == 0xB5;
}

bool is_capital(char32_t code) {
    return fold(code) != code && code != 0x451;
}

char32_t fold(char32_t code) {
    if (code < 0x80) {
        return within(code, 'A', 'Z') ? code + 32 : code;
    }
    if (within(code, 0xC0, 0xDE) && code != 0xD7) {
        return code + 32;
    }
    if (within(code, 0x100, 0x137) || within(code, 0x14A, 0x177)) {
        return code | 1U; // pairs begin with an even capital
    }
    if (within(code, 0x139, 0x148) || within(code, 0x179, 0x17E)) {
        return (code & 1U) != 0 ? code + 1 : code; // pairs begin with an odd capital
    }
    if (code == 0x178) {
        return 0xFF;
    }
    if (within(code, 0x391, 0x3A9)) {
        return code + 32;
    }
    if (within(code, 0x410, 0x42F)) {
        return code + 32;
    }
    if (code == 0x401 || code == 0x451) {
        return 0x435; // ё
    }
    if (within(code, 0x400, 0x40F)) {
        return code + 80;
    }
    if (within(code, 0x460, 0x52F) && (code < 0x482 || code > 0x489)) {
        return code | 1U; // Ukrainian ґ among them
    }
    return code;
}

std::string fold_text(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Char c = decode_utf8(text, at);
        append_utf8(out, fold(c.code));
        at += c.bytes;
    }
    return out;
}

} // namespace engine
