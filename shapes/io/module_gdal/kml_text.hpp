// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace shapes::io {

/// A KML in which each hole has an `innerBoundaryIs` of its own, as KML 2.2 (OGC
/// 07-147r2, 10.8.3.5) asks for and as readers expect: of several rings within one they keep the
/// first, and the area comes out too large. nullopt where the text is so already.
std::optional<std::string> one_ring_a_hole(std::string_view kml);

} // namespace shapes::io
