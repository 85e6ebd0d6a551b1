// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/alarm.hpp"
#include "engine/timeline/change.hpp"
#include "engine/timeline/components.hpp"
#include "engine/timeline/control_boundary.hpp"
#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/units/area.hpp"
#include "shapes/validity/validate.hpp"

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace engine {

// What a timeline and its alarms ask of maps and of the steps between them. Each is worked out from
// the regions, or, where the maps are known to a store (MapIdentity), taken from it, so that their
// regions need not even be read.

/// A region of interest, which must outlive it, or none. Copies share its digest, which is worked
/// out once; not for use by several threads.
class RegionOfInterest {
  public:
    RegionOfInterest(const shapes::ValidRegion* region = nullptr) : region_(region) {}

    const shapes::ValidRegion* region() const { return region_; }
    /// All zeros without a region.
    MapDigest digest(const FigureStore& store) const;

  private:
    const shapes::ValidRegion* region_;
    std::shared_ptr<std::optional<MapDigest>> digest_ =
        std::make_shared<std::optional<MapDigest>>();
};

/// What counts of a map: what it holds at a level, and where a region of interest is given, what of
/// that lies in it. Refers to the map, which must outlive it.
class CountedMap {
  public:
    CountedMap(const ControlBoundary& map, ControlClass level, RegionOfInterest within = {})
        : map_(&map), level_(level), within_(std::move(within)) {}

    const ControlBoundary& map() const { return *map_; }
    ControlClass level() const { return level_; }
    const RegionOfInterest& within() const { return within_; }
    /// Clipped when it is first asked for.
    const shapes::ValidRegion& region() const;

  private:
    const ControlBoundary* map_;
    ControlClass level_;
    RegionOfInterest within_;
    mutable std::optional<shapes::ValidRegion> region_;
};

shapes::Area held_area(const CountedMap& map, shapes::EdgeModel edges);

/// The change from one map to another (measure_change).
Change change_between(const CountedMap& before, const CountedMap& after, shapes::EdgeModel edges,
                      int threads);

/// The components of one map that the other has nothing of (whole_components).
std::vector<Component> vanished_components(const CountedMap& before, const CountedMap& after);
std::vector<Component> appeared_components(const CountedMap& before, const CountedMap& after);

/// far_components of a map.
std::vector<Component> far_components_of(const CountedMap& map, double far_km);

/// share_drawn_alike of two maps.
double drawn_alike(const CountedMap& before, const CountedMap& after);

/// summary_of the parts_of_step.
StepParts step_parts(const CountedMap& before, const CountedMap& after);

/// What a map draws as lost and gained since an earlier one, beside what was measured.
struct LayersOfChange {
    struct Layer {
        shapes::Area drawn;
        shapes::Area measured;
        shapes::Area apart; ///< in one of the two only
    };
    Layer lost;
    Layer gained;
};
LayersOfChange layers_of_change(const CountedMap& before, const CountedMap& after);

} // namespace engine
