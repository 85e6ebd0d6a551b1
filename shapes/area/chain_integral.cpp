// SPDX-License-Identifier: MIT
#include "shapes/area/chain_integral.hpp"

#include "shapes/area/chain_kernels.hpp"

#include <algorithm>
#include <array>

namespace shapes {
namespace {

// The loop reads positions as pairs of doubles.
static_assert(sizeof(Position) == 2 * sizeof(double));

constexpr std::size_t kStretch = 4096;

ChainLoop chain_loop(Instructions set) {
#if defined(__x86_64__)
    switch (set) {
    case Instructions::avx512:
        return lanes_avx512::chain_loop;
    case Instructions::avx2:
        return lanes_avx2::chain_loop;
    case Instructions::scalar:
        break;
    }
#endif
    static_cast<void>(set);
    return lanes_scalar::chain_loop;
}

} // namespace

void add_chain_integral(const Position* first, std::size_t edges, const AreaForm& form,
                        CompensatedSum& sum, Instructions instructions) {
    const ChainLoop loop = chain_loop(instructions);
    const auto run = [&](const Position* from, std::size_t blocks, std::array<double, 8>& sums) {
        loop(&from->lon, blocks, form.origin_lat, form.degree, form.coefficient.data(),
             sums.data());
    };
    while (edges > 0) {
        const std::size_t count = std::min(edges, kStretch);
        std::array<double, 8> sums{};
        run(first, count / 8, sums);
        if (count % 8 != 0) {
            // The rest, filled up with edges of no length.
            std::array<Position, 9> rest;
            const Position* from = first + (count - count % 8);
            for (std::size_t i = 0; i < rest.size(); ++i) {
                rest[i] = from[std::min(i, count % 8)];
            }
            run(rest.data(), 1, sums);
        }
        for (const double lane : sums) {
            sum.add(lane);
        }
        first += count;
        edges -= count;
    }
}

double region_integral(const Region& region, const AreaForm& form, Instructions instructions) {
    CompensatedSum sum;
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        if (const Ring ring = region.ring(r); !ring.empty()) {
            add_chain_integral(ring.data(), ring.size() - 1, form, sum, instructions);
        }
    }
    return sum.value();
}

} // namespace shapes
