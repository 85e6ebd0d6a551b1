// SPDX-License-Identifier: MIT
#include "tools/page/outline.hpp"

#include "tools/chart/markup.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>
#include <vector>

namespace page {
namespace {

constexpr double kFinest = 0.3; // units: a third of a pixel on most screens
constexpr double kOutside = 12; // units beyond the view, where the cut runs

using Spots = std::vector<Spot>;

// One side of the frame: what it keeps, and where a line crosses it (Sutherland and Hodgman 1974).
struct Side {
    std::function<double(Spot)> inside; ///< ≥ 0 within
};

Spots cut(const Spots& ring, const Side& side) {
    Spots kept;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Spot a = ring[i];
        const Spot b = ring[(i + 1) % ring.size()];
        const double at_a = side.inside(a);
        const double at_b = side.inside(b);
        if (at_a >= 0) {
            kept.push_back(a);
        }
        if ((at_a >= 0) != (at_b >= 0)) {
            const double t = at_a / (at_a - at_b);
            kept.push_back({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
        }
    }
    return kept;
}

Spots cut(Spots ring, const View& view) {
    const double right = view.width() + kOutside;
    const double bottom = view.height() + kOutside;
    const std::vector<Side> frame{{[](Spot p) { return p.x + kOutside; }},
                                  {[](Spot p) { return p.y + kOutside; }},
                                  {[right](Spot p) { return right - p.x; }},
                                  {[bottom](Spot p) { return bottom - p.y; }}};
    for (const Side& side : frame) {
        ring = cut(ring, side);
    }
    return ring;
}

double distance(Spot p, Spot a, Spot b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length2 = dx * dx + dy * dy;
    const double t =
        length2 > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

// Douglas and Peucker 1973, with a stack of our own: a coast has a million vertices.
Spots simplified(const Spots& ring) {
    if (ring.size() < 4) {
        return ring;
    }
    std::vector<bool> kept(ring.size(), false);
    std::size_t far = 0; // a ring needs two ends: its first place and the one farthest from it
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto from_first = [&](std::size_t at) {
            return std::hypot(ring[at].x - ring[0].x, ring[at].y - ring[0].y);
        };
        far = from_first(i) > from_first(far) ? i : far;
    }
    kept[0] = kept[far] = true;
    std::vector<std::pair<std::size_t, std::size_t>> runs{{0, far}, {far, ring.size()}};
    while (!runs.empty()) {
        const auto [first, last] = runs.back();
        runs.pop_back();
        double most = kFinest;
        std::size_t at = first;
        for (std::size_t i = first + 1; i < last; ++i) {
            const double away = distance(ring[i], ring[first], ring[last % ring.size()]);
            if (away > most) {
                most = away;
                at = i;
            }
        }
        if (at != first) {
            kept[at] = true;
            runs.emplace_back(first, at);
            runs.emplace_back(at, last);
        }
    }
    Spots result;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        if (kept[i]) {
            result.push_back(ring[i]);
        }
    }
    return result;
}

// Tenths of a unit are fine enough, and short.
std::string tenth(double value) {
    return chart::px(std::round(value * 10) / 10);
}

} // namespace

std::string outline(const shapes::Region& region, const View& view) {
    std::string path;
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        const shapes::Ring positions = region.ring(r);
        Spots ring;
        for (std::size_t i = 0; i + 1 < positions.size(); ++i) {
            ring.push_back(view.at(positions[i]));
        }
        ring = simplified(cut(std::move(ring), view));
        if (ring.size() < 3) {
            continue;
        }
        path += "M";
        for (std::size_t i = 0; i < ring.size(); ++i) {
            path += (i == 0 ? "" : "L") + tenth(ring[i].x) + " " + tenth(ring[i].y);
        }
        path += "z";
    }
    return path;
}

} // namespace page
