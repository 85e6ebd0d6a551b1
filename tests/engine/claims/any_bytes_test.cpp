// SPDX-License-Identifier: MIT
// Any bytes may come in: no crash, and offsets always those of the input.
#include "engine/case/draft_case.hpp"
#include "engine/claims/consistency.hpp"
#include "engine/claims/read_claims.hpp"

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

namespace {

using engine::TextClaim;

bool ordered(const TextClaim& claim) {
    return !claim.strict || !claim.lenient ||
           (claim.lenient->low_km2 <= claim.strict->low_km2 &&
            claim.strict->high_km2 <= claim.lenient->high_km2);
}

/// The first claim whose span, text or bands are wrong, or how many there are.
std::size_t first_wrong(const std::string& text, const std::vector<TextClaim>& claims) {
    std::size_t before = 0;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const TextClaim& claim = claims[i];
        const bool span =
            claim.begin >= before && claim.begin < claim.end && claim.end <= text.size();
        if (!span || !ordered(claim) ||
            text.compare(claim.begin, claim.end - claim.begin, claim.text) != 0) {
            return i;
        }
        before = claim.end;
    }
    return claims.size();
}

std::vector<TextClaim> read(const std::string& text, const std::string& lang) {
    engine::ReadOptions options;
    options.lang = lang;
    options.published = engine::Date::from_ymd(2022, 9, 10);
    auto claims = engine::read_claims(text, options);
    CHECK(first_wrong(text, claims) == claims.size());
    return claims;
}

/// Pieces that claims are made of, whole and cut.
constexpr std::array kPieces = {"2,000",
                                "3.800",
                                " km²",
                                " km",
                                " sq. km",
                                " kvadratkilometer",
                                " тыс. ",
                                "кв. км",
                                "half",
                                " of ",
                                "Kharkiv oblast",
                                "Lolland",
                                "the size of ",
                                "three times ",
                                "12 %",
                                "\u202F000",
                                "\u00A0",
                                "\n",
                                "\n\n",
                                ". ",
                                "(",
                                ")",
                                " a week",
                                "since Tuesday",
                                "10.09.2022",
                                "1e9",
                                "\xC2",
                                "\xE2\x80",
                                "\xF0\x9F\x92",
                                "\xFF",
                                "m",
                                "²",
                                " zwei",
                                "tausend",
                                "hundert",
                                " and a half",
                                " million",
                                "999999999999999999",
                                "-",
                                "'",
                                "on Saturday",
                                "villages",
                                " liberated "};

std::string random_text(std::mt19937_64& random, std::size_t parts) {
    std::string text;
    for (std::size_t i = 0; i < parts; ++i) {
        const auto choice = random() % 8;
        if (choice == 1) {
            text += " They retook 40 km² "; // enough is whole to be found
        } else if (choice == 0) {
            text.push_back(static_cast<char>(random() & 0xFFU)); // NUL among them
        } else {
            text += kPieces[random() % kPieces.size()];
        }
    }
    return text;
}

} // namespace

TEST_CASE("random bytes and random pieces of claims, in every language") {
    std::mt19937_64 random(20220910); // fixed: a failure is found again
    std::size_t found = 0;
    for (const std::string& lang : engine::known_languages()) {
        for (int n = 0; n < 150; ++n) {
            const std::string text = random_text(random, 1 + random() % 120);
            CAPTURE(lang);
            CAPTURE(n);
            const auto claims = read(text, lang);
            found += claims.size();
            engine::check_consistency(claims);
            CHECK_FALSE(engine::draft_case(claims, {}).empty());
        }
    }
    CHECK(found > 1000); // else the pieces test nothing
}

TEST_CASE("random bytes alone") {
    std::mt19937_64 random(7);
    for (int n = 0; n < 40; ++n) {
        std::string text(random() % 20000, '\0');
        for (char& c : text) {
            c = static_cast<char>(random() & 0xFFU);
        }
        CAPTURE(n);
        read(text, "");
    }
}

TEST_CASE("ten megabytes on a line, of claims, of garbage and of nothing") {
    constexpr std::size_t kBytes = 10'000'000;
    std::string claims;
    while (claims.size() < kBytes) {
        claims += "retook 2,000 km² (772 square miles) since Tuesday near the front, ";
    }
    // The same claim again and again is one, with all its places.
    std::size_t places = 0;
    for (const engine::TextClaim& claim : read(claims, "")) {
        places += 1 + claim.again.size();
    }
    CHECK(places > 100'000);
    CHECK(read(std::string(kBytes, '\0'), "").empty());
    CHECK(read(std::string(kBytes, '9'), "").empty());
    CHECK(read(std::string(kBytes, '('), "").empty());
    std::mt19937_64 random(1);
    std::string garbage(kBytes, ' ');
    for (char& c : garbage) {
        c = static_cast<char>(random() & 0xFFU);
        c = c == '\n' ? ' ' : c;
    }
    read(garbage, "");
}
