// SPDX-License-Identifier: MIT
#include "engine/measure/measure.hpp"

#include "tests/engine/boxes.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using boxes::box;
using boxes::map_of;
using engine::ControlClass;
using engine::ErrorModel;
using engine::Measure;

namespace {

constexpr auto kLevel = ControlClass::confirmed;

/// 30 to 34, then a degree further east, then half a degree back.
engine::SourceReport three_maps() {
    engine::SourceReport report;
    report.timeline = engine::build_timeline("s", {map_of("2022-09-01", box(30, 48, 34, 49)),
                                                   map_of("2022-09-08", box(31, 48, 35, 49)),
                                                   map_of("2022-09-11", box(31, 48, 34.5, 49))});
    report.accuracy = engine::SourceAccuracy{2.0, 10.0, "a test's"};
    return report;
}

} // namespace

TEST_CASE("the error of a pair is that of the two maps, whatever else is measured of it") {
    const auto report = three_maps();
    const auto known = engine::known_maps(report, false);
    engine::Plan plan;
    engine::Wanted& wanted = plan.pairs[{0, 1, kLevel}];
    wanted.change = wanted.regions = true;
    for (const Measure measure : {Measure::lost, Measure::gained, Measure::net}) {
        wanted.errors.emplace(measure, ErrorModel::redrawn);
        wanted.errors.emplace(measure, ErrorModel::retraced);
    }
    plan.pairs[{0, 1, ControlClass::contested}].change = true;
    const auto measured = engine::measure({report, known}, plan, {});
    const auto& snapshots = report.timeline.snapshots;
    for (const auto& [measure, model] : wanted.errors) {
        const engine::BoundaryError* error = measured.error({0, 1, kLevel}, measure, model);
        REQUIRE(error != nullptr);
        const auto alone = engine::boundary_error(
            snapshots[0].boundary.held_at(kLevel), snapshots[1].boundary.held_at(kLevel), measure,
            model, report.accuracy->at(kLevel), engine::EdgeSet());
        CHECK(error->sigma == alone.sigma);
        CHECK(error->moving_km == alone.moving_km);
        CHECK(error->sigma > shapes::Area{});
    }
    const engine::MeasuredPair& pair = measured.pair({0, 1, kLevel});
    REQUIRE(pair.regions);
    CHECK(shapes::ellipsoidal_area(pair.regions->lost).km2() ==
          doctest::Approx(boxes::zone_km2(30, 48, 31, 49)).epsilon(1e-9));
    // Where a source draws no contested areas, their level is that of the confirmed ones.
    CHECK(&measured.pair({0, 1, ControlClass::contested}) == &pair);
}

TEST_CASE("what no plan asked for is not there, and nothing is measured by asking") {
    const auto report = three_maps();
    const auto known = engine::known_maps(report, false);
    engine::Plan plan;
    plan.pairs[{0, 2, kLevel}].change = true;
    const auto measured = engine::measure({report, known}, plan, {});
    CHECK(measured.pair({0, 2, kLevel}).change.value().area.lost.km2() > 0.0);
    CHECK_FALSE(measured.pair({0, 2, kLevel}).regions);
    CHECK_FALSE(measured.pair({0, 2, kLevel}).check);
    CHECK_THROWS_AS(measured.pair({0, 1, kLevel}), std::logic_error);
    CHECK_THROWS_AS(measured.error({0, 2, kLevel}, Measure::lost, ErrorModel::redrawn),
                    std::logic_error);
    CHECK(measured.rows().empty());
}

TEST_CASE("each place counts once of what changed hands to and fro") {
    const auto report = three_maps();
    const auto known = engine::known_maps(report, false);
    engine::Plan plan;
    const engine::EverChanged ever{Measure::lost, {0, 2, kLevel}};
    const engine::FirstReached first{
        0, 2, kLevel, Measure::gained, 1.0, 0.75 * boxes::zone_km2(34, 48, 35, 49)};
    plan.ever.insert(ever);
    plan.reached.insert(first);
    const auto measured = engine::measure({report, known}, plan, {});
    // Of the first map a degree, and half of the one that was won on the way.
    CHECK(measured.ever(ever).km2() ==
          doctest::Approx(1.5 * boxes::zone_km2(30, 48, 31, 49)).epsilon(1e-6));
    CHECK(measured.reached(first) == 1);
}
