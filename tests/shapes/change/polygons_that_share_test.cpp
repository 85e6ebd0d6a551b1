// SPDX-License-Identifier: MIT
#include "shapes/change/polygons_that_share.hpp"

#include "shapes/validity/validate.hpp"

#include <doctest/doctest.h>

#include <span>
#include <vector>

using shapes::Region;
using shapes::ValidRegion;

namespace {

using Ring = std::vector<shapes::Position>;

ValidRegion drawn(const std::vector<Ring>& shells) {
    Region region;
    for (const Ring& shell : shells) {
        region.add_polygon(std::span(&shell, 1));
    }
    return shapes::validate(region).region;
}

Ring box(double west, double east, double south, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

} // namespace

TEST_CASE("an edge in the same direction is shared, one of a neighbour is not") {
    const ValidRegion one = drawn({box(0, 1, 0, 1)});
    CHECK(shapes::all_share_an_edge(one, one));
    CHECK(shapes::all_share_an_edge(one, drawn({box(0, 3, 0, 1)}))); // its west side
    CHECK_FALSE(shapes::all_share_an_edge(one, drawn({box(1, 2, 0, 1)})));
    CHECK_FALSE(shapes::all_share_an_edge(one, drawn({box(5, 6, 5, 6)})));
    CHECK_FALSE(shapes::all_share_an_edge(one, ValidRegion()));
    // Each polygon has to; none has nothing to share.
    CHECK_FALSE(shapes::all_share_an_edge(drawn({box(0, 1, 0, 1), box(5, 6, 5, 6)}), one));
    CHECK(shapes::all_share_an_edge(ValidRegion(), one));
    // 0 is -0.
    CHECK(shapes::all_share_an_edge(one, drawn({box(-0.0, 1, -0.0, 1)})));
}
