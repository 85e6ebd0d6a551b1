// SPDX-License-Identifier: MIT
// Days, baselines, brackets and measures: what a claim is compared with.
#include "engine/verify.hpp"

#include "tests/engine/verdict/box_claims.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

using namespace box_claims;

namespace {

/// P(X < low + t · width) of the arcsine distribution.
double arcsine(double t) {
    return 2.0 / std::numbers::pi * std::asin(std::sqrt(t));
}

} // namespace

TEST_CASE("maps of the very days decide") {
    const SourceVerdict v = judged(retreat(), claim_of(2.0, "2022-09-01", "2022-09-11"));
    CHECK(v.verdict == Verdict::consistent);
    CHECK(v.strict_verdict == Verdict::consistent);
    check_degrees(v.measured.best, 2.0);
    CHECK(v.measured.interval.low == v.measured.interval.high);
    REQUIRE(v.ratio);
    CHECK(*v.ratio == doctest::Approx(1.0).epsilon(1e-9));
    REQUIRE(v.probability);
    CHECK(v.probability->consistent == 1.0);
    CHECK(v.would_decide.what == engine::WouldDecide::What::nothing);
    CHECK_FALSE(has_reason(v, "no_map_of_day"));
    REQUIRE(v.changes.size() == 1);
    CHECK(v.changes[0].to == day("2022-09-11"));
    CHECK(v.changes[0].lost_area == *v.measured.best);
    CHECK(v.changes[0].gained.empty());
    check_degrees(v.changes[0].held_area, 2.0);

    CHECK(judged(retreat(), claim_of(3.0, "2022-09-01", "2022-09-11")).verdict ==
          Verdict::overstated);
    CHECK(judged(retreat(), claim_of(1.0, "2022-09-01", "2022-09-11")).verdict ==
          Verdict::understated);
    // 2 of 2.16 is 0.926: within the lenient band, below the strict one.
    const SourceVerdict lenient = judged(retreat(), claim_of(2.16, "2022-09-01", "2022-09-11"));
    CHECK(lenient.verdict == Verdict::consistent);
    CHECK(lenient.strict_verdict == Verdict::overstated);
}

TEST_CASE("a day without a map is bracketed by the maps around it, and nothing between is picked") {
    const SourceVerdict v = judged(retreat(), claim_of(1.0, "2022-09-01", "2022-09-10"));
    CHECK(v.verdict == Verdict::undecidable);
    CHECK_FALSE(v.measured.best);
    CHECK_FALSE(v.ratio);
    REQUIRE(v.measured.bracket.before);
    REQUIRE(v.measured.bracket.after);
    CHECK(v.measured.bracket.before->date == day("2022-09-08"));
    CHECK(v.measured.bracket.after->date == day("2022-09-11"));
    check_degrees(v.measured.bracket.before->area, 0.1);
    check_degrees(v.measured.bracket.after->area, 2.0);
    check_degrees(v.measured.interval.low, 0.1);
    check_degrees(v.measured.interval.high, 2.0);
    CHECK(v.would_decide.what == engine::WouldDecide::What::maps);
    CHECK(wants(v.would_decide.day, "2022-09-09", "2022-09-10"));
    CHECK_FALSE(v.would_decide.baseline);
    CHECK(v.reasons.front().code == engine::ReasonCode::no_map_of_day);
    CHECK(says(v.reasons.front(), engine::Remark::no_map_of_day_around));
    CHECK(std::get<engine::Date>(v.reasons.front().values.at("day")) == day("2022-09-10"));
    CHECK(std::get<engine::Date>(v.reasons.front().values.at("before_date")) == day("2022-09-08"));
    CHECK(v.changes.size() == 2);
    REQUIRE(v.probability);
    // The band 0.9 … 1.1, within 0.1 … 2.0.
    CHECK(v.probability->consistent == doctest::Approx(arcsine(1.0 / 1.9) - arcsine(0.8 / 1.9)));
    CHECK(v.probability->overstated == doctest::Approx(arcsine(0.8 / 1.9)));
}

