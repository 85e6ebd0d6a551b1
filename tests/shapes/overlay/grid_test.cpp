// SPDX-License-Identifier: MIT
#include "shapes/overlay/grid.hpp"
#include "shapes/overlay/ring_ends.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

using shapes::Position;
using shapes::overlay::Grid;

namespace {

/// With 64 bits of mantissa the sum and its floor are exact.
std::int64_t nearest(double degrees, double unit) {
    static_assert(std::numeric_limits<long double>::digits >= 64);
    const long double scaled = static_cast<long double>(degrees) / static_cast<long double>(unit);
    return static_cast<std::int64_t>(std::floor(scaled + 0.5L));
}

void check(const Grid& grid, double degrees) {
    CAPTURE(degrees);
    const auto p = grid.nearest({degrees, -degrees});
    CHECK(p.x == nearest(degrees, grid.unit()));
    CHECK(p.y == nearest(-degrees, grid.unit()));
}

} // namespace

TEST_CASE("grid: the nearest point, half way the higher one, at every magnitude") {
    std::mt19937_64 random(1);
    for (const double largest : {90.0, 127.9, 128.0, 180.0, 511.0, 540.0, 4000.0}) {
        const Grid grid(largest);
        CHECK(largest / grid.unit() <= 0x1p53);
        std::uniform_real_distribution<double> anywhere(-largest, largest);
        for (int i = 0; i < 20'000; ++i) {
            const double degrees = anywhere(random);
            check(grid, degrees);
            // Half a unit beside a grid point near it, where doubles are fine enough for that.
            check(grid,
                  std::floor(degrees * 0x1p-10 / grid.unit()) * grid.unit() + 0.5 * grid.unit());
        }
        check(grid, largest);
        check(grid, 0.0);
        check(grid, 0.25 * grid.unit());
        check(grid, 1e-300);
    }
}

TEST_CASE("grid: no zero is negative") {
    for (const double largest : {90.0, 180.0}) {
        const Grid grid(largest);
        for (const double tiny : {-0.0, -1e-30, -0.25 * grid.unit(), -0.5 * grid.unit()}) {
            Position rounded;
            const Position p{tiny, tiny};
            grid.round({&p, 1}, &rounded);
            CHECK(rounded.lon == 0.0);
            CHECK_FALSE(std::signbit(rounded.lon));
            CHECK_FALSE(std::signbit(rounded.lat));
        }
    }
}

TEST_CASE("ring ends: the ring of every point, told by counting bits") {
    // Rings of 3 to 70 edges, so that some end on the first or last bit of a word.
    std::mt19937 random(8);
    std::vector<shapes::edges::Boundary::Path> rings;
    std::uint32_t points = 0;
    for (int r = 0; r < 60; ++r) {
        const auto edges = static_cast<std::uint32_t>(3 + random() % 68);
        rings.push_back({points, edges});
        points += edges + 1;
    }
    const shapes::overlay::RingEnds ends(rings, points);
    for (std::size_t r = 0; r < rings.size(); ++r) {
        for (std::uint32_t p = rings[r].first; p <= rings[r].end(); ++p) {
            CHECK(ends.ring_of(p) == r);
            CHECK(ends.at(p) == (p == rings[r].end()));
        }
    }
}
