// SPDX-License-Identifier: MIT
#include "engine/verdict/check_bounds.hpp"

#include "shapes/geos/second_opinion.hpp"

#include <cmath>

namespace engine {
namespace {

double length_degrees(const shapes::Region& region) {
    double sum = 0.0;
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        const shapes::Ring ring = region.ring(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            sum += std::hypot(ring[i + 1].lon - ring[i].lon, ring[i + 1].lat - ring[i].lat);
        }
    }
    return sum;
}

} // namespace

CheckBounds check_bounds(const shapes::Region& before, const shapes::Region& after,
                         const shapes::Region* within) {
    // Each region of a pair is cut by the region of interest for itself.
    const double degrees = length_degrees(before) + length_degrees(after) +
                           (within != nullptr ? 2 * length_degrees(*within) : 0.0);
    const auto area = [degrees](double displacement) {
        return shapes::Area::from_m2(displacement * degrees * kSquareDegreeM2);
    };
    constexpr double ours = kGridDegrees + kRoundingDegrees;
    constexpr double on_grid = kGridDisplacement * shapes::geos::kRetryGridDegrees;
    return {area(ours), area(3 * ours), area(ours + kSnapDegrees),
            area(ours + kSnapDegrees + on_grid)};
}

} // namespace engine
