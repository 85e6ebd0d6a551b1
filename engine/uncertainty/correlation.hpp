// SPDX-License-Identifier: MIT
#pragma once

namespace engine {

/// Wendland's function φ₃,₁ of a share of the reach, ≥ 0 (field.hpp says why this one): for inner
/// loops, which know the reach.
inline double correlation_at(double share) {
    if (share >= 1.0) {
        return 0.0;
    }
    const double s = (1.0 - share) * (1.0 - share);
    return s * s * (4.0 * share + 1.0);
}

} // namespace engine
