// SPDX-License-Identifier: MIT
#include "shapes/edges/kernels.hpp"

#include "shapes/edges/boundary.hpp"
#include "shapes/edges/node_block.hpp"
#include "shapes/predicates/perturbed.hpp"
#include "tests/shapes/edges/edge_lists.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <random>
#include <vector>

using shapes::Instructions;
using shapes::Region;
using namespace shapes::edges;

namespace {

std::vector<Instructions> sets() {
    std::vector<Instructions> all;
    for (const auto set : {Instructions::scalar, Instructions::avx2, Instructions::avx512}) {
        if (shapes::available(set)) {
            all.push_back(set);
        }
    }
    return all;
}

/// Positions on a small grid, so that edges touch, overlap and stand in line all the time.
Region on_grid(std::mt19937& random, int vertices) {
    std::uniform_int_distribution<int> coordinate(0, 4);
    Region region;
    region.add_polygon();
    region.add_ring();
    for (int i = 0; i < vertices; ++i) {
        region.add(
            {static_cast<double>(coordinate(random)), static_cast<double>(coordinate(random))});
    }
    region.close_ring();
    return region;
}

} // namespace

TEST_CASE("leaf boxes hold their edges, rounded outwards by the rounding of floats at most") {
    std::mt19937 random(3);
    const Region region = testing::random_rings(random, 1, 100, 36, 48);
    const Boundary boundary(region);
    for (const Instructions set : sets()) {
        NodeBlock block;
        kernels(set).leaf_boxes(boundary.leaves(), 0, boundary.leaf_count(), block, 0.0);
        for (std::size_t leaf = 0; leaf < boundary.leaf_count(); ++leaf) {
            shapes::Box box;
            for (std::size_t i = 0; i <= boundary.edges_in(leaf); ++i) {
                box.add(region.positions()[boundary.first_edge(leaf) + i]);
            }
            CHECK(block.west[leaf] == static_cast<float>(box.west));
            CHECK(block.south[leaf] == static_cast<float>(box.south));
            CHECK(block.east[leaf] == static_cast<float>(box.east));
            CHECK(block.north[leaf] == static_cast<float>(box.north));
        }
        CHECK(block.west[boundary.leaf_count()] > block.east[boundary.leaf_count()]); // empty
        const FloatBox all = box_of(block);
        CHECK(all.west == static_cast<float>(region.box().west));
        CHECK(all.north == static_cast<float>(region.box().north));
    }
}

TEST_CASE("nodes that touch a box are those that do, one by one") {
    std::mt19937 random(4);
    std::uniform_int_distribution<int> at(0, 6), size(0, 2);
    for (int round = 0; round < 200; ++round) {
        NodeBlock a, b;
        for (std::size_t i = 0; i < kBlockNodes; ++i) {
            const auto box = [&] {
                const auto x = static_cast<float>(at(random)), y = static_cast<float>(at(random));
                return FloatBox{x, y, x + static_cast<float>(size(random)),
                                y + static_cast<float>(size(random))};
            };
            set_node(a, i, i == 7 ? kEmptyBox : box());
            set_node(b, i, box());
        }
        for (const Instructions set : sets()) {
            std::uint16_t rows[16];
            const unsigned touched = kernels(set).row_masks(a, b, box_of(b), rows);
            std::uint16_t within[16];
            const unsigned touched_within = kernels(set).row_masks_within(a, within);
            for (std::size_t i = 0; i < kBlockNodes; ++i) {
                const FloatBox p = node_box(a, i);
                for (std::size_t k = 0; k < kBlockNodes; ++k) {
                    const FloatBox q = node_box(b, k);
                    const bool touch = p.west <= q.east && q.west <= p.east && p.south <= q.north &&
                                       q.south <= p.north;
                    CHECK(((std::uint32_t{rows[i]} >> k & 1U) != 0) == touch);
                    const FloatBox r = node_box(a, k);
                    const bool later = k > i + 1 && p.west <= r.east && r.west <= p.east &&
                                       p.south <= r.north && r.south <= p.north;
                    CHECK(((std::uint32_t{within[i]} >> k & 1U) != 0) == later);
                }
                CHECK((touched >> i & 1U) == (rows[i] != 0 ? 1U : 0U));
                CHECK((touched_within >> i & 1U) == (within[i] != 0 ? 1U : 0U));
            }
        }
    }
}

