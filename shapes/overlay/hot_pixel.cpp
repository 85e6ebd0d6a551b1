// SPDX-License-Identifier: MIT
#include "shapes/overlay/hot_pixel.hpp"

#include <algorithm>
#include <cstdlib>

namespace shapes::overlay {

bool meets_pixel(GridPoint p, GridPoint q, GridPoint c) {
    // The ends lie on grid points, so their box meets the open-ended pixel where it holds c.
    if (c.x < std::min(p.x, q.x) || c.x > std::max(p.x, q.x) || c.y < std::min(p.y, q.y) ||
        c.y > std::max(p.y, q.y)) {
        return false;
    }
    // Then only the line p → q can separate them: all corners strictly on one side. Twice the
    // orientations of the four corners span 2·orientation_value(c) ± (|dx| + |dy|).
    const std::int64_t dx = q.x - p.x;
    const std::int64_t dy = q.y - p.y;
    const Wide twice = 2 * orientation_value(p, q, c);
    const Wide reach = static_cast<Wide>(std::abs(dx)) + std::abs(dy);
    if (twice < reach && -twice < reach) {
        return true;
    }
    if (twice > reach || -twice > reach) {
        return false;
    }
    // The line touches the closed pixel at a corner or along a side. The pixel does not own its
    // right and upper sides: shrink it by an infinitesimal ε there, and an orientation that is 0
    // takes the sign of its change, dx·δy − dy·δx. The lower left corner is the pixel's own.
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

GridPoint pixel_of_crossing(GridPoint p, GridPoint q, GridPoint r, GridPoint s) {
    Wide n = orientation_value(r, s, p);
    Wide whole = n - orientation_value(r, s, q); // the two have opposite signs
    if (whole < 0) {
        n = -n;
        whole = -whole;
    }
    const double fraction = static_cast<double>(n) / static_cast<double>(whole);
    return {p.x + nearest_multiple(q.x - p.x, n, whole, fraction),
            p.y + nearest_multiple(q.y - p.y, n, whole, fraction)};
}

} // namespace shapes::overlay
