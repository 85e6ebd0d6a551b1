// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/region.hpp"
#include "tools/page/view.hpp"

#include <string>

namespace page {

/// A region as the data of an SVG path, for looking at: cut off a little outside the view (so that
/// the cut is not seen), and without what is finer than a third of a unit of the drawing. Figures
/// never come from it. Empty where nothing of the region is in view.
std::string outline(const shapes::Region& region, const View& view);

} // namespace page
