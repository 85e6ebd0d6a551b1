// SPDX-License-Identifier: MIT
#include "engine/timeline/timeline.hpp"

#include "shapes/validity/validate.hpp"
#include "tests/engine/boxes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using boxes::box;
using boxes::day;
using boxes::map_of;
using boxes::zone_km2;
using engine::build_timeline;
using engine::ControlBoundary;
using engine::ControlClass;
using engine::Gap;
using engine::Measure;
using engine::Timeline;
using shapes::Area;

namespace {

/// A file of one day that carries the map of another, or of none (nullptr).
ControlBoundary file_with_map(const char* file_day, const char* map_day, shapes::Region held) {
    engine::BoundaryParts parts;
    parts.source = "test";
    parts.paths = {std::string(file_day) + ".json"};
    parts.file_date = day(file_day);
    if (map_day != nullptr) {
        parts.map_date = day(map_day);
    }
    parts.drawn[0] = std::move(held);
    return engine::make_control_boundary(std::move(parts));
}

std::string describe(const Gap& gap) {
    return gap.first.iso() + ".." + gap.last.iso() +
           (gap.kind == Gap::Kind::missing ? " missing" : " repeated");
}

std::vector<std::string> describe(const std::vector<Gap>& gaps) {
    std::vector<std::string> lines;
    for (const Gap& gap : gaps) {
        lines.push_back(describe(gap));
    }
    return lines;
}

} // namespace

TEST_CASE("files are ordered by the map's own day and repeats of it are folded") {
    const Timeline timeline =
        build_timeline("s", {file_with_map("2022-09-11", "2022-09-11", box(30, 48, 31, 49)),
                             file_with_map("2022-09-10", "2022-09-08", box(30, 48, 32, 49)),
                             file_with_map("2022-09-08", "2022-09-08", box(30, 48, 32, 49))});
    REQUIRE(timeline.snapshots.size() == 2);
    CHECK(timeline.snapshots[0].date == day("2022-09-08"));
    REQUIRE(timeline.snapshots[0].files.size() == 2);
    CHECK(timeline.snapshots[0].files[0].paths == std::vector<std::string>{"2022-09-08.json"});
    CHECK(timeline.snapshots[0].files[1].file_date == day("2022-09-10"));
    CHECK(timeline.snapshots[1].date == day("2022-09-11"));
    CHECK(timeline.warnings.empty());
    // 9 September has no file, 10 September has one that repeats an earlier map.
    CHECK(describe(timeline.gaps) == std::vector<std::string>{"2022-09-09..2022-09-09 missing",
                                                              "2022-09-10..2022-09-10 repeated"});
}

TEST_CASE("where the map tells no day, the same region again is a repeat, not a new snapshot") {
    const Timeline timeline =
        build_timeline("s", {file_with_map("2024-08-08", nullptr, box(30, 48, 32, 49)),
                             file_with_map("2024-08-09", nullptr, box(30, 48, 32, 49)),
                             file_with_map("2024-08-10", nullptr, box(30, 48, 31, 49)),
                             file_with_map("2024-08-13", nullptr, box(30, 48, 32, 49))});
    REQUIRE(timeline.snapshots.size() == 3); // the last is no repeat of its neighbour
    CHECK(timeline.snapshots[0].files.size() == 2);
    CHECK(describe(timeline.gaps) == std::vector<std::string>{"2024-08-09..2024-08-09 repeated",
                                                              "2024-08-11..2024-08-12 missing"});
}

TEST_CASE("the same region under its own new day is a new snapshot") {
    const Timeline timeline =
        build_timeline("s", {file_with_map("2024-08-08", "2024-08-08", box(30, 48, 32, 49)),
                             file_with_map("2024-08-09", "2024-08-09", box(30, 48, 32, 49))});
    CHECK(timeline.snapshots.size() == 2);
}

TEST_CASE("two different maps of one day: the later file is used, and a warning says so") {
    const Timeline timeline =
        build_timeline("s", {file_with_map("2022-09-09", "2022-09-08", box(30, 48, 31, 49)),
                             file_with_map("2022-09-08", "2022-09-08", box(30, 48, 32, 49))});
    REQUIRE(timeline.snapshots.size() == 1);
    CHECK(timeline.snapshots[0].boundary.path() == "2022-09-09.json");
    CHECK(timeline.snapshots[0].files.size() == 2);
    REQUIRE(timeline.warnings.size() == 1);
    CHECK(timeline.warnings[0].code == engine::MapWarningCode::maps_differ);
    CHECK(timeline.warnings[0].day == day("2022-09-08"));
    CHECK(timeline.warnings[0].paths ==
          std::vector<std::string>{"2022-09-08.json", "2022-09-09.json"});
}

