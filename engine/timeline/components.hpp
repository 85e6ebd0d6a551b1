// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/box.hpp"
#include "shapes/units/area.hpp"
#include "shapes/validity/validate.hpp"

#include <vector>

namespace engine {

/// A polygon of a held region.
struct Component {
    shapes::Area area; ///< holes taken off
    shapes::Box box;
    double distance_km = 0.0; ///< to the largest component, see far_components
};

/// The components of `region` no part of which lies in `other`: what vanished (or appeared) whole.
std::vector<Component> whole_components(const shapes::ValidRegion& region,
                                        const shapes::ValidRegion& other);

/// The components whose bounds are more than `far_km` from those of the largest one, with that
/// distance (on a sphere, along the shortest gap of the two boxes; good to a few per cent).
std::vector<Component> far_components(const shapes::ValidRegion& region, double far_km);

} // namespace engine
