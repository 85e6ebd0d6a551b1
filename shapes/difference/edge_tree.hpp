// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/difference/drawing.hpp"
#include "shapes/difference/perturbation.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
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

/// Boxes over the edges of a drawing in ring order: eight consecutive edges of one ring are a leaf,
/// sixteen neighbours a node of the level above. Boundaries are coherent, so neighbours in a ring
/// are neighbours on the map and nothing has to be sorted.
///
/// The drawing must outlive the tree.
class EdgeTree {
  public:
    explicit EdgeTree(const Drawing& drawing);

    /// All contacts between edges, in an order that depends on the drawing only.
    std::vector<Contact> contacts() const;

    /// Windings, other than 0, of all rings just to the left of the edge, next to its start, all
    /// vertices displaced (perturbation.hpp). `out` is replaced.
    void windings_left_of(std::uint32_t edge, std::vector<RingWinding>& out) const;

    /// Vertex i of the drawing; the closing vertex of a ring has the rank of the ring's first.
    Vertex vertex(std::uint32_t i, std::uint32_t ring) const;

  private:
    static constexpr std::uint32_t kLeaf = 8;
    static constexpr std::uint32_t kFan = 16;

    /// Boxes in single precision, rounded outward, by coordinate; padded to whole groups.
    struct Boxes {
        std::vector<float> west;
        std::vector<float> south;
        std::vector<float> east;
        std::vector<float> north;

        void resize(std::size_t n);
        void add(std::size_t i, const Boxes& from, std::size_t j);
        /// Bit j is set where box first + j overlaps box i of `other`; count is 8 or 16.
        unsigned overlapping(std::size_t first, unsigned count, const Boxes& other,
                             std::size_t i) const;
    };
    struct Leaf {
        std::uint32_t edge;  ///< its first
        std::uint32_t count; ///< 1 … kLeaf
        std::uint32_t ring;
    };
    using NodePairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

    NodePairs leaf_pairs() const;
    void meet_leaves(std::uint32_t a, std::uint32_t b, std::vector<Contact>& out) const;
    void meet_edges(const Leaf& a, std::uint32_t edge_a, const Leaf& b, std::uint32_t edge_b,
                    std::vector<Contact>& out) const;
    int crossings_east(const Leaf& leaf, std::uint32_t k, const Vertex& from,
                       std::uint32_t skip_from, std::uint32_t skip_to) const;

    const Drawing* drawing_;
    std::vector<Leaf> leaves_;
    Boxes edges_;               ///< kLeaf for each leaf
    std::vector<Boxes> levels_; ///< [0] one for each leaf
};

} // namespace shapes
