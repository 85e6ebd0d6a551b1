// SPDX-License-Identifier: MIT
#include "shapes/overlay/grid.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>

namespace shapes::overlay {

Grid::Grid(double largest_magnitude) {
    constexpr int kFinest = -44;
    constexpr int kBits = 53; // of a double: |coordinate| ≤ 2^53 units is exact
    int exponent = 0;
    std::frexp(largest_magnitude, &exponent); // largest_magnitude < 2^exponent
    exponent = std::max(kFinest, exponent - kBits);
    unit_ = std::ldexp(1.0, exponent);
    per_degree_ = std::ldexp(1.0, -exponent);
    has_fractions_ = largest_magnitude * per_degree_ < 0x1p51;
}

void Grid::round(std::span<const Position> positions, Position* out) const {
    const double scale = per_degree_; // a power of two, so products are exact
    if (!has_fractions_) {
        const auto nearest = [scale](double degrees) {
            const double below = std::floor(degrees * scale);
            return below + (degrees * scale - below >= 0.5 ? 1.0 : 0.0);
        };
        std::transform(positions.begin(), positions.end(), out, [&](Position p) {
            return Position{nearest(p.lon), nearest(p.lat)};
        });
        return;
    }
    // The same, two at a time: from 2^52 to 2^53 doubles are the integers, so that adding 1.5 ·
    // 2^52 rounds to the nearest one (and halves to even), and taking it off again is exact.
    constexpr double kIntegers = 0x1.8p52;
    const auto nearest = [scale](double degrees) {
        const double scaled = degrees * scale;
        const double rounded = (scaled + kIntegers) - kIntegers;
        return rounded + (scaled - rounded == 0.5 ? 1.0 : 0.0);
    };
    for (std::size_t i = 0; i < positions.size(); ++i) {
        out[i] = {nearest(positions[i].lon), nearest(positions[i].lat)};
    }
}

bool meets_cell(GridPoint p, GridPoint q, GridPoint c) {
    // The ends lie on grid points, so their box meets the open-ended cell where it holds c.
    if (c.x < std::min(p.x, q.x) || c.x > std::max(p.x, q.x) || c.y < std::min(p.y, q.y) ||
        c.y > std::max(p.y, q.y)) {
        return false;
    }
    // Then only the line p → q can separate them: all corners strictly on one side. Twice the
    // orientations of the four corners span 2·orientation(c) ± (|dx| + |dy|).
    const std::int64_t dx = q.x - p.x;
    const std::int64_t dy = q.y - p.y;
    const Wide twice = 2 * orientation(p, q, c);
    const Wide reach = static_cast<Wide>(std::abs(dx)) + std::abs(dy);
    if (twice < reach && -twice < reach) {
        return true;
    }
    if (twice > reach || -twice > reach) {
        return false;
    }
    // The line touches the closed cell at a corner or along a side. The cell does not own its right
    // and upper sides: shrink it by an infinitesimal ε there, and an orientation that is 0 takes
    // the sign of its change, dx·δy − dy·δx. The lower left corner is the cell's own.
    const auto side = [](Wide value, std::int64_t change) {
        return value != 0 ? sign(value) : sign(change);
    };
    const int upper_left = side(twice + dx + dy, -dx);
    const int upper_right = side(twice + dx - dy, dy - dx);
    const int lower_right = side(twice - dx - dy, dy);
    const int lower_left = side(twice - dx + dy, 0);
    const auto [least, most] = std::minmax({upper_left, upper_right, lower_right, lower_left});
    return least <= 0 && most >= 0;
}

namespace {

__extension__ using UnsignedWide = unsigned __int128;

/// The integer c with n·d / whole − c in [−½, ½), for 0 < n < whole < 2^112 and |d| < 2^55.
std::int64_t nearest_multiple(std::int64_t d, Wide n, Wide whole, double fraction) {
    // The estimate is off by less than 2^55 · 2^-50; the remainder then fits in 128 bits although
    // the two products may not: arithmetic modulo 2^128 gives it exactly.
    auto c = static_cast<std::int64_t>(static_cast<double>(d) * fraction);
    auto rest = static_cast<Wide>(static_cast<UnsignedWide>(n) * static_cast<UnsignedWide>(d) -
                                  static_cast<UnsignedWide>(whole) * static_cast<UnsignedWide>(c));
    while (2 * rest >= whole) {
        ++c;
        rest -= whole;
    }
    while (2 * rest < -whole) {
        --c;
        rest += whole;
    }
    return c;
}

} // namespace

GridPoint cell_of_crossing(GridPoint p, GridPoint q, GridPoint r, GridPoint s) {
    Wide n = orientation(r, s, p);
    Wide whole = n - orientation(r, s, q); // the two have opposite signs
    if (whole < 0) {
        n = -n;
        whole = -whole;
    }
    const double fraction = static_cast<double>(n) / static_cast<double>(whole);
    return {p.x + nearest_multiple(q.x - p.x, n, whole, fraction),
            p.y + nearest_multiple(q.y - p.y, n, whole, fraction)};
}

} // namespace shapes::overlay
