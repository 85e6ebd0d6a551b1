// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/overlay/overlay.hpp"
#include "shapes/types/valid_region.hpp"

namespace shapes::validity {

/// The only place where a `ValidRegion` is made. It also supplies the function that measures the
/// region's area. `examined` takes a region that `examine` has found valid and whose rings have
/// been turned; only this room may call it. `built` takes the result of an overlay, whose type says
/// that it is valid by construction.
struct RegionMaker {
    static ValidRegion examined(Region region);
    static ValidRegion built(overlay::BuiltRegion region);
};

} // namespace shapes::validity
