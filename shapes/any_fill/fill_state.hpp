// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/any_fill/shared_lines.hpp"
#include "shapes/types/fill_rule.hpp"
#include "shapes/validity/input_rings.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace shapes::any_fill {

/// Which of the two regions of a drawing contain a place. The place moves, and the caller tells by
/// how much the winding numbers of the rings around it change.
class FillState {
  public:
    FillState(const validity::InputRings& input, FillRule fill);

    /// Adds `windings`, which may be negative, to the winding number of the ring around the place.
    void add(std::uint32_t ring, int windings);

    /// Whether each of the two regions contains the place.
    struct Inside {
        bool before;
        bool after;
    };
    Inside inside() const { return {filled_[0] > 0, filled_[1] > 0}; }
    /// Which regions contain the place on the other side of a line beside the current place, where
    /// rings run along the line with these multiplicities. `side` is +1 to cross the line to its
    /// left, −1 to cross it to its right. The state itself does not change.
    Inside inside_across(std::span<const RingMultiplicity> multiplicities, int side);

  private:
    bool fills(std::uint32_t polygon) const;

    const validity::InputRings* input_;
    FillRule fill_;
    std::vector<int> winding_; ///< winding number by ring
    /// by polygon: 1 where its shell has a winding number other than 0, else 0
    std::vector<int> shells_;
    /// by polygon: number of its holes that have a winding number other than 0
    std::vector<int> holes_;
    std::vector<int> odd_;   ///< by polygon: the sum of its rings' winding numbers, modulo 2
    int filled_[2] = {0, 0}; ///< number of polygons of each region that contain the place
};

} // namespace shapes::any_fill
