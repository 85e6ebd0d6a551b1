// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/position.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace shapes {

/// What may be wrong with a drawn region. None of these stops a measurement: the region is measured
/// under the stated fill rule, and the problem is listed with its place.
enum class ProblemCode {
    unclosed_ring,         ///< its last position differs from the first; the ring was closed
    too_few_positions,     ///< fewer than three distinct positions: no area
    zero_area_ring,        ///< all positions are on a line, or a line is run out and back
    self_crossing,         ///< a ring crosses itself
    self_touching,         ///< a ring touches itself, at a point or along an edge
    ring_crossing,         ///< two rings of one polygon cross or share part of an edge
    hole_outside_shell,    ///< a hole that lies outside its shell
    hole_in_hole,          ///< a hole inside another hole of its polygon
    disconnected_interior, ///< rings of one polygon touch so that they cut it into pieces
    nested_shells,         ///< a polygon inside another of the same region
    overlap,               ///< two polygons of one region overlap
    shared_edge,           ///< two polygons of one region lie side by side along an edge
    duplicate_ring,        ///< a ring that occurs twice
    shell_clockwise, ///< a shell runs clockwise; RFC 7946 §3.1.6 asks for counter-clockwise shells
    hole_counter_clockwise,
    not_an_area,          ///< a point or line where a polygon is expected; ignored
    crosses_antimeridian, ///< a polygon reaches beyond ±180 degrees and was split there
    long_edge,  ///< an edge spans more than 180 degrees of longitude and is measured the long way
    not_listed, ///< the list is cut here; the text tells how many more there are
};

/// The code as it is written in JSON and in messages, for example "self_crossing".
const char* name(ProblemCode code);

/// One problem of a drawn region, with its place.
struct Problem {
    ProblemCode code;
    Position at;                        ///< where to look
    std::optional<std::size_t> feature; ///< index in the file, from 0
    std::optional<std::size_t> ring;    ///< index in the region or, with a feature, in that feature
    std::string text;                   ///< one sentence for a person
    /// For a problem of two rings, the other ring, counted in the same way as the first.
    std::optional<std::size_t> other_feature = std::nullopt;
    std::optional<std::size_t> other_ring = std::nullopt;
    std::size_t count = 1; ///< number of rings or places that this entry stands for
};

} // namespace shapes
