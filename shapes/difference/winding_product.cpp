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
        : boundary(&edges), tree(edges.view(), edges.leaf_count(), loops),
          steps(std::make_unique<std::int8_t[]>(edges.slot_count())) {}

    const Boundary* boundary;
    BoxTree tree;
    // Modulo 256: what is left after all crossings of an edge of a valid region is −2 … 2.
    std::unique_ptr<std::int8_t[]> steps;
};

void step(std::int8_t& steps, double sign) {
    steps = static_cast<std::int8_t>(steps + static_cast<int>(sign));
}

class Product {
  public:
    Product(const Boundary& a, const Boundary& b, const AreaForm& form, const ProductRange& range,
            const KernelOptions& options)
        : loops_(kernels(options.instructions)), a_(a, loops_), b_(b, loops_),
          range_(range), form_{form.origin_lat, form.degree, form.coefficient.data()} {}

    WindingProduct compute() {
        sum_crossings();
        sweep(a_, b_, Displaced::boundary, result_.inside_a, result_.outside_a);
        sweep(b_, a_, Displaced::place, result_.inside_b, result_.outside_b);
        return result_;
    }

  private:
    void sum_crossings() {
        const EdgeJoin join(*a_.boundary, a_.tree, *b_.boundary, b_.tree, loops_);
        CandidateBuffer buffer;
        auto signs = std::make_unique_for_overwrite<double[]>(CandidateBuffer::kCapacity);
        auto to_a = std::make_unique_for_overwrite<double[]>(CandidateBuffer::kCapacity);
        auto to_b = std::make_unique_for_overwrite<double[]>(CandidateBuffer::kCapacity);
        CompensatedSum before_split, after_split;
        LaneSums lanes{};
        join.run(0, join.block_pair_count(), buffer,
                 [&](std::uint32_t* a, std::uint32_t* b, std::size_t candidates) {
                     const double* ax = a_.boundary->x();
                     const double* ay = a_.boundary->y();
                     const double* bx = b_.boundary->x();
                     const double* by = b_.boundary->y();
                     const std::size_t count =
                         loops_.crossings(ax, ay, bx, by, a, b, candidates, signs.get());
                     std::fill_n(a + count, 8, 0U);
                     std::fill_n(b + count, 8, 0U);
                     loops_.terms(ax, ay, bx, by, a, b, signs.get(), count, form_, to_a.get(),
                                  to_b.get(), lanes);
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
        return chain.boundary->path_number_of_leaf(edge / 8) >= range_.split;
    }

    /// The whole edges: every path with the winding number of the other chain at its start, changed
    /// along the way by the crossings met.
    void sweep(const Chain& chain, const Chain& other, Displaced displaced, double inside[2],
               double& outside) {
        constexpr std::size_t kStretch = 512; // leaves, as in add_chain_integral
        CompensatedSum in[2], out;
        const auto paths = chain.boundary->paths();
        for (std::size_t p = 0; p < paths.size(); ++p) {
            const auto& path = paths[p];
            const int start = winding_number(chain.boundary->vertex(path.first), *other.boundary,
                                             other.tree, displaced, loops_);
            int winding = start, lowest = start, highest = start;
            const std::size_t first = path.first / 8, end = first + (path.edges + 7) / 8;
            for (std::size_t leaf = first; leaf < end; leaf += kStretch) {
                SweepSums sums;
                winding = loops_.sweep(chain.boundary->view(), chain.steps.get(), leaf,
                                       std::min(kStretch, end - leaf), form_, winding, sums, lowest,
                                       highest);
                for (std::size_t i = 0; i < 8; ++i) {
                    in[p >= range_.split ? 1 : 0].add(sums.inside[i]);
                    out.add(sums.outside[i]);
                }
            }
            const bool ring =
                chain.boundary->vertex(path.first) == chain.boundary->vertex(path.end());
            result_.consistent = result_.consistent && lowest >= range_.lowest &&
                                 highest <= range_.highest && (!ring || winding == start);
        }
        inside[0] = in[0].value();
        inside[1] = in[1].value();
        outside = out.value();
    }

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
