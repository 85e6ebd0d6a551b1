// SPDX-License-Identifier: MIT
// Phrases of others with what they state (stated/probes.tsv beside the maps), and what the reader
// finds, with the language given and with the language told from the words. Skipped, by name, where
// they are absent.
#include "engine/claims/read_claims.hpp"
#include "tests/engine/claims/expectations.hpp"
#include "tests/real/real_data.hpp"

#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

using expectations::Phrase;
using expectations::Scores;

std::vector<Phrase> probes() {
    std::vector<Phrase> out;
    std::ifstream file(real::folder() / "stated" / "probes.tsv");
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        std::istringstream cells(line);
        Phrase phrase;
        std::string expected;
        const bool whole =
            std::getline(cells, phrase.lang, '\t') && std::getline(cells, phrase.published, '\t') &&
            std::getline(cells, phrase.text, '\t') && std::getline(cells, expected, '\t');
        if (line.starts_with('#') || !whole) {
            continue;
        }
        phrase.place = "probes.tsv:" + std::to_string(number);
        phrase.expected = expectations::parse_expected(expected);
        out.push_back(phrase);
    }
    return out;
}

} // namespace

TEST_CASE("probes: what each phrase states is found, and nothing else") {
    if (!real::present("stated")) {
        return;
    }
    for (const bool given : {true, false}) {
        Scores scores;
        for (const Phrase& phrase : probes()) {
            engine::ReadOptions options;
            options.lang = given ? phrase.lang : "";
            options.published = engine::Date::parse_iso(phrase.published);
            expectations::add_scores(phrase, engine::read_claims(phrase.text, options), scores);
        }
        for (const auto& [attribute, score] : scores) {
            std::printf("probes, language %s: %s precision %.3f recall %.3f\n",
                        given ? "given" : "told", attribute.c_str(), score.precision(),
                        score.recall());
            CHECK(score.precision() >= (given ? 0.98 : 0.9));
            CHECK(score.recall() >= (given ? 0.98 : 0.9));
        }
    }
}
