// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/overlay/overlay.hpp"
#include "shapes/types/valid_region.hpp"

namespace shapes::validity {

/// The one place where a `ValidRegion` is made, which says how its area is measured. `examined` is
/// for what `examine` has proven valid and turned to its directions, in this room only; `built`
/// takes the overlay's type, which says by itself that the region is valid as it was built.
struct RegionMaker {
    static ValidRegion examined(Region region);
    static ValidRegion built(overlay::BuiltRegion region);
};

} // namespace shapes::validity
