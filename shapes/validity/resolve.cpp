// SPDX-License-Identifier: MIT
#include "shapes/validity/resolve.hpp"

#include "shapes/overlay/overlay.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace shapes::validity {
namespace {

/// Rings of each polygon of a drawing: [first, last).
struct RingRange {
    std::uint32_t first;
    std::uint32_t last;
};

std::vector<RingRange> rings_by_polygon(const InputRings& input) {
    std::vector<RingRange> ranges(input.polygon_count(), {0, 0});
    for (std::uint32_t r = 0; r < input.ring_count(); ++r) {
        RingRange& range = ranges[input.role(r).polygon];
        if (range.first == range.last) {
            range.first = r;
        }
        range.last = r + 1;
    }
    return ranges;
}

void append_turned(const InputRings& input, const Examination& examination, std::uint32_t r,
                   bool counter_clockwise, Region& out) {
    const Ring ring = input.rings().ring(r);
    out.add_ring();
    if (examination.counter_clockwise[r] == counter_clockwise) {
        out.add(ring);
    } else {
        std::for_each(ring.rbegin(), ring.rend(), [&out](Position p) { out.add(p); });
    }
}

/// A polygon whose rings are simple, as it is drawn.
void append_turned(const InputRings& input, const Examination& examination, RingRange rings,
                   Region& out) {
    for (std::uint32_t r = rings.first; r < rings.last; ++r) {
        if (r == rings.first) {
            out.add_polygon();
        }
        append_turned(input, examination, r, input.role(r).shell, out);
    }
}

std::vector<Ring> rings_of(const Region& region) {
    std::vector<Ring> rings;
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        rings.push_back(region.ring(r));
    }
    return rings;
}

/// Resolves the polygons of one drawing.
class Resolver {
  public:
    Resolver(const InputRings& input, const Examination& examination, FillRule fill,
             Vertices vertices)
        : input_(input), examination_(examination), fill_(fill), vertices_(vertices),
          ranges_(rings_by_polygon(input)) {}

    Resolved run() {
        std::vector<std::vector<std::uint32_t>> groups(input_.polygon_count());
        for (std::uint32_t p = 0; p < input_.polygon_count(); ++p) {
            groups[examination_.group[p]].push_back(p);
        }
        for (const auto& group : groups) {
            add(group);
        }
        return std::move(out_);
    }

  private:
    /// Polygons that overlap or adjoin.
    void add(const std::vector<std::uint32_t>& group) {
        if (group.size() == 1 && examination_.sound[group[0]]) {
            append_turned(input_, examination_, ranges_[group[0]], out_.region);
            return;
        }
        Region parts;
        for (const std::uint32_t p : group) {
            if (examination_.sound[p]) {
                append_turned(input_, examination_, ranges_[p], parts);
            } else {
                parts.append(filled(ranges_[p]));
            }
        }
        out_.region.append(group.size() == 1
                               ? std::move(parts)
                               : overlaid(rings_of(parts), {}, overlay::InsideRule::a_positive));
    }

    Region overlaid(std::span<const Ring> a, std::span<const Ring> b, overlay::InsideRule rule) {
        if (vertices_ == Vertices::on_grid) {
            return overlay::overlay_chains(a, b, rule).take();
        }
        overlay::DrawnRegion drawn = overlay::overlay_as_drawn(a, b, rule);
        out_.valid = out_.valid && drawn.valid;
        return std::move(drawn.region);
    }

    /// One polygon filled by the rule.
    Region filled(RingRange rings) {
        if (fill_ == FillRule::evenodd) {
            std::vector<Ring> all;
            for (std::uint32_t r = rings.first; r < rings.last; ++r) {
                all.push_back(input_.rings().ring(r));
            }
            return overlaid(all, {}, overlay::InsideRule::a_odd);
        }
        if (rings.first == rings.last || !input_.role(rings.first).shell) {
            return {}; // the shell encloses nothing
        }
        const Ring shell = input_.rings().ring(rings.first);
        const Region cut_out = holes(rings);
        return overlaid(std::span(&shell, 1), rings_of(cut_out), overlay::InsideRule::a_without_b);
    }

    /// Everything the polygon's holes wind around, as rings whose windings add up to more than 0
    /// there and to 0 elsewhere; as drawn they might cancel each other.
    Region holes(RingRange rings) {
        Region out;
        for (std::uint32_t r = rings.first; r < rings.last; ++r) {
            if (input_.role(r).shell) {
                continue;
            }
            if (examination_.simple[r]) {
                append_turned(input_, examination_, r, true, out);
            } else {
                const Ring ring = input_.rings().ring(r);
                out.append(overlaid(std::span(&ring, 1), {}, overlay::InsideRule::a_nonzero));
            }
        }
        return out;
    }

    const InputRings& input_;
    const Examination& examination_;
    FillRule fill_;
    Vertices vertices_;
    std::vector<RingRange> ranges_;
    Resolved out_;
};

} // namespace

Region oriented_rings(const InputRings& input, const Examination& examination) {
    Region out;
    out.reserve(input.vertices().size());
    for (const RingRange rings : rings_by_polygon(input)) {
        append_turned(input, examination, rings, out);
    }
    return out;
}

Resolved resolved_in_groups(const InputRings& input, const Examination& examination, FillRule fill,
                            Vertices vertices) {
    return Resolver(input, examination, fill, vertices).run();
}

overlay::BuiltRegion united(const Region& region) {
    return overlay::overlay_chains(rings_of(region), {}, overlay::InsideRule::a_positive);
}

} // namespace shapes::validity
