// SPDX-License-Identifier: MIT
#include "shapes/difference/winding_product.hpp"

#include "shapes/area/compensated_sum.hpp"
#include "shapes/difference/box_tree.hpp"
#include "shapes/difference/edge_join.hpp"
#include "shapes/difference/parallel.hpp"
#include "shapes/difference/point_location.hpp"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

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

void step(std::int8_t& steps, double sign, bool shared) {
    const auto by = static_cast<std::int8_t>(sign);
    if (shared) {
        std::atomic_ref(steps).fetch_add(by, std::memory_order_relaxed);
    } else {
        steps = static_cast<std::int8_t>(steps + by);
    }
}

/// Block pairs to a task. Fixed, so that sums are the same whatever the number of threads.
constexpr std::size_t kTaskPairs = 64;

/// What one task finds.
struct CrossingSums {
    LaneSums lanes{};
    CompensatedSum a_before_split, b_after_split;
    std::size_t crossings = 0, candidates = 0;
};

/// Room for one worker.
struct Workspace {
    CandidateBuffer pairs;
    std::unique_ptr<double[]> sign = make();
    std::unique_ptr<double[]> to_a = make();
    std::unique_ptr<double[]> to_b = make();

  private:
    static std::unique_ptr<double[]> make() {
        return std::make_unique_for_overwrite<double[]>(CandidateBuffer::kCapacity);
    }
};

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
        SweepResult results[2];
        for_each_task(2, options_.threads, [&](std::size_t task, std::size_t) {
            results[task] =
                task == 0 ? sweep(a_, b_, Displaced::boundary) : sweep(b_, a_, Displaced::place);
        });
        std::copy_n(results[0].inside, 2, result_.inside_a);
        std::copy_n(results[1].inside, 2, result_.inside_b);
        result_.outside_a = results[0].outside;
        result_.outside_b = results[1].outside;
        result_.consistent = results[0].consistent && results[1].consistent;
        return result_;
    }

  private:
    struct SweepResult {
        double inside[2] = {0, 0};
        double outside = 0;
        bool consistent = true;
    };

    void sum_crossings() {
        const EdgeJoin join(*a_.boundary, a_.tree, *b_.boundary, b_.tree, loops_,
                            {true, options_.oriented_boxes, options_.sorted_edges});
        const std::size_t pairs = join.block_pair_count();
        std::vector<CrossingSums> sums((pairs + kTaskPairs - 1) / kTaskPairs);
        std::vector<Workspace> workspaces(
            std::min(sums.size(), static_cast<std::size_t>(std::max(1, options_.threads))));
        const bool shared = workspaces.size() > 1;
        for_each_task(sums.size(), options_.threads, [&](std::size_t task, std::size_t worker) {
            Workspace& room = workspaces[worker];
            CrossingSums& sum = sums[task]; // written by this task alone
            join.run(task * kTaskPairs, std::min(pairs, (task + 1) * kTaskPairs), room.pairs,
                     [&](std::uint32_t* a, std::uint32_t* b, std::size_t candidates) {
                         add_crossings(a, b, candidates, room, sum, shared);
                     });
        });
        CompensatedSum total, before_split, after_split;
        for (const CrossingSums& sum : sums) {
            for (std::size_t i = 0; i < 8; ++i) {
                total.add(sum.lanes.sum[i]);
                total.add(sum.lanes.lost[i]);
            }
            before_split.add(sum.a_before_split);
            after_split.add(sum.b_after_split);
            result_.crossing_count += sum.crossings;
            result_.candidate_count += sum.candidates;
        }
        result_.crossings = total.value();
        result_.crossings_a_before_split = before_split.value();
        result_.crossings_b_after_split = after_split.value();
    }

    /// Of a batch of candidate pairs: which cross, their terms, and the steps of the windings.
    void add_crossings(std::uint32_t* a, std::uint32_t* b, std::size_t candidates, Workspace& room,
                       CrossingSums& sum, bool shared) {
        const double* positions_a = &a_.boundary->positions()->lon;
        const double* positions_b = &b_.boundary->positions()->lon;
        const double* sign = room.sign.get();
        const std::size_t count =
            loops_.crossings(positions_a, positions_b, a, b, candidates, room.sign.get());
        std::fill_n(a + count, 8, 0U); // read in eights
        std::fill_n(b + count, 8, 0U);
        loops_.terms(positions_a, positions_b, a, b, sign, count, form_, room.to_a.get(),
                     room.to_b.get(), sum.lanes);
        for (std::size_t i = 0; i < count; ++i) {
            step(a_.steps[a[i]], sign[i], shared);
            step(b_.steps[b[i]], -sign[i], shared);
        }
        for (std::size_t i = 0; splits() && i < count; ++i) {
            if (!after_the_split(a_, a[i])) {
                sum.a_before_split.add(room.to_a[i]);
            }
            if (after_the_split(b_, b[i])) {
                sum.b_after_split.add(-room.to_b[i]);
            }
        }
        sum.candidates += candidates;
        sum.crossings += count;
    }

    bool splits() const { return range_.split != static_cast<std::size_t>(-1); }
    bool after_the_split(const Chain& chain, std::uint32_t edge) const {
        return chain.boundary->path_of(edge) >= range_.split;
    }

    /// The whole edges: every path with the winding number of the other chain at its start, changed
    /// along the way by the crossings met.
    SweepResult sweep(const Chain& chain, const Chain& other, Displaced displaced) const {
        SweepResult result;
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
            result.consistent = result.consistent && lowest >= range_.lowest &&
                                highest <= range_.highest && (!ring || winding == start);
        }
        CompensatedSum out;
        for (int part = 0; part < 2; ++part) {
            totals[part].flush();
            result.inside[part] = totals[part].inside.value();
            out.add(totals[part].outside);
        }
        result.outside = out.value();
        return result;
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
