// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/region.hpp"

#include <optional>
#include <vector>

namespace shapes::change {

/// ∂a − ∂b without the edges that both have, as closed rings: b's edges run backwards. Its winding
/// number is that of a less that of b: 1 on a ∖ b, −1 on b ∖ a, 0 elsewhere.
///
/// What is left of the rings are paths; as many begin as end at every place, so they join up to
/// rings, in whatever way at places where several meet. Nothing where the two share so little that
/// looking does not pay. Work: a look at every edge, then that of what is left (shared_edges.hpp).
std::optional<Region> symmetric_difference_boundary(const Region& a, const Region& b);

} // namespace shapes::change
