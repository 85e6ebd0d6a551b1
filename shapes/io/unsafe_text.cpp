// SPDX-License-Identifier: MIT
#include "shapes/io/unsafe_text.hpp"

#include "shapes/io/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

namespace shapes::io {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};
constexpr std::array<Range, 9> kUnsafe{{{0x00, 0x1F},
                                        {0x7F, 0x9F},
                                        {0x061C, 0x061C},
                                        {0x200B, 0x200F},
                                        {0x2028, 0x202E},
                                        {0x2060, 0x206F},
                                        {0xFEFF, 0xFEFF},
                                        {0xFFF9, 0xFFFB},
                                        {0xE0000, 0xE007F}}};

void append_escape(std::string& out, char32_t code) {
    constexpr char32_t kPlane = 0x10000;
    if (code >= kPlane) { // a pair of surrogates (RFC 8259 §7)
        append_escape(out, 0xD800 + ((code - kPlane) >> 10U));
        append_escape(out, 0xDC00 + ((code - kPlane) & 0x3FFU));
        return;
    }
    std::array<char, 8> escape{};
    std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(code));
    out += escape.data();
}

void append_toml_escape(std::string& out, char32_t code) {
    std::array<char, 12> escape{};
    std::snprintf(escape.data(), escape.size(), "\\U%08x", static_cast<unsigned>(code));
    out += escape.data();
}

template<class Append>
std::string escaped(std::string text, Append append) {
    std::string out;
    std::size_t copied = 0; // most texts need nothing, and are given back as they came
    for (std::size_t i = 0; i < text.size();) {
        constexpr char kDelete = 0x7F;
        if (text[i] >= 0 && text[i] < kDelete) { // line feeds and tabs stand between the values
            ++i;
            continue;
        }
        const auto [code, length] = decode_utf8(text, i);
        if (is_unsafe(code)) {
            out.append(text, copied, i - copied);
            append(out, code);
            copied = i + length;
        }
        i += length;
    }
    if (copied == 0) {
        return text;
    }
    return out.append(text, copied);
}

} // namespace

bool is_unsafe(char32_t code) {
    return std::ranges::any_of(kUnsafe, [&](Range r) { return code >= r.first && code <= r.last; });
}

std::string escape_unsafe(std::string json) {
    return escaped(std::move(json), append_escape);
}

std::string escape_unsafe_toml(std::string toml) {
    return escaped(std::move(toml), append_toml_escape);
}

} // namespace shapes::io
