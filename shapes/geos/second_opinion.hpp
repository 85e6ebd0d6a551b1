// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/difference/fill_rule.hpp"
#include "shapes/types/region.hpp"

#include <optional>
#include <string>

namespace shapes::geos {

/// The same overlay by an independent library, from the drawn regions on (so that our validation is
/// checked as well). Regions come back as GEOS made them.
struct Overlay {
    Region lost;
    Region gained;
    Region common;
};

/// Result or the reason why GEOS gave none.
struct OverlayResult {
    std::optional<Overlay> overlay;
    std::string error;
};

OverlayResult overlay(const Region& before, const Region& after,
                      FillRule fill = FillRule::nonzero);

/// GEOS isValid; the reason where it is not.
std::optional<std::string> invalid_reason(const Region& region);

/// The union of all polygons of a region, each repaired first; throws std::runtime_error where GEOS
/// fails.
Region unite(const Region& region);

std::string version();

} // namespace shapes::geos
