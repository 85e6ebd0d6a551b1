// SPDX-License-Identifier: MIT
// The loop itself, on eight lanes; included by chain_kernels_*.cpp only.

namespace shapes {
namespace AREACLAIM_LANES {

void chain_loop(const double* positions, std::size_t blocks, double origin_lat, int degree,
                const double* coefficient, double sums[8]) {
    const Doubles origin = all(origin_lat);
    Doubles total = load(sums);
    for (std::size_t i = 0; i < blocks; ++i, positions += 16) {
        const Pairs start = load_pairs(positions), end = load_pairs(positions + 2);
        const Doubles t0 = start.second - origin, t1 = end.second - origin;
        Doubles quotient = all(coefficient[degree]);
        Doubles mean = quotient;
        for (int k = degree - 1; k >= 1; --k) {
            quotient = multiply_add(t0, quotient, all(coefficient[k]));
            mean = multiply_add(t1, mean, quotient);
        }
        total = total + (start.first - end.first) * mean;
    }
    store(sums, total);
}

} // namespace AREACLAIM_LANES
} // namespace shapes
