// SPDX-License-Identifier: MIT
#include "engine/verdict/self_check.hpp"

#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/geos/second_opinion.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace engine {
namespace {

/// Area of polygons as GEOS made them: shells count, holes are taken away, whatever way they run.
shapes::Area area_of(const shapes::Region& region) {
    shapes::Area sum;
    for (std::size_t p = 0; p < region.polygon_count(); ++p) {
        const auto [first, last] = region.polygon(p);
        for (std::size_t r = first; r < last; ++r) {
            const double m2 = std::abs(shapes::ring_area(region.ring(r)).m2());
            sum += shapes::Area::from_m2(r == first ? m2 : -m2);
        }
    }
    return sum;
}

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

/// Drawn features clipped by GEOS itself, so that the second opinion is independent to the end.
shapes::Region clipped(const shapes::Region& drawn, const shapes::Region* within,
                       shapes::FillRule fill, std::string& error) {
    if (within == nullptr) {
        return drawn;
    }
    auto result = shapes::geos::overlay(drawn, *within, fill);
    if (!result.overlay) {
        error = result.error;
        return {};
    }
    return std::move(result.overlay->common);
}

void ask_geos(SelfCheck& check, const ControlBoundary& before, const ControlBoundary& after,
              ControlClass level, const shapes::Region* within) {
    check.second_method = "GEOS " + shapes::geos::version();
    const shapes::Region b = clipped(before.drawn_up_to(level), within, before.fill, check.error);
    const shapes::Region a = clipped(after.drawn_up_to(level), within, after.fill, check.error);
    check.bound = second_opinion_bound(b, a);
    if (!check.error.empty()) {
        return;
    }
    // What was clipped is valid, and means the same under either rule.
    const auto result = shapes::geos::overlay(b, a, before.fill);
    if (!result.overlay) {
        check.error = result.error;
        return;
    }
    check.second_lost = area_of(result.overlay->lost);
    check.second_gained = area_of(result.overlay->gained);
}

} // namespace

shapes::Area second_opinion_bound(const shapes::Region& before, const shapes::Region& after) {
    const double degrees = length_degrees(before) + length_degrees(after);
    return shapes::Area::from_m2(kSnapPasses * kSnapDegrees * degrees * kSquareDegreeM2);
}

void judge(SelfCheck& check) {
    const auto apart = [&](shapes::Area ours, const std::optional<shapes::Area>& second) {
        return second ? std::abs((ours - *second).m2()) : 0.0;
    };
    const double worst =
        std::max(apart(check.lost, check.second_lost), apart(check.gained, check.second_gained));
    // Written so that a NaN anywhere is not ok.
    check.ok = check.error.empty() && check.relative_residual <= kResidualBound &&
               worst <= check.bound.m2();
}

SelfCheck check_difference(const ControlBoundary& before, const ControlBoundary& after,
                           ControlClass level, const shapes::ChangeArea& ours, bool second,
                           const shapes::Region* within) {
    SelfCheck check;
    check.relative_residual = ours.relative_residual();
    check.lost = ours.lost;
    check.gained = ours.gained;
    if (second) {
        ask_geos(check, before, after, level, within);
    }
    judge(check);
    return check;
}

} // namespace engine
