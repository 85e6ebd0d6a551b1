// SPDX-License-Identifier: MIT
#include "shapes/io/unsafe_text.hpp"

#include "shapes/io/write_geojson.hpp"

#include <doctest/doctest.h>

#include <initializer_list>

using shapes::io::escape_unsafe;
using shapes::io::is_unsafe;

TEST_CASE("controls and invisible marks are unsafe, letters of every script are not") {
    using List = std::initializer_list<char32_t>;
    for (const char32_t code :
         List{0x00, 0x1B, 0x7F, 0x80, 0x9B, 0x9F, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029,
              0x202A, 0x202E, 0x2066, 0x2069, 0xFEFF, 0xE0041}) {
        CAPTURE(static_cast<unsigned>(code));
        CHECK(is_unsafe(code));
    }
    for (const char32_t code : List{0x20, 0x7E, 0xA0, 0xB2, 0xE6, 0x0416, 0x05D0, 0x0627, 0x2013,
                                    0x2026, 0x2212, 0x4E2D, 0x1F600}) {
        CAPTURE(static_cast<unsigned>(code));
        CHECK_FALSE(is_unsafe(code));
    }
}

TEST_CASE("in JSON they are escaped, and read as the same text") {
    // The escapes are those that RFC 8259 section 7 defines.
    CHECK(escape_unsafe("{\"a\":\"x\xC2\x9B\x33 1m\"}") == "{\"a\":\"x\\u009b3 1m\"}");
    CHECK(escape_unsafe("\"\xE2\x80\xAE\"") == "\"\\u202e\"");
    CHECK(escape_unsafe("\"\xD8\x9C\"") == "\"\\u061c\"");
    CHECK(escape_unsafe("\"\x7F\"") == "\"\\u007f\"");
    CHECK(escape_unsafe("\"\xF3\xA0\x81\x81\"") == "\"\\udb40\\udc41\""); // U+E0041
    CHECK(escape_unsafe("{\n\t\"km²\": \"Жито, 中\"\n}") == "{\n\t\"km²\": \"Жито, 中\"\n}");
    CHECK(escape_unsafe("").empty());
}

TEST_CASE("in TOML as well") {
    // The escapes are those of TOML 1.0.0, section String.
    using shapes::io::escape_unsafe_toml;
    CHECK(escape_unsafe_toml("a = \"\xE2\x80\xAE\"\n") == "a = \"\\U0000202e\"\n");
    CHECK(escape_unsafe_toml("a = \"\xF3\xA0\x81\x81\"") == "a = \"\\U000e0041\"");
    CHECK(escape_unsafe_toml("# Жито\na = 1\n") == "# Жито\na = 1\n");
}

TEST_CASE("and in the names of a GeoJSON") {
    const std::string text = shapes::geojson_text("a\xE2\x80\xAE z\xC2\x9B \x7F", {}, "");
    CHECK(text.find("a\\u202e z\\u009b \\u007f") != std::string::npos);
}
