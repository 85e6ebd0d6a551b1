// SPDX-License-Identifier: MIT
#pragma once

#include "tools/chart/markup.hpp"
#include "tools/page/claim_view.hpp"

namespace page {

/// The map of a claim: before, after and change behind three radio buttons that need no script, the
/// days between under a slider that a script brings to life, and the yardstick at its true size.
/// Kinds differ by pattern as well as by colour. Empty where the claim has no map.
chart::Markup map_figure(const ClaimView& view);

/// Patterns and verdict symbols that the figures refer to; once in a page.
chart::Markup shared_drawings();

} // namespace page
