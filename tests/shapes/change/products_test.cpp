// SPDX-License-Identifier: MIT
#include "shapes/change/crossing_sums.hpp"
#include "shapes/change/self_product.hpp"
#include "shapes/change/winding_product.hpp"

#include "shapes/change/parallel.hpp"
#include "shapes/change/sweep_totals.hpp"
#include "tests/support/brute_force.hpp"
#include "tests/support/drawn_shapes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <stdexcept>
#include <vector>

using shapes::Region;
using namespace shapes::change;
using shapes::edges::Boundary;

namespace {

shapes::AreaForm form_of(const Region& a, const Region& b) {
    shapes::Box box = a.box();
    box.add(b.box());
    return shapes::planar_form(box.south, box.north);
}

Region square(double x, double y, double side) {
    return testing::region_of({{{x, y, x + side, y, x + side, y + side, x, y + side}}});
}

/// ∂a − ∂b as one boundary, no edge taken out.
SelfProduct product_of_difference(const Region& a, const Region& b, const KernelOptions& options) {
    std::vector<shapes::edges::Piece> pieces;
    for (const Region* region : {&a, &b}) {
        for (std::size_t r = 0; r < region->ring_count(); ++r) {
            const shapes::Ring ring = region->ring(r);
            pieces.push_back({ring.data(), ring.size() - 1, region == &b});
        }
    }
    return self_product(Boundary(pieces), a.ring_count(), form_of(a, b), options);
}

} // namespace

TEST_CASE("winding product, worked: two unit squares that share a quarter") {
    //      +-------+
    //      |   x---|---+      The product of the windings is 1 on the quarter that both cover, so
    //      |   | ¼ |   |      its integral is ¼; the two crossings x add what the edges cut off.
    //      +---|---x   |
    //          +-------+
    const Region a = square(0, 0, 1), b = square(0.5, 0.5, 1);
    const WindingProduct p = winding_product(Boundary(a), Boundary(b), form_of(a, b), {});
    CHECK(p.consistent);
    CHECK(p.crossing_count == 2);
    CHECK(p.product() == doctest::Approx(0.25).epsilon(1e-14));
    CHECK(p.outside_a - p.inside_b - p.crossings == doctest::Approx(0.75).epsilon(1e-14)); // lost
}

TEST_CASE("winding product: ∫ W_a W_b by slab decomposition, touching in every way there is") {
    std::mt19937_64 random(3);
    for (int round = 0; round < 50; ++round) {
        const Region a = testing::triangles(random, 5, 1, 0);
        const Region b = testing::triangles(random, 5, 1, 0);
        const auto expected = testing::brute_force_areas(a, b, shapes::FillRule::evenodd);
        const WindingProduct p = winding_product(Boundary(a), Boundary(b), form_of(a, b), {});
        CHECK(p.consistent);
        CHECK(std::abs(p.product() - static_cast<double>(expected.common)) < 1e-12);
    }
}

TEST_CASE("self-product: ∫ W_C and ∫ W_C² of a difference of boundaries") {
    std::mt19937_64 random(4);
    for (int round = 0; round < 50; ++round) {
        const Region a = testing::triangles(random, 5, 1, 0);
        const Region b = testing::triangles(random, 5, 1, 0);
        const auto expected = testing::brute_force_areas(a, b, shapes::FillRule::evenodd);
        const SelfProduct p = product_of_difference(a, b, {});
        CHECK(p.consistent);
        const double lost = static_cast<double>(expected.lost);
        const double gained = static_cast<double>(expected.gained);
        CHECK(std::abs(p.all - (lost - gained)) < 1e-12);
        CHECK(std::abs(p.all + p.beside() + p.crossings.all - (lost + gained)) < 1e-12);
    }
}

TEST_CASE("crossing sums: what is split off at no path is everything and nothing") {
    const Region a = testing::spikes(1, 40, 0, 0, 1), b = testing::spikes(2, 40, 0, 0, 1);
    const Boundary edges_a(a), edges_b(b);
    const auto& loops = shapes::edges::kernels(shapes::best_instructions());
    const shapes::edges::BoxTree tree_a(edges_a.leaves(), edges_a.leaf_count(), loops);
    const shapes::edges::BoxTree tree_b(edges_b.leaves(), edges_b.leaf_count(), loops);
    const shapes::edges::EdgeJoin join(edges_a, tree_a, edges_b, tree_b, loops,
                                       {.crossings_only = true});
    const Steps steps_a = no_steps(edges_a), steps_b = no_steps(edges_b);
    const CrossingSums sums = sum_crossings(join, {&edges_a, steps_a.get()},
                                            {&edges_b, steps_b.get()}, form_of(a, b), kNoSplit, {});
    CHECK(sums.crossings > 10);
    CHECK(sums.candidates >= sums.crossings);
    // A closed ring ends with the winding it began with: the steps along each add up to nothing.
    int around_a = 0, around_b = 0;
    for (std::size_t i = 0; i + 1 < edges_a.position_count(); ++i) {
        around_a += steps_a[i];
    }
    for (std::size_t i = 0; i + 1 < edges_b.position_count(); ++i) {
        around_b += steps_b[i];
    }
    CHECK(around_a == 0);
    CHECK(around_b == 0);
}

TEST_CASE("sweep totals: several sums at once, over stretches of any length") {
    struct Two {
        double ones[8];
        double twos[8];
    };
    SweepTotals<Two> totals;
    const auto sweep = [](std::size_t, std::size_t leaves, Two& lanes) {
        for (double& lane : lanes.ones) {
            lane += static_cast<double>(leaves);
        }
        for (double& lane : lanes.twos) {
            lane += 2 * static_cast<double>(leaves);
        }
    };
    totals.run(0, 700, sweep);
    totals.run(700, 1300, sweep);
    CHECK(totals.value(0) == 8 * 1300.0);
    CHECK(totals.value(1) == 16 * 1300.0);
}

TEST_CASE("tasks: each once, whatever the number of threads; an exception comes through") {
    for (const int threads : {1, 2, 5}) {
        std::vector<int> done(100, 0);
        for_each_task(done.size(), threads, [&](std::size_t task, std::size_t) { ++done[task]; });
        CHECK(std::all_of(done.begin(), done.end(), [](int times) { return times == 1; }));
        CHECK_THROWS_AS(
            for_each_task(3, threads,
                          [](std::size_t, std::size_t) { throw std::runtime_error("no"); }),
            std::runtime_error);
    }
}
