// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/text_claim.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// A unit of area, from engine/data/units.toml.
struct AreaUnit {
    std::string id;
    double km2 = 1.0;
    double low_km2 = 1.0; ///< what the unit may be: differs from km2 for a football pitch
    double high_km2 = 1.0;
    std::string system;       ///< "metric", "imperial", …
    bool is_mistaken = false; ///< for another unit, easily
    struct Also {
        double km2 = 0.0;
        std::string code; ///< see Reading
    };
    std::vector<Also> also; ///< other areas of the same word
};

/// nullptr for an id that is not in the table.
const AreaUnit* area_unit(std::string_view id);

/// The bands of one hedge, as factors of the figure; from engine/data/hedges.toml.
struct HedgeBand {
    double strict_low = 1.0;
    double strict_high = 1.0;
    double lenient_low = 1.0;
    double lenient_high = 1.0;
    std::string reason;
};

/// nullptr for an id that is not in the table.
const HedgeBand* hedge_band(std::string_view id);
const HedgeBand& range_band();
const HedgeBand& vague_band();

struct Bands {
    Band strict;
    Band lenient;
};

/// The bands of an unhedged figure: ± half its last digit (strict) and ± its last digit (lenient);
/// of a round one, at most the shares that hedges.toml names.
/// @param figure_km2, step_km2  the figure and the worth of its last digit, both >= 0
Bands bare_bands(double figure_km2, double step_km2, bool round);

/// The band of a hedge around [low, high], which is one figure twice or a yardstick's extent.
Bands hedged_bands(const HedgeBand& hedge, double low_km2, double high_km2);

} // namespace engine
