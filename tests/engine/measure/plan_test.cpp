// SPDX-License-Identifier: MIT
#include "engine/measure/plan.hpp"

#include "engine/measure/alarms_within.hpp"
#include "tests/engine/day.hpp"

#include <doctest/doctest.h>

using engine::ControlClass;
using engine::Date;
using engine::Maps;
using engine::Measure;

namespace {

constexpr auto kLevel = ControlClass::confirmed;

std::vector<Date> days() {
    return {day("2022-09-01"), day("2022-09-04"), day("2022-09-08"), day("2022-09-11")};
}

engine::Claim claim_of(const char* since, const char* end, Measure measure) {
    engine::Claim claim;
    claim.since = day(since);
    claim.as_of = day(end);
    claim.measure = measure;
    claim.figure.figure_km2 = 100.0;
    return claim;
}

} // namespace

TEST_CASE("every choice of the maps around a window's ends counts") {
    const auto all = days();
    const auto frame = engine::frame_of(all, Measure::lost, {day("2022-09-02"), day("2022-09-06")});
    CHECK(frame.choices == std::vector<Maps>{{0, 1}, {0, 2}, {1, 1}, {1, 2}});
    CHECK(engine::is_bounded(frame, Measure::lost));
    const auto exact = engine::frame_of(all, Measure::net, {day("2022-09-01"), day("2022-09-08")});
    CHECK(exact.choices == std::vector<Maps>{{0, 2}});
    // As if the map of the day did not exist.
    const auto without =
        engine::frame_of(all, Measure::net, {day("2022-09-01"), day("2022-09-08"), 2});
    CHECK(without.choices == std::vector<Maps>{{0, 1}, {0, 3}});
    const auto held = engine::frame_of(all, Measure::held, {std::nullopt, day("2022-09-12")});
    CHECK(held.choices == std::vector<Maps>{{3, 3}});
    CHECK_FALSE(engine::is_bounded(held, Measure::held));
}

TEST_CASE("a window is shifted by days, and to baselines that the claim may mean") {
    engine::Claim claim = claim_of("2022-09-04", "2022-09-08", Measure::lost);
    claim.baselines = {day("2022-09-03"), day("2022-09-09")}; // the second is after the end
    const auto all = days();
    const auto main = engine::frame_of(all, claim.measure, {claim.since, claim.end()});
    const auto shifted = engine::shifted_windows(claim, main, all, 1);
    REQUIRE(shifted.size() == 6);
    CHECK(shifted[0].window.end == day("2022-09-07"));
    CHECK(shifted[3].window.since == day("2022-09-05"));
    CHECK(shifted[4].plausible);
    CHECK(shifted[4].date == day("2022-09-01")); // the first of the month
    CHECK(shifted[5].date == day("2022-09-03"));
}

TEST_CASE("no window is shifted to a change from a day to itself") {
    const auto all = days();
    const engine::Claim claim = claim_of("2022-09-07", "2022-09-08", Measure::lost);
    const auto main = engine::frame_of(all, claim.measure, {claim.since, claim.end()});
    const auto around_a_day = engine::shifted_windows(claim, main, all, 3);
    REQUIRE_FALSE(around_a_day.empty());
    for (const auto& shifted : around_a_day) {
        CHECK(*shifted.window.since < *shifted.window.end);
    }
    // What happened by the first of a month happened in the month before it.
    const engine::Claim month = claim_of("2022-09-04", "2022-10-01", Measure::lost);
    const auto around = engine::frame_of(all, month.measure, {month.since, month.end()});
    const auto shifted = engine::shifted_windows(month, around, all, 0);
    REQUIRE(shifted.size() == 1);
    CHECK(shifted[0].date == day("2022-09-01"));
}

TEST_CASE("a map is that of the days on which files repeat it, but nothing changed to itself") {
    const auto all = days(); // 1, 4, 8 and 11 September
    const std::vector<engine::Date> until{day("2022-09-02"), day("2022-09-04"), day("2022-09-09"),
                                          day("2022-09-11")};
    const engine::Window window{day("2022-09-02"), day("2022-09-09")};
    CHECK(engine::frame_of(all, Measure::lost, window).choices.size() == 4);
    const auto frame = engine::frame_of(all, Measure::lost, window, until);
    CHECK(frame.choices == std::vector<Maps>{{0, 2}});
    CHECK(frame.since == day("2022-09-02"));
    const engine::Window same{day("2022-09-08"), day("2022-09-09")};
    CHECK(engine::frame_of(all, Measure::lost, same, until).choices ==
          std::vector<Maps>{{2, 2}, {2, 3}});
    const engine::Window without{day("2022-09-02"), day("2022-09-09"), 2};
    CHECK(engine::frame_of(all, Measure::lost, without, until).choices ==
          std::vector<Maps>{{0, 1}, {0, 3}});
}

TEST_CASE("breaks part a window into stretches, and take away what they bring forth") {
    const auto all = days();
    const engine::Alarm appears{engine::AlarmCode::definition_break, day("2022-09-08"), 5000.0};
    const auto frame =
        engine::frame_of(all, Measure::gained, {day("2022-09-01"), day("2022-09-11")});
    CHECK(engine::breaks_within(frame, Measure::lost, all, {appears}).empty());
    const auto breaks = engine::breaks_within(frame, Measure::gained, all, {appears});
    REQUIRE(breaks.size() == 1);
    CHECK(engine::stretches({0, 3}, breaks, all) == std::vector<Maps>{{0, 1}, {2, 3}});
    CHECK(engine::stretches({2, 3}, breaks, all) == std::vector<Maps>{{2, 3}});
    REQUIRE(engine::doubted_maps(frame, all, {appears}).empty()); // no map of the window's ends
}

TEST_CASE("a plan names what its claim rests on, from days alone") {
    const engine::KnownMaps known{days(), {kLevel}, {}};
    engine::VerifyOptions options;
    options.sensitivity_days = 0;
    const auto lost =
        engine::plan(claim_of("2022-09-01", "2022-09-08", Measure::lost), known, false, options);
    REQUIRE(lost.inside.pairs.size() == 1);
    const engine::Wanted& wanted = lost.inside.pairs.at({0, 2, kLevel});
    CHECK(wanted.change);
    CHECK(wanted.regions);
    CHECK(wanted.second_opinion);
    CHECK(wanted.errors.size() == 2); // under both models
    CHECK(wanted.simulated.empty());
    CHECK(lost.inside.rows);
    CHECK(lost.inside.ever.size() == 1);
    REQUIRE(lost.inside.reached.size() == 1);
    CHECK(lost.inside.reached.begin()->last == 3); // within a quarter of a year
    CHECK(lost.everywhere.pairs.empty());

    const auto held =
        engine::plan(claim_of("2022-09-01", "2022-09-08", Measure::held), known, true, options);
    CHECK(held.inside.pairs.at({2, 2, kLevel}).held);
    CHECK_FALSE(held.inside.rows);
    CHECK(held.inside.reached.empty());
    CHECK(held.everywhere.pairs.empty()); // nothing happens elsewhere

    const auto here =
        engine::plan(claim_of("2022-09-01", "2022-09-08", Measure::net), known, true, options);
    CHECK(here.everywhere.pairs.at({0, 2, kLevel}).change);
}
