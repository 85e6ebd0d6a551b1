// SPDX-License-Identifier: MIT
#include "engine/claims/text/code_page.hpp"

#include "engine/claims/utf8.hpp"

#include <array>
#include <cstddef>

namespace engine {
namespace {

constexpr char32_t kNothing = 0xFFFD;

/// Bytes 0x80 to 0xBF; the others of Windows-1251 are А to я in order.
constexpr std::array<char32_t, 64> kCyrillicSigns = {
    0x0402, 0x0403, 0x201A,   0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409,
    0x2039, 0x040A, 0x040C,   0x040B, 0x040F, 0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, kNothing, 0x2122, 0x0459, 0x203A, 0x045A, 0x045C, 0x045B, 0x045F, 0x00A0,
    0x040E, 0x045E, 0x0408,   0x00A4, 0x0490, 0x00A6, 0x00A7, 0x0401, 0x00A9, 0x0404, 0x00AB,
    0x00AC, 0x00AD, 0x00AE,   0x0407, 0x00B0, 0x00B1, 0x0406, 0x0456, 0x0491, 0x00B5, 0x00B6,
    0x00B7, 0x0451, 0x2116,   0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457};

/// Bytes 0x80 to 0xBF; the others of Windows-1253 are ΐ to ώ in order, but for two.
constexpr std::array<char32_t, 64> kGreekSigns = {
    0x20AC,   kNothing, 0x201A,   0x0192, 0x201E,   0x2026,   0x2020,   0x2021,
    kNothing, 0x2030,   kNothing, 0x2039, kNothing, kNothing, kNothing, kNothing,
    kNothing, 0x2018,   0x2019,   0x201C, 0x201D,   0x2022,   0x2013,   0x2014,
    kNothing, 0x2122,   kNothing, 0x203A, kNothing, kNothing, kNothing, kNothing,
    0x00A0,   0x0385,   0x0386,   0x00A3, 0x00A4,   0x00A5,   0x00A6,   0x00A7,
    0x00A8,   0x00A9,   kNothing, 0x00AB, 0x00AC,   0x00AD,   0x00AE,   0x2015,
    0x00B0,   0x00B1,   0x00B2,   0x00B3, 0x0384,   0x00B5,   0x00B6,   0x00B7,
    0x0388,   0x0389,   0x038A,   0x00BB, 0x038C,   0x00BD,   0x038E,   0x038F};

char32_t character(unsigned char byte, CodePage page) {
    if (byte < 0x80) {
        return byte;
    }
    const bool greek = page == CodePage::kWindows1253;
    if (byte < 0xC0) {
        return (greek ? kGreekSigns : kCyrillicSigns)[byte - 0x80U];
    }
    if (!greek) {
        return 0x0410U + (byte - 0xC0U);
    }
    return byte == 0xD2 || byte == 0xFF ? kNothing : 0x0390U + (byte - 0xC0U);
}

} // namespace

CodePage code_page_of(std::string_view bytes) {
    std::array<std::size_t, 256> count{};
    std::size_t letters = 0;
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        ++count[code];
        letters += code >= 0xC0 ? 1U : 0U;
    }
    std::size_t strange = 0; // Ђ, Ѓ, Љ, …
    for (const unsigned byte :
         {0x80U, 0x81U, 0x83U, 0x8AU, 0x8CU, 0x8DU, 0x8EU, 0x8FU, 0x90U, 0x9AU}) {
        strange += count[byte];
    }
    // A quarter of Russian and Ukrainian is о, а, и, a third of Greek is α, ο, ι, τ; where one
    // alphabet has its commonest letters, the other has rare ones.
    const std::size_t cyrillic = count[0xEE] + count[0xE0] + count[0xE8];
    const std::size_t greek = count[0xE1] + count[0xEF] + count[0xE9] + count[0xF4];
    constexpr std::size_t kOneIn = 7;
    constexpr std::size_t kAhead = 2;
    if (cyrillic * kOneIn > letters && cyrillic > kAhead * greek && strange * 100 < letters) {
        return CodePage::kWindows1251;
    }
    return greek * kOneIn > letters && greek > kAhead * cyrillic ? CodePage::kWindows1253
                                                                 : CodePage::kNone;
}

std::string decode_code_page(std::string_view bytes, CodePage page) {
    std::string out;
    out.reserve(2 * bytes.size());
    for (const char byte : bytes) {
        append_utf8(out, character(static_cast<unsigned char>(byte), page));
    }
    return out;
}

} // namespace engine
