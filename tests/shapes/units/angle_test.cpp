// SPDX-License-Identifier: MIT
#include "shapes/units/angle.hpp"

#include <cmath>
#include <doctest/doctest.h>

// Values by their definitions: a turn has 360 degrees, half a turn pi radians.
TEST_CASE("angles: a pole is a quarter of a turn from the equator") {
    CHECK(4 * shapes::kPole == shapes::kTurn);
    CHECK(2 * shapes::kHalfTurn == shapes::kTurn);
    CHECK(shapes::kHalfTurn * shapes::kRadiansPerDegree == doctest::Approx(std::acos(-1.0)));
}
