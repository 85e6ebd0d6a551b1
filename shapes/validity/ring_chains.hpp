// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/edges/edge_chains.hpp"
#include "shapes/validity/input_rings.hpp"

namespace shapes::validity {

/// The input rings as chains, each ring a chain of its own. Every vertex of a ring has a rank of
/// its own, even where rings meet at the same position.
edges::EdgeChains rings_as_chains(const InputRings& input);

} // namespace shapes::validity
