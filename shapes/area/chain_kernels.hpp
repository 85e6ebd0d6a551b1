// SPDX-License-Identifier: MIT
#pragma once
// The inner loops of chain_integral and geodesic_area, compiled once per instruction set. Plain
// data only (see shapes/simd/lanes_scalar.hpp).

#include <cstddef>

namespace shapes {

/// Adds the edge integrals of `blocks` times eight edges to eight sums, edge i to sum i mod 8.
/// Positions are lon, lat, lon, lat, …; 8 · blocks + 1 of them are read.
using ChainLoop = void (*)(const double* positions, std::size_t blocks, double origin_lat,
                           int degree, const double* coefficient, double sums[8]);

/// The lenses between straight lines and geodesics (geodesic_area.hpp) of `blocks` times eight
/// edges, in units of the squared minor axis; positions as above.
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
