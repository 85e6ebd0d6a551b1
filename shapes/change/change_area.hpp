// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/change_area.hpp"
#include "shapes/types/valid_region.hpp"

namespace shapes {

struct DifferenceOptions {
    int threads = 1; ///< the same bits whatever the number
};

/// Lost, gained and common area in one pass, with nothing constructed; edges straight in lon/lat.
ChangeArea change_area(const ValidRegion& before, const ValidRegion& after,
                       const DifferenceOptions& options = {});

} // namespace shapes
