// SPDX-License-Identifier: MIT
// What a user may ask of a verification beyond its case: simulation, scale, language, outline.
#include "engine/verify.hpp"

#include "tests/engine/boxes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>

using boxes::box;
using boxes::day;
using boxes::map_of;
using boxes::zone_km2;
using engine::ErrorModel;
using engine::Remark;
using engine::SourceVerdict;
using engine::Verdict;

namespace {

/// A claim of `degrees` of longitude between the parallels 48 and 49, ± 10 %.
engine::Claim claim_of(double degrees) {
    engine::Claim claim;
    claim.id = "c";
    claim.since = day("2022-09-01");
    claim.stated = day("2022-09-08");
    const double km2 = degrees * zone_km2(0, 48, 1, 49);
    claim.figure.figure_km2 = km2;
    claim.figure.strict = claim.figure.lenient = engine::Band{0.9 * km2, 1.1 * km2};
    return claim;
}

/// 30–34 on the 1st, then 30 to `east`; drawn with 1 km of error.
engine::VerifyInputs inputs_of(double east, engine::Claim claim) {
    engine::SourceProfile profile = *engine::find_built_in_profile("plain");
    profile.accuracy = engine::SourceAccuracy{1.0, 10.0, "a test's"};
    engine::VerifyInputs inputs;
    inputs.the_case.claims = {std::move(claim)};
    inputs.sources.push_back(
        {"s",
         profile,
         std::nullopt,
         {map_of("2022-09-01", box(30, 48, 34, 49)), map_of("2022-09-08", box(30, 48, east, 49))}});
    return inputs;
}

SourceVerdict judged(double east, double claimed, const engine::VerifyOptions& options) {
    return engine::verify(inputs_of(east, claim_of(claimed)), options).claims[0].by_source[0];
}

engine::VerifyOptions simulating(ErrorModel model = ErrorModel::redrawn, int threads = 1) {
    engine::VerifyOptions options;
    options.error_model = model;
    options.threads = threads;
    options.simulation = engine::SimulationOptions{400, 5, 1, {}};
    return options;
}

const engine::Reason* reason(const SourceVerdict& v, const std::string& code) {
    const auto it = std::ranges::find_if(
        v.reasons, [&](const engine::Reason& r) { return engine::name(r.code) == code; });
    return it == v.reasons.end() ? nullptr : &*it;
}

bool says(const engine::Reason* reason, engine::Remark remark) {
    return reason != nullptr && std::ranges::find(reason->remarks, remark) != reason->remarks.end();
}

} // namespace

TEST_CASE("where first order holds, a simulation stands beside it and agrees") {
    for (const ErrorModel model : {ErrorModel::redrawn, ErrorModel::retraced}) {
        const SourceVerdict v = judged(33.0, 1.0, simulating(model)); // 73 km by 111 km lost
        CAPTURE(name(model));
        REQUIRE(v.measured.simulated);
        const auto& s = *v.measured.simulated;
        CHECK_FALSE(s.replaces_first_order);
        CHECK(s.model == model);
        CHECK(s.runs == 400);
        CHECK(s.seed == 5);
        REQUIRE(v.measured.sigma);
        // Three standard errors of a standard deviation of 400 normal values: σ/√800 each.
        CHECK(std::abs(s.sigma.km2() - v.measured.sigma->km2()) <
              3.0 * s.sigma.km2() / std::sqrt(800.0));
        REQUIRE(s.interval.low);
        REQUIRE(s.interval.high);
        // 95 % of a Gaussian: 3.92 σ wide; the quantiles of 400 values are good to 6 %.
        const double width = (*s.interval.high - *s.interval.low).km2();
        CHECK(width == doctest::Approx(3.92 * s.sigma.km2()).epsilon(0.15));
        CHECK(*s.interval.low < *v.measured.best);
        CHECK(*s.interval.high > *v.measured.best);
        REQUIRE(reason(v, "simulated") != nullptr);
        CHECK(std::get<std::uint64_t>(reason(v, "simulated")->values.at("runs")) == 400);
    }
    CHECK_FALSE(judged(33.0, 1.0, {}).measured.simulated);
}

TEST_CASE("where it does not, the simulation takes its place and the reasons say so") {
    // 1.5 km by 111 km lost, σ = 1 km: the strip is hardly wider than the error.
    const SourceVerdict v = judged(33.98, 0.02, simulating());
    REQUIRE(v.measured.simulated);
    CHECK(v.measured.simulated->replaces_first_order);
    CHECK(v.measured.sigma == v.measured.simulated->sigma);
    CHECK_FALSE(v.measured.errors[0].first_order_valid);
    CHECK(says(reason(v, "simulated"), Remark::simulated_replaces));
    CHECK_FALSE(says(reason(v, "boundary_error"), Remark::rough_guide));
    const SourceVerdict without = judged(33.98, 0.02, {});
    CHECK(says(reason(without, "boundary_error"), Remark::rough_guide));
}

