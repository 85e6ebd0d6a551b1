// SPDX-License-Identifier: MIT
#include "shapes/area/ellipsoidal_area.hpp"

#include "shapes/area/chain_integral.hpp"
#include "shapes/area/geodesic_area.hpp"
#include "shapes/types/box.hpp"

#include <algorithm>

namespace shapes {
namespace {

Box box_of(Ring ring) {
    Box box;
    for (const Position p : ring) {
        box.add(p);
    }
    return box;
}

Area straight_ring_area(Ring ring) {
    const Box box = box_of(ring);
    if (box.empty()) {
        return {};
    }
    const AreaForm form = authalic_form(box.south, box.north);
    CompensatedSum sum;
    add_chain_integral(ring.data(), ring.size() - 1, form, sum);
    return Area::from_m2(form.unit * sum.value());
}

} // namespace

Area straight_area(const Region& region, const Box& box) {
    if (box.empty()) {
        return {};
    }
    const AreaForm form = authalic_form(box.south, box.north);
    // What rounding leaves of nothing may be negative; no area is.
    return Area::from_m2(std::max(0.0, form.unit * region_integral(region, form)));
}

Area ring_area(Ring ring, EdgeModel edges) {
    const Area straight = straight_ring_area(ring);
    return edges == EdgeModel::straight ? straight : smaller_side(straight + geodesic_change(ring));
}

Area ellipsoidal_area(const ValidRegion& region, EdgeModel edges) {
    Area area = straight_area(region.region(), region.box());
    if (edges == EdgeModel::geodesic) {
        for (std::size_t r = 0; r < region.region().ring_count(); ++r) {
            area += geodesic_change(region.region().ring(r));
        }
    }
    return std::max(area, Area{});
}

} // namespace shapes
