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

/// A polynomial one-form as the loops want it; see shapes/area/area_form.hpp.
struct FormView {
    double origin_lat;
    int degree;
    const double* coefficient;
};

/// Eight sums side by side, each with what its additions lost.
struct LaneSums {
    double sum[8];
    double lost[8];
};

/// Sums of one stretch of edges: weights W and 1 − W.
struct SweepSums {
    double inside[8];
    double outside[8];
};

/// Which pairs of edges with touching boxes may be left out.
struct PairFilter {
    bool within;  ///< of leaves of one boundary: the later of two, and edges that follow each other
    bool by_side; ///< those that plainly lie on one side of the other, further than the margin
    bool turned;  ///< those whose boxes in the frame of direction (ux, uy) do not touch
    double ux, uy;
};

/// Sums of one stretch of edges of a chain C (see self_product.hpp): all edges; and weighted by the
/// winding number beside each, of C displaced, and of C beside the displaced edge.
struct SelfSums {
    double all[8];
    double beside_fixed[8];
    double beside_displaced[8];
};

/// A winding number on its way along a path, and those met so far.
struct RunningWinding {
    int now, lowest, highest;
};

struct Kernels {
    /// How many pairs of doubles are equal from the front on, of n.
    std::size_t (*equal_front)(const double* a, const double* b, std::size_t n);
    /// How many going back from the pairs before a and b, of n.
    std::size_t (*equal_back)(const double* a, const double* b, std::size_t n);

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

    /// Pairs of edges whose boxes touch, of one leaf of a against the leaves `first_b + m` with bit
    /// m of `row` set; boxes_b are those leaves' boxes. Writes edge numbers, returns how many (at
    /// most kMaxCandidates; up to 8 more may be written over).
    std::size_t (*candidates)(const LeafView& a, std::size_t leaf_a, const LeafView& b,
                              std::size_t first_b, const NodeBlock& boxes_b, unsigned row,
                              double margin, PairFilter filter, std::uint32_t* out_a,
                              std::uint32_t* out_b);
    static constexpr std::size_t kMaxCandidates = 16 * 64;

    /// Of the candidate pairs (a fixed, b displaced) those that cross, in place and in order, with
    /// the sign of each as crossing_sign defines it. The arrays are readable 8 beyond `count`.
    std::size_t (*crossings)(const double* positions_a, const double* positions_b, std::uint32_t* a,
                             std::uint32_t* b, std::size_t count, double* sign);

    /// The two terms of each crossing: sign · ∫ from the crossing to the end of a's edge, and of
    /// b's. Adds their differences to `sums`, crossing i in lane i mod 8. Arrays padded to eights.
    void (*terms)(const double* positions_a, const double* positions_b, const std::uint32_t* a,
                  const std::uint32_t* b, const double* sign, std::size_t count,
                  const FormView& form, double* to_a, double* to_b, LaneSums& sums);

    /// Edge integrals of consecutive leaves of one path, weighted by the winding number, which
    /// changes by steps[s] along edge s.
    void (*sweep)(const LeafView& edges, const std::int8_t* steps, std::size_t first_leaf,
                  std::size_t leaves, const FormView& form, RunningWinding& winding,
                  SweepSums& sums);

    /// Both sweeps of a chain that is multiplied with its displaced self, in one: edge integrals
    /// without weight, and with each of two windings, of which each has steps of its own.
    void (*sweep_self)(const LeafView& edges, const std::int8_t* fixed_steps,
                       const std::int8_t* displaced_steps, std::size_t first_leaf,
                       std::size_t leaves, const FormView& form, RunningWinding& fixed,
                       RunningWinding& displaced, SelfSums& sums);
};

/// The loops for one instruction set, which must be available.
const Kernels& kernels(Instructions);

/// crossing_sign for the loops, out of line: decides where their filter cannot. Each edge is four
/// doubles: lon, lat, lon, lat.
int exact_crossing_sign(const double* edge_a, const double* edge_b);

} // namespace shapes::edges
