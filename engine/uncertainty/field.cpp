// SPDX-License-Identifier: MIT
#include "engine/uncertainty/field.hpp"

#include "engine/uncertainty/correlation.hpp"

#include <cmath>
#include <numbers>

namespace engine {

double correlation_reach_km(double correlation_km) {
    static const double kReachPerLength = 1.5 * std::sqrt(std::numbers::pi);
    return kReachPerLength * correlation_km;
}

double correlation(double distance_km, double correlation_km) {
    return correlation_at(distance_km / correlation_reach_km(correlation_km));
}

} // namespace engine
