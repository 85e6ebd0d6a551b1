// SPDX-License-Identifier: MIT
#include "shapes/validity/ring_chains.hpp"

#include <numeric>

namespace shapes::validity {

edges::EdgeChains rings_as_chains(const InputRings& input) {
    edges::EdgeChains chains{input.vertices()};
    chains.ranks.resize(chains.positions.size());
    std::iota(chains.ranks.begin(), chains.ranks.end(), 0U);
    for (std::uint32_t r = 0; r < input.ring_count(); ++r) {
        chains.starts.push_back(input.ring_start(r));
        chains.ranks[input.ring_end(r)] = input.ring_start(r);
    }
    chains.starts.push_back(static_cast<std::uint32_t>(chains.positions.size()));
    return chains;
}

} // namespace shapes::validity
