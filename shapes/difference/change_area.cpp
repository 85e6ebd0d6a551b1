// SPDX-License-Identifier: MIT
#include "shapes/area/chain_integral.hpp"
#include "shapes/difference/change_sums.hpp"
#include "shapes/difference/difference.hpp"
#include "shapes/difference/general_area.hpp"
#include "shapes/difference/shared_edges.hpp"

#include <algorithm>
#include <vector>

namespace shapes {
namespace {

/// Above this share of edges left over, the two boundaries are multiplied as they are: the chain of
/// what is left enters its product twice, so cancelling saves nothing.
constexpr double kMostLeftOver = 0.2;

double ring_integrals(const Region& region, const AreaForm& form, Instructions set) {
    CompensatedSum sum;
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        const Ring ring = region.ring(r);
        if (!ring.empty()) {
            add_chain_integral(ring.data(), ring.size() - 1, form, sum, set);
        }
    }
    return sum.value();
}

/// lost = ∫ W_a (1 − W_b), gained = ∫ W_b (1 − W_a), common = ∫ W_a W_b, each weight summed as it
/// is and not as a difference of large figures.
void multiply(const Region& a, const Region& b, const AreaForm& form, const KernelOptions& options,
              ChangeSums& sums) {
    const WindingProduct p = winding_product(Boundary(a), Boundary(b), form, {0, 1}, options);
    sums.common = p.product();
    sums.lost = p.outside_a - p.inside_b[0] - p.crossings;
    sums.gained = p.outside_b - p.inside_a[0] - p.crossings;
    sums.consistent = p.consistent;
    sums.candidate_count = p.candidate_count;
    sums.crossing_count = p.crossing_count;
}

/// Whether an edge lies inside the region bounded by its displaced self: whether −δ points to its
/// left.
bool inside_displaced_self(Position from, Position to) {
    return from.lon != to.lon ? to.lon < from.lon : to.lat > from.lat;
}

std::vector<Piece> pieces_of(const Region& region, const std::vector<EdgeRange>& ranges,
                             bool reversed) {
    std::vector<Piece> pieces;
    pieces.reserve(ranges.size());
    for (const EdgeRange& range : ranges) {
        pieces.push_back({region.positions().data() + range.first, range.edges, reversed});
    }
    return pieces;
}

/// Σ of the integrals over the chain's edges that lie inside their displaced selves.
double integrals_inside_displaced_self(const std::vector<Piece>& pieces, const AreaForm& form) {
    CompensatedSum sum;
    for (const Piece& piece : pieces) {
        for (std::size_t i = 0; i < piece.edges; ++i) {
            const Position p = piece.first[piece.reversed ? i + 1 : i];
            const Position q = piece.first[piece.reversed ? i : i + 1];
            if (inside_displaced_self(p, q)) {
                sum.add(form.edge(p.lon, p.lat, q.lon, q.lat));
            }
        }
    }
    return sum.value();
}

double piece_integrals(const std::vector<Piece>& pieces, const AreaForm& form, Instructions set) {
    CompensatedSum sum;
    for (const Piece& piece : pieces) {
        CompensatedSum one;
        add_chain_integral(piece.first, piece.edges, form, one, set);
        sum.add(piece.reversed ? -one.value() : one.value());
    }
    return sum.value();
}

/// With C = ∂a − ∂b, which is what the shared edges leave over: lost − gained = ∫ W_C, and
/// lost + gained = ∫ W_C², the product of C with itself. `common` is not taken from these but
/// summed from ∫ W_a W_b along a's and b's own edges (README.md, "Shared edges").
void multiply_left_over(const Region& a, const Region& b, const std::vector<SharedRun>& runs,
                        const std::vector<EdgeRange>& left_a, const std::vector<EdgeRange>& left_b,
                        const AreaForm& form, const KernelOptions& options, ChangeSums& sums) {
    const std::vector<Piece> from_a = pieces_of(a, left_a, false);
    const std::vector<Piece> from_b = pieces_of(b, left_b, true);
    std::vector<Piece> all = from_a;
    all.insert(all.end(), from_b.begin(), from_b.end());
    const Boundary chain(all);
    const WindingProduct p = winding_product(chain, chain, form, {-1, 1, from_a.size()}, options);

    const double left_of_a = piece_integrals(from_a, form, options.instructions);
    const double balance = left_of_a + piece_integrals(from_b, form, options.instructions);
    sums.lost = (p.product() + balance) / 2;
    sums.gained = (p.product() - balance) / 2;

    CompensatedSum shared;
    for (const SharedRun& run : runs) {
        add_chain_integral(a.positions().data() + run.a, run.edges, form, shared,
                           options.instructions);
    }
    sums.before = shared.value() + left_of_a;
    sums.common = shared.value() + integrals_inside_displaced_self(from_a, form) -
                  (p.inside_a[0] + p.crossings_a_before_split) -
                  integrals_inside_displaced_self(from_b, form) -
                  (p.inside_b[1] + p.crossings_b_after_split);
    sums.consistent = p.consistent;
    sums.candidate_count = p.candidate_count;
    sums.crossing_count = p.crossing_count;
}

std::size_t edges_of(const std::vector<EdgeRange>& ranges) {
    std::size_t edges = 0;
    for (const EdgeRange& range : ranges) {
        edges += range.edges;
    }
    return edges;
}

ChangeSums sums_with(const Region& a, const Region& b, const AreaForm& form,
                     const KernelOptions& options) {
    ChangeSums sums;
    sums.after = ring_integrals(b, form, options.instructions);
    std::vector<SharedRun> runs;
    if (options.cancel_shared != Choice::never) {
        runs = shared_runs(a, b, 0.5, kernels(options.instructions));
    }
    const std::vector<EdgeRange> left_a = left_over(a, runs, Side::a);
    const std::vector<EdgeRange> left_b = left_over(b, runs, Side::b);
    const double left = static_cast<double>(edges_of(left_a) + edges_of(left_b));
    const double edges = static_cast<double>(a.edge_count() + b.edge_count());
    sums.cancelled =
        options.cancel_shared == Choice::always || (!runs.empty() && left <= kMostLeftOver * edges);
    if (sums.cancelled) {
        for (const SharedRun& run : runs) {
            sums.shared_edges += run.edges;
        }
        multiply_left_over(a, b, runs, left_a, left_b, form, options, sums);
    } else {
        sums.before = ring_integrals(a, form, options.instructions);
        multiply(a, b, form, options, sums);
    }
    // What rounding leaves of nothing may be negative; no area is.
    sums.lost = std::max(sums.lost, 0.0);
    sums.gained = std::max(sums.gained, 0.0);
    sums.common = std::max(sums.common, 0.0);
    for (double* figure : {&sums.before, &sums.after, &sums.lost, &sums.gained, &sums.common}) {
        *figure *= form.unit;
    }
    return sums;
}

using FormMaker = AreaForm (*)(double, double);
ChangeSums sums_of(const ValidRegion& before, const ValidRegion& after, FormMaker form,
                   const KernelOptions& options) {
    Box box = before.box();
    box.add(after.box());
    if (box.empty()) {
        return {};
    }
    return sums_with(before.region(), after.region(), form(box.south, box.north), options);
}

} // namespace

ChangeSums change_sums(const ValidRegion& before, const ValidRegion& after,
                       const KernelOptions& options) {
    return sums_of(before, after, authalic_form, options);
}

ChangeSums change_sums_planar(const ValidRegion& before, const ValidRegion& after,
                              const KernelOptions& options) {
    return sums_of(before, after, planar_form, options);
}

ChangeArea change_area(const ValidRegion& before, const ValidRegion& after,
                       const DifferenceOptions& options) {
    KernelOptions kernel;
    kernel.threads = options.threads;
    const ChangeSums sums = change_sums(before, after, kernel);
    if (!sums.consistent) {
        // Never seen. The windings disagree with themselves, so either a region is not what its
        // type says or we are wrong: the general kernel trusts nothing and shares nothing with this
        // one.
        return general_change_area(before.region(), after.region());
    }
    return {Area::from_m2(sums.before), Area::from_m2(sums.after), Area::from_m2(sums.lost),
            Area::from_m2(sums.gained), Area::from_m2(sums.common)};
}

} // namespace shapes
