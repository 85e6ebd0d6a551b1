// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/box.hpp"
#include "shapes/types/region.hpp"
#include "shapes/units/area.hpp"

#include <atomic>
#include <cmath>
#include <limits>
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
    ValidRegion() : ValidRegion({}, [](const Region&, const Box&) { return Area(); }) {}

    const Region& region() const { return proven_->region; }
    bool empty() const { return region().empty(); }
    /// Bounds of all positions.
    const Box& box() const { return proven_->box; }
    /// Area on WGS84, edges straight in longitude/latitude. Measured once for all copies: with the
    /// proof of a drawing, which is compared with the map before it, the one after it and many
    /// others; of what an overlay built when it is first asked for, as much of that is only
    /// written out.
    Area area() const {
        double m2 = proven_->area_m2.load(std::memory_order_relaxed);
        if (std::isnan(m2)) {
            m2 = proven_->measure(proven_->region, proven_->box).m2();
            proven_->area_m2.store(m2, std::memory_order_relaxed); // all write the same
        }
        return Area::from_m2(m2);
    }

  private:
    using Measure = Area (*)(const Region& region, const Box& box);

    struct Proven {
        Proven(Region r, Measure m) : region(std::move(r)), box(region.box()), measure(m) {}

        Region region;
        Box box;
        Measure measure;
        mutable std::atomic<double> area_m2 = std::numeric_limits<double>::quiet_NaN();
    };

    /// `measure` is how the maker measures areas: this room knows no ellipsoid.
    ValidRegion(Region proven, Measure measure)
        : proven_(std::make_shared<const Proven>(std::move(proven), measure)) {}
    friend struct validity::RegionMaker;

    std::shared_ptr<const Proven> proven_;
};

} // namespace shapes
