// SPDX-License-Identifier: MIT
#include "shapes/difference/exact_orientation.hpp"

#include <array>
#include <cstddef>

namespace shapes {

double exact_orientation_value(Position a, Position b, Position c) {
    std::array<double, 24> e{};
    std::size_t n = 0;
    const auto add = [&](double x) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < n; ++i) {
            const double s = x + e[i];
            const double bb = s - x;
            const double tail = (x - (s - bb)) + (e[i] - bb);
            x = s;
            if (tail != 0) {
                e[kept++] = tail;
            }
        }
        if (x != 0) {
            e[kept++] = x;
        }
        n = kept;
    };
    const auto add_product = [&](double x, double y) {
        const double p = x * y;
        add(std::fma(x, y, -p));
        add(p);
    };
    add_product(a.lon, b.lat);
    add_product(-a.lon, c.lat);
    add_product(-c.lon, b.lat);
    add_product(-a.lat, b.lon);
    add_product(a.lat, c.lon);
    add_product(c.lat, b.lon);
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) {
        sum += e[i];
    }
    return sum;
}

double orientation_value(Position a, Position b, Position c) {
    const double left = (a.lon - c.lon) * (b.lat - c.lat);
    const double right = (a.lat - c.lat) * (b.lon - c.lon);
    const double det = left - right;
    // Far above the error bound the plain difference is accurate enough.
    if (std::abs(det) > 1e-3 * (std::abs(left) + std::abs(right))) {
        return det;
    }
    return exact_orientation_value(a, b, c);
}

} // namespace shapes
