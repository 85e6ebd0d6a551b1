// SPDX-License-Identifier: MIT
#include "tests/engine/claims/expectations.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>

namespace expectations {
namespace {

using engine::TextClaim;

/// "2000", "2000!", "33114~0.02", "?!"; the colon of "area:2000" is taken for a space.
void parse_figure(std::string figure, Expected& out) {
    if (figure.ends_with('!')) {
        out.warned = true;
        figure.pop_back();
    }
    if (const std::size_t tilde = figure.find('~'); tilde != std::string::npos) {
        out.tolerance = std::stod(figure.substr(tilde + 1));
        figure.resize(tilde);
    }
    out.unknown = figure == "?";
    out.figure = out.unknown ? 0.0 : std::stod(figure);
}

std::optional<double> figure_of(const TextClaim& claim) {
    return claim.kind == engine::ClaimKind::kCount ? claim.count : claim.figure_km2;
}

/// "135..150": the strict band, each end to half a per cent.
bool band_agrees(const std::string& wanted, const std::optional<engine::Band>& found) {
    constexpr double kAllowed = 0.005; // of either end
    const std::size_t dots = wanted.find("..");
    if (dots == std::string::npos || !found) {
        return false;
    }
    const double low = std::stod(wanted.substr(0, dots));
    const double high = std::stod(wanted.substr(dots + 2));
    return std::abs(found->low_km2 - low) <= kAllowed * low &&
           std::abs(found->high_km2 - high) <= kAllowed * high;
}

std::string in_words(const std::optional<engine::Band>& band) {
    return band ? std::to_string(band->low_km2) + ".." + std::to_string(band->high_km2) : "-";
}

bool agrees(const Expected& expected, const TextClaim& found) {
    if (expected.kind != engine::name(found.kind) || (expected.warned && found.warnings.empty())) {
        return false;
    }
    const auto value = figure_of(found);
    if (expected.unknown || !value) {
        return expected.unknown && !value;
    }
    return std::abs(*value - expected.figure) <= expected.tolerance * expected.figure;
}

std::string day(const engine::StatedDay& stated) {
    return stated.date ? stated.date->iso() : "-";
}

std::string or_nothing(std::string text) {
    std::replace(text.begin(), text.end(), ' ', '_');
    return text.empty() ? "-" : text;
}

std::string attribute(const TextClaim& claim, const std::string& name) {
    if (name == "since") {
        return day(claim.since);
    }
    if (name == "as_of") {
        return day(claim.as_of);
    }
    if (name == "measure") {
        return claim.measure ? engine::name(*claim.measure) : "-";
    }
    if (name == "direction") {
        return or_nothing(engine::name(claim.direction));
    }
    if (name == "place") {
        return or_nothing(claim.place);
    }
    return or_nothing(name == "speaker" ? claim.speaker : claim.hedge);
}

void add_attributes(const Phrase& phrase, const Expected& expected, const TextClaim& claim,
                    Scores& scores) {
    for (const auto& [name, wanted] : expected.attributes) {
        const bool is_band = name == "band";
        const std::string found = is_band ? in_words(claim.strict) : attribute(claim, name);
        const bool agree = is_band ? band_agrees(wanted, claim.strict) : found == wanted;
        Score& score = scores[name];
        score.expected += wanted == "-" ? 0 : 1;
        score.found += found == "-" ? 0 : 1;
        score.right += agree && wanted != "-" ? 1 : 0;
        if (!agree) {
            std::printf("  %s: %s is %s, not %s\n", phrase.place.c_str(), name.c_str(),
                        found.c_str(), wanted.c_str());
        }
    }
}

/// Kinds are right as far as both sides have as many of each, whatever their figures.
void add_kinds(const Phrase& phrase, const std::vector<TextClaim>& found, Score& score) {
    std::map<std::string, int> open;
    for (const Expected& expected : phrase.expected) {
        ++open[expected.kind];
    }
    for (const TextClaim& claim : found) {
        score.right += open[engine::name(claim.kind)]-- > 0 ? 1 : 0;
    }
    score.found += static_cast<int>(found.size());
    score.expected += static_cast<int>(phrase.expected.size());
}

} // namespace

std::vector<Expected> parse_expected(const std::string& text) {
    std::vector<Expected> out;
    std::istringstream parts(text);
    for (std::string part; std::getline(parts, part, ';');) {
        std::replace(part.begin(), part.end(), ':', ' ');
        std::istringstream words(part);
        Expected expected;
        std::string figure;
        words >> expected.kind >> figure;
        if (expected.kind == "none" || expected.kind.empty()) {
            continue;
        }
        parse_figure(figure, expected);
        for (std::string word; words >> word;) {
            const std::size_t equals = word.find('=');
            expected.attributes[word.substr(0, equals)] = word.substr(equals + 1);
        }
        out.push_back(expected);
    }
    return out;
}

std::vector<Phrase> read_phrases(const std::filesystem::path& path, const std::string& lang) {
    constexpr std::size_t kDay = 10; // characters
    std::vector<Phrase> out;
    std::ifstream file(path);
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        const std::size_t parting = line.find(" :: ");
        if (line.starts_with('#') || parting == std::string::npos) {
            continue;
        }
        const bool dated = line.starts_with('@');
        const std::size_t from = dated ? kDay + 2 : 0;
        out.push_back({path.parent_path().filename().string() + "/" + path.filename().string() +
                           ":" + std::to_string(number),
                       lang, dated ? line.substr(1, kDay) : "", line.substr(parting + 4),
                       parse_expected(line.substr(from, parting - from))});
    }
    return out;
}

std::string describe(const TextClaim& claim) {
    const auto value = figure_of(claim);
    return std::string(engine::name(claim.kind)) + " " + (value ? std::to_string(*value) : "?") +
           " \"" + claim.text + "\"" +
           (claim.warnings.empty() ? "" : std::string(" !") + name(claim.warnings.front().code));
}

void add_scores(const Phrase& phrase, const std::vector<TextClaim>& found, Scores& scores) {
    add_kinds(phrase, found, scores["kind"]);
    Score& figure = scores["figure"];
    figure.found += static_cast<int>(found.size());
    figure.expected += static_cast<int>(phrase.expected.size());
    std::size_t next = 0; // expected claims are looked for in the order of the text
    int right = 0;
    for (const TextClaim& claim : found) {
        const auto place = std::find_if(
            phrase.expected.begin() + static_cast<std::ptrdiff_t>(next), phrase.expected.end(),
            [&](const Expected& expected) { return agrees(expected, claim); });
        if (place == phrase.expected.end()) {
            std::printf("  %s: wrong: %s\n", phrase.place.c_str(), describe(claim).c_str());
            continue;
        }
        ++right;
        next = static_cast<std::size_t>(place - phrase.expected.begin()) + 1;
        add_attributes(phrase, *place, claim, scores);
    }
    figure.right += right;
    if (right < static_cast<int>(phrase.expected.size())) {
        std::printf("  %s: missed in: %s\n", phrase.place.c_str(), phrase.text.c_str());
    }
}

} // namespace expectations
