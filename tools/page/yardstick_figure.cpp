// SPDX-License-Identifier: MIT
#include "tools/page/yardstick_figure.hpp"

#include "shapes/area/ellipsoidal_area.hpp"
#include "tools/page/map_layers.hpp"
#include "tools/page/outline.hpp"
#include "tools/report/region_name.hpp"

#include <algorithm>
#include <cmath>

namespace page {
namespace {

using chart::element;
using chart::Markup;
using chart::px;

/// What is moved over the map: its upper left corner stands at 0, 0.
struct Drawing {
    Markup shape;
    double width = 0.0; ///< units of the map
    double height = 0.0;
    Spot label;
};

double square_side_km(const ClaimView& view) {
    const auto& figure = view.claim.claim.figure.figure_km2;
    return figure && *figure > 0 && std::isfinite(*figure) ? std::sqrt(*figure) : 0.0;
}

Drawing square(const ClaimView& view, const View& map) {
    const double side = square_side_km(view) * map.units_per_km();
    const Markup shape =
        element("rect", {{"width", px(side)}, {"height", px(side)}, {"class", "mp-square"}});
    return {shape, side, side, {side / 2, side >= 60 ? side / 2 : side + 10}};
}

// In a view of its own, true to scale through its middle, which is as large as the map's.
Drawing outlined(const shapes::Region& region, const View& map) {
    constexpr double kAnyWidth = 100;
    const shapes::Box box = region.box();
    const double scale = View(box, kAnyWidth, 0).units_per_km();
    const View own(box, kAnyWidth * map.units_per_km() / scale, 0);
    const Spot corner = own.at({box.west, box.north});
    const Spot opposite = own.at({box.east, box.south});
    const Markup shape =
        element("path", {{"d", outline(region, own)},
                         {"transform", "translate(" + px(-corner.x) + " " + px(-corner.y) + ")"},
                         {"class", "mp-square"},
                         {"fill-rule", "evenodd"}});
    const double width = opposite.x - corner.x;
    const double height = opposite.y - corner.y;
    return {shape, width, height, {width / 2, height >= 60 ? height / 2 : height + 10}};
}

// The first corner where it covers no label, or the first of all; the scale stands in the one at
// the bottom left. Its own words, which may be wider than it is, stay inside the map.
Spot free_corner(const Drawing& drawing, const std::string& words, const View& map,
                 const std::vector<Label>& labels) {
    constexpr double kLabelHalf = 70; // of the width of a label
    constexpr double kLabelTall = 14;
    const double over = label_width(words) - drawing.width;
    const double left = std::max(14.0, over / 2);
    const double right = std::max(8.0, map.width() - drawing.width - left);
    const double top = std::clamp(map.height() - drawing.height - 40, 20.0, 30.0);
    const double bottom = std::max(top, map.height() - drawing.height - 14);
    for (const Spot corner : {Spot{right, top}, Spot{left, top}, Spot{right, bottom}}) {
        const bool is_free = std::ranges::none_of(labels, [&](const Label& label) {
            return label.at.x > corner.x - kLabelHalf &&
                   label.at.x < corner.x + drawing.width + kLabelHalf &&
                   label.at.y > corner.y - kLabelTall &&
                   label.at.y < corner.y + drawing.height + kLabelTall;
        });
        if (is_free) {
            return corner;
        }
    }
    return {right, top};
}

// "2 × Bornholm, 1,176 km²", of an outline the area that it has itself: "Bornholm, 600 km²".
std::string named(const ClaimView& view) {
    const engine::TextClaim& figure = view.claim.claim.figure;
    const shapes::Area area = view.outline != nullptr
                                  ? shapes::ellipsoidal_area(view.outline->region)
                                  : shapes::Area::from_km2(*figure.figure_km2);
    std::string words = view.figures.words(area);
    if (figure.yardstick.empty()) {
        return words;
    }
    const report::Language& in = view.words.language();
    return (view.outline != nullptr ? report::region_name(figure.yardstick, in.code())
                                    : report::yardstick_words(figure, in)) +
           ", " + words;
}

} // namespace

double yardstick_km(const ClaimView& view) {
    if (view.outline == nullptr) {
        return square_side_km(view);
    }
    const shapes::Box box = view.outline->region.region().box();
    const EqualAreaProjection projection(centre_of(box));
    const PlanePoint low = projection.at({box.west, box.south});
    const PlanePoint high = projection.at({box.east, box.north});
    return std::max(high.x_km - low.x_km, high.y_km - low.y_km);
}

std::string yardstick_words(const ClaimView& view) {
    if (view.outline == nullptr) {
        return view.words.text("map.square", {{"what", named(view)}});
    }
    return view.words.text(view.outline->of_gshhg ? "map.shore" : "map.outline",
                           {{"what", named(view)}, {"file", view.outline->file}});
}

Markup yardstick(const ClaimView& view, const View& map, const std::vector<Label>& labels) {
    if (yardstick_km(view) <= 0) {
        return {};
    }
    const Drawing drawing =
        view.outline == nullptr ? square(view, map) : outlined(view.outline->region.region(), map);
    const Spot at = free_corner(drawing, named(view), map, labels);
    const char* key = view.outline == nullptr ? "map.square_label" : "map.outline_label";
    return element("g",
                   {{"class", "mp-yard"},
                    {"transform", "translate(" + px(at.x) + " " + px(at.y) + ")"},
                    {"data-side", px(std::max(drawing.width, drawing.height))},
                    {"aria-label", view.words.text(key, {{"what", named(view)}})}},
                   drawing.shape + map_label(drawing.label, named(view)));
}

} // namespace page
