// SPDX-License-Identifier: MIT
#include "tools/report/text.hpp"

#include "shapes/io/unsafe_text.hpp"
#include "shapes/io/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace report {
namespace {

using shapes::io::decode_utf8;
using shapes::io::Utf8Char;

constexpr char32_t kReplacement = 0xFFFD;

struct Range {
    char32_t first;
    char32_t last;
};

template<std::size_t N>
bool within(char32_t code, const std::array<Range, N>& ranges) {
    return std::any_of(ranges.begin(), ranges.end(),
                       [&](Range r) { return code >= r.first && code <= r.last; });
}

// Become a space: they would move the cursor.
bool is_control(char32_t code) {
    return code < 0x20 || (code >= 0x7F && code <= 0x9F) || code == 0x2028 || code == 0x2029;
}

// Vanish: invisible, and able to reorder or hide what a reader sees.
bool is_invisible_format(char32_t code) {
    return !is_control(code) && shapes::io::is_unsafe(code);
}

std::size_t width_of(char32_t code) {
    constexpr std::array<Range, 5> kNone{
        {{0x0300, 0x036F}, {0x0483, 0x0489}, {0x1AB0, 0x1AFF}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}}};
    constexpr std::array<Range, 9> kTwo{{{0x1100, 0x115F},
                                         {0x2E80, 0x303E},
                                         {0x3041, 0xA4CF},
                                         {0xAC00, 0xD7A3},
                                         {0xF900, 0xFAFF},
                                         {0xFE30, 0xFE6F},
                                         {0xFF00, 0xFF60},
                                         {0x1F300, 0x1FAFF},
                                         {0x20000, 0x3FFFD}}};
    if (is_control(code) || is_invisible_format(code) || within(code, kNone)) {
        return 0;
    }
    return within(code, kTwo) ? 2 : 1;
}

// Byte offsets of the code points of `text`, and its end.
std::vector<std::size_t> boundaries(std::string_view text) {
    std::vector<std::size_t> at;
    for (std::size_t i = 0; i < text.size(); i += decode_utf8(text, i).bytes) {
        at.push_back(i);
    }
    at.push_back(text.size());
    return at;
}

} // namespace

std::string clean(std::string_view untrusted) {
    std::string result;
    result.reserve(untrusted.size());
    for (std::size_t i = 0; i < untrusted.size();) {
        const Utf8Char d = decode_utf8(untrusted, i);
        if (is_control(d.code)) {
            result += ' ';
        } else if (d.code == kReplacement && d.bytes == 1) {
            result += "\xEF\xBF\xBD";
        } else if (!is_invisible_format(d.code)) {
            result += untrusted.substr(i, d.bytes);
        }
        i += d.bytes;
    }
    return result;
}

std::size_t display_width(std::string_view utf8) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < utf8.size();) {
        const Utf8Char d = decode_utf8(utf8, i);
        width += width_of(d.code);
        i += d.bytes;
    }
    return width;
}

std::string shorten_end(std::string_view utf8, std::size_t width) {
    if (display_width(utf8) <= width) {
        return std::string(utf8);
    }
    if (width == 0) {
        return {};
    }
    std::size_t end = 0;
    for (const std::size_t at : boundaries(utf8)) {
        if (display_width(utf8.substr(0, at)) > width - 1) {
            break;
        }
        end = at;
    }
    return std::string(utf8.substr(0, end)) + "…";
}

std::string shorten_start(std::string_view utf8, std::size_t width) {
    if (display_width(utf8) <= width) {
        return std::string(utf8);
    }
    if (width == 0) {
        return {};
    }
    for (const std::size_t at : boundaries(utf8)) {
        if (display_width(utf8.substr(at)) <= width - 1) {
            return "…" + std::string(utf8.substr(at));
        }
    }
    return "…";
}

std::string wrap(std::string_view utf8, std::size_t width, std::size_t indent) {
    std::string result;
    std::size_t used = 0;
    bool at_start = true;
    while (!utf8.empty()) {
        const std::size_t space = std::min(utf8.find(' '), utf8.size());
        const std::string_view word = utf8.substr(0, space);
        utf8.remove_prefix(std::min(space + 1, utf8.size()));
        if (word.empty()) {
            continue;
        }
        const std::size_t columns = display_width(word);
        if (!at_start && used + 1 + columns > width) {
            result += '\n' + std::string(indent, ' ');
            used = indent;
            at_start = true;
        }
        result += at_start ? "" : " ";
        result += word;
        used += columns + (at_start ? 0 : 1);
        at_start = false;
    }
    return result;
}

} // namespace report
