// SPDX-License-Identifier: MIT
#include "shapes/types/change_area.hpp"

#include <algorithm>
#include <cmath>

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

} // namespace shapes
