// SPDX-License-Identifier: MIT
#include "engine/verdict/verdict.hpp"

#include "engine/verdict/language.hpp"
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

engine::Date day(const char* iso) {
    return engine::Date::parse_iso(iso).value();
}

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

TEST_CASE("areas, bands and days in words") {
    const engine::Language& english = engine::Language::of("en");
    CHECK(english.words(Area::from_km2(8967.698)) == "8,968 km²");
    CHECK(english.words(Area::from_km2(1234567.8)) == "1,234,568 km²");
    CHECK(english.words(Area::from_km2(999.6)) == "1,000 km²");
    CHECK(english.words(Area::from_km2(85.26)) == "85.3 km²");
    CHECK(english.words(Area::from_km2(99.96)) == "100 km²");
    CHECK(english.words(Area::from_km2(0.5567)) == "0.557 km²");
    CHECK(english.words(Area::from_km2(-602.1)) == "−602 km²");
    CHECK(english.words(Area::from_km2(-0.0001)) == "0 km²");
    CHECK(english.words(Area{}) == "0 km²");
    CHECK(english.words(between(602.1, 8967.7)) == "602 to 8,968 km²");
    CHECK(english.words(Interval{Area::from_km2(602), std::nullopt}) == "at least 602 km²");
    CHECK(english.words(Interval{}) == "any area");
    CHECK(english.words(kBand) == "900 to 1,100 km²");
    CHECK(english.words(day("2022-09-10")) == "10 September 2022");
    CHECK(english.words(day("2022-09-09"), day("2022-09-10")) == "9 or 10 September 2022");
    CHECK(english.words(day("2022-09-12"), day("2022-09-19")) == "12 to 19 September 2022");
    CHECK(english.words(day("2022-09-30"), day("2022-10-02")) == "30 September to 2 October 2022");
    CHECK(english.words(day("2022-12-31"), day("2023-01-01")) ==
          "31 December 2022 or 1 January 2023");
    CHECK(english.words(day("2022-09-10"), day("2022-09-10")) == "10 September 2022");
}

TEST_CASE("the thresholds come from their data file") {
    CHECK(engine::thresholds().opposite_share > 0.0);
    CHECK(engine::thresholds().nothing_share > 0.0);
    CHECK(engine::thresholds().elsewhere_share > engine::thresholds().nothing_share);
}
