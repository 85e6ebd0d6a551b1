// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/warning.hpp"
#include "tools/report/language.hpp"

#include <string>

namespace report {

/// What a person should look at before relying on a claim, in a language; not a whole sentence.
std::string warning_text(const engine::ClaimWarning& warning, const Language& in);

} // namespace report
