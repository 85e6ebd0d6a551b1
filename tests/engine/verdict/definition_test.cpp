// SPDX-License-Identifier: MIT
// What a source counts, when it counts otherwise, and what "lost" can mean.
#include "engine/verdict/measure_readings.hpp"
#include "engine/verify.hpp"
#include "tests/engine/boxes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using boxes::box;
using boxes::day;
using boxes::map_of;
using boxes::zone_km2;
using engine::Claim;
using engine::Measure;
using engine::SourceVerdict;
using engine::Verdict;
using shapes::Area;

namespace {

// As in verify_test.cpp: boxes between the parallels 48 and 49, a degree of longitude each.
double degree() {
    return zone_km2(0, 48, 1, 49);
}

Claim claim_of(double degrees, const char* since, const char* stated, Measure measure) {
    Claim claim;
    claim.id = "c";
    claim.measure = measure;
    if (since != nullptr) {
        claim.since = day(since);
    }
    if (stated != nullptr) {
        claim.stated = day(stated);
    }
    const double km2 = degrees * degree();
    claim.figure.figure_km2 = km2;
    claim.figure.strict = claim.figure.lenient = engine::Band{0.95 * km2, 1.05 * km2};
    return claim;
}

engine::SourceProfile exact_profile() {
    engine::SourceProfile profile = *engine::find_built_in_profile("plain");
    profile.accuracy.reset();
    return profile;
}

SourceVerdict judged(std::vector<engine::ControlBoundary> maps, const Claim& claim,
                     const engine::SourceProfile& profile,
                     std::optional<shapes::Region> within = std::nullopt) {
    engine::VerifyInputs inputs;
    inputs.the_case.claims = {claim};
    inputs.sources = {{"s", profile, std::nullopt, std::move(maps)}};
    inputs.within = std::move(within);
    return engine::verify(std::move(inputs)).claims.at(0).by_source.at(0);
}

bool has_reason(const SourceVerdict& v, const std::string& code) {
    return std::ranges::any_of(v.reasons, [&](const auto& r) { return name(r.code) == code; });
}

} // namespace

TEST_CASE("across a break of definition no change is told, in the direction that it touches") {
    engine::SourceProfile profile = exact_profile();
    profile.breaks = {{day("2024-03-13"), -2.0 * degree(), "an area is no longer drawn"}};
    const std::vector<engine::ControlBoundary> maps{map_of("2024-03-01", box(30, 48, 34, 49)),
                                                    map_of("2024-03-12", box(30, 48, 34.5, 49)),
                                                    map_of("2024-03-13", box(32, 48, 34.5, 49))};
    // Two degrees vanish by definition, half a degree is gained on the ground.
    const SourceVerdict lost =
        judged(maps, claim_of(2, "2024-03-01", "2024-03-13", Measure::lost), profile);
    CHECK(lost.verdict == Verdict::undecidable);
    CHECK_FALSE(lost.covered);
    CHECK(has_reason(lost, "definition_break"));
    // Half a degree was gained before the step, and nothing was lost beside it.
    REQUIRE(lost.without_break.high);
    CHECK(lost.without_break.high->km2() == doctest::Approx(0.0).epsilon(1e-9));
    const SourceVerdict net =
        judged(maps, claim_of(2, "2024-03-01", "2024-03-13", Measure::net), profile);
    CHECK(net.verdict == Verdict::undecidable); // and never contradicted
    CHECK(net.without_break.low->km2() == doctest::Approx(0.5 * degree()).epsilon(1e-9));
    // Nor is there an answer for another day that lies across it, and no chance of one.
    const std::vector<engine::ControlBoundary> after{maps[0], maps[1], maps[2],
                                                     map_of("2024-03-14", box(32, 48, 34.5, 49)),
                                                     map_of("2024-03-15", box(32, 48, 34.5, 49))};
    const SourceVerdict later =
        judged(after, claim_of(2, "2024-03-01", "2024-03-15", Measure::lost), profile);
    CHECK_FALSE(later.probability);
    REQUIRE_FALSE(later.sensitivity.empty());
    for (const engine::Shift& shift : later.sensitivity) {
        CAPTURE(shift.date.iso());
        CHECK((shift.verdict == Verdict::undecidable || shift.date < day("2024-03-13")));
    }
    CHECK(
        judged(maps, claim_of(0.5, "2024-03-01", "2024-03-13", Measure::gained), profile).verdict ==
        Verdict::consistent);
    CHECK(judged(maps, claim_of(0.5, "2024-03-01", "2024-03-12", Measure::net), profile).verdict ==
          Verdict::consistent);
}

