// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/edges/search_policy.hpp"
#include "shapes/types/region.hpp"

#include <span>
#include <utility>
#include <vector>

namespace shapes::overlay {

struct Arrangement;

/// The winding numbers of two chains around a place, counter-clockwise positive.
struct WindingPair {
    int a = 0;
    int b = 0;

    friend bool operator==(const WindingPair&, const WindingPair&) = default;
};

/// Which places belong to the result of an overlay, as a condition on the two winding numbers.
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

/// Bound on the distance of an overlay's boundary from that of the chains, degrees (9 nm on the
/// ground), where all longitudes are within 512; twice as much beyond.
///
/// Rounding a vertex to the grid moves it by at most √½ units, and snapping a path to the pixels
/// that it meets moves it by as much again. The rest of the bound allows for second-order terms. A
/// region's area changes by at most this distance times the total length of the chains' edges, each
/// edge taken longer by this distance at both ends.
inline constexpr double kOverlayDisplacement = 1.5 * 0x1p-44;

/// A region that is valid because of how it was built (`trace_polygons` in polygons.hpp explains
/// why); only that function can make one. The type serves as a proof for shapes/validity, which
/// turns it into a `ValidRegion` without examining it again.
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

/// What an overlay built with its vertices put back to where the chains have them, those of
/// crossings left on the grid. Of different places that are rounded to one grid point, the vertices
/// there get the first that is not on the grid itself.
///
/// Why: maps of neighbouring days share most of their edges, and only edges that are equal bit for
/// bit cancel. On the grid, a map that had to be resolved would share no edge with a map that is
/// valid as drawn.
struct DrawnRegion {
    Region region;
    /// Whether the region is certainly valid all the same. The edges of the chains then had nothing
    /// in common but vertices or all of themselves, and everywhere else were further than two units
    /// of the grid apart; and vertices at one grid point were drawn at one place. Each vertex was
    /// moved by up to √½ unit, and so two edges came nearer to each other by less than the two
    /// units.
    bool valid;
};

/// The region where `rule` holds, as valid polygons (OGC simple features: rings simple, interiors
/// connected, shells counter-clockwise, holes clockwise and listed with their shell).
///
/// The chains may be any closed rings: crossing themselves or each other, overlapping, repeated,
/// running either way. Rings with fewer than three distinct positions are ignored. Longitudes must
/// be within `kMaxLongitude` and latitudes within 90. The coordinates of the result are multiples
/// of 2⁻⁴⁴ degrees (of 2⁻⁴³ where a longitude is 512 or more, see grid.hpp). Without any place
/// where the rule holds, the result is empty.
BuiltRegion overlay_chains(std::span<const Ring> chain_a, std::span<const Ring> chain_b,
                           InsideRule rule);

/// The regions of several rules over the same two chains, in the order of `rules`. The chains are
/// noded only once, so this takes little longer than a single rule.
std::vector<BuiltRegion>
overlay_chains(std::span<const Ring> chain_a, std::span<const Ring> chain_b,
               std::span<const InsideRule> rules,
               edges::SearchPolicy search = edges::SearchPolicy::automatic);

/// The region of a rule with its vertices where the chains have them.
DrawnRegion overlay_as_drawn(std::span<const Ring> chain_a, std::span<const Ring> chain_b,
                             InsideRule rule);

} // namespace shapes::overlay
