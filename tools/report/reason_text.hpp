// SPDX-License-Identifier: MIT
#pragma once

#include "engine/verdict/reason.hpp"
#include "engine/verification.hpp"
#include "tools/report/figures.hpp"
#include "tools/report/language.hpp"

#include <map>
#include <optional>
#include <string>

namespace report {

/// The language that a run asked for (`reasons_lang` among the options of its provenance); English
/// where it asked for none. Throws engine::InputError for one that there is not.
const Language& language_of(const engine::Verification& verification);

/// A reason in one or more sentences, its areas in km² with the digits that were computed.
std::string reason_text(const engine::Reason& reason, const Language& in);

/// The same as a report has it: areas in the report's unit and, as the figures beside it, without
/// a digit that is not known (`sigma`: one standard deviation of what was measured).
std::string reason_text(const engine::Reason& reason, const Figures& figures,
                        const std::optional<shapes::Area>& sigma = std::nullopt);

/// Its values for programs, as the JSON has them: days in ISO 8601, areas in km² with six decimals,
/// names as they are; ranges as the English sentences have them.
std::map<std::string, std::string> reason_values(const engine::Reason& reason, const Language& in);

/// What is measured, where the words stand alone: without the comma that closes them in a sentence.
std::string measure_alone(engine::Measure measure, const Language& in);

/// "a map of 9 or 10 September 2022"; empty for nothing.
std::string would_decide_text(const engine::WouldDecide& wanted, const Language& in);

} // namespace report
