// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/text_claim.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// What a phrase states, as written beside it, and how well a reader finds it.
namespace expectations {

struct Expected {
    std::string kind;
    double figure = 0.0;
    double tolerance = 0.005; ///< of the figure
    bool unknown = false;     ///< "?": no figure may be given
    bool warned = false;
    /// "since", "as_of", "measure", "speaker", "hedge": what they must be, "-" for nothing;
    /// "band": the strict one, "135..150".
    std::map<std::string, std::string> attributes;
};

struct Phrase {
    std::string place; ///< file:line
    std::string lang;
    std::string published; ///< a day, or ""
    std::string text;
    std::vector<Expected> expected;
};

/// "area 725 since=2024-11-01 as_of=2024-11-30;yardstick 2586~0.1!", or "none".
std::vector<Expected> parse_expected(const std::string& text);

/// The phrases of a file, "@2024-12-02 EXPECTED :: TEXT" each, the day of publication left out
/// where none matters; lines that begin with # are comments.
std::vector<Phrase> read_phrases(const std::filesystem::path& path, const std::string& lang);

/// Right, found and expected, of one attribute.
struct Score {
    int right = 0;
    int found = 0;
    int expected = 0;
    Score& operator+=(const Score& other) {
        right += other.right;
        found += other.found;
        expected += other.expected;
        return *this;
    }
    double precision() const { return found == 0 ? 1.0 : 1.0 * right / found; }
    double recall() const { return expected == 0 ? 1.0 : 1.0 * right / expected; }
};

/// Scores by attribute: "kind", "figure" (with the kind), and those of Expected::attributes.
using Scores = std::map<std::string, Score>;

/// Adds what was found in a phrase; each difference is told on standard output.
void add_scores(const Phrase& phrase, const std::vector<engine::TextClaim>& found, Scores& scores);

std::string describe(const engine::TextClaim& claim);

} // namespace expectations
