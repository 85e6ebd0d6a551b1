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

/// A region that is proven valid: its winding number is 0 or 1 everywhere, shells run
/// counter-clockwise, holes run clockwise, and the interior is on the left of every edge. Only
/// shapes/validity can make one. The sums of shapes/change are meaningless without this proof, so
/// they take this type.
///
/// It cannot be changed, and copies are cheap because they share their contents. An empty region is
/// valid.
class ValidRegion {
  public:
    ValidRegion() : ValidRegion({}, [](const Region&, const Box&) { return Area(); }) {}

    const Region& region() const { return proven_->region; }
    bool empty() const { return region().empty(); }
    /// Bounds of all positions.
    const Box& box() const { return proven_->box; }
    /// The area on WGS84, edges straight in longitude/latitude. All copies share one measurement.
    /// It is made right away for a region proven from a drawing, which will be compared with
    /// several other maps. For a region built by an overlay it is made when it is first asked for,
    /// because many of these are only written to a file.
    Area area() const {
        double m2 = proven_->area_m2.load(std::memory_order_relaxed);
        if (std::isnan(m2)) {
            m2 = proven_->measure(proven_->region, proven_->box).m2();
            // several threads may get here; all write the same value
            proven_->area_m2.store(m2, std::memory_order_relaxed);
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

    /// `measure` is how the maker measures areas; it is passed in because this room knows no
    /// ellipsoid.
    ValidRegion(Region proven, Measure measure)
        : proven_(std::make_shared<const Proven>(std::move(proven), measure)) {}
    friend struct validity::RegionMaker;

    std::shared_ptr<const Proven> proven_;
};

} // namespace shapes
