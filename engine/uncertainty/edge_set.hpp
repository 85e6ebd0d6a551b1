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

/// The parts of boundaries that do not move: a state border or a coast, which a map-maker takes
/// over from a reference and does not draw by eye. Found as the edges that every one of these maps
/// has.
///
/// With fewer than `kFewestMapsForOutline` maps nothing is fixed: two maps of neighbouring days
/// share nearly all of their front as well. A front that stood still in all maps counts as fixed
/// too, so that the interval of the *retraced* model is too narrow where the maps span a short
/// time: give the outline where it is known (edges_along).
EdgeSet fixed_outline(const std::vector<shapes::ValidRegion>& maps);
inline constexpr std::size_t kFewestMapsForOutline = 3;

} // namespace engine
