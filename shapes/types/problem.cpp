// SPDX-License-Identifier: MIT
#include "shapes/types/problem.hpp"

namespace shapes {

const char* name(ProblemCode code) {
    switch (code) {
    case ProblemCode::unclosed_ring:
        return "unclosed_ring";
    case ProblemCode::too_few_positions:
        return "too_few_positions";
    case ProblemCode::zero_area_ring:
        return "zero_area_ring";
    case ProblemCode::self_crossing:
        return "self_crossing";
    case ProblemCode::self_touching:
        return "self_touching";
    case ProblemCode::ring_crossing:
        return "ring_crossing";
    case ProblemCode::hole_outside_shell:
        return "hole_outside_shell";
    case ProblemCode::hole_in_hole:
        return "hole_in_hole";
    case ProblemCode::disconnected_interior:
        return "disconnected_interior";
    case ProblemCode::nested_shells:
        return "nested_shells";
    case ProblemCode::overlap:
        return "overlap";
    case ProblemCode::shared_edge:
        return "shared_edge";
    case ProblemCode::duplicate_ring:
        return "duplicate_ring";
    case ProblemCode::shell_clockwise:
        return "shell_clockwise";
    case ProblemCode::hole_counter_clockwise:
        return "hole_counter_clockwise";
    case ProblemCode::not_an_area:
        return "not_an_area";
    case ProblemCode::crosses_antimeridian:
        return "crosses_antimeridian";
    case ProblemCode::not_listed:
        return "not_listed";
    }
    return "unknown";
}

} // namespace shapes
