// SPDX-License-Identifier: MIT
#pragma once

#include "tools/chart/markup.hpp"
#include "tools/page/view.hpp"
#include "tools/page/words.hpp"

#include "shapes/types/box.hpp"
#include "shapes/types/region.hpp"

#include <optional>
#include <string>
#include <vector>

namespace page {

// What a map is made of, each a pure function of the view.

/// Meridians and parallels a round number of degrees or minutes apart, with their names at the rim.
chart::Markup graticule(const View& view, const Words& words);

/// A bar of a round length, true along the middle of the map.
chart::Markup scale_bar(const View& view, const Words& words);

/// A region filled, with class.
chart::Markup filled(const shapes::Region& region, const View& view, const std::string& classes);

/// A text with a halo, centred.
chart::Markup map_label(Spot at, const std::string& text);

/// The width of a label, in units of the map: what the widest letters on average need.
double label_width(const std::string& text);

/// The spot nearest to one in view where a label stands whole.
Spot inside(Spot at, const std::string& text, const View& view);

/// Where a label of a region may stand: inside its largest polygon. nullopt where none of it is in
/// view.
std::optional<Spot> label_spot(const shapes::Region& region, const View& view);

/// The bounds of the polygons that make up nearly all of the regions' area: slivers along a front
/// of a thousand kilometres must not make a dot of what happened.
shapes::Box main_box(const std::vector<const shapes::Region*>& regions);

} // namespace page
