// SPDX-License-Identifier: MIT
#include "shapes/validity/winding_walk.hpp"

#include <algorithm>

namespace shapes::validity {

void windings_at_start(const edges::EdgeChains& rings, const edges::EdgeTree& tree,
                       std::uint32_t ring, std::vector<edges::ChainWinding>& out) {
    const std::uint32_t first = rings.first(ring);
    tree.windings_east_of(first, out);

    // The winding numbers east of the ring's first vertex v leave out the two edges at v. For a
    // place just left of the first edge and next to v, add those of the two that are on the place's
    // side of v (north or south) and to the east of the place.
    const edges::Vertex v = rings.vertex(first);
    const edges::Vertex next = rings.vertex(first + 1);
    const edges::Vertex previous = rings.vertex(rings.last(ring) - 1);
    const bool northward = edges::perturbed_north_of(next, v);
    int own = northward ? 1 : 0;
    if (northward == edges::perturbed_north_of(previous, v)) {
        const int side = edges::perturbed_orientation(v, next, previous);
        own += northward ? (side < 0 ? -1 : 0) : (side > 0 ? 1 : 0);
    }
    const auto same =
        std::find_if(out.begin(), out.end(), [&](const auto& w) { return w.chain == ring; });
    if (same != out.end()) {
        same->winding += own;
    } else {
        out.push_back({ring, own});
    }
}

} // namespace shapes::validity