TEST_CASE("every file for itself, by its own day") {
    const Timeline timeline =
        build_timeline("s",
                       {file_with_map("2022-09-10", "2022-09-08", box(30, 48, 32, 49)),
                        file_with_map("2022-09-08", "2022-09-08", box(30, 48, 32, 49))},
                       {.every_file = true});
    REQUIRE(timeline.snapshots.size() == 2);
    CHECK(timeline.snapshots[0].date == day("2022-09-08"));
    CHECK(timeline.snapshots[1].date == day("2022-09-10"));
}

TEST_CASE("a boundary without any day stands aside") {
    engine::BoundaryParts parts;
    parts.paths = {"latest.kmz"};
    parts.drawn[0] = box(30, 48, 31, 49);
    const Timeline timeline = build_timeline("s", {engine::make_control_boundary(std::move(parts)),
                                                   map_of("2022-09-08", box(30, 48, 31, 49))});
    CHECK(timeline.snapshots.size() == 1);
    REQUIRE(timeline.undated.size() == 1);
    CHECK(timeline.undated[0].path() == "latest.kmz");
    REQUIRE(timeline.warnings.size() == 1);
    CHECK(timeline.warnings[0].code == engine::MapWarningCode::no_day);
    CHECK(timeline.warnings[0].paths == timeline.undated[0].paths);
}

TEST_CASE("files of one day, one per class, are one map; a day without control is left out") {
    const auto part = [](const char* date, ControlClass c, shapes::Region region) {
        engine::BoundaryParts parts;
        parts.paths = {std::string(name(c)) + date};
        parts.map_date = day(date);
        parts.drawn[index(c)] = std::move(region);
        return engine::make_control_boundary(std::move(parts));
    };
    const Timeline timeline =
        build_timeline("isw",
                       {part("2022-09-08", ControlClass::claimed, box(32, 48, 33, 49)),
                        part("2022-09-08", ControlClass::confirmed, box(30, 48, 31, 49)),
                        part("2022-09-09", ControlClass::claimed, box(32, 48, 33, 49))},
                       {.parts = true});
    REQUIRE(timeline.snapshots.size() == 1);
    CHECK(timeline.snapshots[0].boundary.paths.size() == 2);
    CHECK(timeline.snapshots[0].boundary.has(ControlClass::claimed));
    REQUIRE(timeline.warnings.size() == 1);
    CHECK(timeline.warnings[0].code == engine::MapWarningCode::no_confirmed_class);
    CHECK(timeline.warnings[0].day == day("2022-09-09"));
}

TEST_CASE("as-of: on a day with a map, between maps, before the first and after the last") {
    const Timeline timeline = build_timeline("s", {map_of("2022-09-08", box(30, 48, 32, 49)),
                                                   map_of("2022-09-11", box(30, 48, 31, 49))});
    CHECK(timeline.as_of(day("2022-09-08")).exact == 0);
    CHECK(timeline.as_of(day("2022-09-08")).before == 0);
    CHECK(timeline.as_of(day("2022-09-08")).after == 0);
    const engine::AsOf between = timeline.as_of(day("2022-09-10"));
    CHECK_FALSE(between.exact);
    CHECK(between.before == 0);
    CHECK(between.after == 1);
    CHECK_FALSE(timeline.as_of(day("2022-09-07")).before);
    CHECK(timeline.as_of(day("2022-09-07")).after == 0);
    CHECK(timeline.as_of(day("2022-09-12")).before == 1);
    CHECK_FALSE(timeline.as_of(day("2022-09-12")).after);
    CHECK_FALSE(Timeline{}.as_of(day("2022-09-12")).before);
}

TEST_CASE(
    "rows: held, lost and gained of each step, and their sums, by the closed form of the zone") {
    // 30–33 → 30–32 (lost 32–33) → 29–32 (gained 29–30).
    const Timeline timeline = build_timeline("s", {map_of("2022-09-01", box(30, 48, 33, 49)),
                                                   map_of("2022-09-05", box(30, 48, 32, 49)),
                                                   map_of("2022-09-09", box(29, 48, 32, 49))});
    const double degree = zone_km2(0, 48, 1, 49);
    const auto rows = engine::measure(timeline);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].held.km2() == doctest::Approx(3 * degree).epsilon(1e-9));
    CHECK(rows[0].lost == Area{});
    CHECK(rows[1].lost.km2() == doctest::Approx(degree).epsilon(1e-9));
    CHECK(rows[1].gained.km2() == doctest::Approx(0.0));
    CHECK(rows[2].gained.km2() == doctest::Approx(degree).epsilon(1e-9));
    CHECK(rows[2].cumulative_lost.km2() == doctest::Approx(degree).epsilon(1e-9));
    CHECK(rows[2].net().km2() == doctest::Approx(degree).epsilon(1e-9));
    CHECK(rows[2].cumulative_net().km2() == doctest::Approx(0.0).epsilon(1e-6));
    CHECK(rows[2].relative_residual < 1e-12);
}

