// SPDX-License-Identifier: MIT
#include "shapes/difference/valid_region.hpp"

#include "shapes/difference/interim.hpp"
#include "shapes/difference/valid_region_access.hpp"
#include "shapes/geos/second_opinion.hpp"

#include <algorithm>
#include <utility>

namespace shapes {

// INTERIM: GEOS stands in until the general kernel lands.
ValidRegion interim_valid(Region oriented) {
    for (std::size_t p = 0; p < oriented.polygon_count(); ++p) {
        const auto [first, last] = oriented.polygon(p);
        for (std::size_t r = first; r < last; ++r) {
            const Ring ring = oriented.ring(r);
            double twice = 0;
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                twice += (ring[i].lon - ring[0].lon) * (ring[i + 1].lat - ring[0].lat) -
                         (ring[i + 1].lon - ring[0].lon) * (ring[i].lat - ring[0].lat);
            }
            if ((twice > 0) != (r == first)) {
                auto* begin =
                    oriented.positions().data() + (ring.data() - oriented.positions().data());
                std::reverse(begin, begin + ring.size());
            }
        }
    }
    return ValidRegionAccess::make(std::move(oriented));
}

ValidationResult validate(const Region& drawn, FillRule) {
    return {interim_valid(geos::unite(drawn)), {}};
}

ValidRegion unite(const std::vector<ValidRegion>& regions) {
    Region all;
    for (const auto& r : regions) {
        all.append(r.region());
    }
    return interim_valid(geos::unite(all));
}

} // namespace shapes
