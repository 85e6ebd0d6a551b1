// SPDX-License-Identifier: MIT
#include "shapes/edges/perturbation.hpp"

#include "shapes/predicates/orientation.hpp"

#include <doctest/doctest.h>

#include <random>

using shapes::Position;
using namespace shapes::edges;

namespace {

/// Vertices on a 3 × 3 grid: nearly every triple is in line or has two that are equal.
struct Vertices {
    std::mt19937 random{1};
    std::uint32_t rank = 0;
    Vertex next() {
        std::uniform_int_distribution<int> at(0, 2);
        return {{static_cast<double>(at(random)), static_cast<double>(at(random))}, rank++};
    }
};

} // namespace

TEST_CASE("displaced orientation: never 0, antisymmetric, and the exact one where that is not 0") {
    Vertices vertices;
    for (int i = 0; i < 5000; ++i) {
        const Vertex a = vertices.next(), b = vertices.next(), c = vertices.next();
        const int sign = perturbed_orientation(a, b, c);
        CHECK((sign == 1 || sign == -1));
        CHECK(perturbed_orientation(b, c, a) == sign);
        CHECK(perturbed_orientation(b, a, c) == -sign);
        if (const int exact = shapes::orientation(a.at, b.at, c.at); exact != 0) {
            CHECK(sign == exact);
        }
    }
}

TEST_CASE("displaced orientation: the four triangles of four vertices agree with each other") {
    // Of four points in general position: orient(a,b,c) and orient(a,c,d) positive with
    // orient(a,b,d) negative would put d both before b and after c around a within half a turn.
    Vertices vertices;
    for (int i = 0; i < 5000; ++i) {
        const Vertex a = vertices.next(), b = vertices.next(), c = vertices.next(),
                     d = vertices.next();
        const int abc = perturbed_orientation(a, b, c), acd = perturbed_orientation(a, c, d);
        const int abd = perturbed_orientation(a, b, d), bcd = perturbed_orientation(b, c, d);
        // Grassmann-Plücker for points: not all of abc, acd positive and abd, bcd negative.
        CHECK(!(abc > 0 && acd > 0 && abd < 0 && bcd < 0));
        CHECK(!(abc < 0 && acd < 0 && abd > 0 && bcd > 0));
    }
}

TEST_CASE("meetings of two edges: apart, touching, crossing, overlapping") {
    auto vertex = [rank = 0U](double x, double y) mutable { return Vertex{{x, y}, rank++}; };
    const Vertex a = vertex(0, 0), b = vertex(2, 0);
    const auto with = [&](const Vertex& c, const Vertex& d) { return meet(a, b, c, d); };
    const Meeting crossing = with(vertex(1, -1), vertex(1, 1));
    CHECK(crossing.kind == Meeting::Kind::crossing);
    CHECK(crossing.at == Position{1, 0});
    CHECK(crossing.sign == -1); // a → b runs east: from the left of the northward edge to its right
    CHECK(with(vertex(1, 1), vertex(1, -1)).sign == 1);
    const Meeting touch = with(vertex(1, 0), vertex(1, 1));
    CHECK(touch.kind == Meeting::Kind::touch);
    CHECK(touch.at == Position{1, 0});
    CHECK(with(vertex(1, 0), vertex(3, 0)).kind == Meeting::Kind::overlap);
    CHECK(with(vertex(0, 1), vertex(2, 1)).kind == Meeting::Kind::apart);
    CHECK(with(vertex(3, 0), vertex(4, 0)).kind == Meeting::Kind::apart);
}

TEST_CASE("meetings: what one edge passes, the other passes the other way") {
    Vertices vertices;
    int crossings = 0;
    for (int i = 0; i < 5000; ++i) {
        const Vertex a = vertices.next(), b = vertices.next(), c = vertices.next(),
                     d = vertices.next();
        if (a.at == b.at || c.at == d.at) {
            continue;
        }
        const Meeting one = meet(a, b, c, d), other = meet(c, d, a, b);
        CHECK(one.kind == other.kind);
        CHECK(one.sign == -other.sign);
        // Crossing after the displacement, by its definition.
        const bool crosses = perturbed_orientation(a, b, c) != perturbed_orientation(a, b, d) &&
                             perturbed_orientation(c, d, a) != perturbed_orientation(c, d, b);
        CHECK((one.sign != 0) == crosses);
        crossings += one.sign != 0 ? 1 : 0;
    }
    CHECK(crossings > 500);
}
