// SPDX-License-Identifier: MIT
// The inner loops, written once on eight lanes. Included by kernels_scalar.cpp, kernels_avx2.cpp
// and kernels_avx512.cpp, each with AREACLAIM_LANES naming the lanes to use; no other file includes
// it.

namespace shapes {
namespace AREACLAIM_LANES {
namespace {

const double* positions_of(const LeafView& e, std::size_t leaf) {
    const std::uint32_t first = e.first[leaf];
    return first >= e.tail_first ? e.tail + 2 * std::size_t(first - e.tail_first)
                                 : e.positions + 2 * std::size_t(first);
}

/// Eight edges by their ends.
struct Edges {
    Doubles x0, y0, x1, y1;
};

Edges load_edges(const double* positions) {
    const Pairs start = load_pairs(positions), end = load_pairs(positions + 2);
    return {start.first, start.second, end.first, end.second};
}

Edges load_leaf(const LeafView& e, std::size_t leaf) {
    if (e.packed != nullptr) {
        const double* p = e.packed + 32 * leaf;
        return {load(p), load(p + 8), load(p + 16), load(p + 24)};
    }
    return load_edges(positions_of(e, leaf));
}

Edges edges_at(const double* positions, const std::uint32_t* index) {
    const Quads q = gather_quads(positions, index);
    return {q.first, q.second, q.third, q.fourth};
}

std::size_t equal_front(const double* a, const double* b, std::size_t n) {
    std::size_t i = 0;
    for (; i + 4 <= n; i += 4) {
        const Mask different = ~equal(load(a + 2 * i), load(b + 2 * i)) & 0xffU;
        if (different != 0) {
            return i + static_cast<std::size_t>(__builtin_ctz(different)) / 2;
        }
    }
    while (i < n && a[2 * i] == b[2 * i] && a[2 * i + 1] == b[2 * i + 1]) {
        ++i;
    }
    return i;
}

std::size_t equal_back(const double* a, const double* b, std::size_t n) {
    std::size_t i = 0;
    for (; i + 4 <= n; i += 4) {
        const double* p = a - 2 * i - 8;
        const double* q = b - 2 * i - 8;
        const Mask different = ~equal(load(p), load(q)) & 0xffU;
        if (different != 0) {
            return i + (7 - (31 - static_cast<std::size_t>(__builtin_clz(different)))) / 2;
        }
    }
    for (; i < n; ++i) {
        const double* p = a - 2 * i - 2;
        const double* q = b - 2 * i - 2;
        if (p[0] != q[0] || p[1] != q[1]) {
            break;
        }
    }
    return i;
}

/// The boxes of a leaf's eight edges.
struct EdgeBoxes {
    Floats west, south, east, north;
};

EdgeBoxes edge_boxes(const Edges& e, double margin) {
    const Doubles m = all(margin);
    return {to_float(min(e.x0, e.x1) - m), to_float(min(e.y0, e.y1) - m),
            to_float(max(e.x0, e.x1) + m), to_float(max(e.y0, e.y1) + m)};
}

void leaf_boxes(const LeafView& e, std::size_t first, std::size_t count, NodeBlock& out,
                double margin) {
    constexpr float kInfinity = __builtin_inff();
    for (std::size_t half = 0; half < 16; half += 8) {
        Floats west[8], south[8], east[8], north[8];
        for (std::size_t k = 0; k < 8; ++k) {
            if (half + k >= count) {
                west[k] = south[k] = all_float(kInfinity);
                east[k] = north[k] = all_float(-kInfinity);
                continue;
            }
            const std::size_t leaf = first + half + k;
            const EdgeBoxes b = edge_boxes(load_leaf(e, leaf), margin);
            const Mask there = e.valid[leaf];
            west[k] = select(there, b.west, all_float(kInfinity));
            south[k] = select(there, b.south, all_float(kInfinity));
            east[k] = select(there, b.east, all_float(-kInfinity));
            north[k] = select(there, b.north, all_float(-kInfinity));
        }
        store(out.west + half, min_of_each(west));
        store(out.south + half, min_of_each(south));
        store(out.east + half, max_of_each(east));
        store(out.north + half, max_of_each(north));
    }
}

unsigned touching(const NodeBlock& n, const FloatBox& box) {
    return less_equal(load16(n.west), all16(box.east)) &
           less_equal(all16(box.west), load16(n.east)) &
           less_equal(load16(n.south), all16(box.north)) &
           less_equal(all16(box.south), load16(n.north));
}

void row_masks(const NodeBlock& a, const NodeBlock& b, const FloatBox& box_b,
               std::uint16_t rows[16]) {
    const unsigned occupied = touching(a, box_b);
    for (unsigned k = 0; k < 16; ++k) {
        rows[k] = 0;
        if ((occupied >> k & 1U) != 0) {
            const FloatBox box{a.west[k], a.south[k], a.east[k], a.north[k]};
            rows[k] = static_cast<std::uint16_t>(touching(b, box));
        }
    }
}

unsigned touching_oriented(const OrientedBlock& n, const OrientedNode& box) {
    // Two boxes are apart if one of their four axes separates them. c and s: how much of one's
    // direction lies along and across the other's.
    const Floats16 ux = load16(n.ux), uy = load16(n.uy), bx = all16(box.ux), by = all16(box.uy);
    const Floats16 dx = load16(n.x) - all16(box.x), dy = load16(n.y) - all16(box.y);
    const Floats16 c = abs(ux * bx + uy * by), s = abs(ux * by - uy * bx);
    const Floats16 along = load16(n.along), across = load16(n.across);
    const Floats16 box_along = all16(box.along), box_across = all16(box.across);
    return less_equal(abs(dx * bx + dy * by), box_along + (along * c + across * s)) &
           less_equal(abs(dx * by - dy * bx), box_across + (along * s + across * c)) &
           less_equal(abs(dx * ux + dy * uy), along + (box_along * c + box_across * s)) &
           less_equal(abs(dx * uy - dy * ux), across + (box_along * s + box_across * c));
}

double sum_of(Doubles v) {
    double lane[8];
    store(lane, v);
    return ((lane[0] + lane[1]) + (lane[2] + lane[3])) +
           ((lane[4] + lane[5]) + (lane[6] + lane[7]));
}

OrientedNode oriented_leaf(const LeafView& e, std::size_t leaf, double origin_lon,
                           double origin_lat) {
    Edges edge = load_leaf(e, leaf);
    const Mask there = e.valid[leaf];
    double first_x[8], first_y[8];
    store(first_x, edge.x0);
    store(first_y, edge.y0);
    const Doubles ox = all(origin_lon), oy = all(origin_lat);
    const Doubles fx = all(first_x[0]),
                  fy = all(first_y[0]); // stands in for edges that are not there
    edge = {select(there, edge.x0, fx) - ox, select(there, edge.y0, fy) - oy,
            select(there, edge.x1, fx) - ox, select(there, edge.y1, fy) - oy};
    // The main direction of the edges: the longer eigenvector of Σ d dᵀ.
    const Doubles dx = edge.x1 - edge.x0, dy = edge.y1 - edge.y0;
    const double spread = sum_of(dx * dx - dy * dy), mixed = 2 * sum_of(dx * dy);
    const double r = __builtin_sqrt(spread * spread + mixed * mixed);
    double ux = spread >= 0 ? spread + r : mixed, uy = spread >= 0 ? mixed : r - spread;
    const double length = __builtin_sqrt(ux * ux + uy * uy);
    ux = length > 0 ? ux / length : 1;
    uy = length > 0 ? uy / length : 0;
    const Doubles cu = all(ux), su = all(uy);
    const Doubles along0 = cu * edge.x0 + su * edge.y0, along1 = cu * edge.x1 + su * edge.y1;
    const Doubles across0 = cu * edge.y0 - su * edge.x0, across1 = cu * edge.y1 - su * edge.x1;
    double low[2][8], high[2][8];
    store(low[0], min(along0, along1));
    store(high[0], max(along0, along1));
    store(low[1], min(across0, across1));
    store(high[1], max(across0, across1));
    double middle[2], half[2];
    for (int k = 0; k < 2; ++k) {
        double least = low[k][0], most = high[k][0];
        for (int i = 1; i < 8; ++i) {
            least = low[k][i] < least ? low[k][i] : least;
            most = high[k][i] > most ? high[k][i] : most;
        }
        middle[k] = (least + most) / 2;
        half[k] = (most - least) / 2;
    }
    return {static_cast<float>(ux * middle[0] - uy * middle[1]),
            static_cast<float>(uy * middle[0] + ux * middle[1]),
            static_cast<float>(ux),
            static_cast<float>(uy),
            static_cast<float>(half[0]),
            static_cast<float>(half[1])};
}

/// Which of b's edges do not lie clearly on one side of the line through edge i of a and further
/// from it than the diagonal of `margin`.
Mask reaching_line(const Edges& b, const double a[4][8], unsigned i, double margin) {
    const Doubles px = all(a[0][i]), py = all(a[1][i]), qx = all(a[2][i]), qy = all(a[3][i]);
    // An orientation is the distance from the line times the edge's length.
    const Doubles reach =
        all(1.5 * margin) * (abs(qx - px) + abs(qy - py)) + all(kOrientationUnderflow);
    const auto over = [&](Doubles x, Doubles y, Mask& left, Mask& right) {
        const Doubles l = (px - x) * (qy - y), r = (py - y) * (qx - x);
        const Doubles bound = all(kOrientationErrorFactor) * (abs(l) + abs(r)) + reach;
        left = less(bound, l - r);
        right = less(bound, r - l);
    };
    Mask left0, right0, left1, right1;
    over(b.x0, b.y0, left0, right0);
    over(b.x1, b.y1, left1, right1);
    return ~((left0 & left1) | (right0 & right1));
}

std::size_t candidates(const LeafView& a, std::size_t leaf_a, const LeafView& b,
                       std::size_t first_b, const NodeBlock& boxes_b, unsigned row, double margin,
                       bool by_side, std::uint32_t* out_a, std::uint32_t* out_b) {
    std::size_t n = 0;
    const Edges edges_a = load_leaf(a, leaf_a);
    const EdgeBoxes box_a = edge_boxes(edges_a, margin);
    float west[8], south[8], east[8], north[8];
    store(west, box_a.west);
    store(south, box_a.south);
    store(east, box_a.east);
    store(north, box_a.north);
    double ends_a[4][8];
    if (by_side) {
        store(ends_a[0], edges_a.x0);
        store(ends_a[1], edges_a.y0);
        store(ends_a[2], edges_a.x1);
        store(ends_a[3], edges_a.y1);
    }
    for (; row != 0; row &= row - 1) {
        const auto m = static_cast<std::uint32_t>(__builtin_ctz(row));
        Mask left = less_equal(box_a.west, all_float(boxes_b.east[m])) &
                    less_equal(all_float(boxes_b.west[m]), box_a.east) &
                    less_equal(box_a.south, all_float(boxes_b.north[m])) &
                    less_equal(all_float(boxes_b.south[m]), box_a.north) & a.valid[leaf_a];
        if (left == 0) {
            continue;
        }
        const std::size_t leaf_b = first_b + m;
        const Edges edges_b = load_leaf(b, leaf_b);
        const EdgeBoxes box_b = edge_boxes(edges_b, 0.0);
        for (; left != 0; left &= left - 1) {
            const auto i = static_cast<std::uint32_t>(__builtin_ctz(left));
            Mask touch = less_equal(box_b.west, all_float(east[i])) &
                         less_equal(all_float(west[i]), box_b.east) &
                         less_equal(box_b.south, all_float(north[i])) &
                         less_equal(all_float(south[i]), box_b.north) & b.valid[leaf_b];
            if (by_side && touch != 0) {
                touch &= reaching_line(edges_b, ends_a, i, margin);
            }
            if (touch != 0) {
                fill8(out_a + n, a.packed != nullptr ? a.ids[8 * leaf_a + i] : a.first[leaf_a] + i);
                if (b.packed != nullptr) {
                    append_selected(out_b + n, b.ids + 8 * leaf_b, touch);
                } else {
                    append_set_bits(out_b + n, b.first[leaf_b], touch);
                }
                n += static_cast<std::size_t>(__builtin_popcount(touch));
            }
        }
    }
    return n;
}

/// Sides of eight points: left and right are certain. A point exactly on the line for which that is
/// plain (a shared end point, or a line along an axis: a factor of each product is 0) goes to the
/// side the displacement takes it to. What is in neither mask is undecided.
struct Sides {
    Mask left, right;
};

/// A difference of coordinates, and where it is 0 (differences of doubles are 0 only where equal).
struct Difference {
    Doubles value;
    Mask zero;
};
Difference difference(Doubles a, Doubles b) {
    const Doubles d = a - b;
    return {d, equal(d, all(0.0))};
}

/// Sides by the sign of l1·l2 − r1·r2; `moved`: where the displacement moves each point.
Sides sides(const Difference& l1, const Difference& l2, const Difference& r1, const Difference& r2,
            Sides moved) {
    const Doubles l = l1.value * l2.value, r = r1.value * r2.value;
    const Doubles det = l - r;
    const Doubles magnitude = abs(l) + abs(r);
    const Doubles bound = all(kOrientationErrorFactor) * magnitude + all(kOrientationUnderflow);
    const Mask on_line = (l1.zero | l2.zero) & (r1.zero | r2.zero);
    return {less(bound, det) | (on_line & moved.left),
            less(det, all(0.0) - bound) | (on_line & moved.right)};
}

/// Where the displacement (ε², ε) has a part to the left of, or to the right of, each edge.
Sides displacement_sides(Doubles dx, Doubles dy) {
    const Doubles zero = all(0.0);
    const Mask upright = equal(dx, zero);
    return {less(zero, dx) | (upright & less(dy, zero)),
            less(dx, zero) | (upright & less(zero, dy))};
}

std::size_t crossings(const double* positions_a, const double* positions_b, std::uint32_t* a,
                      std::uint32_t* b, std::size_t count, double* sign) {
    std::size_t n = 0;
    for (std::size_t i = count; i < count + 8; ++i) {
        a[i] = count == 0 ? 0 : a[count - 1];
        b[i] = count == 0 ? 0 : b[count - 1];
    }
    for (std::size_t i = 0; i < count; i += 8) {
        const Mask present = count - i >= 8 ? 0xffU : (1U << (count - i)) - 1;
        const Edges pq = edges_at(positions_a, a + i), cd = edges_at(positions_b, b + i);
        const Difference pcx = difference(pq.x0, cd.x0), pcy = difference(pq.y0, cd.y0);
        const Difference qcx = difference(pq.x1, cd.x0), qcy = difference(pq.y1, cd.y0);
        const Difference pdx = difference(pq.x0, cd.x1), pdy = difference(pq.y0, cd.y1);
        const Difference qdx = difference(pq.x1, cd.x1), qdy = difference(pq.y1, cd.y1);
        // Where b's end points, displaced, lie to a's edge p → q.
        const Sides over_a = displacement_sides(pq.x1 - pq.x0, pq.y1 - pq.y0);
        const Sides c = sides(pcx, qcy, pcy, qcx, over_a);
        const Sides d = sides(pdx, qdy, pdy, qdx, over_a);
        const Mask maybe = present & ~((c.left & d.left) | (c.right & d.right));
        if (maybe == 0) {
            continue;
        }
        // Where a's lie to b's displaced edge c → d: the displacement of a line counts opposite.
        const Sides over_b = displacement_sides(cd.x1 - cd.x0, cd.y1 - cd.y0);
        const Sides p = sides(pcx, pdy, pcy, pdx, {over_b.right, over_b.left});
        const Sides q = sides(qcx, qdy, qcy, qdx, {over_b.right, over_b.left});
        Mask crossing = maybe & ~((p.left & q.left) | (p.right & q.right));
        Mask rising = q.left;
        const Mask decided =
            (c.left | c.right) & (d.left | d.right) & (p.left | p.right) & (q.left | q.right);
        for (Mask undecided = crossing & ~decided; undecided != 0; undecided &= undecided - 1) {
            const auto k = static_cast<unsigned>(__builtin_ctz(undecided));
            const int s = exact_crossing_sign(positions_a + 2 * std::size_t(a[i + k]),
                                              positions_b + 2 * std::size_t(b[i + k]));
            crossing = s == 0 ? crossing & ~(1U << k) : crossing;
            rising = s > 0 ? rising | 1U << k : rising & ~(1U << k);
        }
        for (; crossing != 0; crossing &= crossing - 1) {
            const auto k = static_cast<unsigned>(__builtin_ctz(crossing));
            a[n] = a[i + k];
            b[n] = b[i + k];
            sign[n] = (rising >> k & 1U) != 0 ? 1.0 : -1.0;
            ++n;
        }
    }
    return n;
}

/// sum + term with what the addition loses kept (Knuth's two-sum, Kahan-Babuška summation).
void add(LaneSums& sums, Doubles term) {
    const Doubles sum = load(sums.sum);
    const Doubles total = sum + term;
    const Doubles virtual_term = total - sum;
    const Doubles lost = (sum - (total - virtual_term)) + (term - virtual_term);
    store(sums.sum, total);
    store(sums.lost, load(sums.lost) + lost);
}

/// Mean of the form's g between latitudes t0 and t1 (less the origin): the divided difference of G,
/// by synthetic division. FormView has the coefficients of G.
Doubles mean_between(Doubles t0, Doubles t1, const FormView& form) {
    Doubles quotient = all(form.coefficient[form.degree]);
    Doubles mean = quotient;
    for (int k = form.degree - 1; k >= 1; --k) {
        quotient = multiply_add(t0, quotient, all(form.coefficient[k]));
        mean = multiply_add(t1, mean, quotient);
    }
    return mean;
}

void terms(const double* positions_a, const double* positions_b, const std::uint32_t* a,
           const std::uint32_t* b, const double* sign, std::size_t count, const FormView& form,
           double* to_a, double* to_b, LaneSums& sums) {
    const Doubles origin = all(form.origin_lat);
    for (std::size_t i = 0; i < count; i += 8) {
        const Mask present = count - i >= 8 ? 0xffU : (1U << (count - i)) - 1;
        const Edges pq = edges_at(positions_a, a + i), cd = edges_at(positions_b, b + i);
        // The crossing is q + u (p − q), u from the distances of p and q to the line c → d. Where
        // both vanish by rounding the edges lie on one line to within rounding, and any u will do.
        // It is kept as its offset from q: small regions far from 0° lose nothing to the rounding
        // of a place.
        const Doubles op = (pq.x0 - cd.x0) * (pq.y0 - cd.y1) - (pq.y0 - cd.y0) * (pq.x0 - cd.x1);
        const Doubles oq = (pq.x1 - cd.x0) * (pq.y1 - cd.y1) - (pq.y1 - cd.y0) * (pq.x1 - cd.x1);
        const Doubles across = oq - op;
        const Mask flat = equal(across, all(0.0));
        const Doubles ratio = oq / select(flat, all(1.0), across);
        const Doubles u = max(all(0.0), min(all(1.0), select(flat, all(0.5), ratio)));
        const Doubles from_q_x = u * (pq.x0 - pq.x1);
        const Doubles from_d_x = from_q_x + (pq.x1 - cd.x1);
        const Doubles tq = pq.y1 - origin, td = cd.y1 - origin;
        const Doubles ty = u * (pq.y0 - pq.y1) + tq;
        const Doubles s = select(present, load(sign + i), all(0.0));
        const Doubles term_a = s * (from_q_x * mean_between(ty, tq, form));
        const Doubles term_b = s * (from_d_x * mean_between(ty, td, form));
        store(to_a + i, term_a);
        store(to_b + i, term_b);
        add(sums, term_a - term_b);
    }
}

int sweep(const LeafView& e, const std::int8_t* steps, std::size_t first_leaf, std::size_t leaves,
          const FormView& form, int winding, SweepSums& sums, int& lowest, int& highest) {
    Doubles inside = load(sums.inside), outside = load(sums.outside);
    const Doubles one = all(1.0), origin = all(form.origin_lat);
    Doubles weight = all(static_cast<double>(winding));
    for (std::size_t leaf = first_leaf; leaf < first_leaf + leaves; ++leaf) {
        const Edges edge = load_edges(positions_of(e, leaf));
        const Mask there = e.valid[leaf];
        const Doubles mean = mean_between(edge.y0 - origin, edge.y1 - origin, form);
        const Doubles integral = select(there, (edge.x0 - edge.x1) * mean, all(0.0));
        const std::int8_t* step = steps + e.first[leaf];
        std::uint64_t any_step;
        __builtin_memcpy(&any_step, step, sizeof any_step);
        if (any_step == 0) {
            inside = inside + weight * integral;
            outside = outside + (one - weight) * integral;
            continue;
        }
        double at_start[8] = {};
        for (Mask i = 0; i < 8 && (there >> i & 1U) != 0; ++i) {
            at_start[i] = winding;
            winding += step[i];
            lowest = winding < lowest ? winding : lowest;
            highest = winding > highest ? winding : highest;
        }
        const Doubles w = load(at_start);
        inside = inside + w * integral;
        outside = outside + (one - w) * integral;
        weight = all(static_cast<double>(winding));
    }
    store(sums.inside, inside);
    store(sums.outside, outside);
    return winding;
}

} // namespace

extern const Kernels kKernels;
const Kernels kKernels{
    equal_front,   equal_back, leaf_boxes, row_masks, touching, touching_oriented,
    oriented_leaf, candidates, crossings,  terms,     sweep,
};

} // namespace AREACLAIM_LANES
} // namespace shapes
