// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/region.hpp"
#include "tests/support/random.hpp"

#include <string>

namespace properties {

/// The same area drawn in another way.
struct Variant {
    std::string name;
    shapes::Region before;
    shapes::Region after;
    /// How far, in degrees, a boundary may have moved by rounding.
    double moved_degrees = 0.0;
};

/// One of: rings begun elsewhere, run the other way, polygons in another order, vertices added
/// along edges, both drawings moved by whole degrees of longitude.
Variant random_variant(support::Random& random, const shapes::Region& before,
                       const shapes::Region& after);

} // namespace properties
