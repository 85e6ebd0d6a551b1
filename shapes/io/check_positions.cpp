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

/// Written so that NaN is out of range.
bool in_range(Position p) {
    return std::abs(p.lon) <= kMaxLongitude && std::abs(p.lat) <= kMaxLatitude;
}

bool all_in_range(const Region& region) {
    bool good = true;
    for (const Position p : region.positions()) {
        good = good && in_range(p);
    }
    return good;
}

std::string number(double value) {
    std::array<char, 32> digits;
    return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr};
}

const char* likely_cause(Position p) {
    const double x = std::abs(p.lon);
    const double y = std::abs(p.lat);
    if (!std::isfinite(x) || !std::isfinite(y)) {
        return "remove the position, or mend what wrote it";
    }
    if (y <= 180 && x <= kMaxLatitude) {
        return "longitude comes first, then latitude (RFC 7946): swap them if they are the other "
               "way round";
    }
    if (x > 1000 || y > 1000) {
        return "it looks projected, in metres: name its CRS in the file, or convert it, e.g. with "
               "ogr2ogr -t_srs EPSG:4326";
    }
    return "check the position";
}

[[noreturn]] void fail(const FeatureCollection& collection, std::size_t feature) {
    const Region& region = collection.features[feature].region;
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        const Ring ring = region.ring(r);
        for (std::size_t i = 0; i < ring.size(); ++i) {
            if (in_range(ring[i])) {
                continue;
            }
            const bool latitude = !(std::abs(ring[i].lat) <= kMaxLatitude);
            throw ReadError(
                read_message(collection.path,
                             "feature " + std::to_string(feature) + ", ring " + std::to_string(r) +
                                 ", position " + std::to_string(i) + " (counted from 0): [" +
                                 number(ring[i].lon) + ", " + number(ring[i].lat) + "] has a " +
                                 (latitude ? "latitude beyond 90" : "longitude beyond 540"),
                             likely_cause(ring[i])));
        }
    }
    throw ReadError(collection.path); // not reached: the caller has seen one out of range
}

} // namespace

void check_positions(const FeatureCollection& collection) {
    for (std::size_t f = 0; f < collection.features.size(); ++f) {
        if (!all_in_range(collection.features[f].region)) {
            fail(collection, f);
        }
    }
}

} // namespace shapes::io
