// SPDX-License-Identifier: MIT
#pragma once
// The inner loops of the difference core, compiled once per instruction set. Plain data only: the
// files that implement them must not instantiate anything shared (see
// shapes/simd/lanes_scalar.hpp).

#include "shapes/simd/instructions.hpp"

#include <cstddef>
#include <cstdint>

namespace shapes::edges {

/// Edges in leaves of up to eight: edge i < 8 of leaf l is number first[l] + i and runs from
/// position first[l] + i to the next; it is there if bit i of valid[l] is set. Positions are lon,
/// lat, lon, …; nine are read per leaf, from `tail` (position tail_first on) where the array may
/// end too soon.
///
/// Or edges that are not consecutive, in an order of their own: `packed` then has 32 doubles per
/// leaf (eight x0, eight y0, eight x1, eight y1), and edge i of leaf l is number ids[8l + i].
struct LeafView {
    const double* positions = nullptr;
    const std::uint32_t* first = nullptr;
    const std::uint8_t* valid = nullptr;
    const double* tail = nullptr;
    std::uint32_t tail_first = 0;
    const double* packed = nullptr;
    const std::uint32_t* ids = nullptr;
};

/// A box in floats. Every coordinate is rounded the same way, and rounding is monotone: boxes that
/// overlap in doubles overlap in floats.
struct FloatBox {
    float west, south, east, north;
};

/// Sixteen nodes of a tree side by side; those that do not exist are empty (west > east).
struct NodeBlock {
    float west[16], south[16], east[16], north[16];
};

/// Sixteen oriented boxes side by side: centre (from an origin common to both trees), unit
/// direction, half the extent along it and across it; all widened by more than the rounding of the
/// tests.
struct OrientedBlock {
    float x[16], y[16], ux[16], uy[16], along[16], across[16];
};
struct OrientedNode {
    float x, y, ux, uy, along, across;
};

/// Which pairs of edges with touching boxes may be left out.
struct PairFilter {
    bool within;  ///< of leaves of one boundary: the later of two, and edges that follow each other
    bool by_side; ///< those that plainly lie on one side of the other, further than the margin
    bool turned;  ///< those whose boxes in the frame of direction (ux, uy) do not touch
    double ux, uy;
};

/// One leaf of a, against the leaves `first_b + m` of b with bit m of `row` set; boxes_b are those
/// leaves' boxes.
struct LeafSearch {
    const LeafView* a;
    std::size_t leaf_a;
    const LeafView* b;
    std::size_t first_b;
    const NodeBlock* boxes_b;
    unsigned row;
    double margin; ///< degrees, by which a's boxes are widened
    PairFilter filter;
};

struct Kernels {
    /// Boxes of `count` ≤ 16 leaves from `first` on.
    void (*leaf_boxes)(const LeafView& edges, std::size_t first, std::size_t count, NodeBlock& out,
                       double margin);

    /// For each node of a that touches box_b: which nodes of b it touches (bit per node).
    void (*row_masks)(const NodeBlock& a, const NodeBlock& b, const FloatBox& box_b,
                      std::uint16_t rows[16]);
    /// Which nodes touch the box.
    unsigned (*touching)(const NodeBlock& nodes, const FloatBox& box);

    /// Which of the oriented nodes the box touches.
    unsigned (*touching_oriented)(const OrientedBlock& nodes, const OrientedNode& box);
    /// The oriented box of a leaf, without slack.
    OrientedNode (*oriented_leaf)(const LeafView& edges, std::size_t leaf, double origin_lon,
                                  double origin_lat);

    /// Pairs of edges whose boxes touch, of one leaf of a against some of b's. Writes edge numbers,
    /// returns how many (at most kMaxCandidates; up to 8 more may be written over).
    std::size_t (*candidates)(const LeafSearch& search, std::uint32_t* out_a, std::uint32_t* out_b);
    static constexpr std::size_t kMaxCandidates = 16 * 64;

    /// Of the candidate pairs (a fixed, b displaced) those that cross, in place and in order, with
    /// the sign of each as crossing_sign defines it. The arrays are readable 8 beyond `count`.
    std::size_t (*crossings)(const double* positions_a, const double* positions_b, std::uint32_t* a,
                             std::uint32_t* b, std::size_t count, double* sign);
};

/// The loops for one instruction set, which must be available.
const Kernels& kernels(Instructions);

/// crossing_sign for the loops, out of line: decides where their filter cannot. Each edge is four
/// doubles: lon, lat, lon, lat.
int exact_crossing_sign(const double* edge_a, const double* edge_b);

} // namespace shapes::edges
