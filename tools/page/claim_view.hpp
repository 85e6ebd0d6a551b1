// SPDX-License-Identifier: MIT
#pragma once

#include "engine/verification.hpp"
#include "tools/chart/markup.hpp"
#include "tools/page/page_options.hpp"
#include "tools/page/words.hpp"
#include "tools/report/figures.hpp"

#include <string>
#include <vector>

namespace page {

/// One claim as the page shows it: with several sources, the one whose map stands in front.
struct ClaimView {
    const engine::Verification& all;
    const engine::ClaimVerification& claim;
    const Words& words;
    report::AreaUnit unit;                        ///< of all figures; never `automatic`
    report::Figures figures;                      ///< in it, with no digit that is not known
    std::size_t number = 0;                       ///< from 1, in the case's order
    const engine::SourceVerdict* found = nullptr; ///< of the shown source; null where none is
    const engine::SourceReport* source = nullptr; ///< the same
    const engine::ChangePiece* piece = nullptr;   ///< what its map shows; null where nothing is
    const YardstickOutline* outline = nullptr;    ///< of its yardstick, where the page has one

    double in_unit(double km2) const { return km2 / report::km2_in(unit); }

    std::string id() const { return "c" + std::to_string(number); }
};

/// The source shown is the one that the terminal tells of: report::told_source; the unit the one
/// that it settles on, report::settled.
ClaimView claim_view(const engine::Verification& all, std::size_t index, const Words& words,
                     const PageOptions& options);

/// "v-overstated": the class of all that shows a verdict, and the id of its drawing.
std::string symbol(engine::Verdict verdict);
/// The symbol of shared_drawings(), for whoever sees it; its word stands beside it.
chart::Markup icon(engine::Verdict verdict);

/// Measured best or bracket of the shown source, as words: "410 km²", "602 to 8,968 km²".
std::string figure_words(const ClaimView& view);
/// "± 140 km² …" or, where it is not known, empty.
std::string error_words(const ClaimView& view);

/// What the true area may be: the maps' interval, and two standard deviations of the drawing's
/// error around it or what a simulation that replaces it found. Open ends are infinite.
struct Reach {
    double low_km2 = 0.0;
    double high_km2 = 0.0;
};
Reach reach_of(const engine::SourceVerdict& found);

} // namespace page
