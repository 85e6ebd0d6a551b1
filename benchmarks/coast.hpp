// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/region.hpp"

#include <optional>

namespace bench {

/// The coastline of South America at full resolution, one ring of some 339,000 vertices, dumped by
/// GMT from its GSHHG shorelines (Debian: gmt, gmt-gshhg-full). Nothing where they are not
/// installed. Takes some seconds; nothing of it is kept.
std::optional<shapes::Region> south_america();

} // namespace bench
