// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/measure.hpp"
#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/types/change_area.hpp"
#include "shapes/validity/validate.hpp"

namespace engine {

/// The change between two held regions.
struct Change {
    shapes::ChangeArea area; ///< under the edge model asked for
    /// With straight edges whatever the model, for the checks: pieces cut at crossings have other
    /// geodesics than the edges they were cut from, so that geodesic areas do not add up exactly.
    shapes::ChangeArea straight;
};

/// What a measure reads from a change; `held` does not speak of one, and gives the net change.
shapes::Area value_of(const shapes::ChangeArea& change, Measure measure);

/// Straight edges take the area-only kernel; geodesic ones measure the regions of change.
Change measure_change(const shapes::ValidRegion& before, const shapes::ValidRegion& after,
                      shapes::EdgeModel edges, int threads);

} // namespace engine
