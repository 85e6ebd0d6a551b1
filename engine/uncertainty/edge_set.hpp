// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/position.hpp"
#include "shapes/types/region.hpp"
#include "shapes/types/valid_region.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace engine {

/// A set of edges, whatever their direction. Equal where both ends are equal once rounded to 2⁻⁴⁴
/// degrees, the grid that change regions are built on, so that an edge is known in a drawn map and
/// in a region made from it.
class EdgeSet {
  public:
    EdgeSet() = default;
    /// The edges of all rings of a region.
    explicit EdgeSet(const shapes::Region& region);

    bool contains(shapes::Position a, shapes::Position b) const {
        return !edges_.empty() && has(edge(a, b));
    }
    bool empty() const { return edges_.empty(); }
    std::size_t size() const { return edges_.size(); }
    void add(shapes::Position a, shapes::Position b) { insert(edge(a, b)); }
    void add(const EdgeSet& other);
    /// Keeps what `other` has too.
    void intersect(const EdgeSet& other);

  private:
    using End = std::array<std::int64_t, 2>;
    struct Edge {
        End a; // the smaller end first
        End b;
        friend bool operator==(const Edge&, const Edge&) = default;
    };
    /// Where an edge is, and 32 bits of its hash, by which most others are told from it unseen.
    struct Slot {
        std::uint32_t tag = 0;
        std::uint32_t place = 0; ///< in `edges_`, from 1 on; 0 where the slot is free
    };
    static Edge edge(shapes::Position a, shapes::Position b);
    static std::uint64_t hash_of(const Edge& edge);

    bool has(const Edge& edge) const;
    void insert(const Edge& edge);
    void make_room_for(std::size_t edges);
    /// The slot of an edge, or the free one where it would be.
    std::size_t slot_of(const Edge& edge, std::uint64_t hash) const;

    std::vector<Edge> edges_;
    std::vector<Slot> table_; ///< open addressing; a power of two, at least half of it free
};

/// The edges that two maps of one source draw alike. Where the maps lie far apart in time these are
/// what does not move: a state border or a coast, which a map-maker takes over from a reference and
/// does not draw by eye. Maps of neighbouring days share nearly all of their front as well.
EdgeSet shared_edges(const shapes::ValidRegion& a, const shapes::ValidRegion& b);

} // namespace engine
