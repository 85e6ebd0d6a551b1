// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/area/chain_kernels.hpp"
#include "shapes/simd/instructions.hpp"
#include "shapes/types/region.hpp"

#include <array>

namespace shapes {

/// The inner loops of one instruction set.
struct AreaLoops {
    ChainLoop chain;
    LensLoop lens;
};

/// The loops for an instruction set, which must be available on this machine.
AreaLoops area_loops(Instructions set);

/// The positions of at most eight edges, extended to eight edges. The added edges have no length
/// and so add nothing to a sum. `edges` must hold at least one position.
std::array<Position, 9> filled_up(Ring edges);

} // namespace shapes
