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
};

/// What a map of changes shows, in drawing order.
struct ChangeMap {
    std::string name;
    std::vector<ChangeLayer> layers;
    shapes::EdgeModel edges = shapes::EdgeModel::straight;
    std::string claim;   ///< id of the only claim that it shows; "" where it shows several or none
    std::string verdict; ///< of that claim
};

/// The map as one GeoJSON FeatureCollection (RFC 7946): a feature for each polygon, with `kind`,
/// `area_km2`, `start_date`, `end_date`, `source`. Shells run counter-clockwise; no `crs` member,
/// since RFC 7946 knows WGS84 only; coordinates with all their digits. Dates that are not known are
/// null. The map of one claim has `claim`, `verdict` and `unit` as well. What reaches across the
/// antimeridian is split there.
std::string geojson(const ChangeMap& map);

/// A QGIS 3.22 layer style for it: one category for each kind. QGIS applies it when it stands
/// beside the GeoJSON under the same base name with the ending .qml.
std::string qgis_style();

} // namespace report
