// SPDX-License-Identifier: MIT
#include "shapes/units/area.hpp"
#include "shapes/units/wgs84.hpp"

#include <doctest/doctest.h>

using shapes::Area;

TEST_CASE("an area is the same in whatever unit it is read") {
    CHECK(Area::from_km2(2.5).m2() == 2'500'000.0);
    CHECK(Area::from_m2(2'500'000.0).km2() == 2.5);
    CHECK(Area().m2() == 0.0);
}

TEST_CASE("areas add, subtract, scale and compare") {
    const Area a = Area::from_km2(3), b = Area::from_km2(1);
    CHECK((a + b).km2() == 4.0);
    CHECK((b - a).km2() == -2.0); // a net change may be negative
    CHECK((-a).km2() == -3.0);
    CHECK((0.5 * a).km2() == 1.5);
    CHECK(b < a);
    Area sum = a;
    sum += b;
    CHECK(sum == Area::from_km2(4));
}

TEST_CASE("WGS84: the derived values that NIMA TR8350.2 lists in table 3.3") {
    CHECK(shapes::wgs84::kSemiMinorAxis_m == doctest::Approx(6356752.3142).epsilon(1e-11));
    CHECK(shapes::wgs84::kEccentricity2 == doctest::Approx(6.69437999014e-3).epsilon(1e-11));
}
