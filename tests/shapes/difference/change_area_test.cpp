// SPDX-License-Identifier: MIT
#include "shapes/difference/change_sums.hpp"

#include "tests/shapes/difference/brute_force.hpp"
#include "tests/shapes/difference/drawn_shapes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

using namespace shapes;
using namespace testing;

namespace {

/// Relative to the larger region, as issue and README promise it.
constexpr double kAllowed = 1e-12;


std::vector<KernelOptions> every_path() {
    std::vector<KernelOptions> all;
    for (const Choice cancel : {Choice::automatic, Choice::never, Choice::always}) {
        for (const auto set : {Instructions::scalar, Instructions::avx2, Instructions::avx512}) {
            if (available(set)) {
                KernelOptions o;
                o.instructions = set;
                o.cancel_shared = cancel;
                all.push_back(o);
            }
        }
    }
    return all;
}

void check_near(double got, long double expected, double scale) {
    CHECK_MESSAGE(std::abs(static_cast<long double>(got) - expected) <= kAllowed * scale,
                  "expected ", static_cast<double>(expected), ", got ", got, ", allowed ",
                  kAllowed * scale);
}

void check_against_slabs(const Region& before, const Region& after) {
    const PlaneAreas expected = brute_force_areas(before, after, FillRule::evenodd);
    const double scale = static_cast<double>(std::max(expected.before, expected.after));
    const ValidRegion b = vouched(before), a = vouched(after);
    for (const KernelOptions& options : every_path()) {
        CAPTURE(static_cast<int>(options.instructions));
        CAPTURE(static_cast<int>(options.cancel_shared));
        const ChangeSums got = change_sums_planar(b, a, options);
        CHECK(got.consistent);
        check_near(got.before, expected.before, scale);
        check_near(got.after, expected.after, scale);
        check_near(got.lost, expected.lost, scale);
        check_near(got.gained, expected.gained, scale);
        check_near(got.common, expected.common, scale);
    }
}

} // namespace

TEST_CASE("triangles of one grid, every degeneracy, against slab decomposition") {
    std::mt19937_64 random(1);
    for (std::size_t i = 0; i < 150; ++i) {
        CAPTURE(i);
        const int cells = 1 + static_cast<int>(random() % 5);
        const double scale = std::vector{1.0, 0.1, 1 / 3.0, 1e-5}[i % 4];
        const double origin = std::vector{0.0, 37.3, -1 / 3.0, 49.1}[i % 4];
        const Region before = triangles(random, cells, scale, origin);
        const Region after = i % 3 == 0   ? redrawn(random, before)
                             : i % 3 == 1 ? triangles(random, cells, scale, origin)
                                          : triangles(random, 2 * cells, scale / 2, origin);
        if (before.empty() || after.empty()) {
            continue;
        }
        check_against_slabs(before, after);
    }
}

TEST_CASE("stars, spikes, combs and grids against slab decomposition") {
    check_against_slabs(star(1, 60, 30, 50, 2), star(2, 60, 30.3, 50.2, 2));
    check_against_slabs(spikes(1, 40, 30, 50, 2), spikes(2, 40, 30.3, 50.2, 2));
    check_against_slabs(comb(8, true, 30, 50), comb(8, false, 30, 50));
    check_against_slabs(spiral(3, 12, 30, 50, 0), spiral(3, 12, 30, 50, 0.5));
    check_against_slabs(t_junction_grid(8, 6, 0.25, 30, 50),
                        t_junction_grid(6, 8, 0.25, 30.125, 50));
    check_against_slabs(t_junction_grid(8, 6, 0.25, 30, 50),
                        t_junction_grid(6, 8, 0.25, 30, 50.25));
    check_against_slabs(t_junction_grid(8, 6, 0.1, 30, 50),
                        t_junction_grid(6, 8, 0.1, 30.05, 50.1));
}

TEST_CASE("a region against itself, drawn differently: no change at all, exactly") {
    std::mt19937_64 random(7);
    for (const Region& region : {star(3, 500, 30, 50, 2), t_junction_grid(20, 20, 0.1, 30, 50),
                                 triangles(random, 12, 0.1, 37), comb(30, true, 0, 0), Region{}}) {
        const ChangeSums s = change_sums(vouched(region), vouched(redrawn(random, region)));
        CHECK(s.cancelled == !region.empty());
        CHECK(s.lost == 0);
        CHECK(s.gained == 0);
        CHECK(std::abs(s.common - s.before) <= 1e-14 * s.before);
    }
}
