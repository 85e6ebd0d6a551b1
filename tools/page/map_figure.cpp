// SPDX-License-Identifier: MIT
#include "tools/page/map_figure.hpp"

#include "tools/page/map_layers.hpp"
#include "tools/page/yardstick_figure.hpp"

#include <algorithm>
#include <cmath>

namespace page {
namespace {

using chart::Attributes;
using chart::element;
using chart::Markup;
using chart::px;

constexpr double kWidth = 460;
constexpr double kNothing_km2 = 0.0005; // as the words say "0 km²"
constexpr double kLabelled = 0.01;      // of the larger change: a label on less would only cover it
constexpr std::size_t kMostDays = 40;   // a slider of more is no help, and heavy

const shapes::Region& held_region(const ClaimView& view, std::size_t snapshot) {
    return view.source->timeline.snapshots[snapshot]
        .boundary.held_at(view.all.options.level)
        .region();
}

// The snapshots of the window, thinned evenly where there are many; both ends stay.
std::vector<std::size_t> days_of(const ClaimView& view) {
    std::vector<std::size_t> all;
    const auto& snapshots = view.source->timeline.snapshots;
    for (std::size_t i = 0; i < snapshots.size(); ++i) {
        if (snapshots[i].date >= view.piece->from && snapshots[i].date <= view.piece->to) {
            all.push_back(i);
        }
    }
    if (all.size() <= kMostDays) {
        return all;
    }
    std::vector<std::size_t> some;
    for (std::size_t i = 0; i < kMostDays; ++i) {
        some.push_back(all[i * (all.size() - 1) / (kMostDays - 1)]);
    }
    return some;
}

View view_of(const ClaimView& view) {
    const engine::ChangePiece& piece = *view.piece;
    shapes::Box box = main_box({&piece.lost.region(), &piece.gained.region()});
    if (box.empty()) {
        box = main_box({&piece.held.region()});
    }
    return View(box, kWidth, std::max(2.0, yardstick_km(view)));
}

std::vector<Label> change_labels(const ClaimView& view, const View& map) {
    std::vector<Label> labels;
    const auto& sigma = view.found->measured.sigma;
    const double most_km2 = std::max(view.piece->lost_area.km2(), view.piece->gained_area.km2());
    const double least_km2 = std::max(kNothing_km2, kLabelled * most_km2);
    const auto add = [&](const char* key, const shapes::ValidRegion& region, shapes::Area area) {
        const auto spot = label_spot(region.region(), map);
        if (spot && area.km2() >= least_km2) {
            const std::string text =
                view.words.text(key, {{"area", view.figures.words(area, sigma)}});
            labels.push_back({inside(*spot, text, map), text});
        }
    };
    add("map.lost_area", view.piece->lost, view.piece->lost_area);
    add("map.gained_area", view.piece->gained, view.piece->gained_area);
    return labels;
}

Markup layers(const ClaimView& view, const View& map) {
    const engine::ChangePiece& piece = *view.piece;
    const auto before = view.source->timeline.as_of(piece.from).exact;
    Markup out = element(
        "rect", {{"width", px(map.width())}, {"height", px(map.height())}, {"class", "mp-ground"}});
    if (before) {
        out += element("g", {{"class", "mp-before"}},
                       filled(held_region(view, *before), map, "mp-held"));
    }
    out += element("g", {{"class", "mp-after"}}, filled(piece.held.region(), map, "mp-held"));
    Markup days;
    for (const std::size_t day : days_of(view)) {
        const std::string date = view.words.say(view.source->timeline.snapshots[day].date);
        days += element("g", {{"class", "mp-day"}, {"data-day", date}},
                        filled(held_region(view, day), map, "mp-held"));
    }
    out += days;
    Markup change = filled(piece.lost.region(), map, "mp-lost-ground") +
                    filled(piece.lost.region(), map, "mp-lost") +
                    filled(piece.gained.region(), map, "mp-gained-ground") +
                    filled(piece.gained.region(), map, "mp-gained");
    if (before) {
        change += filled(held_region(view, *before), map, "mp-old-line");
    }
    out += graticule(map, view.words);
    out += element("g", {{"class", "mp-change"}}, change);
    const std::vector<Label> labels = change_labels(view, map);
    out += yardstick(view, map, labels);
    Markup texts; // above the yardstick, wherever it is moved
    for (const Label& label : labels) {
        texts += map_label(label.at, label.text);
    }
    out += element("g", {{"class", "mp-change"}}, texts);
    return out + scale_bar(map, view.words);
}

Markup swatch(const Markup& drawing, const std::string& text) {
    return element("li", {},
                   element("svg",
                           {{"viewBox", "0 0 26 14"}, {"class", "swatch"}, {"aria-hidden", "true"}},
                           drawing) +
                       Markup::text(text));
}

Markup box(const std::string& classes) {
    return element("rect",
                   {{"x", "1"}, {"y", "1"}, {"width", "24"}, {"height", "12"}, {"class", classes}});
}

Markup legend(const ClaimView& view) {
    const Words& words = view.words;
    const std::map<std::string, std::string> days{{"from", words.say(view.piece->from)},
                                                  {"to", words.say(view.piece->to)}};
    Markup list;
    if (view.piece->lost_area.km2() >= kNothing_km2) {
        list += swatch(box("mp-lost-ground") + box("mp-lost"), words.text("map.lost", days));
    }
    if (view.piece->gained_area.km2() >= kNothing_km2) {
        list += swatch(box("mp-gained-ground") + box("mp-gained"), words.text("map.gained", days));
    }
    list += swatch(box("mp-held"), words.text("map.held", days));
    list += swatch(element("path", {{"d", "M1 7H25"}, {"class", "mp-old-line"}}),
                   words.text("map.old_line", days));
    if (yardstick_km(view) > 0) {
        list += swatch(box("mp-square"), yardstick_words(view));
    }
    return element("ul", {{"class", "legend"}}, list);
}

Markup choice(const ClaimView& view, const char* which, const std::string& text, bool chosen) {
    const std::string id = view.id() + "-" + which;
    Attributes attributes{{"type", "radio"},
                          {"name", view.id() + "-view"},
                          {"id", id},
                          {"class", std::string("see see-") + which}};
    if (chosen) {
        attributes.emplace_back("checked", "checked");
    }
    return element("input", attributes) + element("label", {{"for", id}}, text);
}

// Hidden until the script finds it: without one there is nothing that it could do.
Markup slider(const ClaimView& view) {
    const std::vector<std::size_t> days = days_of(view);
    if (days.size() < 2) {
        return {};
    }
    const std::string id = view.id() + "-day";
    const Markup input = element("input", {{"type", "range"},
                                           {"id", id},
                                           {"min", "0"},
                                           {"max", std::to_string(days.size() - 1)},
                                           {"step", "1"},
                                           {"value", std::to_string(days.size() - 1)}});
    return element("div", {{"class", "days"}, {"hidden", "hidden"}},
                   element("label", {{"for", id}}, view.words.text("map.slider")) + input +
                       element("output", {{"for", id}}, view.words.say(view.piece->to)));
}

std::string description(const ClaimView& view) {
    const engine::ChangePiece& piece = *view.piece;
    return view.words.text("map.description", {{"from", view.words.say(piece.from)},
                                               {"to", view.words.say(piece.to)},
                                               {"lost", view.figures.words(piece.lost_area)},
                                               {"gained", view.figures.words(piece.gained_area)},
                                               {"held", view.figures.words(piece.held_area)},
                                               {"source", view.source->name}});
}

} // namespace

Markup map_figure(const ClaimView& view) {
    if (view.piece == nullptr || view.source == nullptr) {
        return element("p", {{"class", "no-map"}}, view.words.text("map.none"));
    }
    const View map = view_of(view);
    const std::string id = view.id() + "-map";
    const Markup drawing =
        element("svg",
                {{"viewBox", "0 0 " + px(map.width()) + " " + px(map.height())},
                 {"role", "img"},
                 {"aria-labelledby", id + "-title " + id + "-desc"},
                 {"class", "map"}},
                element("title", {{"id", id + "-title"}}, view.words.text("map.title")) +
                    element("desc", {{"id", id + "-desc"}}, description(view)) + layers(view, map));
    const Words& words = view.words;
    const Markup choices =
        choice(view, "change", words.text("map.change"), true) +
        choice(view, "before", words.text("map.before", {{"day", words.say(view.piece->from)}}),
               false) +
        choice(view, "after", words.text("map.after", {{"day", words.say(view.piece->to)}}), false);
    const Markup caption = element(
        "figcaption", {},
        words.text("map.caption", {{"source", view.source->name},
                                   {"credit", view.source->credit.empty() ? view.source->name
                                                                          : view.source->credit}}));
    return element(
        "figure", {{"class", "mapbox"}},
        element(
            "div",
            {{"class", "views"}, {"role", "radiogroup"}, {"aria-label", words.text("map.views")}},
            choices) +
            drawing + slider(view) + legend(view) + caption);
}

} // namespace page
