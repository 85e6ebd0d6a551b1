// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/region.hpp"

#include <optional>
#include <vector>

namespace shapes::change {

/// The symmetric-difference boundary: ∂a − ∂b without the edges that both regions have, as closed
/// rings. b's edges run backwards in it. Its winding number is 1 on a ∖ b, −1 on b ∖ a and 0
/// elsewhere.
///
/// Without the shared edges, paths remain of the rings. At every place as many of them begin as
/// end, so they can be joined to closed rings; where several meet, any way of joining gives the
/// same winding numbers. Returns nullopt where the regions share so few edges that the search does
/// not pay. The time is one look at every edge, and a search for those that are left
/// (shared_edges.hpp).
std::optional<Region> symmetric_difference_boundary(const Region& a, const Region& b);

} // namespace shapes::change
