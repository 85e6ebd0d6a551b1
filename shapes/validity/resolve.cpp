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

/// What an overlay built, noting how its edges met.
Region taken(overlay::BuiltRegion built, bool& met_at_vertices_only) {
    met_at_vertices_only = met_at_vertices_only && built.met_at_vertices_only();
    return std::move(built).take();
}

/// Everything the polygon's holes wind around, as rings whose windings add up to more than 0 there
/// and to 0 elsewhere; as drawn they might cancel each other.
Region holes(const InputRings& input, const Examination& examination, RingRange rings,
             bool& met_at_vertices_only) {
    Region out;
    for (std::uint32_t r = rings.first; r < rings.last; ++r) {
        if (input.role(r).shell) {
            continue;
        }
        if (examination.simple[r]) {
            append_turned(input, examination, r, true, out);
        } else {
            const Ring ring = input.rings().ring(r);
            out.append(taken(
                overlay::overlay_chains(std::span(&ring, 1), {}, overlay::InsideRule::a_nonzero),
                met_at_vertices_only));
        }
    }
    return out;
}

/// One polygon filled by the rule.
Region filled(const InputRings& input, const Examination& examination, RingRange rings,
              FillRule fill, bool& met_at_vertices_only) {
    if (fill == FillRule::evenodd) {
        std::vector<Ring> all;
        for (std::uint32_t r = rings.first; r < rings.last; ++r) {
            all.push_back(input.rings().ring(r));
        }
        return taken(overlay::overlay_chains(all, {}, overlay::InsideRule::a_odd),
                     met_at_vertices_only);
    }
    if (rings.first == rings.last || !input.role(rings.first).shell) {
        return {}; // the shell encloses nothing
    }
    const Ring shell = input.rings().ring(rings.first);
    const Region cut_out = holes(input, examination, rings, met_at_vertices_only);
    return taken(overlay::overlay_chains(std::span(&shell, 1), rings_of(cut_out),
                                         overlay::InsideRule::a_without_b),
                 met_at_vertices_only);
}

} // namespace

Region oriented_rings(const InputRings& input, const Examination& examination) {
    Region out;
    out.reserve(input.vertices().size());
    for (const RingRange rings : rings_by_polygon(input)) {
        append_turned(input, examination, rings, out);
    }
    return out;
}

Resolved resolved_in_groups(const InputRings& input, const Examination& examination,
                            FillRule fill) {
    const std::vector<RingRange> ranges = rings_by_polygon(input);
    std::vector<std::vector<std::uint32_t>> groups(input.polygon_count());
    for (std::uint32_t p = 0; p < input.polygon_count(); ++p) {
        groups[examination.group[p]].push_back(p);
    }
    Resolved out;
    for (const auto& group : groups) {
        if (group.size() == 1 && examination.sound[group[0]]) {
            append_turned(input, examination, ranges[group[0]], out.region);
            continue;
        }
        Region parts;
        for (const std::uint32_t p : group) {
            if (examination.sound[p]) {
                append_turned(input, examination, ranges[p], parts);
            } else {
                parts.append(filled(input, examination, ranges[p], fill, out.met_at_vertices_only));
            }
        }
        out.region.append(group.size() == 1 ? std::move(parts)
                                            : taken(united(parts), out.met_at_vertices_only));
    }
    return out;
}

overlay::BuiltRegion united(const Region& region) {
    return overlay::overlay_chains(rings_of(region), {}, overlay::InsideRule::a_positive);
}

} // namespace shapes::validity
