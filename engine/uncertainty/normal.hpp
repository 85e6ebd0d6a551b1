// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <numbers>

namespace engine {

/// Standard normal distribution function.
inline double normal_below(double z) {
    return 0.5 * std::erfc(-z / std::numbers::sqrt2);
}

} // namespace engine
