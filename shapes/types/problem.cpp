// SPDX-License-Identifier: MIT
#include "shapes/types/problem.hpp"

#include "shapes/types/enum_names.hpp"

namespace shapes {
namespace {

constexpr auto kNames = enum_names<ProblemCode, ProblemCode::not_listed>(
    "unclosed_ring", "too_few_positions", "zero_area_ring", "self_crossing", "self_touching",
    "ring_crossing", "hole_outside_shell", "hole_in_hole", "disconnected_interior", "nested_shells",
    "overlap", "shared_edge", "duplicate_ring", "shell_clockwise", "hole_counter_clockwise",
    "not_an_area", "crosses_antimeridian", "long_edge", "not_listed");

} // namespace

const char* name(ProblemCode code) {
    return kNames.of(code);
}

} // namespace shapes
