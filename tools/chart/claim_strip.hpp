// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/text_claim.hpp"
#include "tools/chart/line_chart.hpp"

namespace chart {

/// What a claim's words cover, taken kindly, and its figure, both in the unit of `unit_km2` km². An
/// end that its hedge leaves open ("more than") is infinite, or 0. Without a name and a day.
Strip strip_of(const engine::TextClaim& claim, double unit_km2);

} // namespace chart
