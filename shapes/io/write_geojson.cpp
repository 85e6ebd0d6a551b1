// SPDX-License-Identifier: MIT
#include "shapes/io/write_geojson.hpp"

#include "shapes/change/change_regions.hpp"
#include "shapes/io/unsafe_text.hpp"
#include "shapes/io/utf8.hpp"
#include "shapes/units/angle.hpp"
#include "shapes/validity/validate.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace shapes {
namespace {

void append_number(std::string& out, double value) {
    if (!std::isfinite(value)) {
        out += "null";
        return;
    }
    std::array<char, 32> digits;
    const double positive_zero = value == 0.0 ? 0.0 : value;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), positive_zero).ptr;
    out.append(digits.data(), end);
}

void append_escaped(std::string& out, char c) {
    constexpr std::string_view kHex = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
        out += '\\';
        out += c;
    } else if (c == '\n') {
        out += "\\n";
    } else if (byte < 0x20 || byte == 0x7F) {
        out += "\\u00";
        out += kHex[byte >> 4];
        out += kHex[byte & 0xF];
    } else {
        out += c;
    }
}

void append_text(std::string& out, std::string_view text) {
    out += '"';
    while (!text.empty()) {
        const std::size_t length = io::utf8_length(text);
        if (length == 0) {
            out += "\xEF\xBF\xBD"; // U+FFFD, the replacement character
            text.remove_prefix(1);
            continue;
        }
        if (length == 1 && text.front() != 0x7F) {
            append_escaped(out, text.front());
        } else {
            out += io::escape_unsafe(std::string(text.substr(0, length)));
        }
        text.remove_prefix(length);
    }
    out += '"';
}

void append_ring(std::string& out, Ring ring, double shift) {
    out += '[';
    for (std::size_t i = 0; i < ring.size(); ++i) {
        out += i == 0 ? "[" : ",[";
        append_number(out, ring[i].lon - shift);
        out += ',';
        append_number(out, ring[i].lat);
        out += ']';
    }
    out += ']';
}

/// A part of a region that lies within one turn, and how far it is to be moved west.
struct Part {
    ValidRegion region;
    double shift = 0;
};

/// The strip of longitudes within half a turn of `centre`.
ValidRegion strip(double centre) {
    Region box;
    const double west = centre - kHalfTurn;
    const double east = centre + kHalfTurn;
    box.add_polygon({{{{west, -90}, {east, -90}, {east, 90}, {west, 90}}}});
    return validate(box).region;
}

std::vector<Part> parts_within_a_turn(const ValidRegion& region) {
    const Box box = region.region().box();
    if (box.empty() || (box.west >= -kHalfTurn && box.east <= kHalfTurn)) {
        return {{region, 0}};
    }
    std::vector<Part> parts;
    for (const double centre : {-kTurn, 0.0, kTurn}) {
        if (box.east > centre - kHalfTurn && box.west < centre + kHalfTurn) {
            parts.push_back({intersection(region, strip(centre)), centre});
        }
    }
    return parts;
}

void append_geometry(std::string& out, const ValidRegion& valid) {
    const std::vector<Part> parts = parts_within_a_turn(valid);
    std::size_t polygons = 0;
    for (const Part& part : parts) {
        polygons += part.region.region().polygon_count();
    }
    const bool multi = polygons != 1;
    out +=
        multi ? R"({"type":"MultiPolygon","coordinates":[)" : R"({"type":"Polygon","coordinates":)";
    bool first = true;
    for (const Part& part : parts) {
        const Region& region = part.region.region();
        for (std::size_t p = 0; p < region.polygon_count(); ++p) {
            out += first ? "[" : ",[";
            first = false;
            const auto [begin, end] = region.polygon(p);
            for (std::size_t r = begin; r < end; ++r) {
                out += r == begin ? "" : ",";
                append_ring(out, region.ring(r), part.shift);
            }
            out += ']';
        }
    }
    out += multi ? "]}" : "}";
}

void append_feature(std::string& out, const FeatureToWrite& feature) {
    out += R"({"type":"Feature","properties":{)";
    bool first = true;
    for (const auto& [key, value] : feature.properties) {
        out += first ? "" : ",";
        first = false;
        append_text(out, key);
        out += ':';
        if (const auto* text = std::get_if<std::string>(&value)) {
            append_text(out, *text);
        } else {
            append_number(out, std::get<double>(value));
        }
    }
    out += R"(},"geometry":)";
    append_geometry(out, feature.region);
    out += '}';
}

} // namespace

std::string geojson_text(const std::string& name, std::span<const FeatureToWrite> features,
                         const std::string& generator) {
    std::string out = "{\"type\":\"FeatureCollection\",\"name\":";
    append_text(out, name);
    if (!generator.empty()) {
        out += ",\"generator\":";
        append_text(out, generator);
    }
    out += ",\"features\":[";
    for (std::size_t i = 0; i < features.size(); ++i) {
        out += i == 0 ? "\n" : ",\n";
        append_feature(out, features[i]);
    }
    out += "\n]}\n";
    return out;
}

} // namespace shapes
