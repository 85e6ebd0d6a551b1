// SPDX-License-Identifier: MIT
#include "tests/engine/claims/expectations.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
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
    return or_nothing(name == "speaker" ? claim.speaker : claim.hedge);
}

void add_attributes(const Phrase& phrase, const Expected& expected, const TextClaim& claim,
                    Scores& scores) {
    for (const auto& [name, wanted] : expected.attributes) {
        const std::string found = attribute(claim, name);
        Score& score = scores[name];
        score.expected += wanted == "-" ? 0 : 1;
        score.found += found == "-" ? 0 : 1;
        score.right += found == wanted && wanted != "-" ? 1 : 0;
        if (found != wanted) {
            std::printf("  %s: %s is %s, not %s\n", phrase.place.c_str(), name.c_str(),
                        found.c_str(), wanted.c_str());
        }
    }
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

std::string describe(const TextClaim& claim) {
    const auto value = figure_of(claim);
    return std::string(engine::name(claim.kind)) + " " + (value ? std::to_string(*value) : "?") +
           " \"" + claim.text + "\"" +
           (claim.warnings.empty() ? "" : " !" + claim.warnings.front().text);
}

void add_scores(const Phrase& phrase, const std::vector<TextClaim>& found, Scores& scores) {
    Score& figure = scores["figure"];
    figure.found += static_cast<int>(found.size());
    figure.expected += static_cast<int>(phrase.expected.size());
    int right = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (i < phrase.expected.size() && agrees(phrase.expected[i], found[i])) {
            ++right;
            add_attributes(phrase, phrase.expected[i], found[i], scores);
        } else {
            std::printf("  %s: wrong: %s\n", phrase.place.c_str(), describe(found[i]).c_str());
        }
    }
    figure.right += right;
    if (right < static_cast<int>(phrase.expected.size())) {
        std::printf("  %s: missed in: %s\n", phrase.place.c_str(), phrase.text.c_str());
    }
}

} // namespace expectations
