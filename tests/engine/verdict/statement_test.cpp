// SPDX-License-Identifier: MIT
// What becomes of a claim's words before they are compared: rates, shares, months, places.
#include "engine/verdict/stated_claim.hpp"

#include "engine/case/case_file.hpp"
#include "engine/input_error.hpp"
#include "engine/verify.hpp"
#include "engine/yardsticks/yardstick.hpp"
#include "tests/engine/boxes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using boxes::box;
using boxes::day;
using boxes::map_of;
using boxes::zone_km2;
using engine::Claim;
using engine::ClaimKind;
using engine::ClaimVerification;
using engine::Measure;
using engine::Verdict;

namespace {

double degree() {
    return zone_km2(0, 48, 1, 49);
}

Claim claim_of(double km2, ClaimKind kind, Measure measure) {
    Claim claim;
    claim.id = "c";
    claim.measure = measure;
    claim.since = day("2025-11-01");
    claim.as_of = day("2025-11-30");
    claim.figure.kind = kind;
    claim.figure.figure_km2 = km2;
    claim.figure.strict = claim.figure.lenient = engine::Band{0.95 * km2, 1.05 * km2};
    return claim;
}

/// 30–34 on 1 November, half a degree more on the 30th, and another half on 1 December.
engine::VerifyInputs inputs_of(const Claim& claim, bool shows_evening_before = false) {
    engine::VerifyInputs inputs;
    inputs.the_case.claims = {claim};
    engine::SourceProfile profile = *engine::find_built_in_profile("plain");
    profile.accuracy.reset();
    profile.shows_evening_before = shows_evening_before;
    inputs.sources = {
        {"s",
         profile,
         std::nullopt,
         {map_of("2025-11-01", box(30, 48, 34, 49)), map_of("2025-11-30", box(30, 48, 34.5, 49)),
          map_of("2025-12-01", box(30, 48, 35, 49))}}};
    return inputs;
}

ClaimVerification judged(engine::VerifyInputs inputs) {
    return engine::verify(std::move(inputs)).claims.at(0);
}

bool has_reason(const ClaimVerification& v, const std::string& code) {
    return std::ranges::any_of(v.by_source.at(0).reasons,
                               [&](const auto& r) { return name(r.code) == code; });
}

/// Neither on the claim's day nor on another, nor of another class, is it said what the comparison
/// of unlike things would give.
void check_nothing_is_compared(const ClaimVerification& v) {
    const engine::SourceVerdict& found = v.by_source.at(0);
    REQUIRE_FALSE(found.sensitivity.empty());
    for (const engine::Shift& shift : found.sensitivity) {
        CHECK(shift.verdict == Verdict::undecidable);
    }
    for (const engine::ClassTotal& total : found.measured.classes) {
        CHECK(total.verdict == Verdict::undecidable);
    }
    CHECK(found.strict_verdict == Verdict::undecidable);
    CHECK_FALSE(found.reached);
    CHECK_FALSE(found.probability);
    CHECK_FALSE(has_reason(v, "day_turns_verdict"));
}

} // namespace

TEST_CASE("a measure that is open is judged for each that the words allow") {
    // Half a degree was gained: two are too much as a loss, a gain and a balance alike. Four and a
    // half are held, which is no reading of a claim that says since when.
    Claim claim = claim_of(2 * degree(), ClaimKind::kArea, Measure::lost);
    claim.measure_open = true;
    const auto change = judged(inputs_of(claim));
    CHECK(change.choices.size() == 3);
    CHECK(change.verdict == Verdict::overstated);
    CHECK(change.reasons.front().code == engine::ReasonCode::measure_open_agrees);
    claim.since.reset();
    const auto anything = judged(inputs_of(claim));
    CHECK(anything.choices.size() == 4);
    CHECK(anything.verdict == Verdict::undecidable);
    CHECK(anything.reasons.front().code == engine::ReasonCode::measure_open);
    // Half a degree is right as a gain and as a balance, not as a loss.
    claim = claim_of(0.5 * degree(), ClaimKind::kArea, Measure::lost);
    claim.measure_open = true;
    CHECK(judged(inputs_of(claim)).verdict == Verdict::undecidable);
}

