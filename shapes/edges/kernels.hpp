// SPDX-License-Identifier: MIT
#pragma once
// The inner loops that search for crossings, compiled once per instruction set. The interface is
// plain data only, because the files that implement it must not instantiate anything that other
// files share (shapes/simd/lanes_scalar.hpp says why).

#include "shapes/simd/instructions.hpp"

#include <cstddef>
#include <cstdint>

namespace shapes::edges {

/// A view of edges in leaves of up to eight, in one of two layouts.
///
/// Consecutive edges: leaf l begins with edge first[l]. Its edge i < 8 is number s = first[l] + i,
/// which runs from position s to position s + 1, and exists if bit i of valid[l] is set. Positions
/// are stored as lon, lat, lon, … in degrees. The loops read nine positions for a leaf; where the
/// array may end too soon they read from `tail`, a copy of the positions from tail_first on.
///
/// Edges in any order: `packed` is not null and has 32 doubles per leaf (eight x0, eight y0, eight
/// x1, eight y1), and edge i of leaf l has number ids[8l + i].
struct LeafView {
    const double* positions = nullptr;
    const std::uint32_t* first = nullptr;
    const std::uint8_t* valid = nullptr;
    const double* tail = nullptr;
    std::uint32_t tail_first = 0;
    const double* packed = nullptr;
    const std::uint32_t* ids = nullptr;
};

/// A box in floats, degrees. Every coordinate is rounded from double in the same way, and rounding
/// preserves order, so boxes that overlap in doubles also overlap in floats.
struct FloatBox {
    float west, south, east, north;
};

/// Sixteen nodes of a tree side by side. A node that does not exist has an empty box (west > east),
/// which touches nothing.
struct NodeBlock {
    float west[16], south[16], east[16], north[16];
};

/// Sixteen oriented boxes side by side. Each has a centre (relative to an origin that both trees
/// share), a unit direction, and half its extent along that direction and across it, in degrees.
/// The extents are widened by more than the rounding error of the tests.
struct OrientedBlock {
    float x[16], y[16], ux[16], uy[16], along[16], across[16];
};
struct OrientedNode {
    float x, y, ux, uy, along, across;
};

/// Which pairs of edges with touching boxes a search may leave out.
struct PairFilter {
    /// one boundary is searched against itself: keep each pair once and drop consecutive edges
    bool within;
    /// drop pairs where b's edge certainly lies on one side of a's line, farther than the margin
    bool by_side;
    bool turned; ///< drop pairs whose boxes do not touch in the frame of direction (ux, uy)
    double ux, uy;
};

/// The search of one leaf of a against those leaves first_b + m of b whose bit m is set in `row`.
/// `boxes_b` holds the boxes of these leaves.
struct LeafSearch {
    const LeafView* a;
    std::size_t leaf_a;
    const LeafView* b;
    std::size_t first_b;
    const NodeBlock* boxes_b;
    unsigned row;
    double margin; ///< by how many degrees the boxes of a's edges are widened
    PairFilter filter;
};

/// The loops of one instruction set.
struct Kernels {
    /// Computes the boxes of the `count` ≤ 16 leaves from leaf `first` on, widened by `margin`
    /// degrees.
    void (*leaf_boxes)(const LeafView& edges, std::size_t first, std::size_t count, NodeBlock& out,
                       double margin);

    /// The boxes of sixteen edges that follow each other, not widened; `positions` are those of the
    /// seventeen vertices, as lon, lat, lon, …
    void (*boxes_of_edges)(const double* positions, NodeBlock& out);

    /// For each node of a that touches box_b, the nodes of b that it touches, one bit per node; 0
    /// for the other nodes of a. Returns which rows are not 0, one bit per node.
    unsigned (*row_masks)(const NodeBlock& a, const NodeBlock& b, const FloatBox& box_b,
                          std::uint16_t rows[16]);
    /// The same for the nodes of one block, each pair once, in the row of the smaller number, and
    /// without the pairs of nodes that follow each other: half the comparisons.
    unsigned (*row_masks_within)(const NodeBlock& nodes, std::uint16_t rows[16]);
    /// The nodes that touch the box, one bit per node.
    unsigned (*touching)(const NodeBlock& nodes, const FloatBox& box);

    /// The oriented nodes that the oriented box touches, one bit per node.
    unsigned (*touching_oriented)(const OrientedBlock& nodes, const OrientedNode& box);
    /// The oriented box of a leaf, relative to the origin. It is not widened yet.
    OrientedNode (*oriented_leaf)(const LeafView& edges, std::size_t leaf, double origin_lon,
                                  double origin_lat);

    /// Finds the pairs of edges whose boxes touch, between one leaf of a and some leaves of b.
    /// Writes edge numbers and returns the number of pairs, at most kMaxCandidates. Up to eight
    /// entries beyond the last pair may be overwritten.
    std::size_t (*candidates)(const LeafSearch& search, std::uint32_t* out_a, std::uint32_t* out_b);
    static constexpr std::size_t kMaxCandidates = 16 * 64;

    /// Of the candidate pairs, keeps those that cross when a is fixed and b displaced. The arrays
    /// are compacted in place, in order, and `sign` receives the sign of each crossing as
    /// `crossing_sign` defines it. Eight entries beyond `count` must exist, as they are
    /// overwritten.
    std::size_t (*crossings)(const double* positions_a, const double* positions_b, std::uint32_t* a,
                             std::uint32_t* b, std::size_t count, double* sign);
};

/// The loops for one instruction set, which must be available on this machine.
const Kernels& kernels(Instructions);

/// Decides by exact arithmetic how two edges cross where the loops' filter cannot. An edge is four
/// doubles: lon, lat, lon, lat. Returns what `crossing_sign` returns. It is a function of its own
/// so that the files of the loops need not contain shared inline code.
int exact_crossing_sign(const double* edge_a, const double* edge_b);

} // namespace shapes::edges
