// SPDX-License-Identifier: MIT
#include "shapes/io/check_positions.hpp"

#include "shapes/io/read.hpp"
#include "shapes/io/read_message.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace shapes::io {
namespace {

constexpr double kMaxLatitude = 90.0;

bool is_finite(Position p) {
    return std::isfinite(p.lon) && std::isfinite(p.lat);
}

/// Written so that NaN is out of range.
bool in_range(Position p) {
    return std::abs(p.lon) <= kMaxLongitude && std::abs(p.lat) <= kMaxLatitude;
}

std::string number(double value) {
    std::array<char, 32> digits;
    return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr};
}

std::string pair(Position p) {
    return "[" + number(p.lon) + ", " + number(p.lat) + "]";
}

std::string place(std::size_t feature, std::size_t ring, std::size_t position) {
    return "feature " + std::to_string(feature) + ", ring " + std::to_string(ring) + ", position " +
           std::to_string(position) + " (counted from 0): ";
}

/// Calls `refuse(place, position)` for the first position that is not `good`.
template<class Good, class Refuse>
void check(const FeatureCollection& collection, Good good, Refuse refuse) {
    for (std::size_t f = 0; f < collection.features.size(); ++f) {
        const Region& region = collection.features[f].region;
        for (std::size_t r = 0; r < region.ring_count(); ++r) {
            const Ring ring = region.ring(r);
            for (std::size_t i = 0; i < ring.size(); ++i) {
                if (!good(ring[i])) {
                    refuse(place(f, r, i), ring[i]);
                }
            }
        }
    }
}

const char* likely_cause(Position p) {
    const double x = std::abs(p.lon);
    const double y = std::abs(p.lat);
    if (x > 1000 || y > 1000) {
        return "it looks projected, in metres: name its CRS in the file, or convert it, e.g. with "
               "ogr2ogr -t_srs EPSG:4326";
    }
    if (x <= kMaxLatitude && y <= 180) {
        return "check it; if latitude stands first, swap the two: longitude is first (RFC 7946)";
    }
    return "check the position";
}

} // namespace

void check_finite(const FeatureCollection& collection) {
    check(collection, is_finite, [&](const std::string& at, Position p) {
        cannot_read(collection.path, at + pair(p) + " is not finite",
                    "remove the position, or mend what wrote it");
    });
}

void check_positions(const FeatureCollection& collection) {
    check(collection, in_range, [&](const std::string& at, Position p) {
        if (!is_finite(p)) {
            cannot_read(collection.path, at + "it has no place on the Earth in " + collection.crs,
                        "check the file's CRS");
        }
        const bool latitude = std::abs(p.lat) > kMaxLatitude;
        cannot_read(collection.path,
                    at + pair(p) + " has a " +
                        (latitude ? "latitude beyond ±90" : "longitude beyond ±540"),
                    likely_cause(p));
    });
}

} // namespace shapes::io
