// SPDX-License-Identifier: MIT
#include "shapes/change/winding_product.hpp"

#include "shapes/change/parallel.hpp"
#include "shapes/change/sweep_totals.hpp"
#include "shapes/edges/box_tree.hpp"
#include "shapes/edges/edge_join.hpp"
#include "shapes/edges/point_location.hpp"

#include <array>

namespace shapes::change {
namespace {

/// One region's boundary with its tree and the steps of the other one's winding number.
struct Chain {
    Chain(const edges::Boundary& edges, const edges::Kernels& loops)
        : boundary(&edges), tree(edges.leaves(), edges.leaf_count(), loops),
          steps(no_steps(edges)) {}

    const edges::Boundary* boundary;
    edges::BoxTree tree;
    Steps steps;
};

struct SweepResult {
    double inside = 0;
    double outside = 0;
    bool consistent = true;
};

/// The whole edges: every ring with the winding number of the other region at its start, changed
/// along the way by the crossings met.
SweepResult sweep(const Chain& chain, const Chain& other, edges::Displaced displaced,
                  const AreaForm& form, Instructions set) {
    const edges::Boundary& boundary = *chain.boundary;
    SweepResult result;
    SweepTotals<SweepSums> totals;
    std::size_t leaf = 0;
    for (const edges::Boundary::Path& path : boundary.paths()) {
        const int start = edges::winding_number(boundary.positions()[path.first], *other.boundary,
                                                other.tree, displaced, edges::kernels(set));
        RunningWinding winding{start, start, start};
        const std::size_t end = leaf + edges::Boundary::leaves_for(path.edges);
        totals.run(leaf, end, [&](std::size_t first, std::size_t count, SweepSums& sums) {
            kernels(set).sweep(boundary.leaves(), chain.steps.get(), first, count, view(form),
                               winding, sums);
        });
        leaf = end;
        result.consistent = result.consistent && winding.lowest >= 0 && winding.highest <= 1 &&
                            winding.now == start;
    }
    result.inside = totals.value(0);
    result.outside = totals.value(1);
    return result;
}

} // namespace

WindingProduct winding_product(const edges::Boundary& boundary_a, const edges::Boundary& boundary_b,
                               const AreaForm& form, const KernelOptions& options) {
    const edges::Kernels& loops = edges::kernels(options.instructions);
    const Chain a(boundary_a, loops), b(boundary_b, loops);
    const edges::EdgeJoin join(boundary_a, a.tree, boundary_b, b.tree, loops,
                               {.crossings_only = true, .search = options.search});
    const CrossingSums crossings = sum_crossings(
        join, {&boundary_a, a.steps.get()}, {&boundary_b, b.steps.get()}, form, kNoSplit, options);
    // A thread takes as long to begin as some 20,000 edges take to be swept along.
    constexpr std::size_t kWorthAThread = 50'000;
    const bool is_long = boundary_a.position_count() + boundary_b.position_count() >= kWorthAThread;
    std::array<SweepResult, 2> sweeps;
    for_each_task(2, is_long ? options.threads : 1, [&](std::size_t task, std::size_t) {
        sweeps[task] = task == 0
                           ? sweep(a, b, edges::Displaced::boundary, form, options.instructions)
                           : sweep(b, a, edges::Displaced::place, form, options.instructions);
    });
    WindingProduct result;
    result.inside_a = sweeps[0].inside;
    result.outside_a = sweeps[0].outside;
    result.inside_b = sweeps[1].inside;
    result.outside_b = sweeps[1].outside;
    result.consistent = sweeps[0].consistent && sweeps[1].consistent;
    result.crossings = crossings.all;
    result.crossing_count = crossings.crossings;
    result.candidate_count = crossings.candidates;
    return result;
}

} // namespace shapes::change
