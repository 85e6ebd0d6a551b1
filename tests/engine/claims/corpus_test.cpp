// SPDX-License-Identifier: MIT
// The phrases of tests/cases/claims, with precision and recall per language and per attribute.
#include "engine/claims/read_claims.hpp"
#include "tests/engine/claims/expectations.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

using engine::TextClaim;
using expectations::Expected;
using expectations::Phrase;
using expectations::read_phrases;
using expectations::Score;
using expectations::Scores;

/// Offsets are the input's, the span's text is the claim's, the bands hold the figure.
void check_invariants(const std::string& text, const TextClaim& claim) {
    REQUIRE(claim.begin < claim.end);
    REQUIRE(claim.end <= text.size());
    CHECK(text.substr(claim.begin, claim.end - claim.begin) == claim.text);
    if (claim.figure_km2) {
        REQUIRE(claim.strict);
        REQUIRE(claim.lenient);
        CHECK(claim.lenient->low_km2 <= claim.strict->low_km2);
        CHECK(claim.lenient->high_km2 >= claim.strict->high_km2);
        CHECK(claim.strict->low_km2 <= *claim.figure_km2 * (1.0 + 1e-12));
        CHECK(claim.strict->high_km2 >= *claim.figure_km2 * (1.0 - 1e-12));
    }
}

void score_phrase(const Phrase& phrase, Scores& scores) {
    engine::ReadOptions options;
    options.lang = phrase.lang;
    options.published = engine::Date::parse_iso(phrase.published);
    const auto claims = engine::read_claims(phrase.text, options);
    for (const TextClaim& claim : claims) {
        check_invariants(phrase.text, claim);
    }
    expectations::add_scores(phrase, claims, scores);
}

void print(const std::string& what, const Scores& scores) {
    for (const auto& [attribute, score] : scores) {
        std::printf("%s: %s precision %.3f recall %.3f (%d expected, %d found)\n", what.c_str(),
                    attribute.c_str(), score.precision(), score.recall(), score.expected,
                    score.found);
    }
}

std::filesystem::path corpus() {
    return std::filesystem::path(AREACLAIM_SOURCE_DIR) / "tests/cases/claims";
}

/// The phrases of a folder in all languages, their language told from the words.
void check_untold(const std::string& folder, std::size_t at_least) {
    Scores all;
    std::size_t phrases = 0;
    for (const std::string& lang : engine::known_languages()) {
        Scores scores;
        for (Phrase phrase : read_phrases(corpus() / folder / (lang + ".case"), lang)) {
            ++phrases;
            phrase.lang.clear();
            score_phrase(phrase, scores);
        }
        print(lang + ", " + folder, scores);
        for (const auto& [attribute, score] : scores) {
            all[attribute] += score;
        }
    }
    print(folder, all);
    CHECK(phrases >= at_least);
    for (const auto& entry : all) {
        CAPTURE(entry.first);
        CHECK(entry.second.precision() >= 0.98);
        CHECK(entry.second.recall() >= 0.98);
    }
}

} // namespace

TEST_CASE("the corpus is large enough, and a third of it are traps") {
    std::size_t phrases = 0;
    std::size_t traps = 0;
    for (const std::string& lang : engine::known_languages()) {
        for (const Phrase& phrase : read_phrases(corpus() / (lang + ".case"), lang)) {
            ++phrases;
            const bool trap = phrase.expected.empty() ||
                              std::all_of(phrase.expected.begin(), phrase.expected.end(),
                                          [](const Expected& e) { return e.warned; });
            traps += trap ? 1U : 0U;
        }
    }
    CHECK(phrases >= 900);
    CHECK(3 * traps >= phrases);
}

TEST_CASE("precision and recall per language and attribute") {
    for (const std::string& lang : engine::known_languages()) {
        Scores scores;
        for (const Phrase& phrase : read_phrases(corpus() / (lang + ".case"), lang)) {
            score_phrase(phrase, scores);
        }
        print(lang, scores);
        CAPTURE(lang);
        REQUIRE(scores["figure"].expected > 0);
        for (const auto& entry : scores) {
            CAPTURE(entry.first);
            CHECK(entry.second.precision() >= 0.98);
            CHECK(entry.second.recall() >= 0.98);
        }
    }
}

TEST_CASE("press sentences nobody had read before, their language told from the words") {
    check_untold("press", 380);
}

TEST_CASE("sentences as agencies, armies and fire services write them") {
    check_untold("wire", 580);
}

TEST_CASE("deeds and days in other words than the lexicons knew") {
    check_untold("varied", 500);
}

TEST_CASE("who says what of which days, where many days, figures and names stand in a sentence") {
    check_untold("said", 890);
}

TEST_CASE("the language of a single sentence is told from its words") {
    int right = 0;
    int all = 0;
    for (const std::string& lang : engine::known_languages()) {
        for (const char* folder : {"", "press", "wire", "varied", "said"}) {
            for (const Phrase& phrase : read_phrases(corpus() / folder / (lang + ".case"), lang)) {
                const std::string told = engine::detect_language(phrase.text);
                // Many a sentence is bokmål and nynorsk, or bokmål and Danish, alike.
                ++all;
                right += told == lang ? 1 : 0;
                if (told != lang) {
                    std::printf("  %s is taken for %s\n", phrase.place.c_str(), told.c_str());
                }
            }
        }
    }
    std::printf("language told of %d of %d sentences\n", right, all);
    CHECK(right >= 0.95 * all);
}

TEST_CASE("the language of a text is told from its words") {
    int right = 0;
    int all = 0;
    for (const std::string& lang : engine::known_languages()) {
        std::string text;
        for (const Phrase& phrase : read_phrases(corpus() / (lang + ".case"), lang)) {
            text += phrase.text + "\n";
        }
        ++all;
        CAPTURE(lang);
        CHECK(engine::detect_language(text) == lang);
        right += engine::detect_language(text) == lang ? 1 : 0;
    }
    CHECK(right == all);
}

TEST_CASE("running text full of numbers states no area") {
    std::size_t words = 0;
    for (const std::string& lang : engine::known_languages()) {
        CAPTURE(lang);
        std::ifstream file(corpus() / "running" / (lang + ".txt"));
        REQUIRE(file);
        std::ostringstream text;
        text << file.rdbuf();
        const auto spaces = static_cast<std::size_t>(std::ranges::count(text.str(), ' '));
        CHECK(spaces >= 100);
        words += spaces;
        engine::ReadOptions options;
        options.published = engine::Date::parse_iso("2025-06-10");
        for (const TextClaim& claim : engine::read_claims(text.str(), options)) {
            MESSAGE(lang << ": " << expectations::describe(claim));
            CHECK(claim.text.empty());
        }
    }
    CHECK(words >= 3000);
}
