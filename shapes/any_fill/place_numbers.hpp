// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/position.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace shapes::any_fill {

/// A number for every distinct place. Equal positions have the same number (−0 equals 0), and
/// places are numbered from 0 in the order in which they are first met.
struct PlaceNumbers {
    std::vector<std::uint32_t> of;    ///< by position: the number of its place
    std::vector<std::uint32_t> first; ///< by place: the index of the position where it is first met
};

PlaceNumbers number_places(std::span<const Position> positions);

} // namespace shapes::any_fill
