// SPDX-License-Identifier: MIT
#pragma once

#include "engine/verdict/thresholds.hpp"
#include "engine/verdict/verdict.hpp"
#include "shapes/units/area.hpp"

#include <string_view>

namespace engine {

// A claim is an equivalence test: it agrees with the maps unless the two can be told apart.
//
//        L          H            the band that the words cover, at least ± least_margin wide
//     ───[━━━━━━━━━━]───────▶ km²
//             ├──●──┤            measured, ± its error: inside, consistent
//       ├──●──┤                  outside by less than the error: cannot be told apart, consistent
//     ●                          apart with p ≥ decide_probability: overstated
//     ├─────────●─────────┤      the error is so large that agreeing means nothing: undecidable
//     ├────────────────────────┤ a bracket whose ends would be judged differently: undecidable

/// Where a claim's words set no limit: "more than 3,000" is true of any larger area.
enum class OpenEnd { none, above, below };

/// By the id of the hedge in hedges.toml.
OpenEnd open_end(std::string_view hedge);

/// What a claim states, as it is compared.
struct StatedBand {
    double figure_km2 = 0.0;
    Band lenient; ///< contains the figure
    OpenEnd open = OpenEnd::none;
    bool exact = false; ///< the speaker says "exactly": the least margin is not granted

    /// The claim's band, both ends included: an end that the words leave open is infinite, one that
    /// they set is no nearer to the figure than `least_margin` of it.
    Band compared(const Thresholds& limits) const;
};

/// Where a measured interval lies towards a band.
enum class Side { below, inside, above, across };
Side side_of(const Interval& measured, const Band& band);

struct Decision {
    enum class Why {
        inside,       ///< all that the maps allow lies in the band
        within_error, ///< not all of it does, but it cannot be told from the band
        apart,        ///< told from the band, on the side that the verdict says
        too_wide,     ///< the maps around a day would be judged differently
        too_rough,    ///< the error is too large for an agreement to mean anything
        unbounded,    ///< no map bounds the measurement on one side
        not_compared, ///< what was measured is not what the words are about
    };
    Verdict verdict = Verdict::undecidable;
    Why why = Why::unbounded;
    /// Consistent only because the words are open on one side: the measurement is beyond what the
    /// words were likely to mean (the far end of the lenient band).
    bool far_beyond = false;
};

/// Compares what the maps allow, with one standard deviation `sigma` (≥ 0) of the drawing's error,
/// with a claim. Never `contradicted`: that is about sign and place, not about size.
Decision decide(const Interval& measured, shapes::Area sigma, const StatedBand& stated,
                const Thresholds& limits = thresholds());

} // namespace engine
