// SPDX-License-Identifier: MIT
#pragma once

#include "engine/measure/plan.hpp"
#include "engine/timeline/change.hpp"
#include "engine/timeline/control_class.hpp"
#include "engine/uncertainty/boundary_error.hpp"
#include "engine/verdict/self_check.hpp"
#include "engine/verification.hpp"
#include "shapes/change/change_regions.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace engine {

/// What was measured of two maps, as far as it was wanted: what was not is no 0.
struct MeasuredPair {
    std::optional<shapes::Area> held; ///< by the later one
    std::optional<Change> change;
    std::optional<shapes::ChangeRegions> regions;
    shapes::ValidRegion after; ///< what the later one holds; where the regions are wanted
    std::map<std::pair<Measure, ErrorModel>, BoundaryError> errors;
    std::optional<SelfCheck> check;
};

/// Which levels of control each map draws.
class DrawnLevels {
  public:
    explicit DrawnLevels(const Timeline& timeline);
    /// At the lowest level at which both maps hold the same as at this one.
    MapPair settled(MapPair maps) const;

  private:
    std::vector<std::array<bool, kControlClasses.size()>> draws_;
};

/// All that was measured of one source in one place, looked up and never added to: what no plan
/// asked for throws std::logic_error. Refers to the source's report, which must outlive it.
class Measurements {
  public:
    const SourceReport& source() const { return *source_; }
    const KnownMaps& maps() const { return *maps_; }
    Date day(std::size_t map) const { return maps_->days[map]; }
    /// From map to map, in the place; empty where no plan wanted them.
    const std::vector<TimelineRow>& rows() const { return rows_; }
    /// What the source leaves out, in the place.
    const OmissionsHere& omits() const { return omits_; }

    const MeasuredPair& pair(const MapPair& maps) const;
    /// How far the boundaries' drawing moves a measure; nullptr where the accuracy is not known.
    /// Under the model that simulations are of, with what they gave.
    const BoundaryError* error(const MapPair& maps, Measure measure, ErrorModel model) const;
    shapes::Area ever(const EverChanged& changed) const;
    /// nullopt where it was not reached.
    std::optional<std::size_t> reached(const FirstReached& first) const;

  private:
    friend class Measurer;
    Measurements(const SourceReport& source, const KnownMaps& maps)
        : source_(&source), maps_(&maps), levels_(source.timeline) {}

    const SourceReport* source_;
    const KnownMaps* maps_;
    DrawnLevels levels_;
    std::vector<TimelineRow> rows_;
    OmissionsHere omits_;
    std::map<MapPair, MeasuredPair> pairs_; ///< at settled levels
    std::map<EverChanged, shapes::Area> ever_;
    std::map<FirstReached, std::optional<std::size_t>> reached_;
};

} // namespace engine
