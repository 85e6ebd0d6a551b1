// SPDX-License-Identifier: MIT
#pragma once

#include "engine/uncertainty/front.hpp"

#include <vector>

namespace engine {

/// Sum over pairs (i of `a`, j of `b`) of ρ(distance) · n_i·n_j, km²: the covariance of the areas
/// that the two sets of pieces sweep, for a field of 1 km standard deviation.
double linear_covariance(const std::vector<FrontPiece>& a, const std::vector<FrontPiece>& b,
                         double correlation_km);

/// Variance of Σ |n_i| max(0, X_i) in km², X_i the unit field's component along n_i: slivers on one
/// side of a line. Cov(max(0,X), max(0,Y)) = (√(1−r²) + r (π − arccos r) − 1) / 2π for standard
/// Gaussians of correlation r (Cho & Saul, NIPS 22, 2009, eq. 6).
double sliver_variance(const std::vector<FrontPiece>& pieces, double correlation_km);

} // namespace engine
