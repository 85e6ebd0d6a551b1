// SPDX-License-Identifier: MIT
#include "shapes/difference/edge_tree.hpp"

#include "shapes/difference/oriented_box.hpp"
#include "shapes/predicates/orientation.hpp"
#include "shapes/predicates/orientation_bound.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

namespace shapes {
namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();

/// Pairs of nodes per node above which boxes along the axes are said to be crowded; natural
/// boundaries have 2 to 4.
constexpr std::size_t kCrowded = 6;

NodeBlock empty_block() {
    NodeBlock block;
    std::fill(std::begin(block.west), std::end(block.west), kInfinity);
    std::fill(std::begin(block.south), std::end(block.south), kInfinity);
    std::fill(std::begin(block.east), std::end(block.east), -kInfinity);
    std::fill(std::begin(block.north), std::end(block.north), -kInfinity);
    return block;
}

FloatBox box_of(const NodeBlock& b) {
    return {*std::min_element(std::begin(b.west), std::end(b.west)),
            *std::min_element(std::begin(b.south), std::end(b.south)),
            *std::max_element(std::begin(b.east), std::end(b.east)),
            *std::max_element(std::begin(b.north), std::end(b.north))};
}

void set_box(NodeBlock& block, std::size_t i, const FloatBox& box) {
    block.west[i] = box.west;
    block.south[i] = box.south;
    block.east[i] = box.east;
    block.north[i] = box.north;
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

/// One entry for each ring that winds around the place.
void add_up(std::vector<RingWinding>& windings) {
    std::sort(windings.begin(), windings.end(),
              [](const RingWinding& a, const RingWinding& b) { return a.ring < b.ring; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < windings.size();) {
        RingWinding sum{windings[i].ring, 0};
        for (; i < windings.size() && windings[i].ring == sum.ring; ++i) {
            sum.winding += windings[i].winding;
        }
        if (sum.winding != 0) {
            windings[kept++] = sum;
        }
    }
    windings.resize(kept);
}

} // namespace

EdgeTree::EdgeTree(const Drawing& drawing, Oriented oriented)
    : drawing_(&drawing), loops_(&kernels(best_instructions())), oriented_(oriented) {
    for (std::uint32_t r = 0; r < drawing.ring_count(); ++r) {
        const std::uint32_t end = drawing.ring_end(r);
        for (std::uint32_t e = drawing.ring_start(r); e < end; e += kFan) {
            leaves_.push_back({e, std::min(kFan, end - e), r});
        }
    }
    if (leaves_.empty()) {
        return;
    }
    const auto v = drawing.vertices();
    auto& edges = levels_.emplace_back(leaves_.size(), empty_block());
    for (std::size_t l = 0; l < leaves_.size(); ++l) {
        for (std::uint32_t k = 0; k < leaves_[l].count; ++k) {
            // Rounding is monotone: boxes that overlap in doubles overlap in floats.
            const Position p = v[leaves_[l].edge + k];
            const Position q = v[leaves_[l].edge + k + 1];
            set_box(edges[l], k,
                    {static_cast<float>(std::min(p.lon, q.lon)),
                     static_cast<float>(std::min(p.lat, q.lat)),
                     static_cast<float>(std::max(p.lon, q.lon)),
                     static_cast<float>(std::max(p.lat, q.lat))});
        }
    }
    while (levels_.back().size() > 1) {
        const auto& below = levels_.back();
        std::vector<NodeBlock> level((below.size() + kFan - 1) / kFan, empty_block());
        for (std::size_t i = 0; i < below.size(); ++i) {
            set_box(level[i / kFan], i % kFan, box_of(below[i]));
        }
        levels_.push_back(std::move(level));
    }
}

Vertex EdgeTree::vertex(std::uint32_t i, std::uint32_t ring) const {
    return {drawing_->vertices()[i],
            i == drawing_->ring_end(ring) ? drawing_->ring_start(ring) : i};
}

FloatBox EdgeTree::box(std::size_t level, std::uint32_t block) const {
    if (level + 1 == levels_.size()) {
        return box_of(levels_[level][block]);
    }
    const NodeBlock& above = levels_[level + 1][block / kFan];
    const std::size_t k = block % kFan;
    return {above.west[k], above.south[k], above.east[k], above.north[k]};
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
            loops_->row_masks(levels_[level][a], levels_[level][b], box(level, b), rows);
            for (std::uint32_t i = 0; i < kFan; ++i) {
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
        if (oriented_ == Oriented::always || (crowded && oriented_ == Oriented::where_crowded)) {
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
            oriented_box(drawing_->vertices().subspan(begin, last.edge + last.count + 1 - begin)));
    }
    std::erase_if(pairs, [&](const auto& pair) {
        return pair.first != pair.second && certainly_apart(boxes[pair.first], boxes[pair.second]);
    });
}

std::vector<Contact> EdgeTree::contacts() const {
    std::vector<Contact> out;
    for (const auto& [a, b] : leaf_pairs()) {
        std::uint16_t rows[kFan];
        loops_->row_masks(levels_[0][a], levels_[0][b], box(0, b), rows);
        for (std::uint32_t i = 0; i < leaves_[a].count; ++i) {
            unsigned hits = rows[i];
            if (a == b) {
                hits &= ~1U << i;
            }
            for (; hits != 0; hits &= hits - 1) {
                const auto j = static_cast<std::uint32_t>(std::countr_zero(hits));
                meet_edges(leaves_[a], leaves_[a].edge + i, leaves_[b], leaves_[b].edge + j, out);
            }
        }
    }
    return out;
}

void EdgeTree::meet_edges(const Leaf& a, std::uint32_t edge_a, const Leaf& b, std::uint32_t edge_b,
                          std::vector<Contact>& out) const {
    if (a.ring == b.ring) {
        const bool closing =
            edge_a == drawing_->ring_start(a.ring) && edge_b + 1 == drawing_->ring_end(a.ring);
        if (edge_a + 1 == edge_b || closing) {
            return; // neighbours, which share a vertex
        }
    }
    const auto v = drawing_->vertices();
    if (certainly_beside(v[edge_a], v[edge_a + 1], v[edge_b], v[edge_b + 1])) {
        return;
    }
    const Meeting m = meet(vertex(edge_a, a.ring), vertex(edge_a + 1, a.ring),
                           vertex(edge_b, b.ring), vertex(edge_b + 1, b.ring));
    if (m.kind != Meeting::Kind::apart) {
        out.push_back({edge_a, edge_b, a.ring, b.ring, m});
    }
}

/// How the ray to the east crosses an edge: +1 northward, −1 southward.
int EdgeTree::crossing_east(const Leaf& leaf, std::uint32_t edge, const Vertex& from) const {
    const Vertex p = vertex(edge, leaf.ring);
    const Vertex q = vertex(edge + 1, leaf.ring);
    const bool p_north = perturbed_north_of(p, from);
    const bool q_north = perturbed_north_of(q, from);
    if (p_north == q_north) {
        return 0;
    }
    const int northward = q_north ? 1 : -1;
    return perturbed_orientation(p, q, from) == northward ? northward : 0;
}

/// The same for leaves [first, last), all of which lie to the east: a run of edges of one ring
/// counts by its ends, a whole ring not at all.
void EdgeTree::crossings_by_ends(std::size_t first, std::size_t last, const Vertex& from,
                                 std::vector<RingWinding>& out) const {
    const Leaf& begin = leaves_[first];
    const Leaf& end = leaves_[last - 1];
    const auto north = [&](std::uint32_t i, std::uint32_t ring) {
        return perturbed_north_of(vertex(i, ring), from) ? 1 : 0;
    };
    const auto add = [&](std::uint32_t ring, std::uint32_t i, std::uint32_t j) {
        if (const int rise = north(j, ring) - north(i, ring); rise != 0) {
            out.push_back({ring, rise});
        }
    };
    if (begin.ring == end.ring) {
        add(begin.ring, begin.edge, end.edge + end.count);
        return;
    }
    add(begin.ring, begin.edge, drawing_->ring_end(begin.ring));
    add(end.ring, drawing_->ring_start(end.ring), end.edge + end.count);
}

void EdgeTree::windings_left_of(std::uint32_t edge, std::vector<RingWinding>& out) const {
    out.clear();
    const auto ring = static_cast<std::uint32_t>(drawing_->ring_of(edge));
    const std::uint32_t start = drawing_->ring_start(ring);
    const std::uint32_t before = (edge == start ? drawing_->ring_end(ring) : edge) - 1;
    const Vertex v = vertex(edge, ring);
    const Vertex next = vertex(edge + 1, ring);
    const Vertex previous = vertex(before, ring);

    // The place itself: beside the start of the edge, so of the two edges at v the ray to the east
    // meets what is on its own side of v and to the east of the edge.
    const bool northward = perturbed_north_of(next, v);
    int own = northward ? 1 : 0;
    if (northward == perturbed_north_of(previous, v)) {
        const int side = perturbed_orientation(v, next, previous);
        own += northward ? (side < 0 ? -1 : 0) : (side > 0 ? 1 : 0);
    }
    out.push_back({ring, own});

    // All other edges, from v itself.
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
                if (leaf.edge + k != edge && leaf.edge + k != before) {
                    out.push_back({leaf.ring, crossing_east(leaf, leaf.edge + k, v)});
                }
            } else if (block.west[k] > lon) {
                const std::size_t shift = 4 * (open.level - 1);
                crossings_by_ends(std::size_t{node} << shift,
                                  std::min((std::size_t{node} + 1) << shift, leaves_.size()), v,
                                  out);
            } else {
                stack[depth++] = {open.level - 1, node};
            }
        }
    }
    add_up(out);
}

} // namespace shapes