TEST_CASE("a simulation gives the same numbers whatever the number of threads") {
    const auto one = judged(33.0, 1.0, simulating(ErrorModel::retraced, 1)).measured.simulated;
    const auto three = judged(33.0, 1.0, simulating(ErrorModel::retraced, 3)).measured.simulated;
    REQUIRE(one);
    REQUIRE(three);
    CHECK(one->sigma == three->sigma);
    CHECK(one->bias == three->bias);
    CHECK(one->interval.low == three->interval.low);
    CHECK(one->interval.high == three->interval.high);
}

TEST_CASE("lines traced twice: their slivers are taken off, those of the same edges are not") {
    // The second map's front stands as it was lost; its other sides wander by up to 0.2 km.
    shapes::Region traced;
    traced.add_polygon(std::vector<std::vector<shapes::Position>>{{{30.002, 48.001},
                                                                   {31.5, 47.999},
                                                                   {33, 48.001},
                                                                   {33, 49.001},
                                                                   {31.5, 48.999},
                                                                   {30.001, 49.001}}});
    auto inputs = inputs_of(33.0, claim_of(1.0));
    inputs.sources[0].boundaries[1] = map_of("2022-09-08", traced);
    const auto fresh = engine::verify(inputs, {.error_model = ErrorModel::retraced});
    const auto& error = fresh.claims[0].by_source[0].measured.errors.at(0);
    // North and south side of three degrees (219 and 223 km) and the west of 111 km.
    CHECK(error.traced_twice_km == doctest::Approx(219 + 223 + 111).epsilon(0.03));
    CHECK(error.correction.km2() ==
          doctest::Approx(error.traced_twice_km / std::sqrt(3.14159265)).epsilon(1e-6));
    CHECK(says(reason(fresh.claims[0].by_source[0], "boundary_error"), Remark::slivers_taken_off));
    const auto alike = judged(33.0, 1.0, {.error_model = ErrorModel::retraced});
    CHECK(alike.measured.errors.at(0).correction.km2() == 0.0);
    CHECK(alike.measured.errors.at(0).bias.km2() > 0.0);
}

TEST_CASE("an outline that was given does not move") {
    const engine::BoundaryError free = judged(33.0, 1.0, {}).measured.errors.at(0);
    auto inputs = inputs_of(33.0, claim_of(1.0));
    inputs.outline = box(29.995, 47.995, 34.005, 49.005); // half a km beside the border
    const auto v = engine::verify(std::move(inputs)).claims[0].by_source[0];
    const engine::BoundaryError& fixed = v.measured.errors.at(0);
    // Of the outline of what was lost only the front of the 8th, 111 km, is not the border.
    CHECK(fixed.moving_km == doctest::Approx(111.2).epsilon(0.01));
    CHECK(free.moving_km > 350.0);
    CHECK(fixed.shared_km == 0.0);
}

TEST_CASE("what stands still depends on a year between two maps, not on how many were loaded") {
    const auto verified = [](std::vector<engine::ControlBoundary> more) {
        engine::Claim claim = claim_of(3.0);
        claim.measure = engine::Measure::held;
        auto inputs = inputs_of(33.0, std::move(claim));
        std::ranges::move(more, std::back_inserter(inputs.sources[0].boundaries));
        return engine::verify(std::move(inputs));
    };
    const auto sigma = [&](const engine::Verification& v) {
        return v.claims[0].by_source[0].measured.sigma->km2();
    };
    using By = engine::FixedOutline::By;
    const auto two = verified({});
    CHECK(two.sources[0].outline.by == By::nothing);
    // The border in the west is drawn alike on all of four maps of a month.
    const auto four = verified(
        {map_of("2022-09-04", box(30, 48, 33.5, 49)), map_of("2022-09-30", box(30, 48, 32.5, 49))});
    CHECK(four.sources[0].outline.by == By::nothing);
    CHECK(sigma(four) == sigma(two));
    // And on one of the year before: then it is a border.
    const auto year = verified({map_of("2021-09-01", box(30, 48, 36, 49))});
    CHECK(year.sources[0].outline.by == By::maps);
    CHECK(year.sources[0].outline.first == day("2021-09-01"));
    CHECK(year.sources[0].outline.last == day("2022-09-08"));
    CHECK(sigma(year) < sigma(two));
}

