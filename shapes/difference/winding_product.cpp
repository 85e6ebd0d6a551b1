// SPDX-License-Identifier: MIT
#include "shapes/difference/winding_product.hpp"

#include "shapes/area/compensated_sum.hpp"
#include "shapes/difference/box_tree.hpp"
#include "shapes/difference/edge_join.hpp"
#include "shapes/difference/point_location.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>

namespace shapes {
namespace {

/// One chain with its tree and, per edge, the change of the other chain's winding number along it.
struct Chain {
    Chain(const Boundary& edges, const Kernels& loops)
        : boundary(&edges), tree(edges.leaves(), edges.leaf_count(), loops),
          steps(std::make_unique<std::int8_t[]>(edges.position_count() + 8)) {}

    const Boundary* boundary;
    BoxTree tree;
    // Modulo 256: what is left after all crossings of an edge of a valid region is −2 … 2.
    std::unique_ptr<std::int8_t[]> steps;
};

void step(std::int8_t& steps, double sign) {
    steps = static_cast<std::int8_t>(steps + static_cast<int>(sign));
}

/// Sums over many leaves: eight lanes for a stretch at a time, stretches with compensation (as in
/// add_chain_integral).
struct SweepTotals {
    static constexpr std::size_t kStretch = 512; // leaves

    std::size_t room() const { return kStretch - used; }
    void took(std::size_t leaves) {
        used += leaves;
        if (used == kStretch) {
            flush();
        }
    }
    void flush() {
        for (std::size_t i = 0; i < 8; ++i) {
            inside.add(lanes.inside[i]);
            outside.add(lanes.outside[i]);
        }
        lanes = {};
        used = 0;
    }

    SweepSums lanes{};
    std::size_t used = 0;
    CompensatedSum inside, outside;
};

class Product {
  public:
    Product(const Boundary& a, const Boundary& b, const AreaForm& form, const ProductRange& range,
            const KernelOptions& options)
        : options_(options), loops_(kernels(options.instructions)), a_(a, loops_), b_(b, loops_),
          range_(range), form_{form.origin_lat, form.degree, form.coefficient.data()} {}

    WindingProduct compute() {
        sum_crossings();
        sweep(a_, b_, Displaced::boundary, result_.inside_a, result_.outside_a);
        sweep(b_, a_, Displaced::place, result_.inside_b, result_.outside_b);
        return result_;
    }

  private:
    void sum_crossings() {
        const EdgeJoin join(*a_.boundary, a_.tree, *b_.boundary, b_.tree, loops_,
                            {true, options_.oriented_boxes, options_.sorted_edges});
        CandidateBuffer buffer;
        auto signs = std::make_unique_for_overwrite<double[]>(CandidateBuffer::kCapacity);
        auto to_a = std::make_unique_for_overwrite<double[]>(CandidateBuffer::kCapacity);
        auto to_b = std::make_unique_for_overwrite<double[]>(CandidateBuffer::kCapacity);
        CompensatedSum before_split, after_split;
        LaneSums lanes{};
        join.run(0, join.block_pair_count(), buffer,
                 [&](std::uint32_t* a, std::uint32_t* b, std::size_t candidates) {
                     const double* pa = &a_.boundary->positions()->lon;
                     const double* pb = &b_.boundary->positions()->lon;
                     const std::size_t count =
                         loops_.crossings(pa, pb, a, b, candidates, signs.get());
                     std::fill_n(a + count, 8, 0U);
                     std::fill_n(b + count, 8, 0U);
                     loops_.terms(pa, pb, a, b, signs.get(), count, form_, to_a.get(), to_b.get(),
                                  lanes);
                     for (std::size_t i = 0; i < count; ++i) {
                         step(a_.steps[a[i]], signs[i]);
                         step(b_.steps[b[i]], -signs[i]);
                     }
                     if (splits()) {
                         for (std::size_t i = 0; i < count; ++i) {
                             if (!after_the_split(a_, a[i])) {
                                 before_split.add(to_a[i]);
                             }
                             if (after_the_split(b_, b[i])) {
                                 after_split.add(-to_b[i]);
                             }
                         }
                     }
                     result_.candidate_count += candidates;
                     result_.crossing_count += count;
                 });
        CompensatedSum total;
        for (std::size_t i = 0; i < 8; ++i) {
            total.add(lanes.sum[i]);
            total.add(lanes.lost[i]);
        }
        result_.crossings = total.value();
        result_.crossings_a_before_split = before_split.value();
        result_.crossings_b_after_split = after_split.value();
    }

    bool splits() const { return range_.split != static_cast<std::size_t>(-1); }
    bool after_the_split(const Chain& chain, std::uint32_t edge) const {
        return chain.boundary->path_of(edge) >= range_.split;
    }

    /// The whole edges: every path with the winding number of the other chain at its start, changed
    /// along the way by the crossings met.
    void sweep(const Chain& chain, const Chain& other, Displaced displaced, double inside[2],
               double& outside) {
        SweepTotals totals[2];
        const Boundary& boundary = *chain.boundary;
        std::size_t leaf = 0;
        for (std::size_t p = 0; p < boundary.paths().size(); ++p) {
            const Boundary::Path& path = boundary.paths()[p];
            const int start = winding_number(boundary.positions()[path.first], *other.boundary,
                                             other.tree, displaced, loops_);
            int winding = start, lowest = start, highest = start;
            SweepTotals& total = totals[p >= range_.split ? 1 : 0];
            for (std::size_t end = leaf + (path.edges + 7) / 8; leaf < end;) {
                const std::size_t count = std::min(end - leaf, total.room());
                winding = loops_.sweep(boundary.leaves(), chain.steps.get(), leaf, count, form_,
                                       winding, total.lanes, lowest, highest);
                total.took(count);
                leaf += count;
            }
            const bool ring = boundary.positions()[path.first] == boundary.positions()[path.end()];
            result_.consistent = result_.consistent && lowest >= range_.lowest &&
                                 highest <= range_.highest && (!ring || winding == start);
        }
        CompensatedSum out;
        for (int part = 0; part < 2; ++part) {
            totals[part].flush();
            inside[part] = totals[part].inside.value();
            out.add(totals[part].outside);
        }
        outside = out.value();
    }

    KernelOptions options_;
    const Kernels& loops_;
    Chain a_, b_;
    ProductRange range_;
    FormView form_;
    WindingProduct result_;
};

} // namespace

WindingProduct winding_product(const Boundary& a, const Boundary& b, const AreaForm& form,
                               const ProductRange& range, const KernelOptions& options) {
    return Product(a, b, form, range, options).compute();
}

} // namespace shapes
