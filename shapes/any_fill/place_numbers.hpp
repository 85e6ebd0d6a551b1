// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/position.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace shapes::any_fill {

/// A number for every place: equal positions (−0 is 0) have the same, from 0 in the order in which
/// places are met first.
struct PlaceNumbers {
    std::vector<std::uint32_t> of;    ///< by position
    std::vector<std::uint32_t> first; ///< by place: the position where it was met first
};

PlaceNumbers number_places(std::span<const Position> positions);

} // namespace shapes::any_fill
