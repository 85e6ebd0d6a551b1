// SPDX-License-Identifier: MIT
#include "shapes/area/chain_integral.hpp"

#include "shapes/area/area_loops.hpp"

#include <algorithm>
#include <array>

namespace shapes {
namespace {

// The loop reads positions as pairs of doubles.
static_assert(sizeof(Position) == 2 * sizeof(double));

constexpr std::size_t kStretch = 4096;

} // namespace

void add_chain_integral(const Position* first, std::size_t edges, const AreaForm& form,
                        CompensatedSum& sum, Instructions instructions) {
    const ChainLoop loop = area_loops(instructions).chain;
    const auto run = [&](const Position* from, std::size_t blocks, std::array<double, 8>& sums) {
        loop(&from->lon, blocks, form.origin_lat, form.degree, form.coefficient.data(),
             sums.data());
    };
    while (edges > 0) {
        const std::size_t count = std::min(edges, kStretch);
        std::array<double, 8> sums{};
        run(first, count / 8, sums);
        if (count % 8 != 0) {
            const auto rest = filled_up({first + (count - count % 8), count % 8 + 1});
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
