// SPDX-License-Identifier: MIT
#pragma once

namespace engine {

/// How the error of a drawn boundary behaves: a displacement vector at every place, whose two
/// components are independent zero-mean Gaussian fields.
///
/// position_sigma_km is the standard deviation of each component (so also of the displacement
/// across the line), km, ≥ 0; correlation_km the distance ℓ over which displacements hang together,
/// km, > 0. Two fields are covered by the same two numbers: one map-maker's line, or another's.
struct DisplacementField {
    double position_sigma_km = 0.0;
    double correlation_km = 10.0;
};

/// Correlation of one component of the displacement at two places `distance_km` apart, in [0, 1].
///
/// Wendland's function φ₃,₁(t) = (1 − t)⁴ (4t + 1) for t = distance / reach below 1, else 0
/// (H. Wendland, Adv. Comput. Math. 4, 1995, doi:10.1007/BF02123482): positive definite in the
/// plane, twice differentiable, and exactly 0 beyond its reach, so that long fronts give sparse
/// matrices. Its reach is chosen so that its integral over a line equals that of the Gaussian
/// exp(−(d/ℓ)²): the variance of a long straight front is then the same for both.
double correlation(double distance_km, double correlation_km);

/// Distance beyond which `correlation` is 0: 2.658681 ℓ. ∫φ₃,₁ over the line is 2/3 of the reach,
/// that of the Gaussian √π ℓ.
double correlation_reach_km(double correlation_km);

} // namespace engine
