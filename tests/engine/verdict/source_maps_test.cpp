// SPDX-License-Identifier: MIT
#include "engine/judge/source_maps.hpp"

#include "tests/engine/boxes.hpp"

#include <doctest/doctest.h>

using boxes::box;
using boxes::map_of;
using engine::ControlClass;
using engine::ErrorModel;
using engine::Measure;

TEST_CASE("the regions of a change are built once, and their error is that of the two maps") {
    const auto timeline = engine::build_timeline(
        "s", {map_of("2022-09-01", box(30, 48, 34, 49)), map_of("2022-09-08", box(31, 48, 35, 49))},
        {});
    const engine::SourceAccuracy accuracy{2.0, 10.0, "a test's"};
    engine::SourceMaps maps(timeline, nullptr, accuracy, shapes::EdgeModel::straight, 1);
    constexpr auto kLevel = ControlClass::confirmed;
    const shapes::ChangeRegions& regions = maps.change_regions(0, 1, kLevel);
    for (const Measure measure : {Measure::lost, Measure::gained, Measure::net}) {
        for (const ErrorModel model : {ErrorModel::redrawn, ErrorModel::retraced}) {
            const engine::BoundaryError* error = maps.error(0, 1, measure, model, kLevel);
            REQUIRE(error != nullptr);
            const auto alone =
                engine::boundary_error(maps.region(0, kLevel), maps.region(1, kLevel), measure,
                                       model, accuracy.at(kLevel), engine::EdgeSet());
            CHECK(error->sigma == alone.sigma);
            CHECK(error->moving_km == alone.moving_km);
            CHECK(error->sigma > shapes::Area{});
        }
    }
    CHECK(&maps.change_regions(0, 1, kLevel) == &regions);
    CHECK(shapes::ellipsoidal_area(regions.lost).km2() ==
          doctest::Approx(boxes::zone_km2(30, 48, 31, 49)).epsilon(1e-9));
    // Where a source draws no contested areas, their level is that of the confirmed ones.
    CHECK(&maps.change_regions(0, 1, ControlClass::contested) == &regions);
}
