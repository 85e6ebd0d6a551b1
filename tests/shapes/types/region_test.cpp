// SPDX-License-Identifier: MIT
#include "shapes/types/region.hpp"

#include <doctest/doctest.h>

using shapes::Position;
using shapes::Region;

TEST_CASE("rings are closed, and polygons and rings keep their order") {
    Region region;
    region.add_polygon({{{{0, 0}, {4, 0}, {4, 4}, {0, 4}}, {{1, 1}, {1, 2}, {2, 2}, {1, 1}}}});
    CHECK(region.polygon_count() == 1);
    CHECK(region.ring_count() == 2);
    CHECK(region.edge_count() == 7);
    CHECK(region.ring(0).back() == Position{0, 0});
    CHECK(region.ring(1).size() == 4);

    Region both = region;
    both.append(region);
    CHECK(both.polygon_count() == 2);
    CHECK(both.ring(3).front() == Position{1, 1});
    CHECK(both.polygon(1).first == 2);
}
