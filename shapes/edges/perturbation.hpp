// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/position.hpp"

#include <cstdint>

namespace shapes::edges {

/// A vertex of a drawing with its rank: every vertex has another one.
///
/// All vertices are thought to be moved by infinitely small amounts, that of rank i by
/// (ε^(2^(2i+1)), ε^(2^(2i))), ε → 0+ (Edelsbrunner & Mücke 1990, doi:10.1145/77635.77639). It is a
/// real displacement, so all decisions taken in its limit agree with each other; no three vertices
/// are collinear after it, no two share a coordinate, and areas change by nothing.
struct Vertex {
    Position at;
    std::uint32_t rank;
};

/// +1 where c is to the left of the line a → b after the displacement, −1 where it is to the right;
/// never 0 for three vertices of different rank.
int perturbed_orientation(const Vertex& a, const Vertex& b, const Vertex& c);

/// Whether the displaced a is north of the displaced b.
inline bool perturbed_north_of(const Vertex& a, const Vertex& b) {
    return a.at.lat != b.at.lat ? a.at.lat > b.at.lat : a.rank < b.rank;
}

/// What two edges a → b and c → d, which share no vertex, have to do with each other.
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
    /// Where they cross or touch: the vertex itself where one is in the way, else the crossing
    /// rounded, inside the bounds of both edges. Displaced crossings of collinear edges are taken
    /// to the limit, which is always a vertex.
    Position at;
};

Meeting meet(const Vertex& a, const Vertex& b, const Vertex& c, const Vertex& d);

} // namespace shapes::edges
