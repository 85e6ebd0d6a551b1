// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/position.hpp"

#include <cstdint>

namespace shapes::edges {

/// A vertex with its rank. Different vertices have different ranks.
///
/// Every vertex is thought to be moved by an infinitely small amount that depends on its rank: rank
/// i by (ε^(2^(2i+1)), ε^(2^(2i))), ε → 0+ (simulation of simplicity, Edelsbrunner & Mücke 1990,
/// doi:10.1145/77635.77639). For each small ε this is an actual displacement of the drawing, so all
/// decisions taken in its limit agree with each other. After it no three vertices are collinear and
/// no two share a coordinate, and in the limit no area changes.
struct Vertex {
    Position at;
    std::uint32_t rank;
};

/// +1 where c is to the left of the line a → b after the displacement, −1 where it is to the right.
/// Never 0 for three vertices of different ranks.
int perturbed_orientation(const Vertex& a, const Vertex& b, const Vertex& c);

/// Whether the displaced a is north of the displaced b.
inline bool perturbed_north_of(const Vertex& a, const Vertex& b) {
    return a.at.lat != b.at.lat ? a.at.lat > b.at.lat : a.rank < b.rank;
}

/// How two edges a → b and c → d meet, which must not share a vertex.
///
///     crossing          touch, c in a → b          overlap, c … b in common
///
///         d                     d
///         │                     │
///     b ──┼── a             b ──c── a              a ──── c ════ b ──── d
///         │
///         c
///     sign +1           sign +1 or 0: c is         sign 0, or that of the displaced
///                       displaced off the line     edges' crossing, which is at c or b
struct Meeting {
    enum class Kind : std::uint8_t {
        apart,    ///< no point in common
        touch,    ///< one point in common, a vertex of one of them or of both
        crossing, ///< one point in common, inside both
        overlap,  ///< part of a line in common
    };
    Kind kind = Kind::apart;
    /// After the displacement: +1 where a → b passes from the right of c → d to its left, −1 from
    /// its left to its right, 0 where they do not cross. c → d passes a → b with the opposite sign.
    std::int8_t sign = 0;
    /// The place where they cross or touch. If a vertex of one edge lies on the other, it is that
    /// vertex; otherwise it is the crossing, rounded and kept within the bounds of both edges.
    /// Collinear edges that cross after the displacement do so at a vertex in the limit, which is
    /// then given here.
    Position at;
};

Meeting meet(const Vertex& a, const Vertex& b, const Vertex& c, const Vertex& d);

} // namespace shapes::edges
