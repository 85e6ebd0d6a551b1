// SPDX-License-Identifier: MIT
#include "engine/verdict/verdict.hpp"

#include "engine/verdict/thresholds.hpp"

#include <doctest/doctest.h>

using engine::Band;
using engine::compare;
using engine::Interval;
using engine::Verdict;
using shapes::Area;

namespace {

Interval between(double low, double high) {
    return {Area::from_km2(low), Area::from_km2(high)};
}
constexpr Band kBand{900.0, 1100.0};

} // namespace

TEST_CASE("an interval on one side of the band decides, one across an end of it does not") {
    CHECK(compare(between(950, 950), kBand) == Verdict::consistent);
    CHECK(compare(between(900, 1100), kBand) == Verdict::consistent); // both ends included
    CHECK(compare(between(100, 899), kBand) == Verdict::overstated);
    CHECK(compare(between(1101, 5000), kBand) == Verdict::understated);
    CHECK(compare(between(602, 8968), kBand) == Verdict::undecidable);
    CHECK(compare(between(602, 1000), kBand) == Verdict::undecidable);
    CHECK(compare(between(1000, 8968), kBand) == Verdict::undecidable);
}

TEST_CASE("an open interval decides only on the side that is closed") {
    CHECK(compare({Area::from_km2(2000), std::nullopt}, kBand) == Verdict::understated);
    CHECK(compare({Area::from_km2(1000), std::nullopt}, kBand) == Verdict::undecidable);
    CHECK(compare({std::nullopt, Area::from_km2(100)}, kBand) == Verdict::overstated);
    CHECK(compare({}, kBand) == Verdict::undecidable);
}

TEST_CASE("the thresholds come from their data file") {
    CHECK(engine::thresholds().opposite_share > 0.0);
    CHECK(engine::thresholds().nothing_share > 0.0);
    CHECK(engine::thresholds().elsewhere_share > engine::thresholds().nothing_share);
}
