// SPDX-License-Identifier: MIT
#include "benchmarks/peers/op.hpp"
#include "shapes/area/ellipsoidal_area.hpp"

#include <cmath>

namespace bench {

double area_km2(const shapes::Region& region) {
    double sum = 0;
    for (std::size_t p = 0; p < region.polygon_count(); ++p) {
        const auto [first, last] = region.polygon(p);
        for (std::size_t r = first; r < last; ++r) {
            const double ring = std::abs(shapes::ring_area(region.ring(r)).km2());
            sum += r == first ? ring : -ring;
        }
    }
    return sum;
}

} // namespace bench
