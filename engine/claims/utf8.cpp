// SPDX-License-Identifier: MIT
#include "engine/claims/utf8.hpp"

namespace engine {
namespace {

bool within(char32_t code, char32_t low, char32_t high) {
    return code >= low && code <= high;
}

/// Capitals with an accent stand apart from the others; the sigma that ends a word is a sigma.
char32_t fold_greek(char32_t code) {
    if (within(code, 0x391, 0x3AB)) {
        return code + 32;
    }
    if (within(code, 0x388, 0x38A)) {
        return code + 37; // Έ Ή Ί
    }
    switch (code) {
    case 0x386:
        return 0x3AC; // Ά
    case 0x38C:
        return 0x3CC; // Ό
    case 0x38E:
    case 0x38F:
        return code + 63; // Ύ Ώ
    case 0x3C2:
        return 0x3C3; // ς
    default:
        return code;
    }
}

} // namespace

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
    constexpr char32_t kYo = 0x451;
    constexpr char32_t kFinalSigma = 0x3C2;
    return fold(code) != code && code != kYo && code != kFinalSigma;
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
    if (within(code, 0x386, 0x3C2)) {
        return fold_greek(code);
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
