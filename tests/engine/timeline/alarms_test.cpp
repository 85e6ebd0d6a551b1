// SPDX-License-Identifier: MIT
#include "engine/timeline/alarm.hpp"

#include "engine/timeline/breaks.hpp"
#include "shapes/validity/validate.hpp"
#include "tests/engine/boxes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using boxes::box;
using boxes::day;
using boxes::map_of;
using engine::Alarm;
using engine::AlarmCode;
using engine::ControlBoundary;
using engine::ControlClass;

namespace {

/// A degree of longitude between 48 and 49 is 8,218 km².
shapes::Region with(shapes::Region a, const shapes::Region& b) {
    a.append(b);
    return a;
}

std::vector<Alarm> alarms_of(std::vector<ControlBoundary> maps) {
    const auto timeline = engine::build_timeline("s", std::move(maps));
    const auto rows = engine::measure(timeline);
    const auto alone = engine::find_alarms(timeline, rows, ControlClass::confirmed);
    const auto together = engine::find_alarms(timeline, rows, ControlClass::confirmed, 3);
    REQUIRE(alone.size() == together.size());
    for (std::size_t i = 0; i < alone.size(); ++i) {
        CHECK(alone[i].code == together[i].code);
        CHECK(alone[i].date == together[i].date);
        CHECK(alone[i].km2 == together[i].km2);
    }
    return together;
}

/// The alarms of one code, as "date km2".
std::vector<std::string> of(const std::vector<Alarm>& alarms, const std::string& code) {
    std::vector<std::string> found;
    for (const Alarm& alarm : alarms) {
        if (name(alarm.code) == code) {
            found.push_back(alarm.date ? alarm.date->iso() : "");
        }
    }
    return found;
}

using Days = std::vector<std::string>;

/// A file of one day that carries the map of another, or of no day.
ControlBoundary file_of(const char* file_day, const char* map_day, shapes::Region held) {
    engine::BoundaryParts parts;
    parts.paths = {std::string(file_day) + ".json"};
    parts.file_date = day(file_day);
    if (map_day != nullptr) {
        parts.map_date = day(map_day);
    }
    parts.drawn[0] = std::move(held);
    return engine::make_control_boundary(std::move(parts));
}

} // namespace

TEST_CASE("quiet maps raise nothing") {
    const auto alarms = alarms_of({map_of("2022-09-01", box(30, 48, 33, 49)),
                                   map_of("2022-09-02", box(30, 48, 32.99, 49)),
                                   map_of("2022-09-03", box(30, 48, 32.98, 49))});
    CHECK(alarms.empty());
}

TEST_CASE("an edge measured the long way round is an alarm of its map") {
    auto map = map_of("2022-09-01", box(30, 48, 33, 49));
    shapes::Problem problem{};
    problem.code = shapes::ProblemCode::long_edge;
    map.problems.push_back(problem);
    const auto alarms = alarms_of({map, map_of("2022-09-02", box(30, 48, 32.99, 49))});
    CHECK(of(alarms, "long_edge") == Days{"2022-09-01"});
    // A claim that rests on it is undecidable; what it would be without that map says nothing.
    CHECK_FALSE(casts_doubt(alarms.at(0)));
}

TEST_CASE("files that carry the map of another day, and files that repeat one") {
    const auto lag = alarms_of({file_of("2022-09-08", "2022-09-08", box(30, 48, 33, 49)),
                                file_of("2022-09-10", "2022-09-08", box(30, 48, 33, 49))});
    CHECK(of(lag, "file_date_not_map_date") == Days{"2022-09-08"});
    CHECK(std::get<engine::OtherFiles>(lag[0].facts).days == 2);
    CHECK(of(lag, "repeated_map").empty());

    const auto repeated = alarms_of({file_of("2024-08-08", nullptr, box(30, 48, 33, 49)),
                                     file_of("2024-08-09", nullptr, box(30, 48, 33, 49))});
    CHECK(of(repeated, "repeated_map") == Days{"2024-08-08"});
    CHECK(of(repeated, "file_date_not_map_date").empty());
}

TEST_CASE("missing days, as one alarm per run") {
    const auto alarms = alarms_of({file_of("2024-08-17", nullptr, box(30, 48, 33, 49)),
                                   file_of("2024-08-20", nullptr, box(30, 48, 32.9, 49))});
    CHECK(of(alarms, "missing_day") == Days{"2024-08-18"});
    CHECK(std::get<engine::MissingDays>(alarms[0].facts).last == day("2024-08-19"));
}

