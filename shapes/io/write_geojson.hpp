// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/validity/validate.hpp"

#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace shapes {

/// A feature to be written: properties in the order given, and its polygons.
struct FeatureToWrite {
    std::vector<std::pair<std::string, std::variant<std::string, double>>> properties;
    ValidRegion region;
};

/// A FeatureCollection (RFC 7946) with a `name`, one feature a line so that two files can be
/// compared line by line. Shells run counter-clockwise, there is no `crs`, and what reaches beyond
/// ±180 is split there (§3.1.9).
///
/// Coordinates have as many digits as bring the same doubles back: a region that is read again has
/// the same area to the last bit, which fixed decimals would not give, and shared edges stay
/// shared. Numbers that are not finite become null; bytes that are not UTF-8 become U+FFFD.
/// `generator`, if not empty, is a member beside the name (§6.1) that says which program wrote it.
std::string geojson_text(const std::string& name, std::span<const FeatureToWrite> features,
                         const std::string& generator = "");

} // namespace shapes
