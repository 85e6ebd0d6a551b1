// SPDX-License-Identifier: MIT
#pragma once

#include "engine/case/claim.hpp"
#include "shapes/units/area.hpp"

#include <optional>

namespace engine {

/// A rate ("30 km² a day in November") as what is compared: the change over its window.
struct RateWindow {
    double km2_a_day = 0.0;
    int days = 0; ///< ≥ 1
};

/// A part of a region: what it is a part of.
struct ShareOf {
    double published_km2 = 0.0; ///< of the yardstick
    /// Of the region of interest; nullopt without one: then the share cannot be judged, as the maps
    /// do not tell what of them lies in the region.
    std::optional<double> polygon_km2;
    bool differ = false; ///< by more than `denominator_share` of the published figure
    bool of_all = false; ///< the region holds all that the source's maps may draw
};

/// A claim as it is compared with an area on maps.
struct StatedClaim {
    /// What keeps it from being compared at all.
    enum class Missing {
        nothing,
        window, ///< a rate, and not over which days
        days,   ///< a change, and it is counted from the very day it runs to: nothing can change
        region, ///< a share of a region, and no polygon of it
        place,  ///< what happened in a region that the words name, and no polygon of it
        part,   ///< what is held without a part that the words leave out and the maps do not
        holder, ///< what another side holds, which maps of this holder do not show
    };
    Claim claim; ///< figures, bands and readings in km² of an area
    std::optional<RateWindow> rate = std::nullopt;
    std::optional<ShareOf> share = std::nullopt;
    Missing missing = Missing::nothing;
};

/// Days of a window, both ends included; from a day to the same day of another month, as one counts
/// months, the last one is not. end ≥ since.
int days_of_window(Date since, Date end);

/// Turns a rate into the change over its window, and a share into an area: of the polygon where a
/// region of interest is given (the published area stays as a reading, as likely as the other where
/// both differ), else of the published area.
StatedClaim stated_claim(const Claim& claim, std::optional<shapes::Area> region);

/// −1 for a net change that the claim's text calls a loss, else 1: see ClaimVerification::sign.
double sign_of(const Claim& claim);

/// Whether a source whose maps show the evening before shows the end of this claim's last day on
/// the map of the day after: where the claim runs to the end of a month.
bool ends_with_month(const Claim& claim);

} // namespace engine
