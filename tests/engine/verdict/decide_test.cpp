// SPDX-License-Identifier: MIT
#include "engine/verdict/decide.hpp"

#include <doctest/doctest.h>

using engine::Band;
using engine::decide;
using engine::Decision;
using engine::Interval;
using engine::open_end;
using engine::OpenEnd;
using engine::Side;
using engine::StatedBand;
using engine::Thresholds;
using engine::Verdict;
using shapes::Area;

namespace {

/// Thresholds of the tests, so that an edited data file changes none of their answers.
constexpr Thresholds kLimits{.decide_probability = 0.9,
                             .sure_probability = 0.975,
                             .least_margin = 0.05,
                             .rough_share = 1.0 / 3.0,
                             .precision_share = 0.5};

Interval between(double low, double high) {
    return {Area::from_km2(low), Area::from_km2(high)};
}

/// A figure that is not round: its last digit counts.
StatedBand bare(double figure) {
    return {.figure_km2 = figure, .lenient = {figure - 1.0, figure + 1.0}};
}

Decision judged(double low, double high, double sigma, const StatedBand& stated) {
    return decide(between(low, high), Area::from_km2(sigma), stated, kLimits);
}

} // namespace

TEST_CASE("a figure agrees within the maps' error, hedged or not") {
    CHECK(judged(363, 363, 24, bare(363)).verdict == Verdict::consistent);
    CHECK(judged(4333, 4347, 20, bare(4336)).verdict == Verdict::consistent);
    // 380 − 1.05 · 363 is −1.15: inside the margin; 420 is 38.85 above it, 1.62 standard
    // deviations, p = 0.947; 410 is 1.2 of them, p = 0.885.
    CHECK(judged(380, 380, 24, bare(363)).why == Decision::Why::inside);
    CHECK(judged(410, 410, 24, bare(363)).why == Decision::Why::within_error);
    CHECK(judged(410, 410, 24, bare(363)).verdict == Verdict::consistent);
    CHECK(judged(420, 420, 24, bare(363)).verdict == Verdict::understated);
    CHECK(judged(300, 300, 24, bare(363)).verdict == Verdict::overstated);
}

TEST_CASE("no unhedged figure is held to a narrower band than one said to be exact") {
    StatedBand exactly = bare(1000);
    exactly.exact = true;
    exactly.lenient = {990, 1010};
    for (double measured = 800; measured <= 1200; measured += 7) {
        CAPTURE(measured);
        const bool exact_agrees =
            judged(measured, measured, 5, exactly).verdict == Verdict::consistent;
        const bool bare_agrees =
            judged(measured, measured, 5, bare(1000)).verdict == Verdict::consistent;
        CHECK((!exact_agrees || bare_agrees));
    }
    CHECK(judged(1030, 1030, 5, bare(1000)).verdict == Verdict::consistent);
    CHECK(judged(1030, 1030, 5, exactly).verdict == Verdict::understated);
}

TEST_CASE("an error as large as what it is compared with leaves an agreement without meaning") {
    // 1.2816 σ against a third of 300.
    CHECK(judged(300, 300, 77, bare(300)).verdict == Verdict::consistent);
    CHECK(judged(300, 300, 79, bare(300)).why == Decision::Why::too_rough);
    // Far enough away it is told apart all the same.
    CHECK(judged(900, 900, 79, bare(300)).verdict == Verdict::understated);
    // And so large a band holds it whatever the error.
    CHECK(judged(800, 800, 90, {300, {100, 1500}}).verdict == Verdict::consistent);
}

TEST_CASE("a bracket is open where its ends are judged differently") {
    CHECK(judged(602, 8968, 40, {2000, {1800, 2200}}).why == Decision::Why::too_wide);
    CHECK(judged(70, 100, 0, bare(100)).verdict == Verdict::undecidable);
    CHECK(judged(96, 104, 0, bare(100)).verdict == Verdict::consistent);
    CHECK(judged(100, 800, 0, bare(900)).verdict == Verdict::overstated);
    // The farther end, 106, is 1.76 standard deviations from the band: not surely apart.
    CHECK(judged(106, 136, 17, bare(143)).verdict == Verdict::consistent);
}

TEST_CASE("an end that no map bounds decides nothing, not even on the other side") {
    const Interval from_2000{Area::from_km2(2000), std::nullopt};
    CHECK(decide(from_2000, {}, bare(500), kLimits).why == Decision::Why::unbounded);
    CHECK(decide({}, {}, bare(500), kLimits).verdict == Verdict::undecidable);
}

TEST_CASE("words that are open on one side are true of all that lies there") {
    const StatedBand more{3000, {3000, 3750}, open_end("more_than"), false};
    const Decision far = judged(8968, 8968, 100, more);
    CHECK(far.verdict == Verdict::consistent);
    CHECK(far.far_beyond);
    CHECK_FALSE(judged(3200, 3200, 50, more).far_beyond);
    CHECK(judged(2000, 2000, 100, more).verdict == Verdict::overstated);
    const StatedBand up_to{3000, {1500, 3000}, open_end("up_to"), false};
    CHECK(judged(200, 200, 50, up_to).verdict == Verdict::consistent);
    CHECK(judged(200, 200, 50, up_to).far_beyond);
    CHECK(judged(4000, 4000, 50, up_to).verdict == Verdict::understated);
    CHECK(open_end("at_least") == OpenEnd::above);
    CHECK(open_end("less_than") == OpenEnd::below);
    CHECK(open_end("about") == OpenEnd::none);
}

TEST_CASE("sides of a band") {
    constexpr Band kBand{900, 1100};
    CHECK(side_of(between(900, 1100), kBand) == Side::inside);
    CHECK(side_of(between(100, 899), kBand) == Side::below);
    CHECK(side_of(between(1101, 1200), kBand) == Side::above);
    CHECK(side_of(between(899, 1000), kBand) == Side::across);
    CHECK(side_of({Area::from_km2(1000), std::nullopt}, kBand) == Side::across);
    CHECK(side_of({Area::from_km2(1200), std::nullopt}, kBand) == Side::above);
}

TEST_CASE("the data file has every threshold, in its range") {
    const Thresholds& t = engine::thresholds();
    CHECK(t.decide_probability > 0.5);
    CHECK(t.decide_probability < 1.0);
    CHECK(t.sure_probability >= t.decide_probability);
    CHECK(t.sure_probability < 1.0);
    CHECK(t.least_margin < t.rough_share);
    CHECK(t.rough_share < 1.0);
    CHECK(t.precision_share < 1.0);
}
