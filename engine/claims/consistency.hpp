// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/text_claim.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace engine {

/// What was found between claims; its name is stable, for programs.
enum class ConsistencyCode {
    extra_fits,           ///< a later total less an earlier one is the stated increase
    extra_differs,        ///< it is not
    comparison_fits,      ///< a figure beside the size of a region, within the strict band …
    comparison_loose,     ///< … within the lenient one only …
    comparison_differs,   ///< … within neither
    settlements_per_area, ///< km² to a settlement
    settlements_unlikely, ///< so few or so many of them that one of the figures is doubtful
    cumulative_falls,     ///< a later total below an earlier one
    figures_differ,       ///< two figures for the same days whose lenient bands do not meet
};

/// "extra_fits", …
const char* name(ConsistencyCode code);

/// Two totals and the increase that was stated, in km².
struct IncreaseFigures {
    double later_km2 = 0.0;
    double earlier_km2 = 0.0;
    double stated_km2 = 0.0;
};

/// A figure, and the size that words beside it name.
struct SizeFigures {
    double figure_km2 = 0.0;
    std::string words;
    double size_km2 = 0.0; ///< > 0
};

struct SettlementFigures {
    double figure_km2 = 0.0;
    double settlements = 0.0; ///< > 0
};

/// Two totals with their days.
struct TotalFigures {
    double later_km2 = 0.0;
    Date later;
    double earlier_km2 = 0.0;
    Date earlier;
};

/// Two figures for the same days.
struct RivalFigures {
    double one_km2 = 0.0;
    double other_km2 = 0.0;
    Date since;
    Date as_of;
};

using ConsistencyFigures =
    std::variant<IncreaseFigures, SizeFigures, SettlementFigures, TotalFigures, RivalFigures>;

/// What two or three claims say of one another.
struct Consistency {
    ConsistencyCode code = ConsistencyCode::extra_fits;
    bool agrees = true;
    std::vector<std::size_t> claims; ///< indices of the claims given
    ConsistencyFigures figures;
};

/// How claims about the same events fit together; only claims whose days are known take part in the
/// checks that need days. Looks at the first 60 claims with an area: no article has more, and the
/// work grows with their third power. Pure.
std::vector<Consistency> check_consistency(std::span<const TextClaim> claims);

} // namespace engine
