// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/area/chain_kernels.hpp"
#include "shapes/simd/instructions.hpp"
#include "shapes/types/region.hpp"

#include <array>

namespace shapes {

/// The inner loops for one instruction set.
struct AreaLoops {
    ChainLoop chain;
    LensLoop lens;
};

AreaLoops area_loops(Instructions set);

/// The positions of at most eight edges, filled up to eight with edges of no length, which add
/// nothing. `edges` holds at least one position.
std::array<Position, 9> filled_up(Ring edges);

} // namespace shapes