TEST_CASE(
    "what a source leaves out is added to a held area, and keeps a part of it from counting") {
    engine::SourceProfile profile = exact_profile();
    engine::Omission omission{.what = "an island", .km2 = degree()};
    omission.ring = {{36, 47}, {38, 47}, {38, 50}, {36, 50}};
    profile.omits = {omission};
    const std::vector<engine::ControlBoundary> maps{map_of("2024-03-01", box(30, 48, 34, 49))};
    const Claim five = claim_of(5, nullptr, "2024-03-01", Measure::held);
    const SourceVerdict whole = judged(maps, five, profile);
    CHECK(whole.verdict == Verdict::consistent);
    CHECK(has_reason(whole, "omission_added"));
    CHECK(whole.added().km2() == doctest::Approx(degree()));
    // What is told is what was compared: five degrees, which lie in the band.
    const auto told =
        std::ranges::find(whole.reasons, engine::ReasonCode::comparison, &engine::Reason::code);
    REQUIRE(told != whole.reasons.end());
    CHECK(told->remarks.front() == engine::Remark::comparison_consistent);
    const auto& compared = std::get<engine::Interval>(told->values.at("measured"));
    CHECK(compared.low->km2() == doctest::Approx(5 * degree()).epsilon(1e-9));
    // Without a day the maps of all days are asked, each with what it lacks: they agree.
    std::vector<engine::ControlBoundary> days;
    for (int d = 10; d <= 29; ++d) {
        days.push_back(map_of(("2024-02-" + std::to_string(d)).c_str(), box(30, 48, 34, 49)));
    }
    const SourceVerdict open_day =
        judged(days, claim_of(5, nullptr, nullptr, Measure::held), profile);
    CHECK(open_day.verdict == Verdict::consistent);
    REQUIRE_FALSE(open_day.sensitivity.empty());
    for (const engine::Shift& shift : open_day.sensitivity) {
        CHECK((shift.days > 0 || shift.verdict == Verdict::consistent)); // no map is later
    }
    // In a region that reaches into what is left out nothing is known; elsewhere all is.
    const SourceVerdict there = judged(maps, five, profile, box(30, 48, 37, 49));
    CHECK(there.verdict == Verdict::undecidable);
    CHECK_FALSE(there.covered);
    const Claim two = claim_of(2, nullptr, "2024-03-01", Measure::held);
    CHECK(judged(maps, two, profile, box(30, 48, 32, 49)).verdict == Verdict::consistent);
}

TEST_CASE("of a place that a source leaves out it tells nothing, whatever is said of it") {
    engine::SourceProfile profile = exact_profile();
    engine::Omission omission{.what = "an island", .km2 = degree()};
    omission.ring = {{36, 47}, {38, 47}, {38, 50}, {36, 50}};
    profile.omits = {omission};
    const std::vector<engine::ControlBoundary> maps{map_of("2024-03-01", box(30, 48, 34, 49)),
                                                    map_of("2024-03-13", box(30, 48, 32, 49))};
    for (const Measure measure : engine::kMeasures) {
        CAPTURE(engine::name(measure));
        Claim claim = claim_of(1, "2024-03-01", "2024-03-13", measure);
        claim.figure.direction = engine::ClaimDirection::kLost;
        const auto is_open = [&](const Claim& one) {
            const SourceVerdict v = judged(maps, one, profile, box(36.5, 48, 38.2, 49));
            CHECK(v.verdict == Verdict::undecidable);
            CHECK_FALSE(v.covered);
            CHECK_FALSE(v.probability);
            CHECK(has_reason(v, "omission_in_place"));
            CHECK(v.would_decide.what == engine::WouldDecide::What::other_maps);
            for (const engine::Shift& shift : v.sensitivity) {
                CHECK(shift.verdict == Verdict::undecidable);
            }
        };
        is_open(claim);
        claim.figure.hedge = "less_than"; // no change is less, too
        is_open(claim);
    }
    // Where the most of a region is drawn, what changed in it is.
    const Claim two = claim_of(2, "2024-03-01", "2024-03-13", Measure::lost);
    CHECK(judged(maps, two, profile, box(30, 48, 37, 49)).verdict == Verdict::consistent);
    // Before it was left out it was drawn.
    profile.omits[0].from = day("2024-03-14");
    CHECK(judged(maps, two, profile, box(36.5, 48, 38.2, 49)).omitted.empty());
    // What nothing is held of hides as much, and takes nothing from a held area.
    profile.omits[0] = {.what = "another country", .ring = omission.ring};
    const Claim four = claim_of(4, nullptr, "2024-03-01", Measure::held);
    const SourceVerdict whole = judged(maps, four, profile);
    CHECK(whole.verdict == Verdict::consistent);
    CHECK(whole.omitted.empty());
    CHECK_FALSE(judged(maps, four, profile, box(36.5, 48, 38.2, 49)).covered);
    CHECK(judged(maps, four, profile, box(30, 48, 37, 49)).verdict == Verdict::consistent);
}

