// SPDX-License-Identifier: MIT
#pragma once

#include "engine/verification.hpp"
#include "tools/chart/markup.hpp"
#include "tools/page/words.hpp"
#include "tools/report/unit.hpp"

namespace page {

/// What the claims say of one another; empty where nothing.
chart::Markup between_claims(const engine::Verification& verification, const Words& words,
                             report::AreaUnit unit);

/// What is to be known of the maps that went in; empty where there is nothing.
chart::Markup warnings_section(const engine::Verification& verification, const Words& words);

/// Sources with credit, licence and assumed accuracy, their maps day by day, their alarms.
chart::Markup sources_section(const engine::Verification& verification, const Words& words,
                              report::AreaUnit unit);

/// How it was measured, in a few sentences.
chart::Markup method_section(const engine::Verification& verification, const Words& words);

/// Program, libraries, options, the checks, and each file with its SHA-256.
chart::Markup provenance_section(const engine::Verification& verification, const Words& words);

} // namespace page