TEST_CASE("a bracket that lies wholly on one side of the band decides without a map of the day") {
    const SourceVerdict v = judged(retreat(), claim_of(3.0, "2022-09-01", "2022-09-10"));
    CHECK(v.verdict == Verdict::overstated);
    CHECK(has_reason(v, "no_map_of_day"));
    CHECK(v.would_decide.what == engine::WouldDecide::What::nothing);
}

TEST_CASE("a baseline without a map: the maps around it both count") {
    // From the 1st 2.0 degrees, from the 8th 1.9.
    const SourceVerdict v = judged(retreat(), claim_of(1.95, "2022-09-05", "2022-09-11"));
    CHECK(v.verdict == Verdict::consistent);
    check_degrees(v.measured.interval.low, 1.9);
    check_degrees(v.measured.interval.high, 2.0);
    CHECK(v.measured.baseline_before == day("2022-09-01"));
    CHECK(v.measured.baseline_after == day("2022-09-08"));
    CHECK(has_reason(v, "no_map_of_baseline"));

    // 2.16: from the 1st within the lenient band (0.926), from the 8th below it (0.88).
    const SourceVerdict open = judged(retreat(), claim_of(2.16, "2022-09-05", "2022-09-11"));
    CHECK(open.verdict == Verdict::undecidable);
    CHECK_FALSE(open.would_decide.day);
    CHECK(wants(open.would_decide.baseline, "2022-09-02", "2022-09-07"));

    // Both lie below what the words cover; 2.0 by less than anybody would call wrong.
    auto bare = claim_of(2.05, "2022-09-05", "2022-09-11");
    const double km2 = bare.figure.figure_km2.value();
    bare.figure.strict = bare.figure.lenient = engine::Band{0.99 * km2, 1.01 * km2};
    const SourceVerdict near = judged(retreat(), bare);
    CHECK(near.verdict == Verdict::undecidable);
    CHECK(wants(near.would_decide.baseline, "2022-09-02", "2022-09-07"));
}

TEST_CASE("beyond an end that the words leave open nothing is close to them: it is true") {
    // 1.9 or 2.0; "at least 1.5" leads one to expect no more than 1.95.
    auto claim = claim_of(1.5, "2022-09-05", "2022-09-11");
    claim.figure.hedge = "at_least";
    claim.figure.lenient = engine::Band{1.5 * degree(), 1.95 * degree()};
    const auto told = [&](const Claim& of) {
        const SourceVerdict v = judged(retreat(), of);
        CHECK(v.verdict == Verdict::consistent);
        return *std::ranges::find(v.reasons, engine::ReasonCode::comparison, &engine::Reason::code);
    };
    CHECK(says(told(claim), engine::Remark::comparison_measured));
    // Below the end that they set, by little, is close.
    claim.figure.figure_km2 = 1.95 * degree();
    claim.figure.lenient = engine::Band{1.95 * degree(), 2.4 * degree()};
    CHECK(says(told(claim), engine::Remark::comparison_close));
}

TEST_CASE("a window inside one gap may hold nothing of the change or all of it") {
    const SourceVerdict v = judged(retreat(), claim_of(1.0, "2022-09-09", "2022-09-10"));
    CHECK(v.verdict == Verdict::undecidable);
    check_degrees(v.measured.interval.low, 0.0);
    check_degrees(v.measured.interval.high, 1.9);
    CHECK(wants(v.would_decide.day, "2022-09-09", "2022-09-10"));
    CHECK(wants(v.would_decide.baseline, "2022-09-09", "2022-09-10"));
}

TEST_CASE("after the last map nothing is bounded: a front may move back") {
    const SourceVerdict more = judged(retreat(), claim_of(1.0, "2022-09-01", "2022-09-20"));
    CHECK(more.verdict == Verdict::undecidable); // 2 degrees were lost by the last map
    CHECK_FALSE(more.covered);
    CHECK(has_reason(more, "not_covered"));
    CHECK_FALSE(more.measured.interval.high);
    CHECK_FALSE(more.probability);

    const SourceVerdict open = judged(retreat(), claim_of(3.0, "2022-09-01", "2022-09-20"));
    CHECK(open.verdict == Verdict::undecidable);
    CHECK(wants(open.would_decide.day, "2022-09-20", nullptr));
    CHECK_FALSE(open.measured.bracket.after);
}

