// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/box.hpp"
#include "shapes/types/region.hpp"

#include <atomic>
#include <limits>
#include <memory>
#include <utility>

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

    const Region& region() const { return proven_->region; }
    bool empty() const { return region().empty(); }
    /// Bounds of all positions, found once with the proof.
    const Box& box() const { return proven_->box; }
    /// Area on WGS84, straight edges, m²: measured once for all copies, with the proof or, of what
    /// an overlay built, when it is first asked for (shapes/area). A map that is compared with many
    /// others is not measured as often.
    double area_m2() const; // defined in shapes/difference, with what proves

  private:
    struct Proven {
        explicit Proven(Region r) : region(std::move(r)), box(region.box()) {}

        Region region;
        Box box;
        /// Not a number: not measured yet. Whoever comes first writes it, and all write the same.
        mutable std::atomic<double> area_m2 = std::numeric_limits<double>::quiet_NaN();
    };

    explicit ValidRegion(Region proven);
    friend struct ValidRegionAccess; // who proves: defined in shapes/difference only

    std::shared_ptr<const Proven> proven_;
};

} // namespace shapes
