// SPDX-License-Identifier: MIT
#include "shapes/types/box.hpp"
#include "shapes/types/change_area.hpp"
#include "shapes/types/operand.hpp"
#include "shapes/types/position.hpp"
#include "shapes/types/valid_region.hpp"

#include "shapes/validity/region_maker.hpp"
#include "tests/support/brute_force.hpp"

#include <doctest/doctest.h>

using shapes::Area;
using shapes::ChangeArea;

TEST_CASE("residual: what the five areas lack to add up, relative to the larger map") {
    const auto km2 = [](double value) { return Area::from_km2(value); };
    CHECK(ChangeArea{km2(10), km2(8), km2(3), km2(1), km2(7)}.relative_residual() == 0.0);
    CHECK(ChangeArea{km2(10), km2(8), km2(3), km2(1), km2(6)}.relative_residual() ==
          doctest::Approx(0.1).epsilon(1e-12));
    CHECK(ChangeArea{}.relative_residual() == 0.0);
    CHECK(ChangeArea{km2(10), km2(8), km2(3), km2(1), km2(7)}.net() == km2(-2));
}

TEST_CASE("box: bounds of what was added; boxes overlap where they share a point") {
    shapes::Box box;
    CHECK(box.empty());
    box.add(shapes::Position{3, 4});
    box.add(shapes::Position{1, 5});
    CHECK(box.west == 1);
    CHECK(box.north == 5);
    shapes::Box other;
    other.add(shapes::Position{3, 5});
    CHECK(box.overlaps(other)); // the corner is in both
    other = {};
    other.add(shapes::Position{3.5, 5});
    CHECK(!box.overlaps(other));
}

TEST_CASE("valid region: its bounds and its area are shared by its copies") {
    const shapes::ValidRegion empty;
    CHECK(empty.empty());
    CHECK(empty.area() == Area());
    CHECK(empty.box().empty());
    // One degree by one degree at the equator: 12,308.464 km² on WGS84 (the authalic integral,
    // b² Δλ [sin φ / (2 (1 − e² sin² φ)) + artanh(e sin φ) / (2e)], evaluated by hand).
    const auto region =
        shapes::validity::RegionMaker::examined(testing::region_of({{{0, 0, 1, 0, 1, 1, 0, 1}}}));
    CHECK(region.area().km2() == doctest::Approx(12308.463894).epsilon(1e-9));
    CHECK(region.box().east == 1);
    const shapes::ValidRegion copy = region;
    CHECK(&copy.region() == &region.region());
}
