// SPDX-License-Identifier: MIT
#include "engine/case/case.hpp"

#include "engine/input_error.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace engine {
namespace {

std::string file_name(std::string_view path) {
    return std::string(path.substr(path.find_last_of('/') + 1));
}

/// Whether the words name a day that no calendar day was found for: "since the start of the month"
/// is one only where the day of publication is known.
bool waits_for_publication(const Claim& claim) {
    const auto is_open = [](const StatedDay& day) { return !day.date && !day.words.empty(); };
    return (!claim.since && is_open(claim.figure.since)) ||
           (!claim.as_of && is_open(claim.figure.as_of));
}

/// The claim as it is read where it was published on the day that it speaks of, else on `after`.
Claim read_with_publication(Claim claim, Date after, const std::string& holder) {
    const auto stated = claim.stated;
    const bool has_end = claim.end().has_value();
    claim.stated = claim.end().value_or(after);
    claim.warnings.clear();
    const auto measure = claim.measure_open ? std::nullopt : std::optional(claim.measure);
    claim = read_claim(std::move(claim), measure, holder, "--claim");
    if (has_end) {
        claim.stated = stated; // nobody told more of it
    }
    return claim;
}

} // namespace

Case case_of_pair(const PairCase& pair) {
    Case result;
    result.name = "command line";
    result.title = file_name(pair.before) + " → " + file_name(pair.after);
    result.holder = pair.holder;
    result.within = pair.within;
    result.outline = pair.outline;
    result.sources.push_back(
        {pair.profile, pair.profile, {pair.before, pair.after}, pair.layer, pair.where, {}});
    for (const std::string& text : pair.claims) {
        Claim claim;
        claim.id = "claim-" + std::to_string(result.claims.size() + 1);
        claim.text = text;
        claim.lang = pair.lang;
        claim.stated = pair.stated;
        claim.since = pair.since;
        result.claims.push_back(read_claim(std::move(claim), pair.measure, pair.holder, "--claim"));
    }
    return result;
}

void take_days_from_maps(Case& pair, Date before, Date after) {
    for (Claim& claim : pair.claims) {
        if (waits_for_publication(claim)) {
            claim = read_with_publication(std::move(claim), after, pair.holder);
        }
        if (!claim.end()) {
            claim.stated = after;
        }
        if (!claim.since) {
            claim.since = before;
        }
    }
}

std::optional<SourceAccuracy> accuracy_of(const CaseSource& source,
                                          const std::optional<SourceAccuracy>& of_profile,
                                          const std::string& place) {
    const CaseError& given = source.error;
    const bool for_a_class = std::ranges::any_of(given.classes, [](const ClassAccuracy& c) {
        return c.position_sigma_km || c.correlation_km;
    });
    if (!given.position_sigma_km && !given.correlation_km && !for_a_class) {
        return of_profile;
    }
    SourceAccuracy accuracy = of_profile.value_or(SourceAccuracy{});
    accuracy.reason = "given by the case";
    const bool says_sigma =
        given.position_sigma_km || std::ranges::any_of(given.classes, [](const ClassAccuracy& c) {
            return c.position_sigma_km.has_value();
        });
    if (says_sigma || !of_profile) { // else σ is still the profile's
        accuracy.origin = AccuracyOrigin::given_by_case;
    }
    accuracy.position_sigma_km = given.position_sigma_km.value_or(accuracy.position_sigma_km);
    accuracy.correlation_km = given.correlation_km.value_or(accuracy.correlation_km);
    if (accuracy.position_sigma_km <= 0.0 || accuracy.correlation_km <= 0.0) {
        throw InputError(
            place + ": [source.error] of '" + source.name +
            "' needs position_sigma_km and correlation_km, as " +
            (source.profile.empty() ? "its profile" : "the profile '" + source.profile + "'") +
            " gives neither");
    }
    const auto put_over = [](const std::optional<double>& of_class,
                             const std::optional<double>& of_source, std::optional<double>& old) {
        old = of_class || of_source ? of_class : old;
    };
    for (std::size_t c = 0; c < given.classes.size(); ++c) {
        put_over(given.classes[c].position_sigma_km, given.position_sigma_km,
                 accuracy.classes[c].position_sigma_km);
        put_over(given.classes[c].correlation_km, given.correlation_km,
                 accuracy.classes[c].correlation_km);
    }
    return accuracy;
}

} // namespace engine
