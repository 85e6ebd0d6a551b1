// SPDX-License-Identifier: MIT
#include "engine/uncertainty/field.hpp"

#include <cmath>
#include <numbers>

namespace engine {

double correlation_reach_km(double correlation_km) {
    static const double kReachPerLength = 1.5 * std::sqrt(std::numbers::pi);
    return kReachPerLength * correlation_km;
}

double correlation(double distance_km, double correlation_km) {
    const double t = distance_km / correlation_reach_km(correlation_km);
    if (t >= 1.0) {
        return 0.0;
    }
    const double s = (1.0 - t) * (1.0 - t);
    return s * s * (4.0 * t + 1.0);
}

} // namespace engine
