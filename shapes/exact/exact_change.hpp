// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/change_area.hpp"
#include "shapes/types/fill_rule.hpp"
#include "shapes/types/region.hpp"

#include <cstdint>
#include <optional>

namespace shapes {

/// Steps of some 10 ns after which the exact evaluation is given up: ten seconds or so.
inline constexpr std::uint64_t kExactSteps = 1'000'000'000;

/// Areas between two drawn regions on WGS84, edges straight in lon/lat, decided without rounding:
/// the arbiter where two methods differ. Each region is its polygons, each filled by the rule,
/// united; `within`, if given, cuts both.
///
/// Vertical slabs between all ends and all crossings of edges, the crossings as fractions; in each
/// the edges are stacked from south to north, the winding numbers of all rings are counted on the
/// way, and what lies between is integrated as trapezoids. Takes any drawing; shares no decision
/// and no integral with shapes/change, shapes/any_fill and shapes/overlay. Each area is off by less
/// than 1e-14 of itself; all five are sums of lost, gained and common.
///
/// Nothing where that takes more than `most_steps`, or where a coordinate is not finite. Steps:
/// slabs × edges in one slab, pairs of edges over one longitude, and 4,000 per crossing.
std::optional<ChangeArea> exact_change_area(const Region& before, const Region& after,
                                            FillRule fill = FillRule::nonzero,
                                            const Region* within = nullptr,
                                            std::uint64_t most_steps = kExactSteps);

} // namespace shapes
