// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/position.hpp"
#include "shapes/types/region.hpp"
#include "shapes/types/valid_region.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <unordered_set>
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

    bool contains(shapes::Position a, shapes::Position b) const;
    bool empty() const { return edges_.empty(); }
    std::size_t size() const { return edges_.size(); }
    void add(shapes::Position a, shapes::Position b) { edges_.insert(edge(a, b)); }
    void add(const EdgeSet& other);
    /// Keeps what `other` has too.
    void intersect(const EdgeSet& other);

  private:
    using Place = std::array<std::int64_t, 2>;
    struct Edge {
        Place a; // the smaller end first
        Place b;
        friend bool operator==(const Edge&, const Edge&) = default;
    };
    struct Hash {
        std::size_t operator()(const Edge& edge) const;
    };
    static Edge edge(shapes::Position a, shapes::Position b);

    std::unordered_set<Edge, Hash> edges_;
};

/// The edges that two maps of one source draw alike. Where the maps lie far apart in time these are
/// what does not move: a state border or a coast, which a map-maker takes over from a reference and
/// does not draw by eye. Maps of neighbouring days share nearly all of their front as well.
EdgeSet shared_edges(const shapes::ValidRegion& a, const shapes::ValidRegion& b);

} // namespace engine
