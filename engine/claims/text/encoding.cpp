// SPDX-License-Identifier: MIT
#include "engine/claims/text/encoding.hpp"

#include "engine/claims/text/code_page.hpp"
#include "engine/claims/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace engine {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

unsigned char byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

struct Utf8Count {
    std::size_t beyond_ascii = 0; ///< valid characters
    std::size_t faults = 0;
};

Utf8Count count_utf8(std::string_view bytes) {
    Utf8Count out;
    for (std::size_t at = 0; at < bytes.size();) {
        if (byte_at(bytes, at) < 0x80) {
            ++at;
            continue;
        }
        const Utf8Char c = decode_utf8(bytes, at);
        ++(c.code == kReplacement && c.bytes == 1 ? out.faults : out.beyond_ascii);
        at += c.bytes;
    }
    return out;
}

/// What a text is made of: white space, ASCII that can be seen, letters, punctuation and signs.
bool makes_sense(char32_t code) {
    const bool blank = code == '\t' || code == '\n' || code == '\r';
    const bool ascii = code >= 0x20 && code < 0x7F;
    const bool latin_sign = code >= 0xA0 && code <= 0xBF;
    const bool punctuation = code >= 0x2000 && code <= 0x22FF;
    return blank || ascii || latin_sign || punctuation || is_letter(code);
}

struct Utf16Text {
    std::string utf8;
    std::size_t characters = 0;
    std::size_t sensible = 0;
    std::size_t damaged = 0;

    bool is_text() const {
        constexpr double kMost = 0.9; // of its characters
        return characters > 0 &&
               static_cast<double>(sensible) >= kMost * static_cast<double>(characters);
    }
};

Utf16Text read_utf16(std::string_view bytes, bool little) {
    const std::size_t units = bytes.size() / 2;
    const auto unit = [&](std::size_t i) {
        const unsigned first = byte_at(bytes, 2 * i);
        const unsigned second = byte_at(bytes, 2 * i + 1);
        return static_cast<char32_t>(little ? first | (second << 8U) : (first << 8U) | second);
    };
    const auto in = [](char32_t code, char32_t low) { return code >= low && code < low + 0x400; };
    Utf16Text out;
    out.utf8.reserve(bytes.size());
    for (std::size_t i = 0; i < units; ++i) {
        char32_t code = unit(i);
        if (in(code, 0xD800) && i + 1 < units && in(unit(i + 1), 0xDC00)) {
            code = 0x10000 + ((code - 0xD800) << 10U) + (unit(++i) - 0xDC00);
        } else if (in(code, 0xD800) || in(code, 0xDC00)) {
            code = kReplacement;
            ++out.damaged;
        }
        ++out.characters;
        out.sensible += makes_sense(code) ? 1U : 0U;
        append_utf8(out.utf8, code);
    }
    out.damaged += bytes.size() % 2;
    return out;
}

DecodedText decoded(Utf16Text text, bool little, bool marked) {
    return {std::move(text.utf8), little ? Encoding::kUtf16Little : Encoding::kUtf16Big, marked,
            text.damaged};
}

/// Spaces and digits of UTF-16 have a zero byte each; a text in any other encoding has none.
bool has_zeros(std::string_view bytes) {
    constexpr std::size_t kFew = 50; // one in so many bytes
    const auto zeros = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
    return zeros * kFew > bytes.size();
}

DecodedText unmarked_utf16(std::string_view bytes) {
    Utf16Text little = read_utf16(bytes, true);
    Utf16Text big = read_utf16(bytes, false);
    if (little.is_text() == big.is_text()) {
        return {"", Encoding::kUnknown, false, 0};
    }
    const bool is_little = little.is_text();
    return decoded(std::move(is_little ? little : big), is_little, false);
}

/// Bytes 0x80 to 0x9F; those that Windows-1252 leaves out are U+FFFD.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

DecodedText alphabet(std::string_view bytes) {
    const CodePage page = code_page_of(bytes);
    if (page == CodePage::kNone) {
        return {"", Encoding::kUnknown, false, 0};
    }
    const bool greek = page == CodePage::kWindows1253;
    return {decode_code_page(bytes, page), greek ? Encoding::kWindows1253 : Encoding::kWindows1251,
            false, 0};
}

/// A text in Latin letters has few beyond ASCII; one in Cyrillic or Greek has little else.
DecodedText single_bytes(std::string_view bytes) {
    std::size_t ascii = 0;
    std::size_t beyond = 0;
    std::size_t damaged = 0;
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        const bool mapped = code >= 0x80 && code < 0xA0;
        const char32_t character = mapped ? kWindows1252[code - 0x80U] : char32_t{code};
        ascii += code < 0x80 && is_letter(code) ? 1U : 0U;
        beyond += code >= 0xC0 ? 1U : 0U;
        damaged += character == kReplacement ? 1U : 0U;
        append_utf8(out, character);
    }
    if (beyond >= ascii) {
        return alphabet(bytes);
    }
    return damaged == 0 ? DecodedText{std::move(out), Encoding::kWindows1252, false, 0}
                        : DecodedText{"", Encoding::kUnknown, false, 0};
}

} // namespace

const char* name(Encoding encoding) {
    switch (encoding) {
    case Encoding::kUtf8:
        return "UTF-8";
    case Encoding::kUtf16Little:
        return "UTF-16 (little-endian)";
    case Encoding::kUtf16Big:
        return "UTF-16 (big-endian)";
    case Encoding::kWindows1252:
        return "Windows-1252 (Latin-1)";
    case Encoding::kWindows1251:
        return "Windows-1251 (Cyrillic)";
    case Encoding::kWindows1253:
        return "Windows-1253 (Greek)";
    case Encoding::kUnknown:
        break;
    }
    return "unknown";
}

DecodedText decode_text(std::string bytes) {
    using namespace std::string_view_literals;
    const std::string_view view = bytes;
    if (view.starts_with("\xFF\xFE\0\0"sv) || view.starts_with("\0\0\xFE\xFF"sv)) {
        return {"", Encoding::kUnknown, true, 0}; // UTF-32
    }
    if (view.starts_with("\xFF\xFE"sv) || view.starts_with("\xFE\xFF"sv)) {
        const bool little = byte_at(view, 0) == 0xFF;
        return decoded(read_utf16(view.substr(2), little), little, true);
    }
    const bool marked = view.starts_with("\xEF\xBB\xBF"sv);
    if (!marked && has_zeros(view)) {
        return unmarked_utf16(view);
    }
    const Utf8Count count = count_utf8(view);
    if (marked || count.faults == 0 || count.beyond_ascii > count.faults) {
        return {std::move(bytes), Encoding::kUtf8, marked, count.faults};
    }
    // "вії" in Windows-1251 happens to be valid UTF-8; little else is.
    constexpr std::size_t kRare = 20;
    if (count.beyond_ascii * kRare < count.faults) {
        return count.beyond_ascii == 0 ? single_bytes(view) : alphabet(view);
    }
    return {"", Encoding::kUnknown, false, 0};
}

} // namespace engine
