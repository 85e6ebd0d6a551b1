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

} // namespace shapes::overlay
