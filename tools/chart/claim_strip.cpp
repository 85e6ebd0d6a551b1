// SPDX-License-Identifier: MIT
#include "tools/chart/claim_strip.hpp"

#include "engine/verdict/decide.hpp"

#include <limits>

namespace chart {

Strip strip_of(const engine::TextClaim& claim, double unit_km2) {
    Strip strip;
    if (claim.lenient) {
        const engine::OpenEnd open = engine::open_end(claim.hedge);
        strip.low = open == engine::OpenEnd::below ? 0.0 : claim.lenient->low_km2 / unit_km2;
        strip.high = open == engine::OpenEnd::above ? std::numeric_limits<double>::infinity()
                                                    : claim.lenient->high_km2 / unit_km2;
    }
    if (claim.figure_km2) {
        strip.line = *claim.figure_km2 / unit_km2;
    }
    return strip;
}

} // namespace chart
