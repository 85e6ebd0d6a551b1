// SPDX-License-Identifier: MIT
#pragma once

#include "engine/verdict/self_check.hpp"

#include <string>

namespace report {

/// The stable name of a finding, for JSON: "agreed", "second_was_wrong", …
const char* name(engine::CheckFinding finding);

/// Who was wrong where computations of one difference did not agree at once, with their figures;
/// empty where they did. One paragraph.
std::string self_check_note(const engine::SelfCheck& check);

/// "passed; GEOS 3.11.1 finds the same areas", for the last line of a report.
std::string self_check_line(const engine::SelfCheck& check);

} // namespace report
