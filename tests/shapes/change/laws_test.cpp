// SPDX-License-Identifier: MIT
// The laws that change_area.hpp and change_regions.hpp number, each on random regions that touch in
// every degenerate way (triangles of one grid) and on generic ones (stars).
#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/change/change_area.hpp"
#include "shapes/change/change_regions.hpp"
#include "shapes/change/change_sums.hpp"
#include "shapes/overlay/overlay.hpp"
#include "shapes/validity/validate.hpp"

#include "tests/support/brute_force.hpp"
#include "tests/support/drawn_shapes.hpp"
#include "tests/support/generators.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>
#include <string>

using namespace shapes;

namespace {

/// The bound of change_area.hpp.
constexpr double kBound = 1e-12;

void on_random_pairs(const std::function<void(const ValidRegion&, const ValidRegion&)>& law) {
    std::mt19937_64 random(11);
    for (int i = 0; i < 40; ++i) {
        CAPTURE(i);
        law(testing::vouched(testing::triangles(random, 6, 0.1, 36.1)),
            testing::vouched(testing::triangles(random, 6, 0.1, 36.1)));
        const auto seed = static_cast<std::uint64_t>(i);
        law(testing::vouched(testing::star(2 * seed, 200, 36, 48, 1)),
            testing::vouched(testing::star(2 * seed + 1, 200, 36.3, 48.1, 1)));
    }
}

void check_same(Area a, Area b, Area scale) {
    CHECK(std::abs((a - b).m2()) <= kBound * scale.m2());
}

Area larger(const ChangeArea& c) {
    return std::max(c.before, c.after);
}

/// How far a boundary moves, times the perimeters: what regions' areas may differ by, m².
double regions_bound(const ValidRegion& a, const ValidRegion& b) {
    double degrees = 0;
    for (const ValidRegion* region : {&a, &b}) {
        for (std::size_t r = 0; r < region->region().ring_count(); ++r) {
            const Ring ring = region->region().ring(r);
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                degrees += std::hypot(ring[i + 1].lon - ring[i].lon, ring[i + 1].lat - ring[i].lat);
            }
        }
    }
    constexpr double kLongestDegree_m = 111.7e3;
    return degrees * overlay::kOverlayDisplacement * kLongestDegree_m * kLongestDegree_m;
}

} // namespace

TEST_CASE("change_area, law 1: what was is what stayed and what was lost") {
    on_random_pairs([](const ValidRegion& a, const ValidRegion& b) {
        CHECK(change_area(a, b).relative_residual() <= kBound);
    });
}

TEST_CASE("change_area, law 2: exchanged, lost and gained are exchanged") {
    on_random_pairs([](const ValidRegion& a, const ValidRegion& b) {
        const ChangeArea there = change_area(a, b), back = change_area(b, a);
        check_same(there.lost, back.gained, larger(there));
        check_same(there.gained, back.lost, larger(there));
        check_same(there.common, back.common, larger(there));
    });
}

TEST_CASE("change_area, law 3: nothing changed against itself, exactly") {
    on_random_pairs([](const ValidRegion& a, const ValidRegion&) {
        const ChangeArea none = change_area(a, a);
        CHECK(none.lost == Area());
        CHECK(none.gained == Area());
        CHECK(none.common == none.before);
    });
}

TEST_CASE("change_area, law 4: where rings start and how they stand plays no part") {
    std::mt19937_64 random(12);
    on_random_pairs([&random](const ValidRegion& a, const ValidRegion& b) {
        const ValidRegion again = testing::vouched(testing::redrawn(random, b.region()));
        const ChangeArea one = change_area(a, b), other = change_area(a, again);
        check_same(one.lost, other.lost, larger(one));
        check_same(one.common, other.common, larger(one));
    });
}

TEST_CASE("change_area, law 5: an empty region, and regions far apart") {
    on_random_pairs([](const ValidRegion& a, const ValidRegion& b) {
        const ChangeArea all = change_area(a, {});
        CHECK(all.gained == Area());
        CHECK(all.common == Area());
        check_same(all.lost, a.area(), a.area());
        const ValidRegion far = testing::vouched(support::translated(b.region(), 64, 0));
        CHECK(change_area(a, far).common == Area());
    });
}

TEST_CASE("change_area, law 6: the same bits with any number of threads, on every machine") {
    on_random_pairs([](const ValidRegion& a, const ValidRegion& b) {
        const ChangeArea one = change_area(a, b), three = change_area(a, b, {3});
        CHECK(one.lost == three.lost);
        CHECK(one.common == three.common);
        for (const auto set : {Instructions::scalar, Instructions::avx2}) {
            if (available(set)) {
                change::KernelOptions options;
                options.instructions = set;
                CHECK(change::change_sums(a, b, options).lost == one.lost.m2());
            }
        }
    });
}

TEST_CASE("change_area, the example: a square of one degree loses its eastern half") {
    const Region drawn_before = testing::region_of({{{30, 50, 31, 50, 31, 51, 30, 51}}});
    const Region drawn_after = testing::region_of({{{30, 50, 30.5, 50, 30.5, 51, 30, 51}}});
    const ValidRegion before = validate(drawn_before).region;
    const ValidRegion after = validate(drawn_after).region;
    const ChangeArea change = change_area(before, after);
    // Half of the closed form between two parallels and two meridians (Bagratuni 1962, eq. 8).
    CHECK(change.lost.km2() == doctest::Approx(3946.10942899358).epsilon(kBound));
    CHECK(change.gained.km2() == 0);
}

TEST_CASE("change_regions, laws 1 to 3: valid as they stand, of the right area, apart") {
    on_random_pairs([](const ValidRegion& a, const ValidRegion& b) {
        const ChangeArea areas = change_area(a, b);
        const ChangeRegions regions = change_regions(a, b);
        const ValidRegion common = intersection(a, b);
        for (const ValidRegion* region : {&regions.lost, &regions.gained, &common}) {
            const ValidationResult again = validate(region->region());
            CHECK(again.problems.empty());
            CHECK(again.region.region() == region->region());
        }
        const double allowed = regions_bound(a, b) + kBound * larger(areas).m2();
        CHECK(std::abs((regions.lost.area() - areas.lost).m2()) <= allowed);
        CHECK(std::abs((regions.gained.area() - areas.gained).m2()) <= allowed);
        CHECK(std::abs((common.area() - areas.common).m2()) <= allowed);
        CHECK(change_area(regions.lost, regions.gained).common.m2() <= allowed);
        CHECK(change_area(regions.lost, common).common.m2() <= allowed);
    });
}

TEST_CASE("change_regions, law 4: nothing changed against itself") {
    on_random_pairs([](const ValidRegion& a, const ValidRegion&) {
        const ChangeRegions none = change_regions(a, a);
        CHECK(none.lost.empty());
        CHECK(none.gained.empty());
    });
}
