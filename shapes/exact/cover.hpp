// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/fill_rule.hpp"
#include "shapes/types/region.hpp"

#include <cstdint>
#include <vector>

namespace shapes::exact {

/// Whether a place is inside a drawn region, kept up to date on the way north from below all of it.
class Cover {
  public:
    Cover(const Region& region, FillRule fill);

    /// Goes over an edge of a ring, whose winding number gains `step`.
    void cross(std::uint32_t ring, int step);

    bool inside() const { return polygons_inside_ > 0; }

  private:
    struct Polygon {
        int winding = 0;      ///< of the shell, or of all rings under the even-odd rule
        int holes_around = 0; ///< holes whose winding number is not 0
    };
    bool inside(const Polygon& polygon) const;

    FillRule fill_;
    std::vector<std::uint32_t> polygon_of_; ///< of each ring
    std::vector<bool> is_shell_;            ///< of each ring
    std::vector<int> winding_;              ///< of each ring
    std::vector<Polygon> polygons_;
    int polygons_inside_ = 0;
};

} // namespace shapes::exact