TEST_CASE("a change counted from the day it runs to is no change of 0, but open") {
    for (const Measure measure : {Measure::lost, Measure::gained, Measure::net}) {
        CAPTURE(engine::name(measure));
        Claim claim = claim_of(degree(), ClaimKind::kArea, measure);
        claim.since = claim.as_of;
        const ClaimVerification found = judged(inputs_of(claim));
        CHECK(found.verdict == Verdict::undecidable);
        CHECK(has_reason(found, "window_is_empty"));
        CHECK_FALSE(found.by_source.at(0).probability);
        CHECK_FALSE(found.by_source.at(0).ratio);
        claim.figure.kind = ClaimKind::kRate;
        CHECK(judged(inputs_of(claim)).verdict == Verdict::undecidable);
    }
    // What is held on a day is held on it, from whatever day one counts.
    Claim held = claim_of(4.5 * degree(), ClaimKind::kArea, Measure::held);
    held.since = held.as_of;
    CHECK(judged(inputs_of(held)).verdict == Verdict::consistent);
}

TEST_CASE("days of a window: both ends count, but a month from day to day is one") {
    CHECK(engine::days_of_window(day("2025-11-01"), day("2025-11-30")) == 30);
    CHECK(engine::days_of_window(day("2025-11-01"), day("2025-12-01")) == 30);
    CHECK(engine::days_of_window(day("2025-11-03"), day("2025-11-09")) == 7);
    CHECK(engine::days_of_window(day("2025-11-03"), day("2025-11-03")) == 1);
}

TEST_CASE("a rate is judged as the change over its days") {
    const double a_day = 0.5 * degree() / 30.0;
    const auto v = judged(inputs_of(claim_of(a_day, ClaimKind::kRate, Measure::gained)));
    CHECK(v.verdict == Verdict::consistent);
    REQUIRE(v.rate);
    CHECK(v.rate->days == 30);
    CHECK(v.rate->km2_a_day == doctest::Approx(a_day));
    CHECK(v.claim.figure.figure_km2.value() == doctest::Approx(0.5 * degree()));
    CHECK(has_reason(v, "rate"));
    CHECK(judged(inputs_of(claim_of(2 * a_day, ClaimKind::kRate, Measure::gained))).verdict ==
          Verdict::overstated);
    Claim open = claim_of(a_day, ClaimKind::kRate, Measure::gained);
    open.since.reset();
    const auto without = judged(inputs_of(open));
    CHECK(without.verdict == Verdict::undecidable);
    CHECK(has_reason(without, "rate_needs_window"));
}

TEST_CASE("a rate in a case's words is read") {
    const auto read = engine::parse_case(
        "[[source]]\nname = \"s\"\nfiles = \"*\"\n[[claim]]\nid = \"r\"\n"
        "text = \"They gained 30 km² a day in November.\"\nmeasure = \"gained\"\n"
        "since = 2025-11-01\nas_of = 2025-11-30\nwithin = \"oblast.geojson\"\n",
        "c.toml");
    CHECK(read.claims.at(0).figure.kind == ClaimKind::kRate);
    CHECK(read.claims.at(0).figure.figure_km2.value() == doctest::Approx(30.0));
    CHECK(read.claims.at(0).within == "oblast.geojson");
}

TEST_CASE("the end of a month is on the map of the first where maps show the evening before") {
    const Claim half = claim_of(0.5 * degree(), ClaimKind::kArea, Measure::gained);
    CHECK(judged(inputs_of(half)).verdict == Verdict::consistent);
    const auto evening = judged(inputs_of(half, true));
    CHECK(evening.verdict == Verdict::understated); // a degree by the map of 1 December
    CHECK(has_reason(evening, "evening_before"));
    Claim mid = half;
    mid.as_of = day("2025-11-29");
    CHECK_FALSE(engine::ends_with_month(mid));
    CHECK_FALSE(has_reason(judged(inputs_of(mid, true)), "evening_before"));
}

TEST_CASE("a file that repeats a map has it stand for its day as well, for a day or two") {
    Claim half = claim_of(0.5 * degree(), ClaimKind::kArea, Measure::gained);
    half.since = day("2025-11-02");
    engine::VerifyInputs inputs = inputs_of(half);
    const auto repeated = [&](const char* date, double east) {
        engine::ControlBoundary map = map_of(date, box(30, 48, east, 49));
        map.map_date.reset(); // the file's day alone is known
        return map;
    };
    inputs.sources[0].boundaries = {repeated("2025-11-01", 34), repeated("2025-11-02", 34),
                                    repeated("2025-11-20", 34.5), repeated("2025-11-30", 34.5)};
    const auto ten_days = judged(inputs);
    CHECK(ten_days.by_source.at(0).covered == false); // nobody looked, as far as is known
    inputs.sources[0].boundaries[2] = repeated("2025-11-28", 34.5);
    const auto two_days = judged(inputs);
    CHECK(two_days.verdict == Verdict::consistent);
    CHECK(has_reason(two_days, "file_repeats_map"));
    CHECK(two_days.by_source.at(0).measured.best);
}

