// SPDX-License-Identifier: MIT
#include "engine/timeline/components.hpp"

#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/change/change_regions.hpp"
#include "shapes/change/polygons_that_share.hpp"
#include "shapes/units/angle.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <tuple>
#include <vector>

namespace engine {
namespace {

/// What tells a shell from every other shell of real maps, wherever its ring begins: its number of
/// positions and its lowest position.
using ShellKey = std::tuple<std::size_t, double, double>;

ShellKey key_of(shapes::Ring shell) {
    const auto lowest = std::ranges::min_element(
        shell, {}, [](shapes::Position p) { return std::pair(p.lat, p.lon); });
    return {shell.size(), lowest->lat, lowest->lon};
}

Component component(const shapes::Region& region, std::size_t polygon) {
    Component c;
    const auto [first, last] = region.polygon(polygon);
    for (std::size_t r = first; r < last; ++r) {
        c.area += shapes::ring_area(region.ring(r)); // holes run clockwise and count negative
    }
    for (const shapes::Position p : region.ring(first)) {
        c.box.add(p);
    }
    return c;
}

double gap(double a_low, double a_high, double b_low, double b_high) {
    return std::max({0.0, b_low - a_high, a_low - b_high});
}

double distance_km(const shapes::Box& a, const shapes::Box& b) {
    constexpr double kKmPerDegree = 111.2; // of a great circle, mean radius 6,371 km
    const double lat = (std::max(a.south, b.south) + std::min(a.north, b.north)) / 2.0;
    const double east =
        gap(a.west, a.east, b.west, b.east) * std::cos(lat * shapes::kRadiansPerDegree);
    return kKmPerDegree * std::hypot(east, gap(a.south, a.north, b.south, b.north));
}

} // namespace

std::vector<Component> whole_components(const shapes::ValidRegion& region,
                                        const shapes::ValidRegion& other) {
    if (shapes::all_share_an_edge(region, other)) {
        return {}; // as from day to day: nothing need be built
    }
    // A component that the other map does not touch comes out of the difference as it went in.
    std::map<ShellKey, shapes::Area> left;
    const shapes::ValidRegion lost = shapes::change_regions(region, other).lost;
    for (std::size_t p = 0; p < lost.region().polygon_count(); ++p) {
        left[key_of(lost.region().ring(lost.region().polygon(p).first))] =
            component(lost.region(), p).area;
    }
    std::vector<Component> whole;
    for (std::size_t p = 0; p < region.region().polygon_count(); ++p) {
        const auto found =
            left.find(key_of(region.region().ring(region.region().polygon(p).first)));
        const Component c = component(region.region(), p);
        // The area tells a component cut in half from a whole one that begins at the same place.
        if (found != left.end() && std::abs((found->second - c.area).m2()) <= 1e-9 * c.area.m2()) {
            whole.push_back(c);
        }
    }
    return whole;
}

std::vector<Component> far_components(const shapes::ValidRegion& region, double far_km) {
    std::vector<Component> all;
    for (std::size_t p = 0; p < region.region().polygon_count(); ++p) {
        all.push_back(component(region.region(), p));
    }
    const auto largest = std::ranges::max_element(all, {}, &Component::area);
    std::vector<Component> far;
    for (Component& c : all) {
        c.distance_km = distance_km(largest->box, c.box);
        if (c.distance_km > far_km) {
            far.push_back(c);
        }
    }
    return far;
}

} // namespace engine
