// SPDX-License-Identifier: MIT
// The phrases of tests/cases/claims, with precision and recall per language.
#include "engine/claims/read_claims.hpp"

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

struct Expected {
    std::string kind;
    double figure = 0.0;
    bool unknown = false; ///< "?": no figure may be given
    bool warned = false;
};

struct Phrase {
    std::string place; ///< file:line
    std::string text;
    std::vector<Expected> expected;
};

std::vector<Expected> parse_expected(const std::string& text) {
    std::vector<Expected> out;
    std::istringstream parts(text);
    for (std::string part; std::getline(parts, part, ';');) {
        std::istringstream words(part);
        Expected expected;
        std::string figure;
        words >> expected.kind >> figure;
        if (expected.kind == "none") {
            continue;
        }
        expected.warned = figure.ends_with('!');
        expected.unknown = figure.starts_with('?');
        expected.figure = expected.unknown ? 0.0 : std::stod(figure);
        out.push_back(expected);
    }
    return out;
}

std::vector<Phrase> read_phrases(const std::filesystem::path& path) {
    std::vector<Phrase> out;
    std::ifstream file(path);
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        const std::size_t parting = line.find(" :: ");
        if (line.starts_with('#') || parting == std::string::npos) {
            continue;
        }
        out.push_back({path.filename().string() + ":" + std::to_string(number),
                       line.substr(parting + 4), parse_expected(line.substr(0, parting))});
    }
    return out;
}

bool agrees(const Expected& expected, const TextClaim& found) {
    if (expected.kind != engine::name(found.kind) || (expected.warned && found.warnings.empty())) {
        return false;
    }
    const auto value = expected.kind == "count" ? found.count : found.figure_km2;
    if (expected.unknown || !value) {
        return expected.unknown && !value;
    }
    return std::abs(*value - expected.figure) <= 0.005 * expected.figure;
}

std::string describe(const TextClaim& claim) {
    const auto value = claim.kind == engine::ClaimKind::kCount ? claim.count : claim.figure_km2;
    return std::string(engine::name(claim.kind)) + " " + (value ? std::to_string(*value) : "?") +
           " \"" + claim.text + "\"" +
           (claim.warnings.empty() ? "" : " !" + claim.warnings.front());
}

struct Score {
    int right = 0;
    int found = 0;
    int expected = 0;
    double precision() const { return found == 0 ? 1.0 : 1.0 * right / found; }
    double recall() const { return expected == 0 ? 1.0 : 1.0 * right / expected; }
};

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

Score score_phrase(const Phrase& phrase, const std::string& lang) {
    engine::ReadOptions options;
    options.lang = lang;
    const auto claims = engine::read_claims(phrase.text, options);
    Score score;
    score.found = static_cast<int>(claims.size());
    score.expected = static_cast<int>(phrase.expected.size());
    for (std::size_t i = 0; i < claims.size(); ++i) {
        check_invariants(phrase.text, claims[i]);
        const bool right = i < phrase.expected.size() && agrees(phrase.expected[i], claims[i]);
        score.right += right ? 1 : 0;
        if (!right) {
            std::printf("  %s: wrong: %s\n", phrase.place.c_str(), describe(claims[i]).c_str());
        }
    }
    if (score.right < score.expected) {
        std::printf("  %s: missed in: %s\n", phrase.place.c_str(), phrase.text.c_str());
    }
    return score;
}

std::filesystem::path corpus() {
    return std::filesystem::path(AREACLAIM_SOURCE_DIR) / "tests/cases/claims";
}

} // namespace

TEST_CASE("the corpus is large enough, and a third of it are traps") {
    std::size_t phrases = 0;
    std::size_t traps = 0;
    for (const std::string& lang : engine::known_languages()) {
        for (const Phrase& phrase : read_phrases(corpus() / (lang + ".case"))) {
            ++phrases;
            const bool trap = phrase.expected.empty() ||
                              std::all_of(phrase.expected.begin(), phrase.expected.end(),
                                          [](const Expected& e) { return e.warned; });
            traps += trap ? 1U : 0U;
        }
    }
    CHECK(phrases >= 400);
    CHECK(3 * traps >= phrases);
}

TEST_CASE("precision and recall per language") {
    for (const std::string& lang : engine::known_languages()) {
        Score total;
        for (const Phrase& phrase : read_phrases(corpus() / (lang + ".case"))) {
            const Score one = score_phrase(phrase, lang);
            total.right += one.right;
            total.found += one.found;
            total.expected += one.expected;
        }
        std::printf("%s: precision %.3f recall %.3f (%d expected, %d found)\n", lang.c_str(),
                    total.precision(), total.recall(), total.expected, total.found);
        CAPTURE(lang);
        REQUIRE(total.expected > 0);
        CHECK(total.precision() >= 0.98);
        CHECK(total.recall() >= 0.98);
    }
}

TEST_CASE("the language of a phrase is told from its words") {
    int right = 0;
    int all = 0;
    for (const std::string& lang : engine::known_languages()) {
        std::string text;
        for (const Phrase& phrase : read_phrases(corpus() / (lang + ".case"))) {
            text += phrase.text + "\n";
        }
        ++all;
        CAPTURE(lang);
        CHECK(engine::detect_language(text) == lang);
        right += engine::detect_language(text) == lang ? 1 : 0;
    }
    CHECK(right == all);
}
