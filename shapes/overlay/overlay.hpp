// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/edges/search_policy.hpp"
#include "shapes/types/region.hpp"

#include <span>
#include <utility>
#include <vector>

namespace shapes::overlay {

struct Arrangement;

/// How often the rings of each of two chains wind around a place (counter-clockwise positive).
struct WindingPair {
    int a = 0;
    int b = 0;

    friend bool operator==(const WindingPair&, const WindingPair&) = default;
};

/// Which places belong to the result of an overlay, told from the two winding numbers.
enum class InsideRule {
    a_nonzero,   ///< a ≠ 0
    a_odd,       ///< a is odd
    a_positive,  ///< a > 0
    a_negative,  ///< a < 0
    a_without_b, ///< a ≠ 0 and b = 0
    b_without_a, ///< b ≠ 0 and a = 0
    a_and_b,     ///< a ≠ 0 and b ≠ 0
    a_or_b,      ///< a ≠ 0 or b ≠ 0
};

inline bool inside(InsideRule rule, WindingPair w) {
    switch (rule) {
    case InsideRule::a_nonzero:
        return w.a != 0;
    case InsideRule::a_odd:
        return w.a % 2 != 0;
    case InsideRule::a_positive:
        return w.a > 0;
    case InsideRule::a_negative:
        return w.a < 0;
    case InsideRule::a_without_b:
        return w.a != 0 && w.b == 0;
    case InsideRule::b_without_a:
        return w.b != 0 && w.a == 0;
    case InsideRule::a_and_b:
        return w.a != 0 && w.b != 0;
    case InsideRule::a_or_b:
        return w.a != 0 || w.b != 0;
    }
    return false;
}

/// No boundary of an overlay is further than this from where the chains have it, degrees (9 nm on
/// the ground), where all longitudes are within 512; twice as much beyond. Rounding a vertex to the
/// grid moves it by at most √½ units, snapping a path to the pixels it meets by as much again; the
/// rest allows for second order. The area that a region gains or loses by it is at most this times
/// the length of the chains' edges, longer by this at both ends.
inline constexpr double kOverlayDisplacement = 1.5 * 0x1p-44;

/// A region that is valid as it was built (`Tracer` in tracing.cpp argues why): only `trace` makes
/// one. It is a proof for shapes/validity, which makes a `ValidRegion` of it without looking again.
class BuiltRegion {
  public:
    const Region& region() const& { return region_; }
    Region take() && { return std::move(region_); }

    friend bool operator==(const BuiltRegion&, const BuiltRegion&) = default;

  private:
    explicit BuiltRegion(Region built) : region_(std::move(built)) {}
    friend BuiltRegion trace_polygons(const Arrangement& arrangement, InsideRule rule);

    Region region_;
};

/// The region where `rule` holds, as valid polygons (OGC simple features: rings simple, interiors
/// connected, shells counter-clockwise, holes clockwise and listed with their shell).
///
/// The chains are any closed rings: self-crossing, overlapping, repeated, running either way; rings
/// of fewer than three distinct positions count for nothing. Longitudes within `kMaxLongitude`,
/// latitudes within 90. Coordinates of the result are multiples of 2⁻⁴⁴ degrees (2⁻⁴³ where a
/// longitude is 512 or more, see grid.hpp).
BuiltRegion overlay_chains(std::span<const Ring> chain_a, std::span<const Ring> chain_b,
                           InsideRule rule);

/// Several regions of one arrangement, in the order of `rules`; little more work than one.
std::vector<BuiltRegion>
overlay_chains(std::span<const Ring> chain_a, std::span<const Ring> chain_b,
               std::span<const InsideRule> rules,
               edges::SearchPolicy search = edges::SearchPolicy::automatic);

} // namespace shapes::overlay
