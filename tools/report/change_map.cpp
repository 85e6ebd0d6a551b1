// SPDX-License-Identifier: MIT
#include "tools/report/change_map.hpp"

#include "shapes/io/write_geojson.hpp"
#include "shapes/validity/validate.hpp"

#include <limits>

namespace report {
namespace {

using shapes::Region;
using Property = std::variant<std::string, double>;

// The writer makes null of what is no number.
Property date_or_null(const std::optional<engine::Date>& date) {
    return date ? Property(date->iso()) : Property(std::numeric_limits<double>::quiet_NaN());
}

// One polygon of a valid region is valid, so this keeps it as it is.
shapes::ValidRegion one_polygon(const Region& region, std::size_t polygon) {
    Region one;
    one.add_polygon();
    const Region::RingRange rings = region.polygon(polygon);
    for (std::size_t r = rings.first; r < rings.last; ++r) {
        one.add_ring();
        for (const shapes::Position p : region.ring(r)) {
            one.add(p);
        }
    }
    return shapes::validate(one).region;
}

} // namespace

std::string geojson(const ChangeMap& map) {
    std::vector<shapes::FeatureToWrite> features;
    for (const ChangeLayer& layer : map.layers) {
        const Region& region = layer.region.region();
        for (std::size_t p = 0; p < region.polygon_count(); ++p) {
            shapes::ValidRegion piece = one_polygon(region, p);
            const double area_km2 = shapes::ellipsoidal_area(piece, map.edges).km2();
            features.push_back({{{"kind", layer.kind},
                                 {"area_km2", area_km2},
                                 {"start_date", date_or_null(layer.start)},
                                 {"end_date", date_or_null(layer.end)},
                                 {"source", layer.source}},
                                std::move(piece)});
            if (!map.claim.empty()) {
                auto& properties = features.back().properties;
                properties.emplace_back("claim", map.claim);
                properties.emplace_back("verdict", map.verdict);
                properties.emplace_back("unit", "km2");
            }
        }
    }
    return shapes::geojson_text(map.name, features, "areaclaim");
}

} // namespace report