TEST_CASE("a yearly or monthly series misses no days, but a map that did not come") {
    const auto series = [](std::initializer_list<const char*> days) {
        std::vector<engine::ControlBoundary> maps;
        double east = 33.0;
        for (const char* day : days) {
            maps.push_back(map_of(day, box(30, 48, east += 0.001, 49)));
        }
        return alarms_of(std::move(maps));
    };
    CHECK(series({"2001-01-01", "2002-01-01", "2003-01-01", "2004-01-01"}).empty());
    CHECK(series({"2023-01-01", "2023-02-01", "2023-03-01", "2023-04-01"}).empty());
    CHECK(of(series({"2023-01-01", "2023-02-01", "2023-03-01", "2023-05-01", "2023-06-01"}),
             "missing_day") == Days{"2023-03-02"});
    // A weekly map is a daily one that is drawn seldom: claims are made between its days.
    CHECK(of(series({"2023-01-01", "2023-01-08", "2023-01-15"}), "missing_day") ==
          Days{"2023-01-02", "2023-01-09"});
}

TEST_CASE("an area that appears for a day is a spike; one that stays is none") {
    const auto map = [](const char* iso, double east) {
        return map_of(iso, box(30, 48, east, 49));
    };
    const auto spike =
        alarms_of({map("2022-09-01", 33), map("2022-09-02", 34), map("2022-09-03", 33)});
    CHECK(of(spike, "one_day_spike") == Days{"2022-09-02"});
    CHECK(of(spike, "restored_dip").empty()); // the way back is not an event of its own
    CHECK(spike[0].km2.value() == doctest::Approx(boxes::zone_km2(33, 48, 34, 49)).epsilon(1e-6));
    CHECK(casts_doubt(spike[0]));
    const auto stays =
        alarms_of({map("2022-09-01", 33), map("2022-09-02", 34), map("2022-09-03", 34)});
    CHECK(of(stays, "one_day_spike").empty());
}

TEST_CASE("a dip that is restored within a week; one that is not") {
    const auto map = [](const char* iso, double east) {
        return map_of(iso, box(30, 48, east, 49));
    };
    const auto dip =
        alarms_of({map("2022-09-01", 34), map("2022-09-02", 33), map("2022-09-05", 34)});
    CHECK(of(dip, "restored_dip") == Days{"2022-09-02"});
    CHECK(of(dip, "one_day_spike").empty());
    const auto late =
        alarms_of({map("2022-09-01", 34), map("2022-09-02", 33), map("2022-09-15", 34)});
    CHECK(of(late, "restored_dip").empty());
}

TEST_CASE("a step of whole components that stays is a break of definition; an advance is none") {
    const auto mainland = box(30, 48, 33, 49);
    const auto island = box(34, 48, 35, 49);
    const auto alarms =
        alarms_of({map_of("2022-09-01", with(mainland, island)), map_of("2022-09-02", mainland),
                   map_of("2022-09-20", box(30, 48, 32.9, 49))});
    CHECK(of(alarms, "definition_break") == Days{"2022-09-02"});
    CHECK(of(alarms, "component_whole") == Days{"2022-09-02"});
    const auto retreat = alarms_of({map_of("2022-09-01", with(mainland, island)),
                                    map_of("2022-09-02", with(box(30, 48, 31, 49), island))});
    CHECK(of(retreat, "definition_break").empty());
    CHECK(of(retreat, "component_whole").empty());
    // Half an island lost from above leaves a piece that begins at the same place: not whole.
    const auto half = alarms_of({map_of("2022-09-01", with(mainland, island)),
                                 map_of("2022-09-02", with(mainland, box(34, 48.5, 35, 49)))});
    CHECK(of(half, "component_whole").empty());
    // What appears next door, along a common line, is another component.
    const auto next_door = alarms_of({map_of("2022-09-01", with(mainland, island)),
                                      map_of("2022-09-02", with(mainland, box(35, 48, 36, 49)))});
    CHECK(of(next_door, "component_whole") == Days{"2022-09-02", "2022-09-02"});
}

