// SPDX-License-Identifier: MIT
#include "shapes/change/shared_edges.hpp"

#include "shapes/change/edge_index.hpp"
#include "shapes/change/kernels.hpp"
#include "shapes/change/lockstep.hpp"
#include "tests/support/drawn_shapes.hpp"
#include "tests/support/generators.hpp"

#include <doctest/doctest.h>

#include <random>
#include <set>
#include <tuple>
#include <vector>

using shapes::Instructions;
using shapes::Operand;
using shapes::Position;
using shapes::Region;
using namespace shapes::change;

namespace {

using Edge = std::tuple<double, double, double, double>;

std::set<Edge> edges_of(const Region& region) {
    std::set<Edge> edges;
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        const shapes::Ring ring = region.ring(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            edges.emplace(ring[i].lon, ring[i].lat, ring[i + 1].lon, ring[i + 1].lat);
        }
    }
    return edges;
}

std::size_t edges_in_common(const Region& a, const Region& b) {
    const std::set<Edge> in_b = edges_of(b);
    std::size_t count = 0;
    for (const Edge& e : edges_of(a)) {
        count += in_b.count(e);
    }
    return count;
}

/// Every run holds equal edges, no edge of either region is in two.
void check_runs(const Region& a, const Region& b, const std::vector<SharedRun>& runs) {
    std::set<std::size_t> of_a, of_b;
    for (const SharedRun& run : runs) {
        for (std::size_t i = 0; i < run.edges; ++i) {
            CHECK(of_a.insert(run.a + i).second);
            CHECK(of_b.insert(run.b + i).second);
            CHECK(a.positions()[run.a + i] == b.positions()[run.b + i]);
            CHECK(a.positions()[run.a + i + 1] == b.positions()[run.b + i + 1]);
        }
    }
}

std::size_t edges_in(const std::vector<SharedRun>& runs) {
    std::size_t edges = 0;
    for (const SharedRun& run : runs) {
        edges += run.edges;
    }
    return edges;
}

} // namespace

TEST_CASE("shared edges: found however the rings start and stand, against a set of all edges") {
    std::mt19937_64 random(1);
    for (int round = 0; round < 20; ++round) {
        const Region a = testing::triangles(random, 12, 0.25, 30);
        const Region b = testing::redrawn(random, a);
        const auto runs = shared_runs(a, b, 0.0);
        check_runs(a, b, runs);
        CHECK(edges_in(runs) == a.edge_count());
    }
}

TEST_CASE("shared edges: what is left over is what the other region does not have") {
    const Region a = support::star(1, 5000);
    const Region b = support::jittered(a, 2, 1e-3, 0.01);
    const auto runs = shared_runs(a, b);
    check_runs(a, b, runs);
    CHECK(edges_in(runs) == edges_in_common(a, b));
    const auto in_b = edges_of(b);
    std::size_t left = 0;
    for (const EdgeRange& range : left_over(a, runs, Operand::a)) {
        for (std::size_t i = range.first; i < range.first + range.edges; ++i) {
            const Position p = a.positions()[i], q = a.positions()[i + 1];
            CHECK(in_b.count({p.lon, p.lat, q.lon, q.lat}) == 0);
            ++left;
        }
    }
    CHECK(left + edges_in(runs) == a.edge_count());
}

TEST_CASE("lockstep: maps that list the same rings from the same starts need no index") {
    const Region a = support::squares(10, false, 1.0 / 64);
    const Lockstep same = lockstep(a, a, kernels(shapes::best_instructions()));
    CHECK(edges_in(same.runs) == a.edge_count());
    CHECK(same.open_a.empty());
    CHECK(same.open_b.empty());
    Region changed = a;
    changed.positions()[7].lon += 0.001; // one vertex, two edges
    const Lockstep stepped = lockstep(a, changed, kernels(shapes::best_instructions()));
    check_runs(a, changed, stepped.runs);
    std::size_t open = 0;
    for (const OpenSpan& span : stepped.open_a) {
        open += span.edges;
    }
    CHECK(edges_in(stepped.runs) + open <= a.edge_count());
    CHECK(open <= 10);
}

TEST_CASE("edge index: each edge is found by its ends, −0 being 0, and no other") {
    const Position line[] = {{0.0, 1}, {2, 3}, {4, -0.0}, {5, 6}};
    EdgeIndex index(line, 3);
    index.insert(0);
    index.insert(2);
    CHECK(index.find({-0.0, 1}, {2, 3}) == 0);
    CHECK(index.find({4, 0.0}, {5, 6}) == 2);
    CHECK(!index.find({2, 3}, {4, 0})); // not put in
    CHECK(!index.find({2, 3}, {0, 1})); // the other way
}

TEST_CASE("equal positions from the front and from the back, on every instruction set") {
    std::vector<Position> a(41);
    for (std::size_t i = 0; i < a.size(); ++i) {
        a[i] = {static_cast<double>(i), 0.5 * static_cast<double>(i)};
    }
    for (const auto set : {Instructions::scalar, Instructions::avx2, Instructions::avx512}) {
        if (!shapes::available(set)) {
            continue;
        }
        for (std::size_t differs = 0; differs < a.size(); ++differs) {
            std::vector<Position> b = a;
            b[differs].lat = -1;
            CHECK(kernels(set).equal_front(&a[0].lon, &b[0].lon, a.size()) == differs);
            CHECK(kernels(set).equal_back(&a[0].lon + 2 * a.size(), &b[0].lon + 2 * b.size(),
                                          a.size()) == a.size() - 1 - differs);
        }
        CHECK(kernels(set).equal_front(&a[0].lon, &a[0].lon, a.size()) == a.size());
    }
}
