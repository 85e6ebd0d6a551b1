// SPDX-License-Identifier: MIT
#pragma once

#include "engine/verification.hpp"
#include "tools/page/page_options.hpp"

#include <string>

namespace page {

/// A verification as one HTML page that needs nothing else: style, script and drawings stand in it,
/// and its content security policy lets it load and run nothing but these (by their SHA-256). It
/// reads the same without its script and on paper. In the language that the run asked for.
/// Deterministic: a pure function of the verification and the options.
std::string verification_page(const engine::Verification& verification,
                              const PageOptions& options = {});

} // namespace page
