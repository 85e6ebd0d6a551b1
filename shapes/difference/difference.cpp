// SPDX-License-Identifier: MIT
#include "shapes/difference/difference.hpp"

#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/difference/interim.hpp"
#include "shapes/geos/second_opinion.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace shapes {

double ChangeArea::relative_residual() const {
    const double scale = std::max(before.m2(), after.m2());
    if (scale <= 0.0) {
        return 0.0;
    }
    return std::max(std::abs((before - common - lost).m2()),
                    std::abs((after - common - gained).m2())) /
           scale;
}

// INTERIM: GEOS stands in until the kernel lands.
static geos::Overlay interim_overlay(const ValidRegion& b, const ValidRegion& a) {
    auto result = geos::overlay(b.region(), a.region());
    if (!result.overlay) {
        throw std::runtime_error(result.error);
    }
    return *result.overlay;
}

ChangeArea change_area(const ValidRegion& before, const ValidRegion& after,
                       const DifferenceOptions&) {
    const auto o = interim_overlay(before, after);
    return {ellipsoidal_area(before), ellipsoidal_area(after),
            ellipsoidal_area(interim_valid(o.lost)), ellipsoidal_area(interim_valid(o.gained)),
            ellipsoidal_area(interim_valid(o.common))};
}

} // namespace shapes
