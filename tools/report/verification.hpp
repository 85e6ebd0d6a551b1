// SPDX-License-Identifier: MIT
#pragma once

#include "engine/verify.hpp"
#include "tools/report/alarm_text.hpp"
#include "tools/report/change_map.hpp"
#include "tools/report/claim_text.hpp"
#include "tools/report/consistency_text.hpp"
#include "tools/report/table.hpp"

#include <string>
#include <vector>

namespace report {

// Reports of a verification are pure functions of it, so that no two outputs can disagree.

/// A block for each claim (claim_text), then the alarms, what the claims say of one another, and
/// how many claims got which verdict; in the language of the verification's reasons.
std::string verification_text(const engine::Verification& verification, const Screen& screen,
                              Depth depth = Depth::first_screen);

/// "8 claims: 4 consistent, 1 overstated, …"
std::string tally(const engine::Verification& verification, const Language& in);

std::string verification_json(const engine::Verification& verification);

/// The regions behind the figures, those that several claims share once.
ChangeMap change_map(const engine::Verification& verification);

/// The same by claim, for the claims that maps bound: what each of its sources shows.
std::vector<ChangeMap> claim_maps(const engine::Verification& verification);

} // namespace report
