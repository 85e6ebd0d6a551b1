// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/edges/edge_chains.hpp"
#include "shapes/validity/input_rings.hpp"

namespace shapes::validity {

/// Every input ring as a chain of its own, its vertices apart from those of all others.
edges::EdgeChains rings_as_chains(const InputRings& input);

} // namespace shapes::validity
