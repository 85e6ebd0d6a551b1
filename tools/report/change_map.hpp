// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/date.hpp"
#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/validity/validate.hpp"

#include <optional>
#include <string>
#include <vector>

namespace report {

/// A region of one kind between two dates, to be shown on a map.
struct ChangeLayer {
    std::string kind; ///< "lost", "gained"; "unchanged" of a diff, "held" of a verification
    shapes::ValidRegion region;
    std::optional<engine::Date> start; ///< of the map before
    std::optional<engine::Date> end;   ///< of the map after
    std::string source;
    std::string claim = {}; ///< id of the claim that it bounds, "; " between several; "" of a diff
    std::string verdict = {}; ///< of each of them, likewise
};

/// What a map of changes shows, in drawing order.
struct ChangeMap {
    std::string name;
    std::vector<ChangeLayer> layers;
    shapes::EdgeModel edges = shapes::EdgeModel::straight;
};

/// How exactly a map's coordinates are written.
enum class Coordinates {
    all_digits,  ///< so that reading gives the same doubles, and so the same area to the last bit
    centimetres, ///< to 1e-7°, at most 0.6 cm away: for maps to look at. A polygon that would not
                 ///< be valid any more, because it is as narrow, keeps all its digits.
};

/// How names and ids are written.
enum class Texts {
    as_given, ///< escaped, so that reading gives the same
    cleaned,  ///< without what moves a cursor or reorders: for formats that know no escapes
};

/// The map as one GeoJSON FeatureCollection (RFC 7946): a feature for each polygon, with `kind`,
/// `area_km2` (before rounding), `start_date`, `end_date`, `source`. Shells run counter-clockwise;
/// no `crs` member, since RFC 7946 knows WGS84 only. Dates that are not known are null. What bounds
/// a claim has `claim`, `verdict` and `unit` ("km2") as well. What reaches across the antimeridian
/// is split there.
std::string geojson(const ChangeMap& map, Coordinates coordinates, Texts texts = Texts::as_given);

} // namespace report