TEST_CASE("what moved to and fro in a place happened there") {
    // In the place, 34 to 36, a degree was won and lost again; two degrees were lost outside.
    const std::vector<engine::ControlBoundary> maps{map_of("2024-03-01", box(30, 48, 34, 49)),
                                                    map_of("2024-03-05", box(30, 48, 35, 49)),
                                                    map_of("2024-03-09", box(30, 48, 32, 49))};
    const auto lost = [&](double degrees) {
        return judged(maps, claim_of(degrees, "2024-03-01", "2024-03-09", Measure::lost),
                      exact_profile(), box(34, 48, 36, 49))
            .verdict;
    };
    CHECK(lost(1) == Verdict::consistent); // none was held at first: the sum is meant
    CHECK(lost(2) == Verdict::overstated);
}

TEST_CASE("lost may be what the last map lacks of the first, or the sum from map to map") {
    // Two degrees are lost, one of them won back, and lost once more.
    const std::vector<engine::ControlBoundary> maps{
        map_of("2024-03-01", box(30, 48, 34, 49)), map_of("2024-03-05", box(30, 48, 32, 49)),
        map_of("2024-03-09", box(30, 48, 33, 49)), map_of("2024-03-13", box(30, 48, 32, 49))};
    const auto verdict = [&](double degrees) {
        return judged(maps, claim_of(degrees, "2024-03-01", "2024-03-13", Measure::lost),
                      exact_profile());
    };
    const SourceVerdict sum = verdict(3);
    REQUIRE(sum.readings);
    CHECK(sum.readings->gross.high->km2() == doctest::Approx(3 * degree()).epsilon(1e-9));
    CHECK(sum.readings->net.low->km2() == doctest::Approx(-2 * degree()).epsilon(1e-9));
    // Each place once: the two degrees between 32 and 34 were held and are not.
    CHECK(sum.readings->ever.high->km2() == doctest::Approx(2 * degree()).epsilon(1e-6));
    CHECK(sum.verdict == Verdict::undecidable);
    CHECK(has_reason(sum, "gross_agrees"));
    CHECK(verdict(2).verdict == Verdict::consistent);
    CHECK(verdict(4.5).verdict == Verdict::overstated); // by both
    // More than the four degrees that were held cannot be missing: the sum is meant.
    const std::vector<engine::ControlBoundary> to_and_fro{
        map_of("2024-03-01", box(30, 48, 31, 49)), map_of("2024-03-05", box(30, 48, 34, 49)),
        map_of("2024-03-09", box(30, 48, 32, 49)), map_of("2024-03-13", box(30, 48, 31, 49))};
    const SourceVerdict meant =
        judged(to_and_fro, claim_of(3, "2024-03-01", "2024-03-13", Measure::lost), exact_profile());
    CHECK(meant.verdict == Verdict::consistent);
    CHECK(has_reason(meant, "gross_meant"));
    // Three degrees were held at some time after the baseline and are not at the end.
    CHECK(meant.readings->ever.high->km2() == doctest::Approx(3 * degree()).epsilon(1e-6));
}

TEST_CASE("between maps that are far apart a sum has no upper end") {
    const std::vector<engine::ControlBoundary> maps{map_of("2024-01-01", box(30, 48, 34, 49)),
                                                    map_of("2024-06-01", box(30, 48, 32, 49))};
    const SourceVerdict v =
        judged(maps, claim_of(3, "2024-01-01", "2024-06-01", Measure::lost), exact_profile());
    REQUIRE(v.readings);
    CHECK_FALSE(v.readings->gross.high);
    CHECK(v.verdict == Verdict::undecidable);
}

TEST_CASE(
    "a figure with another reading that is as likely is not judged where that turns the verdict") {
    const std::vector<engine::ControlBoundary> maps{map_of("2024-03-01", box(30, 48, 34, 49)),
                                                    map_of("2024-03-05", box(30, 48, 32, 49))};
    Claim claim = claim_of(2, "2024-03-01", "2024-03-05", Measure::lost);
    engine::Reading decimal;
    decimal.figure_km2 = claim.figure.figure_km2.value() / 1000.0;
    decimal.code = "comma_decimal";
    claim.figure.readings.push_back(decimal);
    CHECK(judged(maps, claim, exact_profile()).verdict == Verdict::consistent); // less likely
    claim.figure.readings.back().open = true;
    const SourceVerdict open = judged(maps, claim, exact_profile());
    CHECK(open.verdict == Verdict::undecidable);
    CHECK(has_reason(open, "figure_open"));
}
