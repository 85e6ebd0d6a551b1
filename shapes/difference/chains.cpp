// SPDX-License-Identifier: MIT
#include "shapes/difference/chains.hpp"

#include <numeric>

namespace shapes {

Chains rings_as_chains(const Drawing& drawing) {
    Chains chains{drawing.vertices()};
    chains.ranks.resize(chains.positions.size());
    std::iota(chains.ranks.begin(), chains.ranks.end(), 0U);
    for (std::uint32_t r = 0; r < drawing.ring_count(); ++r) {
        chains.starts.push_back(drawing.ring_start(r));
        chains.ranks[drawing.ring_end(r)] = drawing.ring_start(r);
    }
    chains.starts.push_back(static_cast<std::uint32_t>(chains.positions.size()));
    return chains;
}

} // namespace shapes