TEST_CASE("rows within a region of interest count what lies in it") {
    const Timeline timeline = build_timeline("s", {map_of("2022-09-01", box(30, 48, 33, 49)),
                                                   map_of("2022-09-05", box(30, 48, 32, 49))});
    const auto within = shapes::validate(box(31, 47, 32.5, 50)).region;
    const auto rows = engine::measure(timeline, {.within = &within});
    CHECK(rows[0].held.km2() == doctest::Approx(zone_km2(31, 48, 32.5, 49)).epsilon(1e-9));
    CHECK(rows[1].lost.km2() == doctest::Approx(zone_km2(32, 48, 32.5, 49)).epsilon(1e-9));
}

TEST_CASE("a figure is crossed after one snapshot and by the next, no closer") {
    const Timeline timeline = build_timeline("s", {map_of("2022-09-01", box(30, 48, 34, 49)),
                                                   map_of("2022-09-05", box(30, 48, 33, 49)),
                                                   map_of("2022-09-13", box(30, 48, 31, 49))});
    const auto rows = engine::measure(timeline);
    const double degree = zone_km2(0, 48, 1, 49);

    const auto crossing =
        engine::find_crossing(timeline, rows, engine::Total::lost, Area::from_km2(1.9 * degree));
    REQUIRE(crossing);
    CHECK(crossing->after == day("2022-09-05"));
    CHECK(crossing->by == day("2022-09-13"));
    // 0.9 of the two degrees that the eight days from the 5th to the 13th took: 3.6 days.
    CHECK(crossing->interpolated == day("2022-09-09"));

    CHECK_FALSE(
        engine::find_crossing(timeline, rows, engine::Total::lost, Area::from_km2(3.1 * degree)));
    CHECK_FALSE(engine::find_crossing(timeline, rows, engine::Total::gained, Area::from_km2(1)));
    CHECK_FALSE(engine::find_crossing(timeline, {}, engine::Total::lost, Area::from_km2(1)));

    const auto net =
        engine::find_crossing(timeline, rows, engine::Total::net, Area::from_km2(-degree / 2));
    REQUIRE(net);
    CHECK(net->by == day("2022-09-05"));

    const auto held =
        engine::find_crossing(timeline, rows, engine::Total::held, Area::from_km2(2 * degree));
    REQUIRE(held);
    CHECK(held->after == day("2022-09-05"));
    CHECK(held->by == day("2022-09-13"));

    // Three degrees are lost and none won back: all that changed hands is what is lost.
    const auto gross =
        engine::find_crossing(timeline, rows, engine::Total::gross, Area::from_km2(2.5 * degree));
    REQUIRE(gross);
    CHECK(gross->by == day("2022-09-13"));

    const auto at_once = engine::find_crossing(timeline, rows, engine::Total::lost, Area{});
    REQUIRE(at_once);
    CHECK_FALSE(at_once->after);
    CHECK(at_once->by == day("2022-09-01"));
    CHECK_FALSE(at_once->interpolated);
}

TEST_CASE(
    "levels: contested and claimed add to confirmed; an absent class shares the level below") {
    engine::BoundaryParts parts;
    parts.paths = {"x"};
    parts.drawn[0] = box(30, 48, 32, 49);
    parts.drawn[2] = box(31, 48, 33, 49); // claimed, overlapping the confirmed
    const ControlBoundary boundary = engine::make_control_boundary(std::move(parts));
    const auto km2 = [&](ControlClass level) {
        return shapes::ellipsoidal_area(boundary.held_at(level)).km2();
    };
    CHECK(km2(ControlClass::confirmed) == doctest::Approx(zone_km2(30, 48, 32, 49)).epsilon(1e-9));
    CHECK(km2(ControlClass::contested) == km2(ControlClass::confirmed));
    CHECK(km2(ControlClass::claimed) == doctest::Approx(zone_km2(30, 48, 33, 49)).epsilon(1e-9));
    CHECK_FALSE(boundary.has(ControlClass::contested));
}
