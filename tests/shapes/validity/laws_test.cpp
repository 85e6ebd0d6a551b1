// SPDX-License-Identifier: MIT
// The laws that validate.hpp numbers, on drawings that are wrong in every way.
#include "shapes/any_fill/any_fill_area.hpp"
#include "shapes/validity/validate.hpp"

#include "tests/support/brute_force.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>
#include <vector>

using namespace shapes;

namespace {

void on_random_drawings(const std::function<void(const Region&, FillRule)>& law) {
    std::mt19937 random(21);
    for (int i = 0; i < 300; ++i) {
        CAPTURE(i);
        const Region drawn = testing::random_drawing(
            random, {.polygons = 3, .holes = 2, .vertices = 7, .scale = 0.1, .origin = 36.7});
        law(drawn, FillRule::nonzero);
        law(drawn, FillRule::evenodd);
    }
}

Region reversed(const Region& region) {
    Region out;
    for (std::size_t p = 0; p < region.polygon_count(); ++p) {
        std::vector<std::vector<Position>> rings;
        for (std::size_t r = region.polygon(p).first; r < region.polygon(p).last; ++r) {
            const Ring ring = region.ring(r);
            rings.emplace_back(ring.rbegin(), ring.rend());
        }
        out.add_polygon(rings);
    }
    return out;
}

} // namespace

TEST_CASE("validate, law 1: what comes out comes out again, without a problem") {
    on_random_drawings([](const Region& drawn, FillRule fill) {
        const ValidRegion region = validate(drawn, fill).region;
        const ValidationResult again = validate(region.region());
        CHECK(again.problems.empty());
        CHECK(again.region.region() == region.region());
    });
}

TEST_CASE("validate, law 2: the way that rings run plays no part") {
    on_random_drawings([](const Region& drawn, FillRule fill) {
        const Area one = validate(drawn, fill).region.area();
        const Area other = validate(reversed(drawn), fill).region.area();
        // New vertices may be rounded to other points of the grid: 7 rings of 7 edges, below 1°
        // each, by 2⁻⁴⁴° at most, in m² by the longest degree.
        CHECK(std::abs((one - other).m2()) <= 49 * 0x1p-44 * 111.7e3 * 111.7e3);
    });
}

TEST_CASE("validate, law 3: the area is that of the drawing under the rule") {
    on_random_drawings([](const Region& drawn, FillRule fill) {
        const Area region = validate(drawn, fill).region.area();
        const Area measured = any_fill_area(drawn, fill);
        CHECK(std::abs((region - measured).m2()) <= 63 * 0x1p-44 * 111.7e3 * 111.7e3);
    });
}

TEST_CASE("unite: none, one, and two that overlap") {
    CHECK(unite({}).empty());
    const ValidRegion a = validate(testing::region_of({{{0, 0, 2, 0, 2, 2, 0, 2}}})).region;
    const ValidRegion b = validate(testing::region_of({{{1, 0, 3, 0, 3, 2, 1, 2}}})).region;
    CHECK(unite({a}).region() == a.region());
    const ValidRegion both = unite({a, b});
    CHECK(both.region().polygon_count() == 1);
    CHECK(both.area().m2() ==
          doctest::Approx(
              validate(testing::region_of({{{0, 0, 3, 0, 3, 2, 0, 2}}})).region.area().m2())
              .epsilon(1e-12));
}
