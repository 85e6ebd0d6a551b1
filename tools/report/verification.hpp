// SPDX-License-Identifier: MIT
#pragma once

#include "engine/verify.hpp"
#include "tools/report/change_map.hpp"
#include "tools/report/table.hpp"

#include <string>

namespace report {

// Reports of a verification are pure functions of it, so that no two outputs can disagree.

/// A block for each claim: verdict, what was stated, what was measured, why, from which maps.
std::string verification_text(const engine::Verification& verification, const Screen& screen);

std::string verification_json(const engine::Verification& verification);

/// The regions behind the figures, those that several claims share once.
ChangeMap change_map(const engine::Verification& verification);

} // namespace report
