// SPDX-License-Identifier: MIT
#include "shapes/io/unprojected.hpp"

#include "shapes/io/antimeridian.hpp"
#include "shapes/io/check_positions.hpp"
#include "shapes/io/read.hpp"
#include "shapes/io/read_message.hpp"
#include "shapes/io/settle_positions.hpp"
#include "shapes/units/angle.hpp"

#include <cmath>
#include <stdexcept>
#include <utility>
#include <vector>

namespace shapes::io {
namespace {

/// Names of the CRS that needs no projection: longitude, then latitude, on WGS84.
bool is_lon_lat(const LayerCrs& layer) {
    const std::string& crs = layer.definition;
    const bool names_it = crs == "EPSG:4326" || crs == "urn:ogc:def:crs:EPSG::4326" ||
                          crs == "OGC:CRS84" || crs == "urn:ogc:def:crs:OGC:1.3:CRS84" ||
                          crs == "urn:ogc:def:crs:OGC::CRS84";
    return names_it && layer.order == projection::AxisOrder::east_north;
}

/// Whether all positions could be longitudes and latitudes, and there are some.
bool look_like_degrees(const FeatureCollection& collection, const LayerCrs& layer) {
    bool any = false;
    for (std::size_t f = layer.first; f < layer.last; ++f) {
        for (const Position p : collection.features[f].region.positions()) {
            if (std::abs(p.lon) > kHalfTurn || std::abs(p.lat) > kPole) {
                return false;
            }
            any = true;
        }
    }
    return any;
}

/// Projects the features of one CRS; returns its name.
std::string project(FeatureCollection& collection, const LayerCrs& layer) {
    const bool degrees = look_like_degrees(collection, layer);
    std::vector<Region*> regions;
    for (std::size_t f = layer.first; f < layer.last; ++f) {
        regions.push_back(&collection.features[f].region);
    }
    projection::Projected done;
    try {
        done = projection::to_lon_lat(regions, layer.definition, layer.order);
    } catch (const std::runtime_error& e) {
        done.problem = e.what();
    }
    if (!done.problem.empty()) {
        cannot_read(collection.path,
                    "its CRS " + quote(layer.definition, 80) + " cannot be used: " + done.problem,
                    "say which it was made in, e.g. with ogr2ogr -a_srs EPSG:32636");
    }
    if (done.is_planar && degrees) {
        collection.warnings.push_back({ReadWarningCode::degrees_in_plane, done.crs});
    }
    return done.crs;
}

void note_crs(FeatureCollection& collection, const std::string& name) {
    if (collection.crs.empty()) {
        collection.crs = name;
    } else if (collection.crs.find(name) == std::string::npos) {
        collection.crs += ", " + name;
    }
}

} // namespace

void append(Unprojected& to, Unprojected&& from) {
    const std::size_t offset = to.collection.features.size();
    for (LayerCrs& layer : from.layers) {
        layer.first += offset;
        layer.last += offset;
        to.layers.push_back(std::move(layer));
    }
    for (Problem& problem : from.collection.problems) {
        if (problem.feature) {
            *problem.feature += offset;
        }
        to.collection.problems.push_back(std::move(problem));
    }
    for (Feature& feature : from.collection.features) {
        to.collection.features.push_back(std::move(feature));
    }
    for (ReadWarning& warning : from.collection.warnings) {
        to.collection.warnings.push_back(std::move(warning));
    }
    to.collection.format = from.collection.format;
    to.area_geometries += from.area_geometries;
}

FeatureCollection placed(Unprojected&& file, LongEdges long_edges) {
    FeatureCollection collection = std::move(file.collection);
    check_finite(collection);
    for (const LayerCrs& layer : file.layers) {
        if (is_lon_lat(layer)) {
            note_crs(collection, layer.definition);
        } else if (!layer.definition.empty()) {
            note_crs(collection, project(collection, layer));
        } else if (collection.format != "GeoJSON" && layer.first < layer.last) {
            collection.warnings.push_back(
                {ReadWarningCode::no_crs, collection.features[layer.first].layer});
        }
    }
    settle_positions(collection);
    check_positions(collection);
    settle_long_edges(collection, long_edges);
    split_at_antimeridian(collection);
    return collection;
}

} // namespace shapes::io
