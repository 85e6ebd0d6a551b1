// SPDX-License-Identifier: MIT
#include "engine/claims/read_claims.hpp"
#include "engine/claims/text/code_page.hpp"
#include "engine/claims/text/encoding.hpp"
#include "engine/claims/utf8.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using engine::decode_text;
using engine::Encoding;

namespace {

std::string utf16(std::u16string_view text, bool little) {
    std::string out;
    for (const char16_t unit : text) {
        const char high = static_cast<char>(unit >> 8U);
        const char low = static_cast<char>(unit & 0xFFU);
        out += little ? low : high;
        out += little ? high : low;
    }
    return out;
}

constexpr std::u16string_view kDanish = u"Første linje.\nHæren har befriet 2.000 km² på to uger.\n";
constexpr std::u16string_view kUkrainian =
    u"Перший рядок.\nЗвільнено близько 2000 км² за два тижні.\n";

} // namespace

TEST_CASE("UTF-8 comes back byte for byte, faults and mark included") {
    using namespace std::string_literals;
    const std::string marked = "\xEF\xBB\xBFHæren befriede 2.000 km²";
    CHECK(decode_text(marked).utf8 == marked);
    CHECK(decode_text(marked).marked);
    const std::string damaged = "Hæren befriede på en dag 2.000 km² (1 \xFF)";
    CHECK(decode_text(damaged).utf8 == damaged);
    CHECK(decode_text(damaged).damaged == 1);
    CHECK(decode_text("a lone \0 zero in a longer text that is plainly ASCII otherwise, sentence "
                      "after sentence"s)
              .encoding == Encoding::kUtf8);
    CHECK(decode_text("").encoding == Encoding::kUtf8);
}

TEST_CASE("UTF-16 of either order, with a mark and without") {
    for (const std::u16string_view text : {kDanish, kUkrainian}) {
        for (const bool little : {true, false}) {
            const Encoding wanted = little ? Encoding::kUtf16Little : Encoding::kUtf16Big;
            const engine::DecodedText plain = decode_text(utf16(text, little));
            CHECK(plain.encoding == wanted);
            CHECK_FALSE(plain.marked);
            const engine::DecodedText marked =
                decode_text(utf16(u"\xFEFF" + std::u16string(text), little));
            CHECK(marked.encoding == wanted);
            CHECK(marked.marked);
            CHECK(marked.utf8 == plain.utf8);
            const auto claims = engine::read_claims(plain.utf8);
            REQUIRE(claims.size() == 1);
            CHECK(claims[0].figure_km2 == doctest::Approx(2000.0));
            CHECK(claims[0].line == 2);
        }
    }
    // A pair of surrogates is one character, half of one is damage.
    CHECK(decode_text(utf16(u"\xFEFF\xD83D\xDD25 x", true)).utf8 == "\xF0\x9F\x94\xA5 x");
    CHECK(decode_text(utf16(u"\xFEFF\xD83D x", false)).damaged == 1);
    CHECK(decode_text(utf16(u"\xFEFFx", true) + "y").damaged == 1);
}

TEST_CASE("Latin-1 and Windows-1252 are told from their bytes") {
    const engine::DecodedText text =
        decode_text("Linje\nH\xE6ren har \x93"
                    "befriet\x94 2.000 km\xB2 p\xE5 to uger \x96 p\xE6nt.");
    CHECK(text.encoding == Encoding::kWindows1252);
    CHECK(text.utf8 == "Linje\nHæren har “befriet” 2.000 km² på to uger – pænt.");
    const auto claims = engine::read_claims(text.utf8);
    REQUIRE(claims.size() == 1);
    CHECK(claims[0].line == 2);
    CHECK(claims[0].column == 21);
}

TEST_CASE("Cyrillic and Greek in a code page of Windows are told from their commonest letters") {
    const engine::DecodedText ukrainian = decode_text(
        "\xC7\xE0 \xF2\xE8\xE6\xE4\xE5\xED\xFC \xE7\xE2\xB3\xEB\xFC\xED\xE5\xED\xEE \xE1\xEB"
        "\xE8\xE7\xFC\xEA\xEE 2000 \xEA\xE2. \xEA\xEC, \xE0 \xBF\xBF \xEF\xEB\xEE\xF9\xE0"
        " \x97 \xF6\xE5 \xEF\xEE\xEB\xEE\xE2\xE8\xED\xE0 \xEE\xE1\xEB\xE0\xF1\xF2\xB3.");
    CHECK(ukrainian.encoding == Encoding::kWindows1251);
    CHECK(ukrainian.utf8 ==
          "За тиждень звільнено близько 2000 кв. км, а її площа — це половина області.");
    REQUIRE(engine::read_claims(ukrainian.utf8).size() >= 1);
    CHECK(engine::read_claims(ukrainian.utf8)[0].figure_km2 == 2000.0);
    const engine::DecodedText greek = decode_text(
        "\xCA\xDC\xE7\xEA\xE1\xED \xF0\xE5\xF1\xDF\xF0\xEF\xF5 2.000 \xF3\xF4\xF1\xDD\xEC"
        "\xEC\xE1\xF4\xE1 \xE4\xDC\xF3\xEF\xF5\xF2 \xEC\xDD\xF3\xE1 \xF3\xE5 \xE4\xFD\xEF"
        " \xE7\xEC\xDD\xF1\xE5\xF2, \xE5\xDF\xF0\xE5 \xEF \xE4\xDE\xEC\xE1\xF1\xF7\xEF\xF2"
        ".");
    CHECK(greek.encoding == Encoding::kWindows1253);
    CHECK(greek.utf8 ==
          "Κάηκαν περίπου 2.000 στρέμματα δάσους μέσα σε δύο ημέρες, είπε ο δήμαρχος.");
    CHECK(engine::code_page_of("\xC4\xC5\xC6 plain") == engine::CodePage::kNone);
}

TEST_CASE("what cannot be told is said to be unknown") {
    using namespace std::string_literals;
    CHECK(decode_text("\xF0\xCF\xD6\xC1\xD2 \xCF\xC8\xD7\xC1\xD4\xC9\xCC 2000 \xC7\xC1").encoding ==
          Encoding::kUnknown); // KOI8-R
    CHECK(decode_text("\xFF\xFE\0\0a\0\0\0"s).encoding == Encoding::kUnknown);
    CHECK(decode_text("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\6"s).encoding ==
          Encoding::kUnknown);
    CHECK(decode_text("\xC3\xA6 \xE6 \xE5 \xF8 half of one, half of the other").encoding ==
          Encoding::kUnknown);
}

TEST_CASE("any two bytes, in any company, are read without harm") {
    for (unsigned first = 0; first < 256; ++first) {
        for (unsigned second = 0; second < 256; ++second) {
            std::string bytes = "2 km";
            bytes += static_cast<char>(first);
            bytes += static_cast<char>(second);
            const engine::DecodedText text = decode_text(bytes);
            CHECK((text.encoding == Encoding::kUnknown) == text.utf8.empty());
        }
    }
}

TEST_CASE("a byte-order mark is no column") {
    const auto claims = engine::read_claims("\xEF\xBB\xBF"
                                            "2,000 km² were retaken.");
    REQUIRE(claims.size() == 1);
    CHECK(claims[0].line == 1);
    CHECK(claims[0].column == 1);
}

TEST_CASE("Greek folds to the letters that lexicons are written in") {
    CHECK(engine::fold_text("ΈΚΤΑΣΗ Ώς Άλλος") == "έκταση ώσ άλλοσ");
    CHECK(engine::is_capital(0x0388));
    CHECK_FALSE(engine::is_capital(0x03C2));
}
