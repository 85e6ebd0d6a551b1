// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/overlay/overlay.hpp"
#include "shapes/types/region.hpp"
#include "tests/support/random.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

/// What is asked of every overlay, by means that share nothing with it.
namespace testing {

inline constexpr std::array kAllRules = {
    shapes::overlay::InsideRule::a_nonzero,   shapes::overlay::InsideRule::a_odd,
    shapes::overlay::InsideRule::a_positive,  shapes::overlay::InsideRule::a_negative,
    shapes::overlay::InsideRule::a_without_b, shapes::overlay::InsideRule::b_without_a,
    shapes::overlay::InsideRule::a_and_b,     shapes::overlay::InsideRule::a_or_b};

std::vector<shapes::Ring> rings_of(const shapes::Region& region);

/// Twice the planar area of valid polygons in square grid units, exactly. Coordinates must be
/// multiples of 2^-44 degrees.
__extension__ using Exact = __int128;
Exact twice_area_in_units(const shapes::Region& region);
inline constexpr double kUnit = 0x1p-44; ///< degrees

/// Planar areas (square degrees) in which each of kAllRules holds: horizontal strips between all
/// vertices and crossings, edges in order in each. Cubic: for some forty edges.
std::array<long double, kAllRules.size()> areas_by_strips(const shapes::Region& a,
                                                          const shapes::Region& b);

double perimeter(const shapes::Region& region);

/// Why a region is not what an overlay owes (GEOS isValid, shells counter-clockwise, holes
/// clockwise), or nothing.
std::optional<std::string> fault_of(const shapes::Region& region);

/// All of: every rule's region faultless and of the right area; exact sums of the parts; the same
/// areas with the chains swapped; a second pass changes nothing beyond the bound; A∖A is empty.
/// `strips`: compare with areas_by_strips as well.
std::optional<std::string> overlay_fault(const shapes::Region& a, const shapes::Region& b,
                                         bool strips);

/// A random degenerate pair of drawings.
struct Case {
    shapes::Region a;
    shapes::Region b;
};
Case random_case(std::uint64_t seed);

} // namespace testing
