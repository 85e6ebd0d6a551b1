// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/fill_rule.hpp"
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
    std::string note; ///< that the answer is of lower precision, and why; else empty
};

/// Grid of the second attempt, degrees: 11 µm on the ground. It can move each boundary by half of
/// it, so an area by at most 6e-6 m times the boundary's length (6e-9 of a region of 4,000 km²
/// with 4,000 km of boundary).
inline constexpr double kRetryGridDegrees = 1e-10;

/// Both regions filled by the rule (shapes/geos/fill.hpp) and compared in GEOS' full precision;
/// where it fails, on a grid of `kRetryGridDegrees`, which the note says.
OverlayResult overlay(const Region& before, const Region& after, FillRule fill = FillRule::nonzero);

/// The same with every coordinate rounded to a grid.
OverlayResult overlay_on_grid(const Region& before, const Region& after, FillRule fill,
                              double grid_degrees);

/// GEOS isValid; the reason where it is not. A ring of fewer than four positions, or an open one,
/// is not valid.
std::optional<std::string> invalid_reason(const Region& region);

/// The union of all polygons of a region, each filled by the rule; throws std::runtime_error where
/// GEOS fails.
Region unite(const Region& region, FillRule fill = FillRule::nonzero);

std::string version();

} // namespace shapes::geos
