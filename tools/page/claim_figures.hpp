// SPDX-License-Identifier: MIT
#pragma once

#include "tools/chart/markup.hpp"
#include "tools/page/claim_view.hpp"

namespace page {

/// What the words cover against what the maps measure. Empty where no source measured it.
chart::Markup band_figure(const ClaimView& view);

/// The measure over the days around the claim, with its band and the measured value. Change is
/// added up from map to map from the baseline on, which the caption says. Empty without maps.
chart::Markup timeline_figure(const ClaimView& view);

} // namespace page
