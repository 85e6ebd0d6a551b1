// SPDX-License-Identifier: MIT
#pragma once

#include "tools/chart/markup.hpp"
#include "tools/page/claim_view.hpp"
#include "tools/page/view.hpp"

#include <string>
#include <vector>

namespace page {

/// A text on the map, around its middle.
struct Label {
    Spot at;
    std::string text;
};

/// How far a claim's yardstick reaches, the longer way, km; 0 where the claim has none. It is the
/// outline of what the claim names where the page was given one, else the claimed area as a square.
double yardstick_km(const ClaimView& view);

/// What it is, for the legend.
std::string yardstick_words(const ClaimView& view);

/// The yardstick, at the scale of the map, in a corner where it covers no label if there is one.
/// The projection is equal-area, so it is true to size wherever it is dragged. Empty where the
/// claim has none.
chart::Markup yardstick(const ClaimView& view, const View& map, const std::vector<Label>& labels);

} // namespace page
