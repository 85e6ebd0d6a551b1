// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/read_options.hpp"
#include "engine/claims/text_claim.hpp"
#include "engine/claims/words/detect_language.hpp"

#include <string_view>
#include <vector>

namespace engine {

/// The statements about areas in a text, in the order of the text, spans not overlapping.
///
/// Pure: opens nothing, knows no clock, needs no ICU; what it knows of a language stands in
/// engine/data/lexicons. Any bytes may come in: invalid UTF-8 is skipped over, offsets always refer
/// to the bytes given, and time is linear in their number.
std::vector<TextClaim> read_claims(std::string_view text, const ReadOptions& options = {});

} // namespace engine
