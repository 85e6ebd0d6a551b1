// SPDX-License-Identifier: MIT
// The inner loops, written once on eight lanes. Included by kernels_scalar.cpp, kernels_avx2.cpp
// and kernels_avx512.cpp, each with AREACLAIM_LANES naming the lanes to use; no other file includes
// it.

namespace shapes {
namespace AREACLAIM_LANES {
namespace {

/// The boxes of a leaf's eight edges.
struct EdgeBoxes {
    Floats west, south, east, north;
};

EdgeBoxes edge_boxes(const EdgeView& e, std::size_t first_edge, double margin) {
    const Doubles x0 = load(e.x0 + first_edge), x1 = load(e.x1 + first_edge);
    const Doubles y0 = load(e.y0 + first_edge), y1 = load(e.y1 + first_edge);
    const Doubles m = all(margin);
    return {to_float(min(x0, x1) - m), to_float(min(y0, y1) - m), to_float(max(x0, x1) + m),
            to_float(max(y0, y1) + m)};
}

float lowest_of(Doubles v, Mask valid) {
    double lane[8];
    store(lane, select(valid, v, all(__builtin_inf())));
    double r = lane[0];
    for (int i = 1; i < 8; ++i) {
        r = lane[i] < r ? lane[i] : r;
    }
    return static_cast<float>(r);
}

void leaf_boxes(const EdgeView& e, std::size_t first, std::size_t count, NodeBlock& out,
                double margin) {
    const Doubles m = all(margin), zero = all(0.0);
    for (std::size_t k = 0; k < 16; ++k) {
        if (k >= count) {
            out.west[k] = out.south[k] = __builtin_inff();
            out.east[k] = out.north[k] = -__builtin_inff();
            continue;
        }
        const std::size_t s = 8 * (first + k);
        const Mask valid = e.valid[first + k];
        const Doubles x0 = load(e.x0 + s), x1 = load(e.x1 + s);
        const Doubles y0 = load(e.y0 + s), y1 = load(e.y1 + s);
        out.west[k] = lowest_of(min(x0, x1) - m, valid);
        out.south[k] = lowest_of(min(y0, y1) - m, valid);
        out.east[k] = -lowest_of(zero - (max(x0, x1) + m), valid);
        out.north[k] = -lowest_of(zero - (max(y0, y1) + m), valid);
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

std::size_t candidates(const EdgeView& a, std::uint32_t first_a, const EdgeView& b,
                       std::uint32_t first_b, const NodeBlock& boxes_b,
                       const std::uint16_t rows[16], double margin, std::uint32_t* out_a,
                       std::uint32_t* out_b) {
    std::size_t n = 0;
    for (std::uint32_t k = 0; k < 16; ++k) {
        if (rows[k] == 0) {
            continue;
        }
        const std::uint32_t edge_a = 8 * (first_a + k);
        const EdgeBoxes box_a = edge_boxes(a, edge_a, margin);
        float west[8], south[8], east[8], north[8];
        store(west, box_a.west);
        store(south, box_a.south);
        store(east, box_a.east);
        store(north, box_a.north);
        const Mask valid_a = a.valid[first_a + k];
        for (unsigned row = rows[k]; row != 0; row &= row - 1) {
            const auto m = static_cast<std::uint32_t>(__builtin_ctz(row));
            const Mask touch_leaf = less_equal(box_a.west, all_float(boxes_b.east[m])) &
                                    less_equal(all_float(boxes_b.west[m]), box_a.east) &
                                    less_equal(box_a.south, all_float(boxes_b.north[m])) &
                                    less_equal(all_float(boxes_b.south[m]), box_a.north);
            Mask left = touch_leaf & valid_a;
            if (left == 0) {
                continue;
            }
            const std::uint32_t edge_b = 8 * (first_b + m);
            const EdgeBoxes box_b = edge_boxes(b, edge_b, 0.0);
            const Mask valid_b = b.valid[first_b + m];
            for (; left != 0; left &= left - 1) {
                const auto i = static_cast<std::uint32_t>(__builtin_ctz(left));
                const Mask touch = less_equal(box_b.west, all_float(east[i])) &
                                   less_equal(all_float(west[i]), box_b.east) &
                                   less_equal(box_b.south, all_float(north[i])) &
                                   less_equal(all_float(south[i]), box_b.north) & valid_b;
                if (touch != 0) {
                    fill8(out_a + n, edge_a + i);
                    append_set_bits(out_b + n, edge_b, touch);
                    n += static_cast<std::size_t>(__builtin_popcount(touch));
                }
            }
        }
    }
    return n;
}

/// Sides of eight points by the filter: left and right are certain, undecided is not; what is in
/// none of the three masks is certainly on the line (both products are exactly 0).
struct Sides {
    Mask left, right, undecided;
};

Sides sides(Doubles l, Doubles r) {
    const Doubles det = l - r;
    const Doubles magnitude = abs(l) + abs(r);
    const Doubles bound = all(kOrientationErrorFactor) * magnitude + all(kOrientationUnderflow);
    const Mask left = less(bound, det);
    const Mask right = less(det, all(0.0) - bound);
    return {left, right, ~(left | right) & 0xffU};
}

std::size_t crossings(const double* ax, const double* ay, const double* bx, const double* by,
                      std::uint32_t* a, std::uint32_t* b, std::size_t count, double* sign) {
    std::size_t n = 0;
    for (std::size_t i = count; i < count + 8; ++i) {
        a[i] = count == 0 ? 0 : a[count - 1];
        b[i] = count == 0 ? 0 : b[count - 1];
    }
    for (std::size_t i = 0; i < count; i += 8) {
        const Mask present = count - i >= 8 ? 0xffU : (1U << (count - i)) - 1;
        const Doubles px = gather(ax, a + i), py = gather(ay, a + i);
        const Doubles qx = gather(ax + 1, a + i), qy = gather(ay + 1, a + i);
        const Doubles cx = gather(bx, b + i), cy = gather(by, b + i);
        const Doubles dx = gather(bx + 1, b + i), dy = gather(by + 1, b + i);
        const Doubles pcx = px - cx, pcy = py - cy, qcx = qx - cx, qcy = qy - cy;
        const Doubles pdx = px - dx, pdy = py - dy, qdx = qx - dx, qdy = qy - dy;
        // Where b's end points lie to a's edge p → q, then where a's lie to b's edge c → d.
        const Sides c = sides(pcx * qcy, pcy * qcx);
        const Sides d = sides(pdx * qdy, pdy * qdx);
        const Mask maybe = present & ~((c.left & d.left) | (c.right & d.right));
        if (maybe == 0) {
            continue;
        }
        const Sides p = sides(pcx * pdy, pcy * pdx);
        const Sides q = sides(qcx * qdy, qcy * qdx);
        Mask crossing = maybe & ~((p.left & q.left) | (p.right & q.right));
        if (crossing == 0) {
            continue;
        }
        Mask rising = q.left;
        Mask undecided = crossing & (c.undecided | d.undecided | p.undecided | q.undecided);
        for (; undecided != 0; undecided &= undecided - 1) {
            const auto k = static_cast<unsigned>(__builtin_ctz(undecided));
            const std::size_t e = a[i + k], f = b[i + k];
            const int s = exact_crossing_sign(ax[e], ay[e], ax[e + 1], ay[e + 1], bx[f], by[f],
                                              bx[f + 1], by[f + 1]);
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

void terms(const double* ax, const double* ay, const double* bx, const double* by,
           const std::uint32_t* a, const std::uint32_t* b, const double* sign, std::size_t count,
           const FormView& form, double* to_a, double* to_b, LaneSums& sums) {
    const Doubles origin = all(form.origin_lat);
    for (std::size_t i = 0; i < count; i += 8) {
        const Mask present = count - i >= 8 ? 0xffU : (1U << (count - i)) - 1;
        const Doubles px = gather(ax, a + i), py = gather(ay, a + i);
        const Doubles qx = gather(ax + 1, a + i), qy = gather(ay + 1, a + i);
        const Doubles cx = gather(bx, b + i), cy = gather(by, b + i);
        const Doubles dx = gather(bx + 1, b + i), dy = gather(by + 1, b + i);
        // The crossing is q + u (p − q), u from the distances of p and q to the line c → d. Where
        // both vanish by rounding the edges lie on one line to within rounding, and any u will do.
        // It is kept as its offset from q: small regions far from 0° lose nothing to the rounding
        // of a place.
        const Doubles op = (px - cx) * (py - dy) - (py - cy) * (px - dx);
        const Doubles oq = (qx - cx) * (qy - dy) - (qy - cy) * (qx - dx);
        const Doubles across = oq - op;
        const Mask flat = equal(across, all(0.0));
        const Doubles ratio = oq / select(flat, all(1.0), across);
        const Doubles u = max(all(0.0), min(all(1.0), select(flat, all(0.5), ratio)));
        const Doubles from_q_x = u * (px - qx);
        const Doubles from_d_x = from_q_x + (qx - dx);
        // Means of the form between the crossing and the two ends: divided differences that share
        // it.
        const Doubles tq = qy - origin, td = dy - origin, ty = u * (py - qy) + tq;
        Doubles quotient = all(form.coefficient[form.degree]);
        Doubles mean_q = quotient, mean_d = quotient;
        for (int k = form.degree - 1; k >= 1; --k) {
            quotient = all(form.coefficient[k]) + ty * quotient;
            mean_q = quotient + tq * mean_q;
            mean_d = quotient + td * mean_d;
        }
        const Doubles s = select(present, load(sign + i), all(0.0));
        const Doubles term_a = s * (from_q_x * mean_q);
        const Doubles term_b = s * (from_d_x * mean_d);
        store(to_a + i, term_a);
        store(to_b + i, term_b);
        add(sums, term_a - term_b);
    }
}

Doubles edge_integrals(const EdgeView& e, std::size_t first_edge, const FormView& form) {
    const Doubles origin = all(form.origin_lat);
    const Doubles t0 = load(e.y0 + first_edge) - origin, t1 = load(e.y1 + first_edge) - origin;
    Doubles quotient = all(form.coefficient[form.degree]);
    Doubles mean = quotient;
    for (int k = form.degree - 1; k >= 1; --k) {
        quotient = all(form.coefficient[k]) + t0 * quotient;
        mean = quotient + t1 * mean;
    }
    return (load(e.x0 + first_edge) - load(e.x1 + first_edge)) * mean;
}

int sweep(const EdgeView& e, const std::int8_t* steps, std::size_t first_leaf, std::size_t leaves,
          const FormView& form, int winding, SweepSums& sums, int& lowest, int& highest) {
    Doubles inside = all(0.0), outside = all(0.0);
    const Doubles one = all(1.0);
    Doubles weight = all(static_cast<double>(winding));
    for (std::size_t leaf = first_leaf; leaf < first_leaf + leaves; ++leaf) {
        const std::size_t first_edge = 8 * leaf;
        const Doubles integral =
            select(e.valid[leaf], edge_integrals(e, first_edge, form), all(0.0));
        std::uint64_t any_step;
        __builtin_memcpy(&any_step, steps + first_edge, sizeof any_step);
        if (any_step == 0) {
            inside = inside + weight * integral;
            outside = outside + (one - weight) * integral;
            continue;
        }
        double at_start[8];
        for (std::size_t i = 0; i < 8; ++i) {
            at_start[i] = winding;
            winding += steps[first_edge + i];
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
const Kernels kKernels{leaf_boxes, row_masks, touching, candidates, crossings, terms, sweep};

} // namespace AREACLAIM_LANES
} // namespace shapes
