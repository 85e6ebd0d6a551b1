// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace shapes::any_fill {

/// A chain in one of its two directions, seen from the node that it leaves:
///
///      node of h  ●──▶ h ───────── twin ◀──●  node of h.twin()
///
/// Half-edge 2i runs along chain i from its first vertex, half-edge 2i + 1 against it from its last
/// vertex.
struct HalfEdge {
    std::uint32_t number = ~std::uint32_t{0}; ///< a default-constructed half-edge is none at all

    static HalfEdge along(std::uint32_t chain) { return {2 * chain}; }
    std::uint32_t chain() const { return number / 2; }
    bool runs_along() const { return number % 2 == 0; }
    HalfEdge twin() const { return {number ^ 1U}; }

    friend bool operator==(HalfEdge, HalfEdge) = default;
};

} // namespace shapes::any_fill