TEST_CASE("a polygon in another country") {
    const auto alarms =
        alarms_of({map_of("2022-09-01", with(box(30, 48, 35, 49), box(60, 29, 61, 30)))});
    CHECK(of(alarms, "polygon_far") == Days{"2022-09-01"});
    CHECK(alarms[0].km2.value() == doctest::Approx(boxes::zone_km2(60, 29, 61, 30)).epsilon(1e-6));
    const auto near =
        alarms_of({map_of("2022-09-01", with(box(30, 48, 35, 49), box(36, 48, 37, 49)))});
    CHECK(near.empty());
}

TEST_CASE("the share of a class jumps") {
    const auto map = [](const char* iso, double contested_east) {
        engine::BoundaryParts parts;
        parts.paths = {iso};
        parts.map_date = day(iso);
        parts.drawn[0] = box(30, 48, 34, 49);
        parts.drawn[1] = box(34, 48, contested_east, 49);
        return engine::make_control_boundary(std::move(parts));
    };
    CHECK(of(alarms_of({map("2022-09-01", 34.1), map("2022-09-02", 35)}), "class_share_jump") ==
          Days{"2022-09-02"});
    CHECK(of(alarms_of({map("2022-09-01", 34.1), map("2022-09-02", 34.2)}), "class_share_jump")
              .empty());
}

TEST_CASE("layers of change that disagree with the change between the maps") {
    const auto map = [](const char* iso, double east, double drawn_from, double drawn_to) {
        engine::BoundaryParts parts;
        parts.paths = {iso};
        parts.map_date = day(iso);
        parts.drawn[0] = box(30, 48, east, 49);
        if (drawn_from < drawn_to) {
            parts.change.since = day("2022-09-01");
            parts.change.lost = box(drawn_from, 48, drawn_to, 49);
        }
        return engine::make_control_boundary(std::move(parts));
    };
    const auto first = map("2022-09-01", 34, 0, 0);
    CHECK(of(alarms_of({first, map("2022-09-08", 33, 33, 34)}), "layers_disagree").empty());
    const auto beside = alarms_of({first, map("2022-09-08", 33, 33.5, 34.5)});
    REQUIRE(of(beside, "layers_disagree") == Days{"2022-09-08"});
    // Half a degree was lost and is not drawn, half a degree is drawn and was not held before.
    const auto alarm = std::ranges::find(beside, AlarmCode::layers_disagree, &Alarm::code);
    CHECK(alarm->km2.value() == doctest::Approx(boxes::zone_km2(0, 48, 1, 49)).epsilon(1e-6));
    CHECK(casts_doubt(*alarm));
    // Without a map of the day it is counted from there is nothing to compare with.
    CHECK(of(alarms_of({map("2022-09-02", 34, 0, 0), map("2022-09-08", 33, 33.5, 34.5)}),
             "layers_disagree")
              .empty());
}

TEST_CASE("overlaps and faults of rings: told by date, or counted") {
    const auto overlapping = with(box(30, 48, 33, 49), box(32, 48, 34, 49));
    const auto alarms = alarms_of({map_of("2022-09-01", overlapping)});
    CHECK(of(alarms, "overlap") == Days{"2022-09-01"});

    shapes::Region clockwise;
    clockwise.add_polygon(
        std::vector<std::vector<shapes::Position>>{{{30, 48}, {30, 49}, {33, 49}, {33, 48}}});
    clockwise.add_polygon(
        std::vector<std::vector<shapes::Position>>{{{40, 48}, {40, 49}, {41, 49}, {41, 48}}});
    const auto orientation =
        alarms_of({map_of("2022-09-01", clockwise), map_of("2022-09-02", clockwise)});
    REQUIRE(of(orientation, "orientation") == Days{"2022-09-01"});
    CHECK(std::get<engine::RingFaults>(orientation[0].facts).rings == 4); // two on each map
    CHECK(of(orientation, "overlap").empty());
    CHECK(of(orientation, "invalid_rings").empty());

    shapes::Region bowtie;
    bowtie.add_polygon(
        std::vector<std::vector<shapes::Position>>{{{30, 48}, {33, 49}, {33, 48}, {30, 49}}});
    CHECK(of(alarms_of({map_of("2022-09-01", bowtie)}), "invalid_rings").size() == 1);
    CHECK(of(orientation, "zero_area").empty());

    shapes::Region out_and_back = box(30, 48, 33, 49);
    out_and_back.add_polygon(
        std::vector<std::vector<shapes::Position>>{{{40, 48}, {41, 49}, {42, 50}}});
    const auto flat = alarms_of({map_of("2022-09-01", out_and_back)});
    REQUIRE(of(flat, "zero_area") == Days{"2022-09-01"});
    CHECK(of(flat, "invalid_rings").empty());
}

