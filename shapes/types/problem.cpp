// SPDX-License-Identifier: MIT
#include "shapes/types/problem.hpp"

#include <array>
#include <cstddef>

namespace shapes {
namespace {

struct Named {
    ProblemCode code;
    const char* name;
};

/// In the order of the codes.
constexpr std::array kNames = std::to_array<Named>({
    {ProblemCode::unclosed_ring, "unclosed_ring"},
    {ProblemCode::too_few_positions, "too_few_positions"},
    {ProblemCode::zero_area_ring, "zero_area_ring"},
    {ProblemCode::self_crossing, "self_crossing"},
    {ProblemCode::self_touching, "self_touching"},
    {ProblemCode::ring_crossing, "ring_crossing"},
    {ProblemCode::hole_outside_shell, "hole_outside_shell"},
    {ProblemCode::hole_in_hole, "hole_in_hole"},
    {ProblemCode::disconnected_interior, "disconnected_interior"},
    {ProblemCode::nested_shells, "nested_shells"},
    {ProblemCode::overlap, "overlap"},
    {ProblemCode::shared_edge, "shared_edge"},
    {ProblemCode::duplicate_ring, "duplicate_ring"},
    {ProblemCode::shell_clockwise, "shell_clockwise"},
    {ProblemCode::hole_counter_clockwise, "hole_counter_clockwise"},
    {ProblemCode::not_an_area, "not_an_area"},
    {ProblemCode::crosses_antimeridian, "crosses_antimeridian"},
    {ProblemCode::not_listed, "not_listed"},
});

constexpr bool complete_and_in_order() {
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (static_cast<std::size_t>(kNames[i].code) != i) {
            return false;
        }
    }
    return kNames.back().code == ProblemCode::not_listed; // the last one
}
static_assert(complete_and_in_order());

} // namespace

const char* name(ProblemCode code) {
    const auto i = static_cast<std::size_t>(code);
    return i < kNames.size() ? kNames[i].name : "unknown";
}

} // namespace shapes
