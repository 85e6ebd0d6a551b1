// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/position.hpp"

#include <cmath>
#include <cstdint>
#include <span>

namespace shapes::overlay {

/// Wide enough for the exact cross product of two differences of grid coordinates (2·55 bits).
__extension__ using Wide = __int128;

/// A point of the grid, in units of the grid. |x| and |y| are below 2^54.
struct GridPoint {
    std::int64_t x = 0;
    std::int64_t y = 0;

    friend bool operator==(const GridPoint&, const GridPoint&) = default;
};

/// The uniform grid that overlays are computed on: unit 2⁻⁴⁴ degrees (6 nm on the ground).
///
/// Why a grid: equal coordinates stay equal, differences are exact, and an orientation is exact in
/// 128-bit integers. Plain doubles are spaced more finely towards 0, so pieces of one edge would be
/// rounded on different grids.
///
/// Why this unit: a double below 512 in magnitude can hold every multiple of it. Coordinates of 512
/// or more need a coarser unit, 2⁻⁴³ up to 1024, and so on. An overlay uses the finest unit that
/// can hold all its coordinates.
class Grid {
  public:
    /// The finest grid for coordinates of at most this magnitude (degrees, finite).
    explicit Grid(double largest_magnitude);

    double unit() const { return unit_; }

    /// Rounds positions to the nearest grid points and writes these to `out` in units of the grid.
    /// A coordinate half way between two grid lines goes to the higher one, and 0 is never −0.
    /// `out` must have room for as many positions.
    void round(std::span<const Position> positions, Position* out) const;
    GridPoint nearest(Position p) const {
        Position rounded;
        round({&p, 1}, &rounded);
        return {static_cast<std::int64_t>(rounded.lon), static_cast<std::int64_t>(rounded.lat)};
    }

    /// The position of a grid point in degrees. Exact.
    Position position(GridPoint p) const {
        return {static_cast<double>(p.x) * unit_, static_cast<double>(p.y) * unit_};
    }

  private:
    double unit_;
    double per_degree_;
    /// whether all coordinates are below 2^51 units, so that doubles can hold halves of them
    bool has_fractions_;
};

/// Twice the signed area of the triangle p, q, r: positive where r is left of p → q. Exact.
inline Wide orientation_value(GridPoint p, GridPoint q, GridPoint r) {
    return static_cast<Wide>(q.x - p.x) * (r.y - p.y) - static_cast<Wide>(q.y - p.y) * (r.x - p.x);
}

/// The difference of two grid points in doubles. Its relative error is at most 2⁻⁵³.
struct Offset {
    double x, y;
    double size() const { return std::abs(x) + std::abs(y); }
};

inline Offset offset(GridPoint from, GridPoint to) {
    return {static_cast<double>(to.x - from.x), static_cast<double>(to.y - from.y)};
}

/// A bound for orientations computed from offsets. A value beyond it tells for certain on which
/// side of an edge's line a place lies, and that it is farther than `units` from the line. `size`
/// is the size of the edge's offset; `extent` is at least the size of the place's offset from the
/// same point. The computed orientation is off by less than 2⁻⁵⁰ of its terms.
inline double distance_bound(double size, double extent, double units) {
    return size * (units + 1 + 0x1p-50 * extent);
}

inline int sign(Wide w) {
    return (w > 0 ? 1 : 0) - (w < 0 ? 1 : 0);
}

} // namespace shapes::overlay
