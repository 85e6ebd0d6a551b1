// SPDX-License-Identifier: MIT
// The difference core on real maps, against CGAL's exact kernel and GEOS. Skipped, by name, where
// the maps are absent.
#include "tests/real/real_data.hpp"

#include "shapes/change/change_area.hpp"
#include "shapes/validity/validate.hpp"
#include "tests/support/densify.hpp"
#include "tests/support/differential.hpp"
#include "tests/support/plain_geojson.hpp"

#include <cmath>
#include <doctest/doctest.h>

using differential::compare_with_cgal_and_geos;

TEST_CASE("real pairs: checked answers of nzz") {
    if (!real::present("nzz")) {
        return;
    }
    const std::string maps = real::folder().string();
    constexpr double allowed_km2 = 0.0006;
    for (const real::CheckedAnswer& a : real::kNzzAnswers) {
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
    if (!real::present("nzz")) {
        return;
    }
    const std::string maps = real::folder().string();
    compare_with_cgal_and_geos("nzz 09-08/09-11", support::nzz_drawn(maps, "2022-09-08"),
                               support::nzz_drawn(maps, "2022-09-11"));
    compare_with_cgal_and_geos("nzz 08-26/10-15", support::nzz_drawn(maps, "2022-08-26"),
                               support::nzz_drawn(maps, "2022-10-15"));
}

TEST_CASE("real pairs: deepstate, next day and two years apart") {
    if (!real::present("nzz")) {
        return;
    }
    const std::string maps = real::folder().string();
    const auto first =
        support::deepstate_drawn(maps, "deepstate/deepstatemap_data_20240708.geojson");
    compare_with_cgal_and_geos(
        "deepstate next day", first,
        support::deepstate_drawn(maps, "deepstate/deepstatemap_data_20240709.geojson"));
    compare_with_cgal_and_geos(
        "deepstate two years", first,
        support::deepstate_drawn(maps, "deepstate-far/deepstatemap_data_20260822.geojson"));
}