TEST_CASE("a share of the region that holds all that a source draws needs no polygon") {
    Claim half = claim_of(2.25 * degree(), ClaimKind::kShare, Measure::held);
    half.figure.ratio = 0.5;
    half.figure.yardstick = "Ukraine"; // here of 4.5 degrees, which are held
    half.figure.strict = half.figure.lenient = engine::Band{4.4 * degree(), 4.6 * degree()};
    half.figure.figure_km2 = 4.5 * degree();
    engine::VerifyInputs inputs = inputs_of(half);
    CHECK(judged(inputs).verdict == Verdict::undecidable);
    inputs.sources[0].profile.covers = "Belarus";
    CHECK(judged(inputs).verdict == Verdict::undecidable);
    inputs.sources[0].profile.covers = "Ukraine";
    const auto covered = judged(inputs);
    CHECK(covered.verdict == Verdict::consistent);
    CHECK(has_reason(covered, "share_of_all"));
    CHECK(engine::find_built_in_profile("deepstate")->covers == "Ukraine");
    CHECK(engine::find_yardsticks("Ukraine").size() == 1);
}

TEST_CASE("a share of a region needs its polygon, and is a share of that") {
    // A quarter of a region of 8 degrees is 2; published are 8 degrees as well.
    Claim claim = claim_of(2 * degree(), ClaimKind::kShare, Measure::held);
    claim.figure.ratio = 0.25;
    claim.figure.yardstick = "Region";
    const auto without = judged(inputs_of(claim));
    CHECK(without.verdict == Verdict::undecidable);
    CHECK(has_reason(without, "share_needs_region"));
    CHECK(without.by_source.at(0).would_decide.what ==
          engine::WouldDecide::What::share_needs_region);
    check_nothing_is_compared(without);
    // Of the region 32.5 to 40.5 two degrees are held on the 30th.
    auto inputs = inputs_of(claim);
    inputs.within = box(32.5, 48, 40.5, 49);
    CHECK(judged(inputs).verdict == Verdict::consistent);
    // A polygon of 6 degrees: a quarter is 1.5 by it and 2 by the published area. 1.5 are held.
    inputs.within = box(33, 48, 39, 49);
    const auto differ = judged(inputs);
    CHECK(differ.verdict == Verdict::undecidable);
    CHECK(has_reason(differ, "share_denominators"));
    REQUIRE(differ.share);
    CHECK(differ.share->published_km2 == doctest::Approx(8 * degree()));
    CHECK(differ.share->polygon_km2.value() == doctest::Approx(6 * degree()).epsilon(1e-9));
}

TEST_CASE("what happened in a place that the words name needs its polygon") {
    // Half a degree was gained in all: how much of it in the place, the maps do not say.
    for (const double degrees : {0.1, 0.5, 2.0}) {
        CAPTURE(degrees);
        Claim claim = claim_of(degrees * degree(), ClaimKind::kArea, Measure::gained);
        claim.figure.place = "Kherson oblast";
        const auto without = judged(inputs_of(claim));
        CHECK(without.verdict == Verdict::undecidable);
        CHECK(has_reason(without, "place_needs_region"));
        CHECK(without.by_source.at(0).would_decide.what ==
              engine::WouldDecide::What::share_needs_region);
        check_nothing_is_compared(without);
        auto inputs = inputs_of(claim);
        inputs.within = box(33, 48, 40, 49);
        CHECK(judged(inputs).verdict ==
              judged(inputs_of(claim_of(degrees * degree(), ClaimKind::kArea, Measure::gained)))
                  .verdict);
    }
}

