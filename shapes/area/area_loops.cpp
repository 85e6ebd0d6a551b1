// SPDX-License-Identifier: MIT
#include "shapes/area/area_loops.hpp"

#include <algorithm>

namespace shapes {

AreaLoops area_loops(Instructions set) {
#if defined(__x86_64__)
    switch (set) {
    case Instructions::avx512:
        return {lanes_avx512::chain_loop, lanes_avx512::lens_loop};
    case Instructions::avx2:
        return {lanes_avx2::chain_loop, lanes_avx2::lens_loop};
    case Instructions::scalar:
        break;
    }
#endif
    static_cast<void>(set);
    return {lanes_scalar::chain_loop, lanes_scalar::lens_loop};
}

std::array<Position, 9> filled_up(Ring edges) {
    std::array<Position, 9> filled;
    filled.fill(edges.back());
    std::copy_n(edges.begin(), std::min(edges.size(), filled.size()), filled.begin());
    return filled;
}

} // namespace shapes