TEST_CASE("before the first map nothing is known") {
    const SourceVerdict v = judged(retreat(), claim_of(1.0, "2022-08-01", "2022-08-20"));
    CHECK(v.verdict == Verdict::undecidable);
    CHECK_FALSE(v.measured.interval.high);
    const SourceVerdict baseline = judged(retreat(), claim_of(3.0, "2022-08-01", "2022-09-11"));
    CHECK(baseline.verdict == Verdict::undecidable);
    CHECK(wants(baseline.would_decide.baseline, nullptr, "2022-08-01"));
}

TEST_CASE("a claim that names no days is decided only where every plausible day agrees") {
    // From the first map to the last it would agree; a day earlier nearly nothing was lost.
    const SourceVerdict v = judged(retreat(), claim_of(2.0, nullptr, nullptr));
    CHECK(v.verdict == Verdict::undecidable);
    CHECK(v.choice_open);
    CHECK(has_reason(v, "choice_open"));
    // Nor is it too much, whatever the maps show: more may have changed since before the first.
    const SourceVerdict much = judged(retreat(), claim_of(3.0, nullptr, nullptr));
    CHECK(much.verdict == Verdict::undecidable);
    CHECK(much.choice_open);
    CHECK(judged(retreat(), claim_of(3.0, "2022-09-01", nullptr)).verdict == Verdict::overstated);
    // But a balance the other way refutes no claim that does not say since when.
    CHECK(judged(retreat(), claim_of(2.0, nullptr, "2022-09-11", Measure::net)).verdict ==
          Verdict::undecidable);
    CHECK(v.day_assumed);
    CHECK(v.baseline_assumed);
    CHECK(has_reason(v, "day_assumed"));
    CHECK(has_reason(v, "baseline_assumed"));
}

TEST_CASE("contradicted: the net change went the other way") {
    const std::vector<engine::ControlBoundary> advance{map_of("2022-09-01", box(30, 48, 32, 49)),
                                                       map_of("2022-09-11", box(30, 48, 34, 49))};
    const SourceVerdict lost = judged(advance, claim_of(2.0, "2022-09-01", "2022-09-11"));
    CHECK(lost.verdict ==
          Verdict::overstated); // a front moves both ways; only a net can be refuted
    CHECK_FALSE(has_reason(lost, "other_way"));

    const SourceVerdict net =
        judged(retreat(), claim_of(2.0, "2022-09-01", "2022-09-11", Measure::net));
    CHECK(net.verdict == Verdict::contradicted);
    CHECK(net.reasons.front().code == engine::ReasonCode::other_way);
    check_degrees(net.measured.best, -2.0);
    // A net change the other way of less than a tenth of the claim is noise of drawing.
    CHECK(judged(retreat(), claim_of(30.0, "2022-09-01", "2022-09-11", Measure::net)).verdict ==
          Verdict::overstated);
}

TEST_CASE("a net change that the text calls a loss is compared as a loss") {
    Claim claim = claim_of(2.0, "2022-09-01", "2022-09-11", Measure::net);
    claim.figure.direction = engine::ClaimDirection::kLost;
    const SourceVerdict v = judged(retreat(), claim);
    CHECK(v.verdict == Verdict::consistent);
    check_degrees(v.measured.best, -2.0);
    REQUIRE(v.ratio);
    CHECK(*v.ratio == doctest::Approx(1.0).epsilon(1e-9));
}

TEST_CASE("held: the area on the day, or between the maps around it") {
    const SourceVerdict on_day =
        judged(retreat(), claim_of(2.0, nullptr, "2022-09-11", Measure::held));
    CHECK(on_day.verdict == Verdict::consistent);
    check_degrees(on_day.measured.best, 2.0);
    CHECK(on_day.changes.empty());

    const SourceVerdict between =
        judged(retreat(), claim_of(2.0, nullptr, "2022-09-10", Measure::held));
    CHECK(between.verdict == Verdict::undecidable);
    CHECK(wants(between.would_decide.day, "2022-09-09", "2022-09-10"));

    const SourceVerdict later =
        judged(retreat(), claim_of(2.0, nullptr, "2022-09-20", Measure::held));
    CHECK(later.verdict == Verdict::undecidable);
    CHECK_FALSE(later.measured.interval.low);
}
