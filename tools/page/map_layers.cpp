// SPDX-License-Identifier: MIT
#include "tools/page/map_layers.hpp"

#include "shapes/units/angle.hpp"
#include "tools/page/outline.hpp"
#include "tools/report/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace page {
namespace {

using chart::element;
using chart::label;
using chart::Markup;
using chart::px;

constexpr double kBarRoom = 40;       // at the foot of the drawing, for the scale bar
constexpr double kShareInView = 0.98; // of the changed area

// Round steps in degrees: whole ones, halves, and minutes.
double graticule_step(double span) {
    for (const double step :
         {1.0 / 60, 1.0 / 30, 1.0 / 12, 1.0 / 6, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0}) {
        if (span / step <= 4.5) {
            return step;
        }
    }
    return 30;
}

std::string degrees(double value, const std::string& positive, const std::string& negative) {
    const double size = std::abs(value);
    const int whole = static_cast<int>(std::floor(size + 1e-6));
    const int minutes = static_cast<int>(std::lround((size - whole) * 60));
    std::string text = std::to_string(whole) + "°";
    text += minutes > 0 ? (minutes < 10 ? "0" : "") + std::to_string(minutes) + "′" : "";
    return text + (size < 1e-9 ? "" : " " + (value > 0 ? positive : negative));
}

// Planar and in square degrees, weighed by the parallel: good for telling large from small.
double rough_area(const shapes::Ring& ring) {
    double twice = 0.0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        twice += (ring[i].lon - ring[0].lon) * (ring[i + 1].lat - ring[0].lat) -
                 (ring[i + 1].lon - ring[0].lon) * (ring[i].lat - ring[0].lat);
    }
    return ring.empty() ? 0.0
                        : std::abs(twice) / 2 * std::cos(ring[0].lat * shapes::kRadiansPerDegree);
}

struct Shell {
    double area = 0.0;
    shapes::Box box;
};

// Where a horizontal line through the ring runs inside for longest; width 0 where nowhere.
struct Run {
    Spot middle;
    double width = 0.0;
};

Run widest_run(const std::vector<Spot>& ring, double y, double from, double to) {
    std::vector<double> crossings;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Spot a = ring[i];
        const Spot b = ring[(i + 1) % ring.size()];
        if ((a.y > y) != (b.y > y)) {
            crossings.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
        }
    }
    std::sort(crossings.begin(), crossings.end());
    Run best;
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
        const double left = std::max(from, crossings[i]);
        const double right = std::min(to, crossings[i + 1]);
        if (right - left > best.width) {
            best = {{(left + right) / 2, y}, right - left};
        }
    }
    return best;
}

} // namespace

Markup graticule(const View& view, const Words& words) {
    const shapes::Box& shown = view.shown();
    const double step =
        graticule_step(std::max(shown.east - shown.west, shown.north - shown.south));
    Markup lines;
    Markup names;
    for (double i = std::ceil(shown.west / step); i * step < shown.east; ++i) {
        const double x = view.at({i * step, 0}).x;
        lines += element("path", {{"d", "M" + px(x) + " 0V" + px(view.height())}});
        if (x > 24 && x < view.width() - 24) {
            names += label(x, 12, "mp-degree mp-mid",
                           degrees(i * step, words.text("map.east"), words.text("map.west")));
        }
    }
    for (double i = std::ceil(shown.south / step); i * step < shown.north; ++i) {
        const double y = view.at({0, i * step}).y;
        lines += element("path", {{"d", "M0 " + px(y) + "H" + px(view.width())}});
        if (y > 22 && y < view.height() - kBarRoom) {
            names += label(4, y - 3, "mp-degree",
                           degrees(i * step, words.text("map.north"), words.text("map.south")));
        }
    }
    return element("g", {{"class", "mp-graticule"}}, lines) + names;
}

Markup scale_bar(const View& view, const Words& words) {
    double km = 1;
    for (const double length :
         {0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0}) {
        if (length * view.units_per_km() <= view.width() / 3.2) {
            km = length;
        }
    }
    const double length = km * view.units_per_km();
    const double x = 12;
    const double y = view.height() - 12;
    const std::string bar = "M" + px(x) + " " + px(y - 6) + "v6h" + px(length) + "v-6";
    return element("path", {{"d", bar}, {"class", "mp-bar-halo"}}) +
           element("path", {{"d", bar}, {"class", "mp-bar"}}) +
           label(x + length / 2, y - 6, "mp-label mp-mid",
                 words.chart().number(km) + " " + words.text("map.km"));
}

Markup filled(const shapes::Region& region, const View& view, const std::string& classes) {
    const std::string path = outline(region, view);
    return path.empty()
               ? Markup()
               : element("path", {{"d", path}, {"class", classes}, {"fill-rule", "evenodd"}});
}

Markup map_label(Spot at, const std::string& text) {
    return label(at.x, at.y + 4, "mp-label mp-mid", text);
}

double label_width(const std::string& text) {
    constexpr double kLetter = 9;
    return kLetter * static_cast<double>(report::display_width(text));
}

Spot inside(Spot at, const std::string& text, const View& view) {
    constexpr double kTall = 14;
    const double half = std::min(label_width(text), view.width()) / 2;
    return {std::clamp(at.x, half, view.width() - half),
            std::clamp(at.y, kTall, std::max(kTall, view.height() - kTall))};
}

std::optional<Spot> label_spot(const shapes::Region& region, const View& view) {
    std::size_t largest = 0;
    double most = -1;
    for (std::size_t p = 0; p < region.polygon_count(); ++p) {
        const double area = rough_area(region.ring(region.polygon(p).first));
        if (area > most) {
            most = area;
            largest = region.polygon(p).first;
        }
    }
    if (most <= 0) {
        return std::nullopt;
    }
    std::vector<Spot> ring;
    double top = view.height();
    double bottom = 0;
    for (const shapes::Position p : region.ring(largest)) {
        ring.push_back(view.at(p));
        top = std::min(top, ring.back().y);
        bottom = std::max(bottom, ring.back().y);
    }
    top = std::max(top, 0.0);
    bottom = std::min(bottom, view.height());
    Run best;
    for (const double share : {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8}) {
        const Run run = widest_run(ring, top + share * (bottom - top), 0, view.width());
        best = run.width > 1.15 * best.width ? run : best; // the middle where it is nearly as good
    }
    return best.width > 0 ? std::optional(best.middle) : std::nullopt;
}

shapes::Box main_box(const std::vector<const shapes::Region*>& regions) {
    std::vector<Shell> shells;
    double total = 0.0;
    for (const shapes::Region* region : regions) {
        for (std::size_t p = 0; p < region->polygon_count(); ++p) {
            const shapes::Ring ring = region->ring(region->polygon(p).first);
            Shell shell{rough_area(ring), {}};
            for (const shapes::Position position : ring) {
                shell.box.add(position);
            }
            total += shell.area;
            shells.push_back(shell);
        }
    }
    std::sort(shells.begin(), shells.end(),
              [](const Shell& a, const Shell& b) { return a.area > b.area; });
    shapes::Box box;
    double covered = 0.0;
    for (const Shell& shell : shells) {
        if (covered > kShareInView * total) {
            break;
        }
        box.add(shell.box);
        covered += shell.area;
    }
    return box;
}

} // namespace page
