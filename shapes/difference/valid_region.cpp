// SPDX-License-Identifier: MIT
#include "shapes/difference/valid_region.hpp"

#include "shapes/difference/drawing.hpp"
#include "shapes/difference/interim.hpp"
#include "shapes/difference/valid_region_access.hpp"
#include "shapes/difference/validity.hpp"
#include "shapes/difference/validity_problems.hpp"
#include "shapes/geos/second_opinion.hpp"

#include <algorithm>
#include <utility>

namespace shapes {
namespace {

/// The rings of the drawing, shells counter-clockwise, holes clockwise. Empty polygons are left
/// out.
Region turned(const Drawing& drawing, const std::vector<bool>& counter_clockwise) {
    Region out;
    out.reserve(drawing.vertices().size());
    for (std::uint32_t r = 0; r < drawing.ring_count(); ++r) {
        const RingRole& role = drawing.role(r);
        if (role.shell) {
            out.add_polygon();
        }
        out.add_ring();
        const Ring ring = drawing.rings().ring(r);
        if (counter_clockwise[r] == role.shell) {
            out.add(ring);
        } else {
            for (std::size_t i = ring.size(); i-- > 0;) {
                out.add(ring[i]);
            }
        }
    }
    return out;
}

} // namespace

// INTERIM: GEOS resolves until the overlay lands.
ValidRegion interim_valid(Region region) {
    const Drawing drawing(region);
    return ValidRegionAccess::make(turned(drawing, examine(drawing).counter_clockwise));
}

ValidationResult validate(const Region& drawn, FillRule) {
    const Drawing drawing(drawn);
    const Validity validity = examine(drawing);
    ValidationResult result;
    result.problems = problems_of(drawn, drawing, validity);
    result.region = validity.valid
                        ? ValidRegionAccess::make(turned(drawing, validity.counter_clockwise))
                        : interim_valid(geos::unite(drawn));
    return result;
}

ValidRegion unite(const std::vector<ValidRegion>& regions) {
    Region all;
    for (const ValidRegion& r : regions) {
        all.append(r.region());
    }
    return validate(all).region;
}

} // namespace shapes