namespace {

/// Daily maps of a front that gains `daily` degrees a day, with a step of `step` degrees into
/// day 12.
std::vector<ControlBoundary> with_step(double daily, double step, int days_after = 12) {
    std::vector<ControlBoundary> maps;
    double east = 40.0;
    for (int i = 0; i < 12 + days_after; ++i) {
        east += i == 0 ? 0.0 : daily;
        east += i == 12 ? step : 0.0;
        maps.push_back(map_of(day("2023-05-01").plus_days(i).iso().c_str(), box(30, 48, east, 49)));
    }
    return maps;
}

} // namespace

TEST_CASE("a step that is not like the days around it is a break, though it touches the front") {
    // A hundredth of a degree a day, and half a degree at once: 50 times a day's, 2.2 times the
    // month's.
    CHECK(of(alarms_of(with_step(0.01, -0.5)), "definition_break").empty());
    // A thousandth a day: 22 times all that moved in the days before and after.
    CHECK(of(alarms_of(with_step(0.001, -0.5)), "definition_break") == Days{"2023-05-13"});
    CHECK(of(alarms_of(with_step(0.001, 0.5)), "definition_break") == Days{"2023-05-13"});
    // What the days after it are is not known yet.
    CHECK(of(alarms_of(with_step(0.001, -0.5, 3)), "definition_break").empty());
    // It is told where, and in how many parts.
    const auto alarms = alarms_of(with_step(0.001, -0.5));
    const auto found = std::ranges::find(alarms, AlarmCode::definition_break, &Alarm::code);
    REQUIRE(found != alarms.end());
    const auto& parts = std::get<engine::StepParts>(found->facts);
    CHECK(parts.count == 1);
    CHECK(parts.middle.lat == doctest::Approx(48.5).epsilon(1e-4));
    CHECK(parts.middle.lon == doctest::Approx(39.75).epsilon(2e-3));
}

namespace {

/// A strip from 10° east between two parallels, with a position at every degree: its front in the
/// east is a fortieth of its outline. The rest may be drawn `by` degrees inside.
shapes::Region strip(double east, double by) {
    std::vector<shapes::Position> ring;
    for (int lon = 10; lon < 40; ++lon) {
        ring.push_back({lon + by, 48 + by});
    }
    ring.push_back({east, 48});
    ring.push_back({east, 49});
    for (int lon = 39; lon >= 10; --lon) {
        ring.push_back({lon + by, 49 - by});
    }
    shapes::Region region;
    region.add_polygon(std::vector<std::vector<shapes::Position>>{ring});
    return region;
}

} // namespace

TEST_CASE("a lesser step is a break where the outline is drawn anew at the same time") {
    const auto maps = [](bool redrawn) {
        std::vector<ControlBoundary> all;
        for (int i = 0; i < 24; ++i) {
            const double east = 40.0 + 0.005 * i - (i >= 12 ? 0.5 : 0.0);
            const double by = redrawn && i >= 12 ? 1e-5 : 0.0; // another reference, a metre beside
            all.push_back(map_of(day("2023-05-01").plus_days(i).iso().c_str(), strip(east, by)));
        }
        return all;
    };
    // 0.495 degrees at once, 22 times 0.005 in the days around: 4.5 times as much.
    CHECK(of(alarms_of(maps(true)), "definition_break") == Days{"2023-05-13"});
    CHECK(of(alarms_of(maps(false)), "definition_break").empty());
}

TEST_CASE("an outline drawn alike is told by the length of its edges") {
    const auto valid = [](const shapes::Region& r) { return shapes::validate(r).region; };
    const auto a = valid(box(30, 0, 32, 1));
    CHECK(engine::share_drawn_alike(a, a) == 1.0);
    // Two degrees by one at the equator: of the 6 degrees of outline 1 is the same, the west.
    CHECK(engine::share_drawn_alike(a, valid(box(30, 0, 33, 1))) ==
          doctest::Approx(1.0 / 6.0).epsilon(1e-3));
    CHECK(engine::share_drawn_alike(a, valid(box(40, 0, 41, 1))) == 0.0);
}
