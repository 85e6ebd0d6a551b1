// SPDX-License-Identifier: MIT
#pragma once

#include "tools/chart/markup.hpp"
#include "tools/page/claim_view.hpp"

namespace page {

/// All that the page says of one claim: what an editor has to know in its first lines, with the
/// map; then why, when, and what other choices would give.
chart::Markup claim_section(const ClaimView& view);

/// Below: the table of what other days would give, and of what each source says.
chart::Markup claim_tables(const ClaimView& view);

/// The verdict as a badge: form, word and colour, and a newsroom's own label beside it.
chart::Markup badge(engine::Verdict verdict, const std::string& label, const Words& words);

} // namespace page
