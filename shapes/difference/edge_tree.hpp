// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/difference/drawing.hpp"
#include "shapes/difference/kernels.hpp"
#include "shapes/difference/perturbation.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace shapes {

/// Two edges of a drawing that touch, cross or overlap: `first` < `second`, no vertex in common.
struct Contact {
    std::uint32_t first;
    std::uint32_t second;
    std::uint32_t first_ring;
    std::uint32_t second_ring;
    Meeting meeting; ///< as meet(first, second): the sign is that of `first` passing `second`
};

/// How often a ring winds around a place.
struct RingWinding {
    std::uint32_t ring;
    int winding;
};

/// Boxes over the edges of a drawing in ring order: sixteen consecutive edges of one ring are a
/// leaf, sixteen leaves a block of the level above, and so on. Boundaries are coherent, so
/// neighbours in a ring are neighbours on the map and nothing has to be sorted. Where boxes overlap
/// much more often than that lets expect (long thin rings across the axes: stars, spirals), pairs
/// of nodes are compared by boxes along their own directions as well.
///
/// The drawing must outlive the tree.
class EdgeTree {
  public:
    /// When to compare by boxes along the nodes' own directions; tests force both.
    enum class Oriented { where_crowded, always, never };

    explicit EdgeTree(const Drawing& drawing, Oriented oriented = Oriented::where_crowded);

    /// All contacts between edges, in an order that depends on the drawing only.
    std::vector<Contact> contacts() const;

    /// Windings, other than 0, of all rings just to the left of the edge, next to its start, all
    /// vertices displaced (perturbation.hpp). `out` is replaced.
    void windings_left_of(std::uint32_t edge, std::vector<RingWinding>& out) const;

  private:
    static constexpr std::uint32_t kFan = 16;

    struct Leaf {
        std::uint32_t edge;  ///< its first
        std::uint32_t count; ///< 1 … kFan
        std::uint32_t ring;
    };
    using BlockPairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

    /// Vertex i of the drawing; the closing vertex of a ring has the rank of the ring's first.
    Vertex vertex(std::uint32_t i, std::uint32_t ring) const;
    FloatBox box(std::size_t level, std::uint32_t block) const;
    BlockPairs leaf_pairs() const;
    void part_by_direction(std::size_t level, BlockPairs& pairs) const;
    void meet_edges(const Leaf& a, std::uint32_t edge_a, const Leaf& b, std::uint32_t edge_b,
                    std::vector<Contact>& out) const;
    int crossing_east(const Leaf& leaf, std::uint32_t edge, const Vertex& from) const;
    void crossings_by_ends(std::size_t first, std::size_t last, const Vertex& from,
                           std::vector<RingWinding>& out) const;

    const Drawing* drawing_;
    const Kernels* loops_;
    Oriented oriented_;
    std::vector<Leaf> leaves_;
    /// [0]: a block for each leaf, a box for each of its edges. Above, block i of one level is box
    /// i of the next. The last level is one block.
    std::vector<std::vector<NodeBlock>> levels_;
};

} // namespace shapes
