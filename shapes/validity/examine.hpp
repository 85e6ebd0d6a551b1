// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/problem.hpp"
#include "shapes/validity/input_rings.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace shapes::validity {

/// Something about one or two rings that keeps a drawing from being valid.
struct Fault {
    ProblemCode code;
    std::uint32_t ring;  ///< index in the drawing
    std::uint32_t other; ///< the other ring, or the same one
    std::uint32_t edge;  ///< orders the places: where it is first met
    Position at;
    std::size_t count = 1; ///< how many places there are
};

/// What the examination of one drawn region found. The region is valid where
///
/// 1. no two edges cross or share part of a line (exact, all pairs);
/// 2. along every piece of boundary between two meetings the ring's own winding is 1 on one side
/// and
///    0 on the other, of its polygon's other rings only the shell winds around a hole and nothing
///    around a shell, and no other polygon is there (exact, all pieces; windings of the displaced
///    drawing, which on pieces of some length are those of the drawing itself);
/// 3. no ring touches itself and no polygon's rings touch in a circle, so that each polygon is
///    connected and what is written out is valid by OGC 06-103r4 §6.1.11 as well.
///
/// From 2, with shells turned counter-clockwise and holes clockwise: W ∈ {0, 1} everywhere, the
/// interior is on the left of every edge, and both fill rules mean the same region.
struct Examination {
    bool valid = false;
    std::vector<Fault> faults;           ///< sorted by ring, other, code; one for each such triple
    std::vector<bool> counter_clockwise; ///< by ring, as drawn; of meaning for simple rings only
    std::vector<bool> simple;            ///< by ring: it touches itself nowhere
    std::vector<bool> sound;             ///< by polygon: valid on its own
    std::vector<std::uint32_t> group;    ///< by polygon: equal for those that overlap or adjoin
};

Examination examine(const InputRings& input);

} // namespace shapes::validity
