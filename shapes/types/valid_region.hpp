// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/box.hpp"
#include "shapes/types/region.hpp"

#include <memory>

namespace shapes {

/// A region that is proven: its winding number is 0 or 1 everywhere, shells run counter-clockwise,
/// holes clockwise, the interior is on the left of every edge. Only `validate` and the overlay
/// (shapes/difference) make one, so the difference core, whose sums are meaningless without the
/// proof, can only be given proven regions.
///
/// Immutable and cheap to copy (shared ownership). An empty region is valid.
class ValidRegion {
  public:
    ValidRegion();

    const Region& region() const { return *region_; }
    bool empty() const { return region_->empty(); }
    /// Bounds of all positions, found once with the proof.
    const Box& box() const { return box_; }
    /// Area on WGS84, straight edges, m²: measured once with the proof (shapes/area), so that maps
    /// that are compared with many others are not measured as often.
    double area_m2() const { return area_m2_; }

  private:
    ValidRegion(Region proven, const Box& box, double area_m2);
    friend struct ValidRegionAccess; // who proves: defined in shapes/difference only

    std::shared_ptr<const Region> region_;
    Box box_;
    double area_m2_ = 0;
};

} // namespace shapes
