// SPDX-License-Identifier: MIT
#include "shapes/change/change_area.hpp"
#include "shapes/change/change_sums.hpp"
#include "shapes/validity/validate.hpp"

#include "tests/support/brute_force.hpp"
#include "tests/support/drawn_shapes.hpp"
#include "tests/support/generators.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

using namespace shapes;
using namespace shapes::change;
using shapes::edges::SearchPolicy;
using namespace testing;

namespace {

/// Relative to the larger region, as issue and README promise it.
constexpr double kAllowed = 1e-12;

/// Every instruction set of this machine with every switch that the kernel decides by itself.
std::vector<KernelOptions> every_path() {
    std::vector<KernelOptions> all;
    for (const auto set : {Instructions::scalar, Instructions::avx2, Instructions::avx512}) {
        if (!available(set)) {
            continue;
        }
        KernelOptions o;
        o.instructions = set;
        for (const Choice cancel : {Choice::automatic, Choice::never, Choice::always}) {
            o.cancel_shared = cancel;
            for (const auto search :
                 {SearchPolicy::upright, SearchPolicy::oriented, SearchPolicy::sorted}) {
                o.search = search;
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
        CAPTURE(static_cast<int>(options.search));
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

namespace {

/// Every vertex of a region moved by a few steps of `step` degrees (0: of one ulp).
Region jittered(std::mt19937_64& random, Region region, double step) {
    std::uniform_int_distribution<int> steps(-2, 2);
    const auto moved_by = [&](double v) {
        const int n = steps(random);
        return step > 0 ? v + n * step : std::nextafter(v, n > 0 ? 1e9 : n < 0 ? -1e9 : v);
    };
    for (std::size_t r = 0, at = 0; r < region.ring_count(); ++r) {
        const std::size_t size = region.ring(r).size();
        for (std::size_t i = 0; i + 1 < size; ++i) {
            Position& p = region.positions()[at + i];
            p = {moved_by(p.lon), moved_by(p.lat)};
        }
        region.positions()[at + size - 1] = region.positions()[at];
        at += size;
    }
    return region;
}

Region triangles_of(std::uint64_t seed) {
    std::mt19937_64 random(seed);
    return triangles(random, 6, 0.25, 40);
}

bool same_bits(const ChangeSums& a, const ChangeSums& b) {
    return a.before == b.before && a.after == b.after && a.lost == b.lost && a.gained == b.gained &&
           a.common == b.common && a.crossing_count == b.crossing_count;
}

struct Pair {
    std::string name;
    Region before, after;
};

/// Pairs large enough for trees of several levels and for every adaptive step.
std::vector<Pair> large_pairs() {
    std::mt19937_64 random(11);
    const Region coast = star(5, 20000, 30, 50, 2);
    return {
        {"stars", star(1, 4000, 30, 50, 2), star(2, 4000, 30.2, 50.1, 2)},
        {"spikes", spikes(1, 3000, 30, 50, 2), spikes(2, 3000, 30.01, 50, 2)},
        {"combs", comb(80, true, 30, 50), comb(80, false, 30, 50)},
        {"spirals", spiral(30, 60, 30, 50, 0), spiral(30, 60, 30, 50, 0.5)},
        {"squares", t_junction_grid(60, 60, 0.1, 30, 10),
         t_junction_grid(60, 60, 0.1, 30.05, 10.1)},
        {"an ulp apart", coast, jittered(random, coast, 0)},
        {"1e-9 degrees apart", coast, jittered(random, coast, 1e-9)},
        {"nearly all shared", coast, redrawn(random, coast)},
    };
}

} // namespace

TEST_CASE("near-coincident boundaries against slab decomposition") {
    std::mt19937_64 random(5);
    for (const double step : {0.0, 1e-15, 1e-14, 1e-12, 1e-9}) {
        const Region region = star(9, 40, 30, 50, 2);
        check_against_slabs(region, jittered(random, region, step));
    }
}

TEST_CASE("every path and any number of threads give the same bits") {
    for (const Pair& pair : large_pairs()) {
        CAPTURE(pair.name);
        const ValidRegion before = vouched(pair.before), after = vouched(pair.after);
        for (const Choice cancel : {Choice::automatic, Choice::always}) {
            KernelOptions o;
            o.cancel_shared = cancel;
            o.instructions = Instructions::scalar;
            const ChangeSums expected = change_sums(before, after, o);
            CHECK(expected.consistent);
            for (const auto set : {Instructions::avx2, Instructions::avx512}) {
                if (available(set)) {
                    o.instructions = set;
                    CHECK(same_bits(change_sums(before, after, o), expected));
                }
            }
            for (const int threads : {2, 3, 7}) {
                o.threads = threads;
                CHECK(same_bits(change_sums(before, after, o), expected));
            }
        }
    }
}

TEST_CASE("forced ways of searching find the same crossings") {
    for (const Pair& pair : large_pairs()) {
        CAPTURE(pair.name);
        const ValidRegion before = vouched(pair.before), after = vouched(pair.after);
        KernelOptions o;
        o.search = SearchPolicy::upright;
        o.cancel_shared = Choice::never;
        const ChangeSums plain = change_sums(before, after, o);
        for (const KernelOptions& options : every_path()) {
            if (options.cancel_shared == Choice::never) {
                const ChangeSums got = change_sums(before, after, options);
                CHECK(got.consistent);
                CHECK(got.crossing_count == plain.crossing_count);
                check_near(got.lost, static_cast<long double>(plain.lost), plain.before);
                check_near(got.gained, static_cast<long double>(plain.gained), plain.before);
                check_near(got.common, static_cast<long double>(plain.common), plain.before);
            }
        }
    }
}

TEST_CASE("the search stays linear where upright boxes in boundary order would not") {
    // Candidates are counted, not time: without the adaptive steps these have hundreds per edge.
    for (const Pair& pair : large_pairs()) {
        CAPTURE(pair.name);
        const ChangeSums s = change_sums(vouched(pair.before), vouched(pair.after));
        const double edges =
            static_cast<double>(pair.before.edge_count() + pair.after.edge_count());
        CHECK(static_cast<double>(s.candidate_count) <=
              4 * edges + 4 * static_cast<double>(s.crossing_count));
    }
}

TEST_CASE("swapping, cancelling or moving by whole degrees of longitude changes no figure") {
    for (const Pair& pair : large_pairs()) {
        CAPTURE(pair.name);
        const ValidRegion before = vouched(pair.before), after = vouched(pair.after);
        const ChangeSums s = change_sums(before, after);
        const double scale = std::max(s.before, s.after);
        const auto check = [&](const ChangeSums& other, bool swapped) {
            CHECK(other.consistent);
            check_near(swapped ? other.gained : other.lost, static_cast<long double>(s.lost),
                       scale);
            check_near(swapped ? other.lost : other.gained, static_cast<long double>(s.gained),
                       scale);
            check_near(other.common, static_cast<long double>(s.common), scale);
            // |A| = |A ∩ B| + |A ∖ B|, each summed on its own.
            CHECK(std::abs(other.before - other.common - other.lost) <= kAllowed * scale);
            CHECK(std::abs(other.after - other.common - other.gained) <= kAllowed * scale);
        };
        check(s, false);
        check(change_sums(after, before), true);
        KernelOptions o;
        o.cancel_shared = Choice::always;
        check(change_sums(before, after, o), false);
    }
    // Whole degrees are exact in doubles for these coordinates.
    const Region before = triangles_of(3), after = triangles_of(4);
    const ChangeSums s = change_sums(vouched(before), vouched(after));
    const ChangeSums moved_far = change_sums(vouched(support::translated(before, 120, 0)),
                                             vouched(support::translated(after, 120, 0)));
    check_near(moved_far.lost, static_cast<long double>(s.lost), s.before);
    check_near(moved_far.gained, static_cast<long double>(s.gained), s.before);
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

TEST_CASE("empty regions: nothing lost, nothing gained, or everything") {
    const ValidRegion square = vouched(t_junction_grid(1, 1, 1, 30, 50)), none;
    const ChangeSums s = change_sums(none, square);
    CHECK(s.lost == 0);
    CHECK(s.common == 0);
    CHECK(s.gained == doctest::Approx(s.after).epsilon(1e-15));
    CHECK(change_sums(square, none).lost == doctest::Approx(s.after).epsilon(1e-15));
    CHECK(change_sums(none, none).common == 0);
}

TEST_CASE("windings that no valid region has are noticed, and the general kernel takes over") {
    // Two squares that overlap, passed off as proven: the winding number is 2 where they do.
    const auto square = [](double lon, double lat, double size) {
        return t_junction_grid(1, 1, size, lon, lat);
    };
    Region overlapping = square(30, 50, 2);
    overlapping.append(square(31, 51, 2));
    const Region other = square(31.2, 51.2, 5);
    for (const bool swapped : {false, true}) {
        CAPTURE(swapped);
        const ValidRegion a = vouched(swapped ? other : overlapping);
        const ValidRegion b = vouched(swapped ? overlapping : other);
        CHECK_FALSE(change_sums(a, b).consistent);
        const ChangeArea got = change_area(a, b);
        // The same maps with the squares united, which the fast kernel may be given.
        const ValidRegion first = validate(a.region()).region, second = validate(b.region()).region;
        REQUIRE(change_sums(first, second).consistent);
        const ChangeArea expected = change_area(first, second);
        const double scale = std::max(expected.before.m2(), expected.after.m2());
        check_near(got.before.m2(), static_cast<long double>(expected.before.m2()), scale);
        check_near(got.after.m2(), static_cast<long double>(expected.after.m2()), scale);
        check_near(got.lost.m2(), static_cast<long double>(expected.lost.m2()), scale);
        check_near(got.gained.m2(), static_cast<long double>(expected.gained.m2()), scale);
        check_near(got.common.m2(), static_cast<long double>(expected.common.m2()), scale);
    }
}

TEST_CASE("maps smaller than floats can tell apart: every way of searching finds the same") {
    // 2^-40 degrees are 128 units in the last place at 36°, and nothing at all in floats.
    std::mt19937_64 random(17);
    for (int i = 0; i < 100; ++i) {
        CAPTURE(i);
        const Region before = triangles(random, 6, 0x1p-40, 36);
        const Region after = triangles(random, 6, 0x1p-40, 36);
        const ValidRegion b = vouched(before), a = vouched(after);
        KernelOptions plain;
        plain.search = SearchPolicy::upright;
        plain.cancel_shared = Choice::never;
        const ChangeSums expected = change_sums_planar(b, a, plain);
        REQUIRE(expected.consistent);
        for (const KernelOptions& options : every_path()) {
            const ChangeSums got = change_sums_planar(b, a, options);
            CHECK(got.consistent);
            check_near(got.lost, static_cast<long double>(expected.lost), expected.before);
            check_near(got.gained, static_cast<long double>(expected.gained), expected.before);
        }
    }
}
