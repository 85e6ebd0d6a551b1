// SPDX-License-Identifier: MIT
// The laws that ellipsoidal_area.hpp numbers.
#include "shapes/area/ellipsoidal_area.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <vector>

using namespace shapes;

namespace {

using Positions = std::vector<Position>;

Positions star(std::mt19937& random, int corners) {
    std::uniform_real_distribution<double> radius(0.2, 0.4);
    Positions ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners, r = radius(random);
        ring.push_back({36 + r * std::cos(angle), 48 + r * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return ring;
}

constexpr EdgeModel kModels[] = {EdgeModel::straight, EdgeModel::geodesic};

void check_same(Area a, Area b) {
    CHECK(std::abs((a - b).m2()) <= 1e-13 * std::abs(a.m2()));
}

} // namespace

TEST_CASE("ring_area, law 1: run the other way, the sign is turned") {
    std::mt19937 random(1);
    for (int i = 0; i < 100; ++i) {
        const Positions ring = star(random, 30), back(ring.rbegin(), ring.rend());
        for (const EdgeModel edges : kModels) {
            CHECK(ring_area(ring, edges).m2() > 0);
            check_same(ring_area(ring, edges), -ring_area(back, edges));
        }
    }
}

TEST_CASE("ring_area, law 2: where the ring starts plays no part") {
    std::mt19937 random(2);
    for (int i = 0; i < 100; ++i) {
        const Positions ring = star(random, 30);
        Positions turned(ring.begin(), ring.end() - 1);
        std::rotate(turned.begin(), turned.begin() + 1 + i % 29, turned.end());
        turned.push_back(turned.front());
        for (const EdgeModel edges : kModels) {
            check_same(ring_area(ring, edges), ring_area(turned, edges));
        }
    }
}

TEST_CASE("ring_area, law 3: cut in two, the areas add up") {
    std::mt19937 random(3);
    for (int i = 0; i < 100; ++i) {
        const Positions ring = star(random, 30);
        Positions one(ring.begin(), ring.begin() + 13), other(ring.begin() + 12, ring.end());
        one.push_back(one.front());
        other.push_back(other.front());
        for (const EdgeModel edges : kModels) {
            check_same(ring_area(ring, edges), ring_area(one, edges) + ring_area(other, edges));
        }
    }
}

TEST_CASE("ring_area, law 4: turned about the axis it is as large") {
    std::mt19937 random(4);
    for (int i = 0; i < 100; ++i) {
        // Longitudes that 64° can be added to without a rounding.
        Positions ring = star(random, 30), moved;
        for (Position& p : ring) {
            p.lon = std::round(p.lon * 0x1p40) * 0x1p-40;
            moved.push_back({p.lon + 64, p.lat});
        }
        for (const EdgeModel edges : kModels) {
            check_same(ring_area(ring, edges), ring_area(moved, edges));
        }
    }
}

TEST_CASE("ring_area: fewer than three edges enclose nothing") {
    CHECK(ring_area(Positions{{1, 1}, {1, 1}}).m2() == 0);
    CHECK(ring_area(Positions{{1, 1}, {2, 3}, {1, 1}}).m2() == 0);
}
