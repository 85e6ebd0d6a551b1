// SPDX-License-Identifier: MIT
#include "shapes/difference/resolve.hpp"

#include "shapes/difference/overlay.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace shapes {
namespace {

/// Rings of each polygon of a drawing: [first, last).
struct RingRange {
    std::uint32_t first;
    std::uint32_t last;
};

std::vector<RingRange> rings_by_polygon(const Drawing& drawing) {
    std::vector<RingRange> ranges(drawing.polygon_count(), {0, 0});
    for (std::uint32_t r = 0; r < drawing.ring_count(); ++r) {
        RingRange& range = ranges[drawing.role(r).polygon];
        if (range.first == range.last) {
            range.first = r;
        }
        range.last = r + 1;
    }
    return ranges;
}

void append_turned(const Drawing& drawing, const Validity& validity, std::uint32_t r,
                   bool counter_clockwise, Region& out) {
    const Ring ring = drawing.rings().ring(r);
    out.add_ring();
    if (validity.counter_clockwise[r] == counter_clockwise) {
        out.add(ring);
    } else {
        std::for_each(ring.rbegin(), ring.rend(), [&out](Position p) { out.add(p); });
    }
}

/// A polygon whose rings are simple, as it is drawn.
void append_turned(const Drawing& drawing, const Validity& validity, RingRange rings, Region& out) {
    for (std::uint32_t r = rings.first; r < rings.last; ++r) {
        if (r == rings.first) {
            out.add_polygon();
        }
        append_turned(drawing, validity, r, drawing.role(r).shell, out);
    }
}

std::vector<Ring> rings_of(const Region& region) {
    std::vector<Ring> rings;
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        rings.push_back(region.ring(r));
    }
    return rings;
}

/// Everything the polygon's holes wind around, as rings whose windings add up to more than 0 there
/// and to 0 elsewhere; as drawn they might cancel each other.
Region holes(const Drawing& drawing, const Validity& validity, RingRange rings) {
    Region out;
    for (std::uint32_t r = rings.first; r < rings.last; ++r) {
        if (drawing.role(r).shell) {
            continue;
        }
        if (validity.simple[r]) {
            append_turned(drawing, validity, r, true, out);
        } else {
            const Ring ring = drawing.rings().ring(r);
            out.append(overlay(std::span(&ring, 1), {}, InsideRule::a_nonzero));
        }
    }
    return out;
}

/// One polygon filled by the rule.
Region filled(const Drawing& drawing, const Validity& validity, RingRange rings, FillRule fill) {
    if (fill == FillRule::evenodd) {
        std::vector<Ring> all;
        for (std::uint32_t r = rings.first; r < rings.last; ++r) {
            all.push_back(drawing.rings().ring(r));
        }
        return overlay(all, {}, InsideRule::a_odd);
    }
    if (rings.first == rings.last || !drawing.role(rings.first).shell) {
        return {}; // the shell encloses nothing
    }
    const Ring shell = drawing.rings().ring(rings.first);
    const Region cut_out = holes(drawing, validity, rings);
    return overlay(std::span(&shell, 1), rings_of(cut_out), InsideRule::a_without_b);
}

} // namespace

Region turned(const Drawing& drawing, const Validity& validity) {
    Region out;
    out.reserve(drawing.vertices().size());
    for (const RingRange rings : rings_by_polygon(drawing)) {
        append_turned(drawing, validity, rings, out);
    }
    return out;
}

Region resolved_in_groups(const Drawing& drawing, const Validity& validity, FillRule fill) {
    const std::vector<RingRange> ranges = rings_by_polygon(drawing);
    std::vector<std::vector<std::uint32_t>> groups(drawing.polygon_count());
    for (std::uint32_t p = 0; p < drawing.polygon_count(); ++p) {
        groups[validity.group[p]].push_back(p);
    }
    Region out;
    for (const auto& group : groups) {
        if (group.size() == 1 && validity.sound[group[0]]) {
            append_turned(drawing, validity, ranges[group[0]], out);
            continue;
        }
        Region parts;
        for (const std::uint32_t p : group) {
            if (validity.sound[p]) {
                append_turned(drawing, validity, ranges[p], parts);
            } else {
                parts.append(filled(drawing, validity, ranges[p], fill));
            }
        }
        out.append(group.size() == 1 ? parts : united(parts));
    }
    return out;
}

Region united(const Region& region) {
    return overlay(rings_of(region), {}, InsideRule::a_positive);
}

} // namespace shapes
