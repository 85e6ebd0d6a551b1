// SPDX-License-Identifier: MIT
#include "shapes/geos/second_opinion.hpp"

#include "shapes/geos/convert.hpp"
#include "shapes/geos/fill.hpp"

#include <memory>

namespace shapes::geos {
namespace {

Overlay overlay_or_throw(const Region& before, const Region& after, FillRule fill, double grid) {
    const Context c;
    const Geometry b = filled(c, before, fill);
    const Geometry a = filled(c, after, fill);
    const Geometry lost(c, GEOSDifferencePrec_r(c.get(), b.get(), a.get(), grid), "lost");
    const Geometry gained(c, GEOSDifferencePrec_r(c.get(), a.get(), b.get(), grid), "gained");
    const Geometry common(c, GEOSIntersectionPrec_r(c.get(), a.get(), b.get(), grid), "common");
    return {to_region(c, lost), to_region(c, gained), to_region(c, common)};
}

/// What keeps GEOS from taking a ring at all.
std::optional<std::string> malformed(const Region& region) {
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        const Ring ring = region.ring(r);
        if (!has_area(ring) || ring.front() != ring.back()) {
            return "ring " + std::to_string(r) + " has fewer than four positions or is not closed";
        }
    }
    return std::nullopt;
}

} // namespace

OverlayResult overlay(const Region& before, const Region& after, FillRule fill) {
    try {
        return {overlay_or_throw(before, after, fill, 0), "", ""};
    } catch (const std::exception& first) {
        OverlayResult result = overlay_on_grid(before, after, fill, kRetryGridDegrees);
        result.note = std::string("GEOS failed in full precision (") + first.what() +
                      "); this is its answer on a grid of 1e-10 degrees";
        return result;
    }
}

OverlayResult overlay_on_grid(const Region& before, const Region& after, FillRule fill,
                              double grid_degrees) {
    try {
        return {overlay_or_throw(before, after, fill, grid_degrees), "", ""};
    } catch (const std::exception& e) {
        return {std::nullopt, e.what(), ""};
    }
}

std::optional<std::string> invalid_reason(const Region& region) {
    if (auto reason = malformed(region)) {
        return reason;
    }
    const Context c;
    const Geometry geometry = to_multipolygon(c, region);
    if (GEOSisValid_r(c.get(), geometry.get()) == 1) {
        return std::nullopt;
    }
    const auto free_text = [&](char* text) { GEOSFree_r(c.get(), text); };
    const std::unique_ptr<char, decltype(free_text)> reason(
        GEOSisValidReason_r(c.get(), geometry.get()), free_text);
    return reason ? std::string(reason.get()) : std::string("not valid");
}

Region unite(const Region& region, FillRule fill) {
    const Context c;
    return to_region(c, filled(c, region, fill));
}

std::string version() {
    return GEOSversion();
}

} // namespace shapes::geos
