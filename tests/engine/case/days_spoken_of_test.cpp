// SPDX-License-Identifier: MIT
#include "engine/case/days_spoken_of.hpp"

#include "tests/engine/day.hpp"

#include <doctest/doctest.h>

#include <utility>
#include <vector>

using engine::Claim;
using engine::days_spoken_of;
using engine::Measure;

namespace {

engine::Case case_of(std::vector<Claim> claims) {
    engine::Case made;
    made.claims = std::move(claims);
    return made;
}

Claim lost(const char* since, const char* stated) {
    Claim claim;
    claim.since = day(since);
    claim.stated = day(stated);
    return claim;
}

} // namespace

TEST_CASE("a case speaks of the days from the first to the last of all its claims") {
    Claim of_day = lost("2022-09-03", "2022-09-11");
    of_day.as_of = day("2022-09-10"); // goes before the day on which it was said
    of_day.baselines = {day("2022-08-29")};
    const auto span = days_spoken_of(case_of({of_day, lost("2022-09-01", "2022-09-08")}));
    REQUIRE(span);
    CHECK(span->first == day("2022-08-29"));
    CHECK(span->last == day("2022-09-10"));
}

TEST_CASE("a held area is of its day alone") {
    Claim held;
    held.measure = Measure::held;
    held.stated = day("2022-09-11");
    const auto span = days_spoken_of(case_of({held}));
    REQUIRE(span);
    CHECK(span->first == day("2022-09-11"));
    CHECK(span->last == day("2022-09-11"));
}

TEST_CASE("a claim without a day, or that counts from no day, may rest on any map") {
    Claim no_end;
    no_end.since = day("2022-09-01");
    CHECK_FALSE(days_spoken_of(case_of({no_end})));
    Claim no_baseline;
    no_baseline.stated = day("2022-09-11");
    CHECK_FALSE(days_spoken_of(case_of({no_baseline})));
    Claim perhaps_held = no_baseline;
    perhaps_held.measure = Measure::held;
    perhaps_held.measure_open = true;
    CHECK_FALSE(days_spoken_of(case_of({perhaps_held})));
    CHECK_FALSE(days_spoken_of(case_of({lost("2022-09-01", "2022-09-08"), no_end})));
}
