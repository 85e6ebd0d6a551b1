// SPDX-License-Identifier: MIT
#include "shapes/edges/edge_join.hpp"

#include "shapes/edges/box_tree.hpp"
#include "shapes/edges/oriented_tree.hpp"
#include "shapes/edges/perturbation.hpp"
#include "shapes/edges/search_policy.hpp"
#include "shapes/predicates/perturbed.hpp"
#include "tests/shapes/edges/edge_lists.hpp"
#include "tests/support/generators.hpp"

#include <doctest/doctest.h>

#include <random>

using shapes::Region;
using namespace shapes::edges;
using testing::EdgePairs;

namespace {

constexpr SearchPolicy kPolicies[] = {SearchPolicy::automatic, SearchPolicy::upright,
                                      SearchPolicy::oriented, SearchPolicy::sorted};

const Kernels& loops() {
    return kernels(shapes::best_instructions());
}

EdgePairs joined(const Region& a, const Region& b, const JoinHow& how) {
    const Boundary edges_a(a), edges_b(b);
    const BoxTree tree_a(edges_a.leaves(), edges_a.leaf_count(), loops());
    const BoxTree tree_b(edges_b.leaves(), edges_b.leaf_count(), loops());
    const EdgeJoin join(edges_a, tree_a, edges_b, tree_b, loops(), how);
    EdgePairs pairs;
    CandidateBuffer buffer;
    join.run(0, join.block_pair_count(), buffer,
             [&](const std::uint32_t* x, const std::uint32_t* y, std::size_t count) {
                 for (std::size_t i = 0; i < count; ++i) {
                     CHECK(pairs.emplace(x[i], y[i]).second); // each pair once
                 }
             });
    return pairs;
}

/// Whether the search has to find a pair: by upright boxes all that touch, by oriented ones those
/// of edges that have a point in common.
bool must_find(SearchPolicy search, const Region& a, std::uint32_t i, const Region& b,
               std::uint32_t k) {
    if (!testing::boxes_touch(a, i, b, k)) {
        return false;
    }
    const auto p = a.positions(), q = b.positions();
    return search == SearchPolicy::upright ||
           meet({p[i], 0}, {p[i + 1], 1}, {q[k], 2}, {q[k + 1], 3}).kind != Meeting::Kind::apart;
}

/// All pairs of edges of one region that have to be found, but ring neighbours.
EdgePairs expected_within(SearchPolicy search, const Region& region) {
    EdgePairs pairs;
    const auto edges = testing::edge_numbers(region);
    for (const std::uint32_t i : edges) {
        for (const std::uint32_t k : edges) {
            if (i + 1 < k && must_find(search, region, i, region, k)) {
                pairs.emplace(i, k);
            }
        }
    }
    return pairs;
}

} // namespace

TEST_CASE("join: every pair of edges that may meet, each once, however it is searched") {
    std::mt19937 random(1);
    const Region a = testing::random_rings(random, 3, 70, 36, 48);
    const Region b = testing::random_rings(random, 3, 70, 36.5, 48.5);
    for (const SearchPolicy search : kPolicies) {
        const EdgePairs found = joined(a, b, {.crossings_only = false, .search = search});
        for (const std::uint32_t i : testing::edge_numbers(a)) {
            for (const std::uint32_t k : testing::edge_numbers(b)) {
                if (must_find(search, a, i, b, k)) {
                    CHECK(found.count({i, k}) == 1);
                }
            }
        }
    }
}

TEST_CASE("join: asked for crossings only, no crossing is left out") {
    const Region a = support::spikes(1, 300), b = support::spikes(2, 300, 0.01);
    for (const SearchPolicy search : kPolicies) {
        const EdgePairs found = joined(a, b, {.crossings_only = true, .search = search});
        std::size_t crossings = 0;
        for (const std::uint32_t i : testing::edge_numbers(a)) {
            for (const std::uint32_t k : testing::edge_numbers(b)) {
                if (shapes::crossing_sign(a.positions()[i], a.positions()[i + 1], b.positions()[k],
                                          b.positions()[k + 1]) != 0) {
                    ++crossings;
                    CHECK(found.count({i, k}) == 1);
                }
            }
        }
        CHECK(crossings > 100);
    }
}

TEST_CASE("join within: each unordered pair once, smaller number first, no ring neighbours") {
    std::mt19937 random(2);
    const Region region = testing::random_rings(random, 4, 50, 36, 48);
    const Boundary boundary(region);
    const BoxTree tree(boundary.leaves(), boundary.leaf_count(), loops());
    for (const SearchPolicy search : kPolicies) {
        EdgePairs found;
        for_each_candidate_within(
            boundary, tree,
            [&](std::span<const std::uint32_t> first, std::span<const std::uint32_t> second) {
                for (std::size_t i = 0; i < first.size(); ++i) {
                    CHECK(first[i] + 1 < second[i]);
                    CHECK(found.emplace(first[i], second[i]).second);
                }
            },
            {.crossings_only = false, .search = search});
        for (const auto& pair : expected_within(search, region)) {
            CHECK(found.count(pair) == 1);
        }
    }
}

TEST_CASE("oriented tree: a slanted band lies in a narrow box of its own") {
    Region band; // one degree long, along the diagonal, a hundredth wide
    band.add_polygon();
    band.add_ring();
    for (const shapes::Position p :
         {shapes::Position{0, 0}, {0.7, 0.7}, {0.693, 0.707}, {-0.007, 0.007}}) {
        band.add(p);
    }
    band.close_ring();
    const Boundary boundary(band);
    const BoxTree boxes(boundary.leaves(), boundary.leaf_count(), loops());
    const OrientedTree tree(boundary.leaves(), boxes, {0, 0}, 1.0, loops());
    const OrientedNode box = node(tree.block(0, 0), 0);
    CHECK(std::abs(box.ux) == doctest::Approx(std::sqrt(0.5)).epsilon(0.02));
    CHECK(box.along == doctest::Approx(0.5).epsilon(0.02));
    CHECK(box.across == doctest::Approx(0.005).epsilon(0.05));
}