TEST_CASE("the reasons say how exactly lines are drawn and who says so") {
    const auto said = [](engine::AccuracyOrigin origin) {
        auto inputs = inputs_of(33.0, claim_of(1.0));
        inputs.sources[0].profile.accuracy->origin = origin;
        const auto v = engine::verify(std::move(inputs)).claims[0].by_source[0];
        return *reason(v, "boundary_error");
    };
    const engine::Reason assumed = said(engine::AccuracyOrigin::assumed);
    CHECK(says(&assumed, Remark::position_sigma_assumed));
    CHECK(std::get<engine::Length>(assumed.values.at("position_sigma_km")).km == 1.0);
    const engine::Reason of_case = said(engine::AccuracyOrigin::given_by_case);
    CHECK(says(&of_case, Remark::position_sigma_case));
    const engine::Reason of_option = said(engine::AccuracyOrigin::given_by_option);
    CHECK(says(&of_option, Remark::position_sigma_option));
    // Nothing shows that both maps were drawn afresh, and it would turn nothing: not a word of it.
    CHECK(reason(judged(33.0, 1.0, {}), "boundary_error_other_model") == nullptr);
}

TEST_CASE("a σ from the command line goes before the case and the profile") {
    engine::SourceAccuracy known{2.0, 10.0, "the profile's"};
    known.classes[1].position_sigma_km = 5.0;
    const auto given = engine::with_sigma(known, 0.5);
    CHECK(given.position_sigma_km == 0.5);
    CHECK(given.correlation_km == 10.0);
    CHECK(given.at(engine::ControlClass::contested).position_sigma_km == 0.5);
    CHECK(given.origin == engine::AccuracyOrigin::given_by_option);
    CHECK(engine::with_sigma(std::nullopt, 0.5).correlation_km == 2.5);
}

TEST_CASE("each plausible baseline day has its verdict, and the stated figure its crossing") {
    engine::VerifyInputs inputs = inputs_of(33.0, claim_of(1.0));
    // 34.5 on 20 August, 34 on 1 September, 33 on the 8th: 1 degree since the 1st, 1.5 since
    // August.
    inputs.sources[0].boundaries.push_back(map_of("2022-08-20", box(30, 48, 34.5, 49)));
    inputs.the_case.claims[0].since = day("2022-08-20");
    inputs.the_case.claims[0].baselines = {day("2022-08-20"), day("2022-09-08")};
    const auto v = engine::verify(inputs).claims[0].by_source[0];
    CHECK(v.verdict == Verdict::understated);
    std::vector<std::pair<std::string, Verdict>> plausible;
    for (const engine::Shift& s : v.sensitivity) {
        if (s.plausible) {
            plausible.emplace_back(s.date.iso(), s.verdict);
        }
    }
    // The claim's own baseline is no other one; the first of the month is one without being named.
    CHECK(plausible ==
          std::vector<std::pair<std::string, Verdict>>{{"2022-09-01", Verdict::consistent},
                                                       {"2022-09-08", Verdict::overstated}});
    const auto told = [&](const char* iso) {
        return std::ranges::any_of(v.reasons, [&](const engine::Reason& r) {
            return r.code == engine::ReasonCode::baseline_turns_verdict &&
                   std::get<engine::Date>(r.values.at("day")) == day(iso);
        });
    };
    CHECK(told("2022-09-01"));
    CHECK(told("2022-09-08"));
    REQUIRE(v.reached); // 0.5 degrees on the 1st, 1.5 on the 8th
    CHECK(v.reached->after == day("2022-09-01"));
    CHECK(v.reached->by == day("2022-09-08"));
    CHECK(reason(v, "reached") != nullptr);
    inputs.the_case.claims[0] = claim_of(5.0);
    CHECK_FALSE(engine::verify(inputs).claims[0].by_source[0].reached);
}

TEST_CASE("where a day turns the verdict, the hour that the source's maps show is told") {
    auto inputs = inputs_of(33.0, claim_of(1.0));
    inputs.sources[0].boundaries[0].map_hour = "about 05:00 UTC";
    inputs.sources[0].boundaries[0].map_hour_in = {{"da", "omkring kl. 05:00 UTC"}};
    const auto v = engine::verify(inputs).claims[0].by_source[0];
    REQUIRE(reason(v, "map_hour") != nullptr);
    const auto& hour = std::get<engine::ProfileWords>(reason(v, "map_hour")->values.at("hour"));
    CHECK(hour.text == "about 05:00 UTC");
    CHECK(hour.in.at("da") == "omkring kl. 05:00 UTC");
    inputs.sources[0].boundaries[0].map_hour = "not told";
    const auto not_told = engine::verify(inputs).claims[0].by_source[0];
    CHECK(reason(not_told, "map_hour") == nullptr);
}
