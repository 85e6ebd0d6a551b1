// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/io/feature_collection.hpp"

#include <string_view>

namespace shapes::io {

/// Ends the current ring of the last feature's region, closing it where it is open, and lists what
/// is wrong with it in the collection's problems (unclosed_ring, too_few_positions).
void end_ring(FeatureCollection& collection);

/// Lists a geometry without area of a feature, e.g. type "LineString".
void note_not_an_area(FeatureCollection& collection, std::size_t feature, std::string_view type,
                      Position at);

} // namespace shapes::io
