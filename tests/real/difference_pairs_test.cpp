// SPDX-License-Identifier: MIT
// The difference core on real maps, against CGAL's exact kernel and GEOS. Skipped, by name, where
// the maps are absent.
#include "shapes/change/change_area.hpp"
#include "shapes/validity/validate.hpp"
#include "tests/support/densify.hpp"
#include "tests/support/differential.hpp"
#include "tests/support/plain_geojson.hpp"

#include <cmath>
#include <doctest/doctest.h>

using differential::compare_with_cgal_and_geos;

namespace {

std::string folder() {
    const auto found = support::real_data();
    if (!found) {
        MESSAGE("skipped: no real maps (AREACLAIM_REAL_DATA, or ../shared/data)");
    }
    return found.value_or("");
}

} // namespace

TEST_CASE("real pairs: checked answers of nzz") {
    const std::string maps = folder();
    if (maps.empty()) {
        return;
    }
    struct Answer {
        const char* from;
        const char* to;
        double lost_km2;
        double gained_km2;
    };
    // GEOS 3.11 overlays with the exact authalic integral under each edge; 3 decimals are printed.
    constexpr double allowed_km2 = 0.0006;
    for (const Answer& a : {Answer{"2022-09-06", "2022-09-08", 303.596, 11.105},
                            Answer{"2022-09-08", "2022-09-11", 8365.704, 0.557},
                            Answer{"2022-08-31", "2022-09-11", 8967.698, 16.512},
                            Answer{"2022-09-11", "2022-09-20", 285.973, 19.133},
                            Answer{"2022-08-31", "2022-09-08", 602.087, 16.049}}) {
        CAPTURE(a.from);
        CAPTURE(a.to);
        const shapes::ChangeArea change =
            shapes::change_area(shapes::validate(support::nzz_drawn(maps, a.from)).region,
                                shapes::validate(support::nzz_drawn(maps, a.to)).region);
        CHECK(std::abs(change.lost.km2() - a.lost_km2) < allowed_km2);
        CHECK(std::abs(change.gained.km2() - a.gained_km2) < allowed_km2);
    }
}

TEST_CASE("real pairs: raw, un-united features of nzz") {
    const std::string maps = folder();
    if (maps.empty()) {
        return;
    }
    compare_with_cgal_and_geos("nzz 09-08/09-11", support::nzz_drawn(maps, "2022-09-08"),
                               support::nzz_drawn(maps, "2022-09-11"));
    compare_with_cgal_and_geos("nzz 08-26/10-15", support::nzz_drawn(maps, "2022-08-26"),
                               support::nzz_drawn(maps, "2022-10-15"));
}

TEST_CASE("real pairs: deepstate, next day and two years apart") {
    const std::string maps = folder();
    if (maps.empty()) {
        return;
    }
    const auto first =
        support::deepstate_drawn(maps, "deepstate/deepstatemap_data_20240708.geojson");
    compare_with_cgal_and_geos(
        "deepstate next day", first,
        support::deepstate_drawn(maps, "deepstate/deepstatemap_data_20240709.geojson"));
    compare_with_cgal_and_geos(
        "deepstate two years", first,
        support::deepstate_drawn(maps, "deepstate-far/deepstatemap_data_20260822.geojson"));
}
