// SPDX-License-Identifier: MIT
#include "shapes/change/change_sums.hpp"
#include "shapes/area/chain_integral.hpp"
#include "shapes/change/self_product.hpp"
#include "shapes/change/shared_edges.hpp"

#include <algorithm>
#include <vector>

namespace shapes::change {
namespace {

/// Above this share of edges left over, the two boundaries are multiplied as they are. The chain of
/// the edges left over enters its product twice, so cancelling would save nothing.
constexpr double kMostLeftOver = 0.2;

/// lost = ∫ W_a (1 − W_b), gained = ∫ W_b (1 − W_a), common = ∫ W_a W_b. Each weight is summed by
/// itself and not as a difference of large figures.
void multiply(const Region& a, const Region& b, const AreaForm& form, const KernelOptions& options,
              ChangeSums& sums) {
    const WindingProduct p = winding_product(edges::Boundary(a), edges::Boundary(b), form, options);
    sums.common = p.product();
    sums.lost = p.outside_a - p.inside_b - p.crossings;
    sums.gained = p.outside_b - p.inside_a - p.crossings;
    sums.consistent = p.consistent;
    sums.candidate_count = p.candidate_count;
    sums.crossing_count = p.crossing_count;
}

void add_pieces(const Region& region, const std::vector<EdgeRange>& ranges, bool reversed,
                std::vector<edges::Piece>& pieces) {
    for (const EdgeRange& range : ranges) {
        pieces.push_back({region.positions().data() + range.first, range.edges, reversed});
    }
}

/// With C = ∂a − ∂b, which is what the shared edges leave over: lost − gained = ∫ W_C, and
/// lost + gained = ∫ W_C², the product of C with itself. `common` is not taken from these but
/// summed from ∫ W_a W_b along a's and b's own edges (README.md, "Shared edges").
void multiply_left_over(const Region& a, const Region& b, const std::vector<EdgeRange>& left_a,
                        const std::vector<EdgeRange>& left_b, const AreaForm& form,
                        const KernelOptions& options, ChangeSums& sums) {
    std::vector<edges::Piece> pieces;
    pieces.reserve(left_a.size() + left_b.size());
    add_pieces(a, left_a, false, pieces);
    add_pieces(b, left_b, true, pieces);
    const SelfProduct p = self_product(edges::Boundary(pieces), left_a.size(), form, options);
    sums.gained = (p.beside() + p.crossings.all) / 2;
    sums.lost = sums.gained + p.all;
    sums.common = sums.before - p.all - (p.beside_fixed[0] + p.crossings.a_before_split) -
                  (p.beside_displaced[1] + p.crossings.b_after_split);
    sums.consistent = p.consistent;
    sums.candidate_count = p.crossings.candidates;
    sums.crossing_count = p.crossings.crossings;
}

std::size_t edges_of(const std::vector<EdgeRange>& ranges) {
    std::size_t edges = 0;
    for (const EdgeRange& range : ranges) {
        edges += range.edges;
    }
    return edges;
}

/// `sums` comes with both regions' areas.
void compare(const Region& a, const Region& b, const AreaForm& form, const KernelOptions& options,
             ChangeSums& sums) {
    std::vector<SharedRun> runs;
    if (options.cancel_shared != Choice::never) {
        runs = shared_runs(a, b, 0.5, kernels(options.instructions));
    }
    const std::vector<EdgeRange> left_a = left_over(a, runs, Operand::a);
    const std::vector<EdgeRange> left_b = left_over(b, runs, Operand::b);
    const double left = static_cast<double>(edges_of(left_a) + edges_of(left_b));
    const double edges = static_cast<double>(a.edge_count() + b.edge_count());
    sums.cancelled =
        options.cancel_shared == Choice::always || (!runs.empty() && left <= kMostLeftOver * edges);
    if (sums.cancelled) {
        for (const SharedRun& run : runs) {
            sums.shared_edges += run.edges;
        }
        multiply_left_over(a, b, left_a, left_b, form, options, sums);
    } else {
        multiply(a, b, form, options, sums);
    }
}

/// From units of the form to those of the figures.
void finish(ChangeSums& sums, double unit) {
    for (double* figure : {&sums.before, &sums.after, &sums.lost, &sums.gained, &sums.common}) {
        // What rounding leaves of nothing may be negative; no area is.
        *figure = std::max(*figure, 0.0) * unit;
    }
}

Box bounds_of_both(const ValidRegion& before, const ValidRegion& after) {
    Box box = before.box();
    box.add(after.box());
    return box;
}

} // namespace

ChangeSums change_sums(const ValidRegion& before, const ValidRegion& after,
                       const KernelOptions& options) {
    ChangeSums sums;
    if (const Box box = bounds_of_both(before, after); !box.empty()) {
        const AreaForm form = authalic_form(box.south, box.north);
        sums.before = before.area().m2() / form.unit;
        sums.after = after.area().m2() / form.unit;
        compare(before.region(), after.region(), form, options, sums);
        finish(sums, form.unit);
    }
    return sums;
}

ChangeSums change_sums_planar(const ValidRegion& before, const ValidRegion& after,
                              const KernelOptions& options) {
    ChangeSums sums;
    if (const Box box = bounds_of_both(before, after); !box.empty()) {
        const AreaForm form = planar_form(box.south, box.north);
        sums.before = region_integral(before.region(), form, options.instructions);
        sums.after = region_integral(after.region(), form, options.instructions);
        compare(before.region(), after.region(), form, options, sums);
        finish(sums, form.unit);
    }
    return sums;
}

} // namespace shapes::change
