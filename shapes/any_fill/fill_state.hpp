// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/any_fill/shared_lines.hpp"
#include "shapes/types/fill_rule.hpp"
#include "shapes/validity/input_rings.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace shapes::any_fill {

/// Which of the two regions of a drawing a place belongs to, kept up to date from the windings of
/// the rings around it.
class FillState {
  public:
    FillState(const validity::InputRings& input, FillRule fill);

    /// The ring winds as often more around the place from now on.
    void add(std::uint32_t ring, int windings);

    struct Inside {
        bool before;
        bool after;
    };
    Inside inside() const { return {filled_[0] > 0, filled_[1] > 0}; }
    /// Across a line along which these rings run: to its left, +1, or to its right, −1.
    Inside inside_across(std::span<const RingMultiplicity> multiplicities, int side);

  private:
    bool fills(std::uint32_t polygon) const;

    const validity::InputRings* input_;
    FillRule fill_;
    std::vector<int> winding_; ///< by ring
    std::vector<int> shells_;  ///< by polygon: 1 where its shell winds around
    std::vector<int> holes_;   ///< by polygon: how many of its holes wind around
    std::vector<int> odd_;     ///< by polygon: its windings together, modulo 2
    int filled_[2] = {0, 0};   ///< polygons of each region that fill the place
};

} // namespace shapes::any_fill
