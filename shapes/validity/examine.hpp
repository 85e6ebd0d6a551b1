// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/problem.hpp"
#include "shapes/validity/input_rings.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace shapes::validity {

/// A fault of one ring, or of two rings together, that keeps a drawn region from being valid.
struct Fault {
    ProblemCode code;
    std::uint32_t ring; ///< number of the ring in the `InputRings`
    /// number of the other ring, or of the same one where only one is at fault
    std::uint32_t other;
    /// edge at which the fault is met; of several places the one with the smallest is kept
    std::uint32_t edge;
    Position at;
    std::size_t count = 1; ///< number of places where the same fault was met
};

/// What the examination of one drawn region found. The region is valid if three conditions hold:
///
/// 1. No two edges cross or share part of a line. All pairs are tested, exactly.
/// 2. Along every piece of boundary between two contacts, the ring's own winding number is 1 on one
///    side and 0 on the other. Of the other rings of its polygon, only the shell winds around a
///    hole, and none winds around the shell. No other polygon covers the piece. All pieces are
///    tested, exactly; the winding numbers are those of the displaced drawing, which along a piece
///    of some length are those of the drawing itself.
/// 3. No ring touches itself, and the rings of a polygon do not touch in a cycle. Each polygon's
///    interior is then connected, and what is written out is valid by OGC 06-103r4 §6.1.11 as well.
///
/// Condition 2 implies, once shells are turned counter-clockwise and holes clockwise, that the
/// winding number is 0 or 1 everywhere, that the interior is on the left of every edge, and that
/// both fill rules give the same region.
struct Examination {
    bool valid = false;
    std::vector<Fault> faults; ///< sorted by ring, other and code; at most one for each such triple
    std::vector<bool> counter_clockwise; ///< by ring, as drawn; meaningful for simple rings only
    std::vector<bool> simple;            ///< by ring: whether it neither crosses nor touches itself
    std::vector<bool> sound;             ///< by polygon: whether it is valid taken alone
    /// by polygon: the same number for polygons that overlap or adjoin
    std::vector<std::uint32_t> group;
};

/// Examines the rings of one drawn region. Never fails: a drawing that is empty is valid.
Examination examine(const InputRings& input);

} // namespace shapes::validity
