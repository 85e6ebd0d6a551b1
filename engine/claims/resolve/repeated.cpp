// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/repeated.hpp"

#include <cmath>
#include <string>
#include <unordered_map>
#include <utility>

namespace engine {
namespace {

constexpr double kSame = 0.01;        // of the figure
constexpr std::size_t kMostTwins = 8; // of one figure that are told apart by their days

double figure_of(const TextClaim& claim) {
    return claim.count.value_or(claim.figure_km2.value_or(0.0));
}

bool agrees(const StatedDay& a, const StatedDay& b) {
    return !a.date || !b.date || *a.date == *b.date;
}

bool same(const TextClaim& a, const TextClaim& b) {
    const bool known = a.figure_km2.has_value() == b.figure_km2.has_value();
    const bool figure = std::abs(figure_of(a) - figure_of(b)) <= kSame * figure_of(a);
    const bool measure = !a.measure || !b.measure || *a.measure == *b.measure;
    return known && figure && a.yardstick == b.yardstick && a.sentence != b.sentence && measure &&
           may_be_one_place(a, b) && agrees(a.since, b.since) && agrees(a.as_of, b.as_of);
}

void fill(StatedDay& day, const StatedDay& other) {
    if (!day.date && other.date) {
        day = other;
    }
}

/// A headline leaves out "more than": the words that have it stand for both.
void take_words(TextClaim& claim, const TextClaim& other) {
    claim.text = other.text;
    claim.begin = other.begin;
    claim.end = other.end;
    claim.sentence = other.sentence;
    claim.line = other.line;
    claim.column = other.column;
    claim.figure_km2 = other.figure_km2;
    claim.low_km2 = other.low_km2;
    claim.high_km2 = other.high_km2;
    claim.strict = other.strict;
    claim.lenient = other.lenient;
    claim.hedge = other.hedge;
    claim.unit = other.unit;
    claim.value = other.value;
    claim.readings = other.readings;
    claim.warnings = other.warnings;
}

void take_in(TextClaim& claim, const TextClaim& other) {
    constexpr double kEqual = 1e-6; // "27,802 hectares" is no "almost 28,000"
    const bool equal = std::abs(figure_of(claim) - figure_of(other)) <= kEqual * figure_of(claim);
    const bool says_more = claim.hedge.empty() && !other.hedge.empty() && equal;
    const TextSpan second =
        says_more ? TextSpan{claim.begin, claim.end} : TextSpan{other.begin, other.end};
    claim.again.push_back(second);
    if (says_more) {
        take_words(claim, other);
    }
    fill(claim.since, other.since);
    fill(claim.as_of, other.as_of);
    fill(claim.stated, other.stated);
    if (!claim.measure) {
        claim.measure = other.measure;
        claim.direction = other.direction;
        claim.of_another = other.of_another;
    }
    claim.place = claim.place.empty() ? other.place : claim.place;
    if (other.speaker.find(claim.speaker) != std::string::npos) {
        claim.speaker =
            other.speaker; // "Zelensky" of a headline is the text's "Volodymyr Zelensky"
    }
    claim.outlet = claim.outlet.empty() ? other.outlet : claim.outlet;
}

/// Figures within a hundredth fall into one bucket or two that touch.
long bucket_of(const TextClaim& claim) {
    const double figure = figure_of(claim);
    return figure > 0.0 ? std::lround(std::log(figure) / kSame) : 0;
}

} // namespace

std::vector<TextClaim> join_repeated(std::vector<TextClaim> claims) {
    std::vector<TextClaim> out;
    std::unordered_map<std::string, std::vector<std::size_t>> by_figure;
    for (TextClaim& claim : claims) {
        const long bucket = bucket_of(claim);
        const auto key = [&](long n) {
            return std::string(name(claim.kind)) + " " + claim.yardstick + " " + std::to_string(n);
        };
        bool joined = false;
        for (long n = bucket - 1; n <= bucket + 1 && !joined; ++n) {
            const auto place = by_figure.find(key(n));
            for (std::size_t k = 0; place != by_figure.end() && k < place->second.size(); ++k) {
                TextClaim& first = out[place->second[k]];
                if (figure_of(claim) > 0.0 && same(first, claim)) {
                    take_in(first, claim);
                    joined = true;
                    break;
                }
            }
        }
        if (!joined) {
            auto& twins = by_figure[key(bucket)];
            if (twins.size() < kMostTwins) {
                twins.push_back(out.size());
            }
            out.push_back(std::move(claim));
        }
    }
    return out;
}

} // namespace engine
