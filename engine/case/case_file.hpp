// SPDX-License-Identifier: MIT
#pragma once

#include "engine/case/case.hpp"

#include <string>
#include <string_view>

namespace engine {

/// Parses a case from TOML text and reads the figures of its claims. Opens nothing. `name` stands
/// in messages (the file's name); `holder` is whose territory the maps show where the case does not
/// say it. Throws InputError, naming line and key, for: TOML that does not
/// parse; a key that is not known; a value of the wrong type or a day that does not exist; no
/// source or no claim; two claims of one id; a claim whose text yields no figure of an area;
/// `since` after the claim's day.
Case parse_case(std::string_view toml, const std::string& name, const std::string& holder = {});

} // namespace engine
