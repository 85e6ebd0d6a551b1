// SPDX-License-Identifier: MIT
#include "tools/report/change_map.hpp"

#include "tools/report/text.hpp"

#include "shapes/io/write_geojson.hpp"
#include "shapes/validity/validate.hpp"

#include <cmath>
#include <limits>
#include <utility>

namespace report {
namespace {

using shapes::Region;
using Property = std::variant<std::string, double>;

// The writer makes null of what is no number.
Property date_or_null(const std::optional<engine::Date>& date) {
    return date ? Property(date->iso()) : Property(std::numeric_limits<double>::quiet_NaN());
}

template<typename OfPosition>
Region polygon_of(const Region& region, std::size_t polygon, const OfPosition& placed) {
    Region one;
    one.add_polygon();
    const Region::RingRange rings = region.polygon(polygon);
    for (std::size_t r = rings.first; r < rings.last; ++r) {
        one.add_ring();
        for (const shapes::Position p : region.ring(r)) {
            one.add(placed(p));
        }
    }
    return one;
}

// One polygon of a valid region is valid, so this keeps it as it is.
shapes::ValidRegion one_polygon(const Region& region, std::size_t polygon) {
    const auto as_it_is = [](shapes::Position p) { return p; };
    return shapes::validate(polygon_of(region, polygon, as_it_is)).region;
}

double rounded(double degrees) {
    constexpr double kPerDegree = 1e7;
    return std::round(degrees * kPerDegree) / kPerDegree; // the double nearest to that decimal
}

shapes::ValidRegion to_centimetres(shapes::ValidRegion polygon) {
    const auto moved = [](shapes::Position p) {
        return shapes::Position{rounded(p.lon), rounded(p.lat)};
    };
    shapes::ValidationResult near = shapes::validate(polygon_of(polygon.region(), 0, moved));
    const bool is_whole = near.problems.empty() && near.region.region().polygon_count() == 1;
    return is_whole ? std::move(near.region) : std::move(polygon);
}

std::string written(const std::string& text, Texts texts) {
    return texts == Texts::cleaned ? clean(text) : text;
}

shapes::FeatureToWrite feature(const ChangeLayer& layer, double area_km2, Texts texts) {
    shapes::FeatureToWrite made{{{"kind", layer.kind},
                                 {"area_km2", area_km2},
                                 {"start_date", date_or_null(layer.start)},
                                 {"end_date", date_or_null(layer.end)},
                                 {"source", written(layer.source, texts)}},
                                {}};
    if (!layer.claim.empty()) {
        made.properties.emplace_back("claim", written(layer.claim, texts));
        made.properties.emplace_back("verdict", layer.verdict);
        made.properties.emplace_back("unit", "km2");
    }
    return made;
}

} // namespace

std::string geojson(const ChangeMap& map, Coordinates coordinates, Texts texts) {
    std::vector<shapes::FeatureToWrite> features;
    for (const ChangeLayer& layer : map.layers) {
        const Region& region = layer.region.region();
        for (std::size_t p = 0; p < region.polygon_count(); ++p) {
            shapes::ValidRegion piece = one_polygon(region, p);
            features.push_back(
                feature(layer, shapes::ellipsoidal_area(piece, map.edges).km2(), texts));
            features.back().region = coordinates == Coordinates::centimetres
                                         ? to_centimetres(std::move(piece))
                                         : std::move(piece);
        }
    }
    return shapes::geojson_text(written(map.name, texts), features, "areaclaim");
}

} // namespace report
