// SPDX-License-Identifier: MIT
#include "shapes/edges/point_location.hpp"

#include "shapes/predicates/perturbed.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

namespace shapes::edges {
namespace {

class Query {
  public:
    Query(Position place, const Boundary& boundary, Displaced displaced)
        : place_(place), boundary_(&boundary), displaced_(displaced) {}

    /// Crossings of the ray with leaves [first, last), all of which lie east of the place: an edge
    /// counts +1 where it goes up past the ray, −1 down, so a run of edges counts by its ends.
    int count_by_ends(std::size_t first, std::size_t last) const {
        const auto paths = boundary_->paths();
        const std::uint32_t path_first = boundary_->path_of_leaf(first);
        const std::uint32_t path_last = boundary_->path_of_leaf(last - 1);
        const std::size_t begin = boundary_->first_edge(first);
        const std::size_t end = boundary_->first_edge(last - 1) + boundary_->edges_in(last - 1);
        if (path_first == path_last) {
            return above(end) - above(begin);
        }
        int count = above(paths[path_first].end()) - above(begin);
        count += above(end) - above(paths[path_last].first);
        for (std::uint32_t p = path_first + 1; p < path_last && !boundary_->closed(); ++p) {
            count += above(paths[p].end()) - above(paths[p].first); // 0 for a ring
        }
        return count;
    }

    /// Crossings of the ray with the edges of one leaf.
    int count_leaf(std::size_t leaf) const {
        int count = 0;
        for (std::size_t i = 0; i < boundary_->edges_in(leaf); ++i) {
            count += count_edge(boundary_->first_edge(leaf) + i);
        }
        return count;
    }

  private:
    /// Whether a vertex is above the ray's line, the displacement taken into account.
    int above(std::size_t vertex) const {
        const double lat = boundary_->positions()[vertex].lat;
        return displaced_ == Displaced::boundary ? lat >= place_.lat : lat > place_.lat;
    }

    int count_edge(std::size_t edge) const {
        const int rise = above(edge + 1) - above(edge);
        if (rise == 0) {
            return 0;
        }
        const Position a = boundary_->positions()[edge], b = boundary_->positions()[edge + 1];
        if (std::max(a.lon, b.lon) < place_.lon) {
            return 0;
        }
        if (std::min(a.lon, b.lon) > place_.lon) {
            return rise;
        }
        const int side = displaced_ == Displaced::boundary ? side_of_fixed(a, b, place_)
                                                           : side_of_displaced(a, b, place_);
        return side == rise ? rise : 0;
    }

    Position place_;
    const Boundary* boundary_;
    Displaced displaced_;
};

} // namespace

int winding_number(Position place, const Boundary& boundary, const BoxTree& tree,
                   Displaced displaced, const Kernels& loops) {
    if (tree.empty()) {
        return 0;
    }
    const Query query(place, boundary, displaced);
    const float lon = static_cast<float>(place.lon), lat = static_cast<float>(place.lat);
    const FloatBox ray{lon, lat, std::numeric_limits<float>::infinity(), lat};

    struct Open {
        std::size_t level, block;
    };
    // Depth first: at most sixteen blocks wait per level, and 16^8 leaves are more than fit.
    std::array<Open, 16 * 9> stack;
    std::size_t depth = 0;
    stack[depth++] = {tree.height() - 1, 0};
    int winding = 0;
    while (depth > 0) {
        const Open open = stack[--depth];
        const NodeBlock& block = tree.block(open.level, open.block);
        for (unsigned nodes = loops.touching(block, ray); nodes != 0; nodes &= nodes - 1) {
            const auto k = static_cast<std::size_t>(__builtin_ctz(nodes));
            const std::size_t node = 16 * open.block + k;
            if (block.west[k] > lon) {
                const std::size_t shift = 4 * open.level;
                winding += query.count_by_ends(
                    node << shift, std::min((node + 1) << shift, boundary.leaf_count()));
            } else if (open.level == 0) {
                winding += query.count_leaf(node);
            } else {
                stack[depth++] = {open.level - 1, node};
            }
        }
    }
    return winding;
}

} // namespace shapes::edges
