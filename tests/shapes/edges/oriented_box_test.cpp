// SPDX-License-Identifier: MIT
#include "shapes/edges/oriented_box.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <vector>

using shapes::Position;
using namespace shapes::edges;

TEST_CASE("oriented boxes: parallel slanted lines are apart although their upright boxes overlap") {
    const Position lower[] = {{0, 0}, {1, 1}}, upper[] = {{0, 0.01}, {1, 1.01}};
    CHECK(certainly_apart(oriented_box(lower), oriented_box(upper)));
}

TEST_CASE("oriented boxes: never apart where positions are in common") {
    std::mt19937 random(1);
    std::uniform_real_distribution<double> at(-1, 1);
    for (int round = 0; round < 2000; ++round) {
        std::vector<Position> a, b;
        const double slant = at(random);
        for (int i = 0; i < 6; ++i) {
            const double x = at(random);
            a.push_back({36 + x, 48 + slant * x + 1e-6 * at(random)});
            b.push_back({36 + at(random), 48 + at(random)});
        }
        b[3] = a[2];
        CHECK(!certainly_apart(oriented_box(a), oriented_box(b)));
        const OrientedBox box = oriented_box(a);
        for (const Position p : a) { // all of them are in it
            const double dx = p.lon - box.centre.lon, dy = p.lat - box.centre.lat;
            CHECK(std::abs(dx * box.along.lon + dy * box.along.lat) <= box.half_length + 1e-12);
            CHECK(std::abs(dy * box.along.lon - dx * box.along.lat) <= box.half_width + 1e-12);
        }
    }
}