TEST_CASE("what the words leave out is compared only with maps that leave it out as well") {
    Claim claim = claim_of(4.5 * degree(), ClaimKind::kArea, Measure::held);
    claim.figure.except = "Island";
    const auto drawn = judged(inputs_of(claim));
    CHECK(drawn.verdict == Verdict::undecidable);
    CHECK(has_reason(drawn, "part_excepted"));
    check_nothing_is_compared(drawn);
    // Left out by the source as well, it is not added; without the words it is.
    auto inputs = inputs_of(claim);
    engine::Omission island{.what = "Island", .km2 = 3 * degree()};
    island.ring = {{50, 48}, {53, 48}, {53, 49}};
    inputs.sources[0].profile.omits = {island};
    CHECK(judged(inputs).verdict == Verdict::consistent);
    CHECK_FALSE(has_reason(judged(inputs), "omission_added"));
    inputs.the_case.claims[0].figure.except.clear();
    CHECK(judged(inputs).verdict == Verdict::understated);
    // In a change it cancels.
    Claim gained = claim_of(0.5 * degree(), ClaimKind::kArea, Measure::gained);
    gained.figure.except = "Island";
    CHECK(judged(inputs_of(gained)).verdict == Verdict::consistent);
}

TEST_CASE("what another side holds is not what these maps show") {
    for (const double degrees : {0.1, 4.5, 50.0}) {
        Claim claim = claim_of(degrees * degree(), ClaimKind::kArea, Measure::held);
        claim.figure.of_another = true;
        const auto found = judged(inputs_of(claim));
        CHECK(found.verdict == Verdict::undecidable);
        CHECK(has_reason(found, "of_another"));
        check_nothing_is_compared(found);
    }
}

TEST_CASE("nothing is lost by the maps where they draw nothing, and nobody is wrong for it") {
    auto inputs = inputs_of(claim_of(0.5 * degree(), ClaimKind::kArea, Measure::lost));
    inputs.within = box(10, 48, 20, 49);
    const auto found = judged(inputs);
    CHECK(found.verdict == Verdict::undecidable);
    CHECK_FALSE(found.by_source.at(0).covered);
    CHECK(has_reason(found, "nothing_drawn"));
    // Much was lost elsewhere: still it does not show whose that land was.
    for (const Measure measure : {Measure::lost, Measure::net}) {
        Claim loss = claim_of(0.5 * degree(), ClaimKind::kArea, measure);
        loss.figure.direction = engine::ClaimDirection::kLost;
        auto retreat = inputs_of(loss);
        retreat.sources[0].boundaries = {map_of("2025-11-01", box(30, 48, 36, 49)),
                                         map_of("2025-11-30", box(30, 48, 34, 49))};
        retreat.within = box(10, 48, 20, 49);
        const auto unseen = judged(retreat);
        CHECK(unseen.verdict == Verdict::undecidable);
        CHECK(has_reason(unseen, "nothing_drawn"));
    }
    // Where something is drawn, less was lost than was said.
    inputs.within = box(30, 48, 33, 49);
    CHECK(judged(inputs).verdict == Verdict::overstated);
    // Nothing was gained there either, though much was elsewhere: that is about the place.
    inputs = inputs_of(claim_of(0.5 * degree(), ClaimKind::kArea, Measure::gained));
    inputs.within = box(10, 48, 20, 49);
    CHECK(judged(inputs).verdict == Verdict::contradicted);
}

TEST_CASE("a claim's own region of interest goes before the case's") {
    Claim claim = claim_of(0.25 * degree(), ClaimKind::kArea, Measure::gained);
    claim.within = "east";
    auto inputs = inputs_of(claim);
    inputs.within = box(30, 48, 33, 49); // nothing changed in it
    inputs.claim_regions["east"] = box(34.25, 48, 40, 49);
    CHECK(judged(inputs).verdict == Verdict::consistent);
    inputs.the_case.claims[0].within.clear();
    CHECK(judged(inputs).verdict == Verdict::contradicted); // it happened elsewhere
}

TEST_CASE("faults of a region of interest are told") {
    auto inputs = inputs_of(claim_of(degree(), ClaimKind::kArea, Measure::gained));
    shapes::Region bowtie;
    bowtie.add_polygon(
        std::vector<std::vector<shapes::Position>>{{{30, 48}, {36, 49}, {36, 48}, {30, 49}}});
    inputs.within = bowtie;
    const auto result = engine::verify(inputs);
    REQUIRE_FALSE(result.warnings.empty());
    const engine::MapWarning& warning = result.warnings.front();
    CHECK(warning.code == engine::MapWarningCode::region_faults);
    REQUIRE(warning.faults);
    CHECK(warning.faults->count >= 1);
    CHECK(warning.paths.empty()); // the case's own region has no other name here
}
