// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/box.hpp"
#include "shapes/types/region.hpp"
#include "shapes/units/area.hpp"

#include <memory>
#include <utility>

namespace shapes {

namespace validity {
struct RegionMaker;
}

/// A region that is proven: its winding number is 0 or 1 everywhere, shells run counter-clockwise,
/// holes clockwise, and the interior is on the left of every edge. Only the room shapes/validity
/// makes one. So the sums of shapes/change, which mean nothing without the proof, can only be given
/// proven regions.
///
/// Immutable and cheap to copy (shared ownership). An empty region is valid.
class ValidRegion {
  public:
    ValidRegion() : ValidRegion({}, {}, {}) {}

    const Region& region() const { return proven_->region; }
    bool empty() const { return region().empty(); }
    /// Bounds of all positions.
    const Box& box() const { return proven_->box; }
    /// Area on WGS84, edges straight in longitude/latitude. Measured once, when the region is made:
    /// a map is compared with the one before it, the one after it and many others.
    Area area() const { return proven_->area; }

  private:
    struct Proven {
        Region region;
        Box box;
        Area area;
    };

    /// `box` and `area` are those of the region.
    ValidRegion(Region proven, const Box& box, Area area)
        : proven_(std::make_shared<const Proven>(Proven{std::move(proven), box, area})) {}
    friend struct validity::RegionMaker;

    std::shared_ptr<const Proven> proven_;
};

} // namespace shapes
