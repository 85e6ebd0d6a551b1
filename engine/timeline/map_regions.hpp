// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/date.hpp"
#include "shapes/types/region.hpp"
#include "shapes/validity/validate.hpp"

#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace engine {

/// What a map draws as changed since an earlier day, beside what is held.
struct DrawnChange {
    std::optional<Date> since;
    shapes::Region lost;
    shapes::Region gained;
};

/// What a map draws, by control class. Cannot be changed, and copies share it.
class DrawnClasses {
  public:
    DrawnClasses() : DrawnClasses(std::array<shapes::Region, 3>()) {}
    DrawnClasses(std::array<shapes::Region, 3> drawn)
        : drawn_(std::make_shared<const std::array<shapes::Region, 3>>(std::move(drawn))) {}

    const shapes::Region& operator[](std::size_t control_class) const {
        return (*drawn_)[control_class];
    }
    friend bool operator==(const DrawnClasses& a, const DrawnClasses& b) {
        return a.drawn_ == b.drawn_ || *a.drawn_ == *b.drawn_;
    }

  private:
    std::shared_ptr<const std::array<shapes::Region, 3>> drawn_;
};

/// What is large of a map.
struct MapRegions {
    /// As the source drew it, features of one class in file order.
    DrawnClasses drawn;
    /// What is held at each level (see ControlClass): the drawn features of the classes up to it,
    /// united under the fill rule, never summed. A level whose class is absent shares the one
    /// below.
    std::array<shapes::ValidRegion, 3> held;
    DrawnChange change; ///< empty where the source has no such layers
};

/// The regions of a map: there from the beginning, or brought by whoever knows the map when they
/// are asked for. Copies share them, whatever thread asks first.
class RegionsOnDemand {
  public:
    /// Of a map on which nothing is drawn.
    RegionsOnDemand() : RegionsOnDemand(MapRegions{}) {}
    RegionsOnDemand(MapRegions regions);
    /// `bring` is called once at most, unless it throws (what it throws goes to who asked) or its
    /// regions are let go.
    explicit RegionsOnDemand(std::function<MapRegions()> bring);

    const MapRegions& get() const;
    bool are_there() const;

    /// Says how regions that are there can be brought again.
    void can_be_brought_by(std::function<MapRegions()> bring) const;
    /// Lets go of regions that can be brought again. What `get` referred to is gone then: for who
    /// knows that nobody else looks at it.
    void release() const;

  private:
    struct Shared;
    std::shared_ptr<Shared> shared_;
};

} // namespace engine
