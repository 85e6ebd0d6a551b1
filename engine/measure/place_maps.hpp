// SPDX-License-Identifier: MIT
#pragma once

#include "engine/measure/measure.hpp"
#include "engine/timeline/figure_store.hpp"
#include "engine/timeline/map_figures.hpp"
#include "engine/uncertainty/edge_set.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace engine {

/// What decides figures besides the two maps that they are of, as bytes to be hashed.
class Parameters {
  public:
    void add(double number);
    void add(const MapDigest& digest);
    void add(std::string_view text);
    const std::string& bytes() const { return bytes_; }

  private:
    std::string bytes_;
};

/// Under which key figures are remembered, and where.
struct Remembering {
    FigureStore* store = nullptr;
    FigureKey key;
};

/// What counts of a source's maps in a place, and which of their edges do not move. Maps are cut to
/// the place once, and only where their regions are needed.
class PlaceMaps {
  public:
    explicit PlaceMaps(const MapsInPlace& place) : place_(place), within_(place.within) {}

    const CountedMap& counted(std::size_t map, ControlClass level);

    const shapes::ValidRegion& held(std::size_t map, ControlClass level) {
        return counted(map, level).region();
    }

    /// The outline given, else what two maps far apart in time draw alike, and that of the region
    /// of interest.
    const EdgeSet& fixed(ControlClass level, double position_sigma_km);

    /// By what figures of two maps are remembered here, which these parameters decide besides; the
    /// place is told by itself. nullopt where the maps are not all known to one store. `by_fixed`:
    /// the edges that do not move decide as well.
    std::optional<Remembering> remembering(FigureKind kind, const MapPair& maps,
                                           Parameters parameters, bool by_fixed);

    /// Of the source's first map; nullptr where it is not known to one.
    FigureStore* store() const;
    /// By what the store of a map knows it, where it is that of the source's first map.
    std::optional<MapDigest> digest(std::size_t map) const;

  private:
    std::optional<MapDigest> digest(const ControlBoundary& map) const;
    EdgeSet find_fixed(ControlClass level, double position_sigma_km);
    /// Of all that the fixed edges come from, but sigma and level; nullopt where it is not known.
    std::optional<MapDigest> digest_of_fixed() const;

    const MapsInPlace& place_;
    RegionOfInterest within_;
    std::map<std::pair<std::size_t, ControlClass>, CountedMap> counted_;
    std::map<ControlClass, EdgeSet> fixed_;
    std::optional<std::optional<MapDigest>> digest_of_fixed_; ///< once it was asked for
};

} // namespace engine
