// SPDX-License-Identifier: MIT
#pragma once

#include "engine/verification.hpp"
#include "tools/report/figures.hpp"
#include "tools/report/lines.hpp"

#include <string>
#include <vector>

namespace report {

/// The figure that the words were compared with: what was measured, and with it what the source
/// leaves out by definition, where that was added.
std::string compared_figure(const engine::SourceVerdict& found, const Figures& figures);

/// One standard deviation and its interval, the accuracy of the maps that it rests on and who says
/// so, and how likely the verdict is.
std::string how_sure(const engine::Verification& verification, const engine::SourceVerdict& found,
                     const Figures& figures);

/// What the nearest day with another verdict would do; or up to how many days there is none.
std::string another_day(const engine::SourceVerdict& found, const Figures& figures);

/// The days of the maps that a figure comes from.
std::string maps_of(const engine::SourceVerdict& found, const Language& in);

/// Whose territory the maps show: as the case names it, or a built-in profile in this language.
std::string holder_words(const engine::Verification& verification, const Language& in);

/// All that is known of a claim by one source, each thing once.
std::vector<Entry> source_details(const engine::Verification& verification,
                                  const engine::SourceVerdict& found, const Figures& figures);

} // namespace report
