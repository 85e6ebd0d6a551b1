// SPDX-License-Identifier: MIT
#include "shapes/edges/edge_tree.hpp"

#include "shapes/edges/oriented_box.hpp"
#include "shapes/predicates/orientation.hpp"
#include "shapes/predicates/orientation_bound.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <span>

namespace shapes::edges {
namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();

/// Pairs of nodes per node above which boxes along the axes are said to be crowded; natural
/// boundaries have 2 to 4.
constexpr std::size_t kCrowded = 6;

/// The boxes of the edges of a run of fewer than sixteen, one node each. Rounding is monotone:
/// boxes that overlap in doubles overlap in floats.
NodeBlock edge_boxes(std::span<const Position> run) {
    NodeBlock block;
    for (std::size_t i = 0; i < kBlockNodes; ++i) {
        set_node(block, i, kEmptyBox);
    }
    for (std::size_t i = 0; i + 1 < run.size(); ++i) {
        const auto [west, east] = std::minmax(run[i].lon, run[i + 1].lon);
        const auto [south, north] = std::minmax(run[i].lat, run[i + 1].lat);
        set_node(block, i,
                 {static_cast<float>(west), static_cast<float>(south), static_cast<float>(east),
                  static_cast<float>(north)});
    }
    return block;
}

/// True only where one of the edges is certainly to one side of the other's line: the filter of
/// `orientation` on its own, four times.
bool certainly_beside(Position a, Position b, Position c, Position d) {
    const auto side = [](Position p, Position q, Position r) {
        const double left = (p.lon - r.lon) * (q.lat - r.lat);
        const double right = (p.lat - r.lat) * (q.lon - r.lon);
        const double bound =
            kOrientationErrorFactor * (std::abs(left) + std::abs(right)) + kOrientationUnderflow;
        const double det = left - right;
        return (det > bound) - (det < -bound);
    };
    return side(a, b, c) * side(a, b, d) > 0 || side(c, d, a) * side(c, d, b) > 0;
}

/// One entry for each chain that winds around the place.
void add_up(std::vector<ChainWinding>& windings) {
    std::sort(windings.begin(), windings.end(),
              [](const ChainWinding& a, const ChainWinding& b) { return a.chain < b.chain; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < windings.size();) {
        ChainWinding sum{windings[i].chain, 0};
        for (; i < windings.size() && windings[i].chain == sum.chain; ++i) {
            sum.winding += windings[i].winding;
        }
        if (sum.winding != 0) {
            windings[kept++] = sum;
        }
    }
    windings.resize(kept);
}

} // namespace

EdgeTree::EdgeTree(const EdgeChains& chains, SearchPolicy search)
    : chains_(&chains), loops_(&kernels(best_instructions())), search_(search) {
    std::uint32_t open = 0;
    for (std::uint32_t c = 0; c < chains.size(); ++c) {
        const std::uint32_t end = chains.last(c);
        for (std::uint32_t e = chains.first(c); e < end; e += kFan) {
            leaves_.push_back({e, std::min(kFan, end - e), c});
        }
        open_before_.push_back(open);
        open += chains.closed(c) ? 0U : 1U;
    }
    if (leaves_.empty()) {
        return;
    }
    const auto v = chains.positions;
    auto& edges = levels_.emplace_back(leaves_.size());
    for (std::size_t l = 0; l < leaves_.size(); ++l) {
        const Leaf& leaf = leaves_[l];
        if (leaf.count == kFan) {
            loops_->boxes_of_edges(&v[leaf.edge].lon, edges[l]);
        } else {
            edges[l] = edge_boxes(v.subspan(leaf.edge, leaf.count + 1));
        }
    }
    while (levels_.back().size() > 1) {
        levels_.push_back(level_above(levels_.back()));
    }
}

FloatBox EdgeTree::box(std::size_t level, std::uint32_t block) const {
    if (level + 1 == levels_.size()) {
        return box_of(levels_[level][block]);
    }
    return node_box(levels_[level + 1][block / kFan], block % kFan);
}

/// Pairs of blocks of level 0, the first not after the second, whose boxes touch.
EdgeTree::BlockPairs EdgeTree::leaf_pairs() const {
    BlockPairs pairs;
    if (levels_.empty()) {
        return pairs;
    }
    BlockPairs below;
    pairs.emplace_back(0, 0);
    for (std::size_t level = levels_.size() - 1; level > 0; --level) {
        below.clear();
        for (const auto& [a, b] : pairs) {
            std::uint16_t rows[kFan];
            unsigned left =
                loops_->row_masks(levels_[level][a], levels_[level][b], box(level, b), rows);
            for (; left != 0; left &= left - 1) {
                const auto i = static_cast<std::uint32_t>(std::countr_zero(left));
                unsigned hits = rows[i];
                if (a == b) {
                    hits &= ~0U << i; // each pair once
                }
                for (; hits != 0; hits &= hits - 1) {
                    below.emplace_back(a * kFan + i, b * kFan + static_cast<std::uint32_t>(
                                                                    std::countr_zero(hits)));
                }
            }
        }
        pairs.swap(below);
        const bool crowded = pairs.size() > kCrowded * levels_[level - 1].size();
        const bool may_part = crowded || search_ != SearchPolicy::automatic;
        if (may_part && search_ != SearchPolicy::upright) {
            part_by_direction(level - 1, pairs);
        }
    }
    return pairs;
}

/// Drops the pairs of blocks that are apart when seen along their own directions.
void EdgeTree::part_by_direction(std::size_t level, BlockPairs& pairs) const {
    std::vector<OrientedBox> boxes;
    boxes.reserve(levels_[level].size());
    const std::size_t leaves = std::size_t{1} << (4 * level); // below one block of this level
    for (std::size_t first = 0; first < leaves_.size(); first += leaves) {
        const Leaf& last = leaves_[std::min(first + leaves, leaves_.size()) - 1];
        const std::size_t begin = leaves_[first].edge;
        boxes.push_back(
            oriented_box(chains_->positions.subspan(begin, last.edge + last.count + 1 - begin)));
    }
    std::erase_if(pairs, [&](const auto& pair) {
        return pair.first != pair.second && certainly_apart(boxes[pair.first], boxes[pair.second]);
    });
}

std::vector<Contact> EdgeTree::contacts() const {
    std::vector<Contact> out;
    for (const auto& [a, b] : leaf_pairs()) {
        // Of a leaf with itself each pair once, and none with the next edge of the chain.
        std::uint16_t rows[kFan];
        unsigned left = a == b ? loops_->row_masks_within(levels_[0][a], rows)
                               : loops_->row_masks(levels_[0][a], levels_[0][b], box(0, b), rows);
        for (; left != 0; left &= left - 1) {
            const auto i = static_cast<std::uint32_t>(std::countr_zero(left));
            for (unsigned hits = rows[i]; hits != 0; hits &= hits - 1) {
                const auto j = static_cast<std::uint32_t>(std::countr_zero(hits));
                meet_edges(leaves_[a], leaves_[a].edge + i, leaves_[b], leaves_[b].edge + j, out);
            }
        }
    }
    return out;
}

void EdgeTree::meet_edges(const Leaf& a, std::uint32_t edge_a, const Leaf& b, std::uint32_t edge_b,
                          std::vector<Contact>& out) const {
    const EdgeChains& c = *chains_;
    const auto v = c.positions;
    if (c.joined(edge_a, edge_b) ||
        certainly_beside(v[edge_a], v[edge_a + 1], v[edge_b], v[edge_b + 1])) {
        return;
    }
    const Meeting m =
        meet(c.vertex(edge_a), c.vertex(edge_a + 1), c.vertex(edge_b), c.vertex(edge_b + 1));
    if (m.kind != Meeting::Kind::apart) {
        out.push_back({edge_a, edge_b, a.chain, b.chain, m});
    }
}

/// How the ray to the east crosses an edge: +1 northward, −1 southward.
int EdgeTree::crossing_east(std::uint32_t edge, const Vertex& from) const {
    const Vertex p = chains_->vertex(edge);
    const Vertex q = chains_->vertex(edge + 1);
    if (p.rank == from.rank || q.rank == from.rank) {
        return 0;
    }
    const bool q_north = perturbed_north_of(q, from);
    if (perturbed_north_of(p, from) == q_north) {
        return 0;
    }
    const int northward = q_north ? 1 : -1;
    return perturbed_orientation(p, q, from) == northward ? northward : 0;
}

/// Whether all chains of leaves [first, last), but the first and the last one, are closed.
bool EdgeTree::ends_are_enough(std::size_t first, std::size_t last) const {
    const std::uint32_t begin = leaves_[first].chain;
    const std::uint32_t end = leaves_[last - 1].chain;
    return end <= begin + 1 || open_before_[begin + 1] == open_before_[end];
}

/// The crossings of leaves [first, last), all of which lie to the east, where ends are enough: a
/// run of edges of one chain counts by its ends, a closed chain not at all.
void EdgeTree::crossings_by_ends(std::size_t first, std::size_t last, const Vertex& from,
                                 std::vector<ChainWinding>& out) const {
    const Leaf& begin = leaves_[first];
    const Leaf& end = leaves_[last - 1];
    const auto north = [&](std::uint32_t i) {
        return perturbed_north_of(chains_->vertex(i), from) ? 1 : 0;
    };
    const auto add = [&](std::uint32_t chain, std::uint32_t i, std::uint32_t j) {
        if (const int rise = north(j) - north(i); rise != 0) {
            out.push_back({chain, rise});
        }
    };
    if (begin.chain == end.chain) {
        add(begin.chain, begin.edge, end.edge + end.count);
        return;
    }
    add(begin.chain, begin.edge, chains_->last(begin.chain));
    add(end.chain, chains_->first(end.chain), end.edge + end.count);
}

void EdgeTree::windings_east_of(std::uint32_t vertex, std::vector<ChainWinding>& out) const {
    out.clear();
    const Vertex v = chains_->vertex(vertex);
    const auto lon = static_cast<float>(v.at.lon);
    const auto lat = static_cast<float>(v.at.lat);
    const FloatBox ray{lon, lat, kInfinity, lat};
    struct Open {
        std::size_t level;
        std::uint32_t block;
    };
    // Depth first: at most sixteen blocks wait per level, and 16^8 edges are more than fit.
    std::array<Open, 16 * 9> stack;
    std::size_t depth = 0;
    stack[depth++] = {levels_.size() - 1, 0};
    while (depth > 0) {
        const Open open = stack[--depth];
        const NodeBlock& block = levels_[open.level][open.block];
        for (unsigned hits = loops_->touching(block, ray); hits != 0; hits &= hits - 1) {
            const auto k = static_cast<std::uint32_t>(std::countr_zero(hits));
            const std::uint32_t node = open.block * kFan + k;
            if (open.level == 0) {
                const Leaf& leaf = leaves_[open.block];
                out.push_back({leaf.chain, crossing_east(leaf.edge + k, v)});
                continue;
            }
            const std::size_t shift = 4 * (open.level - 1);
            const std::size_t first = std::size_t{node} << shift;
            const std::size_t last = std::min((std::size_t{node} + 1) << shift, leaves_.size());
            if (block.west[k] > lon && ends_are_enough(first, last)) {
                crossings_by_ends(first, last, v, out);
            } else {
                stack[depth++] = {open.level - 1, node};
            }
        }
    }
    add_up(out);
}

} // namespace shapes::edges