TEST_CASE("boxes of sixteen edges are those of each, rounded to floats") {
    std::mt19937 random(6);
    std::uniform_real_distribution<double> at(-180, 180);
    for (int round = 0; round < 50; ++round) {
        std::vector<shapes::Position> run(kBlockNodes + 1);
        for (shapes::Position& p : run) {
            p = {at(random), at(random) / 2};
        }
        for (const Instructions set : sets()) {
            NodeBlock block;
            kernels(set).boxes_of_edges(&run[0].lon, block);
            for (std::size_t i = 0; i < kBlockNodes; ++i) {
                const FloatBox box = node_box(block, i);
                CHECK(box.west == static_cast<float>(std::min(run[i].lon, run[i + 1].lon)));
                CHECK(box.south == static_cast<float>(std::min(run[i].lat, run[i + 1].lat)));
                CHECK(box.east == static_cast<float>(std::max(run[i].lon, run[i + 1].lon)));
                CHECK(box.north == static_cast<float>(std::max(run[i].lat, run[i + 1].lat)));
            }
        }
    }
}

TEST_CASE("crossings of displaced edges are those of the exact predicate, pair by pair") {
    std::mt19937 random(5);
    for (int round = 0; round < 100; ++round) {
        const Region a = on_grid(random, 12), b = on_grid(random, 12);
        std::vector<std::uint32_t> first, second;
        std::vector<double> expected;
        testing::EdgePairs crossing;
        for (const std::uint32_t i : testing::edge_numbers(a)) {
            for (const std::uint32_t k : testing::edge_numbers(b)) {
                first.push_back(i);
                second.push_back(k);
                const int sign = shapes::crossing_sign(a.positions()[i], a.positions()[i + 1],
                                                       b.positions()[k], b.positions()[k + 1]);
                if (sign != 0) {
                    expected.push_back(sign);
                    crossing.emplace(i, k);
                }
            }
        }
        for (const Instructions set : sets()) {
            auto x = first, y = second;
            x.resize(first.size() + 8);
            y.resize(first.size() + 8);
            std::vector<double> signs(first.size() + 8);
            const std::size_t n =
                kernels(set).crossings(&a.positions()[0].lon, &b.positions()[0].lon, x.data(),
                                       y.data(), first.size(), signs.data());
            REQUIRE(n == expected.size());
            for (std::size_t i = 0; i < n; ++i) {
                CHECK(signs[i] == expected[i]);
                CHECK(crossing.count({x[i], y[i]}) == 1);
            }
        }
    }
}

TEST_CASE("every instruction set finds the same candidates, in the same order") {
    std::mt19937 random(6);
    const Region a = testing::random_rings(random, 2, 60, 36, 48);
    const Region b = testing::random_rings(random, 2, 60, 36.2, 48.1);
    const Boundary edges_a(a), edges_b(b);
    const LeafView view_a = edges_a.leaves(), view_b = edges_b.leaves();
    NodeBlock boxes;
    kernels(Instructions::scalar)
        .leaf_boxes(view_b, 0, std::min<std::size_t>(16, edges_b.leaf_count()), boxes, 0.0);
    const auto found = [&](Instructions set, PairFilter filter) {
        std::vector<std::uint32_t> pairs;
        for (std::size_t leaf = 0; leaf < edges_a.leaf_count(); ++leaf) {
            std::vector<std::uint32_t> x(Kernels::kMaxCandidates + 8), y(x.size());
            const std::size_t n = kernels(set).candidates(
                {&view_a, leaf, &view_b, 0, &boxes, 0xffff, 0.0, filter}, x.data(), y.data());
            pairs.insert(pairs.end(), x.begin(), x.begin() + static_cast<std::ptrdiff_t>(n));
            pairs.insert(pairs.end(), y.begin(), y.begin() + static_cast<std::ptrdiff_t>(n));
        }
        return pairs;
    };
    for (const PairFilter filter :
         {PairFilter{false, false, false, 1, 0}, PairFilter{false, true, false, 1, 0},
          PairFilter{false, true, true, 0.6, 0.8}}) {
        const auto expected = found(Instructions::scalar, filter);
        CHECK(expected.size() > 1000);
        for (const Instructions set : sets()) {
            CHECK(found(set, filter) == expected);
        }
    }
}
