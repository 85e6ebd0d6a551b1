// SPDX-License-Identifier: MIT
#pragma once
// The inner loops of chain_integral and geodesic_area, compiled once per instruction set. The
// interface is plain data only (shapes/simd/lanes_scalar.hpp says why).

#include <cstddef>

namespace shapes {

/// Adds the integrals of 8 · blocks edges to eight sums, edge i to sum i mod 8. Positions are
/// stored as lon, lat, lon, lat, … in degrees, and 8 · blocks + 1 of them are read.
using ChainLoop = void (*)(const double* positions, std::size_t blocks, double origin_lat,
                           int degree, const double* coefficient, double sums[8]);

/// Computes the lenses between straight lines and geodesics (geodesic_area.hpp) of 8 · blocks
/// edges, in units of the squared semi-minor axis. Positions are as above.
using LensLoop = void (*)(const double* positions, std::size_t blocks, double* lenses);

namespace lanes_scalar {
void chain_loop(const double*, std::size_t, double, int, const double*, double*);
void lens_loop(const double*, std::size_t, double*);
} // namespace lanes_scalar
namespace lanes_avx2 {
void chain_loop(const double*, std::size_t, double, int, const double*, double*);
void lens_loop(const double*, std::size_t, double*);
} // namespace lanes_avx2
namespace lanes_avx512 {
void chain_loop(const double*, std::size_t, double, int, const double*, double*);
void lens_loop(const double*, std::size_t, double*);
} // namespace lanes_avx512

} // namespace shapes
