// SPDX-License-Identifier: MIT
#include "tests/support/overlay_checks.hpp"

#include "shapes/geos/second_opinion.hpp"
#include "tests/support/generators.hpp"

#include <algorithm>
#include <cmath>

namespace testing {
namespace {

using shapes::Position;
using shapes::Region;
using shapes::Ring;
using shapes::overlay::InsideRule;
using shapes::overlay::WindingPair;

struct Edge {
    long double x0, y0, x1, y1;
    WindingPair step;

    long double x_at(long double y) const { return x0 + (x1 - x0) * ((y - y0) / (y1 - y0)); }
};

void add_edges(const Region& region, WindingPair step, Position origin, std::vector<Edge>& out) {
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        const Ring ring = region.ring(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            out.push_back({static_cast<long double>(ring[i].lon) - origin.lon,
                           static_cast<long double>(ring[i].lat) - origin.lat,
                           static_cast<long double>(ring[i + 1].lon) - origin.lon,
                           static_cast<long double>(ring[i + 1].lat) - origin.lat, step});
        }
    }
}

void add_crossing_height(const Edge& e, const Edge& f, std::vector<long double>& heights) {
    const long double ex = e.x1 - e.x0;
    const long double ey = e.y1 - e.y0;
    const long double fx = f.x1 - f.x0;
    const long double fy = f.y1 - f.y0;
    const long double turn = ex * fy - ey * fx;
    if (turn == 0) {
        return;
    }
    const long double t = ((f.x0 - e.x0) * fy - (f.y0 - e.y0) * fx) / turn;
    if (t > 0 && t < 1) {
        heights.push_back(e.y0 + t * ey);
    }
}

Exact twice_area_in_units(Ring ring) {
    const auto unit = [](double degrees) {
        return static_cast<Exact>(std::llrint(degrees / kUnit)); // exact: on the grid
    };
    Exact sum = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Exact x0 = unit(ring[i].lon) - unit(ring[0].lon);
        const Exact y0 = unit(ring[i].lat) - unit(ring[0].lat);
        const Exact x1 = unit(ring[i + 1].lon) - unit(ring[0].lon);
        const Exact y1 = unit(ring[i + 1].lat) - unit(ring[0].lat);
        sum += x0 * y1 - x1 * y0;
    }
    return sum;
}

std::vector<Region> overlays(const Region& a, const Region& b) {
    std::vector<Region> regions;
    for (auto& built : shapes::overlay::overlay_chains(rings_of(a), rings_of(b), kAllRules)) {
        regions.push_back(std::move(built).take());
    }
    return regions;
}

long double degrees2(Exact twice_units) {
    return static_cast<long double>(twice_units) / 2 * kUnit * kUnit;
}

std::string text(InsideRule rule) {
    return "rule " + std::to_string(static_cast<int>(rule));
}

} // namespace

std::vector<Ring> rings_of(const Region& region) {
    std::vector<Ring> rings;
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        rings.push_back(region.ring(r));
    }
    return rings;
}

Exact twice_area_in_units(const Region& region) {
    Exact sum = 0;
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        sum += twice_area_in_units(region.ring(r));
    }
    return sum;
}

std::array<long double, kAllRules.size()> areas_by_strips(const Region& a, const Region& b) {
    const Region& any = a.empty() ? b : a;
    const Position origin = any.empty() ? Position{} : any.positions()[0];
    std::vector<Edge> edges;
    add_edges(a, {1, 0}, origin, edges);
    add_edges(b, {0, 1}, origin, edges);
    std::vector<long double> heights;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        heights.push_back(edges[i].y0);
        for (std::size_t k = 0; k < i; ++k) {
            add_crossing_height(edges[i], edges[k], heights);
        }
    }
    std::sort(heights.begin(), heights.end());
    std::array<long double, kAllRules.size()> areas{};
    std::vector<std::pair<long double, const Edge*>> across;
    for (std::size_t h = 0; h + 1 < heights.size(); ++h) {
        const long double low = heights[h];
        const long double high = heights[h + 1];
        const long double middle = low + (high - low) / 2;
        if (!(low < middle && middle < high)) {
            continue;
        }
        across.clear();
        for (const Edge& e : edges) {
            if ((e.y0 < middle) != (e.y1 < middle)) {
                across.emplace_back(e.x_at(middle), &e);
            }
        }
        std::sort(across.begin(), across.end());
        WindingPair winding;
        for (std::size_t k = 0; k + 1 < across.size(); ++k) {
            const Edge& e = *across[k].second;
            const int step =
                e.y1 > e.y0 ? -1 : 1; // going right over an upward edge: its left is left
            winding = {winding.a + step * e.step.a, winding.b + step * e.step.b};
            const long double area = (across[k + 1].first - across[k].first) * (high - low);
            for (std::size_t r = 0; r < kAllRules.size(); ++r) {
                areas[r] += shapes::overlay::inside(kAllRules[r], winding) ? area : 0;
            }
        }
    }
    return areas;
}

double perimeter(const Region& region) {
    double sum = 0;
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        const Ring ring = region.ring(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            sum += std::hypot(ring[i + 1].lon - ring[i].lon, ring[i + 1].lat - ring[i].lat);
        }
    }
    return sum;
}

std::optional<std::string> fault_of(const Region& region) {
    if (const auto reason = shapes::geos::invalid_reason(region)) {
        return reason;
    }
    for (std::size_t p = 0; p < region.polygon_count(); ++p) {
        const auto [first, last] = region.polygon(p);
        for (std::size_t r = first; r < last; ++r) {
            if (region.ring(r).size() < 4 || region.ring(r).front() != region.ring(r).back()) {
                return "ring not closed";
            }
            if ((twice_area_in_units(region.ring(r)) > 0) != (r == first)) {
                return "ring runs the wrong way";
            }
        }
    }
    return std::nullopt;
}

std::optional<std::string> overlay_fault(const Region& a, const Region& b, bool strips) {
    const std::vector<Region> regions = overlays(a, b);
    std::array<Exact, kAllRules.size()> areas{};
    for (std::size_t r = 0; r < regions.size(); ++r) {
        if (const auto fault = fault_of(regions[r])) {
            return text(kAllRules[r]) + ": " + *fault;
        }
        areas[r] = twice_area_in_units(regions[r]);
    }
    const auto area = [&](InsideRule rule) { return areas[static_cast<std::size_t>(rule)]; };
    if (area(InsideRule::a_nonzero) != area(InsideRule::a_and_b) + area(InsideRule::a_without_b)) {
        return "|A| is not |A∩B| + |A∖B|";
    }
    if (area(InsideRule::a_or_b) != area(InsideRule::a_nonzero) + area(InsideRule::b_without_a)) {
        return "|A∪B| is not |A| + |B∖A|";
    }
    if (area(InsideRule::a_nonzero) !=
        area(InsideRule::a_positive) + area(InsideRule::a_negative)) {
        return "|A| is not its positive and its negative part";
    }
    // Rounding moves a vertex by at most √½ units, snapping a path by as much again.
    const long double bound = 1.5L * kUnit * (perimeter(a) + perimeter(b)) + 20 * kUnit * kUnit;
    if (strips) {
        const auto expected = areas_by_strips(a, b);
        for (std::size_t r = 0; r < regions.size(); ++r) {
            // The strips themselves are good to a few 1e-19 of the area of the box, per strip.
            if (std::abs(degrees2(areas[r]) - expected[r]) > bound + 1e-15L * expected[r]) {
                return text(kAllRules[r]) + ": area " + std::to_string(degrees2(areas[r])) +
                       ", expected " + std::to_string(expected[r]);
            }
        }
    }
    const std::vector<Region> swapped = overlays(b, a);
    if (twice_area_in_units(swapped[static_cast<std::size_t>(InsideRule::b_without_a)]) !=
            area(InsideRule::a_without_b) ||
        twice_area_in_units(swapped[static_cast<std::size_t>(InsideRule::a_and_b)]) !=
            area(InsideRule::a_and_b)) {
        return "swapping the chains changes an area";
    }
    const Region& lost = regions[static_cast<std::size_t>(InsideRule::a_without_b)];
    const Region again =
        shapes::overlay::overlay_chains(rings_of(lost), {}, InsideRule::a_nonzero).take();
    if (const auto fault = fault_of(again)) {
        return "second pass: " + *fault;
    }
    if (std::abs(degrees2(twice_area_in_units(again) - twice_area_in_units(lost))) > bound) {
        return "second pass changes the area";
    }
    if (!shapes::overlay::overlay_chains(rings_of(a), rings_of(a), InsideRule::a_without_b)
             .region()
             .empty()) {
        return "A∖A is not empty";
    }
    return std::nullopt;
}

namespace {

/// Grid steps: powers of two and not, from one unit of the overlay's grid to ten degrees.
constexpr std::array kSteps = {kUnit, 3 * kUnit, 7.3 * kUnit, 1e-9, 1.0 / 3, 0x1p-10, 1.0, 10.0};

Position random_corner(support::Random& random) {
    switch (random.below(6)) {
    case 0:
        return {0, 0};
    case 1:
        return {-540, -90};
    case 2:
        return {500, 10};
    case 3:
        return {-0x1p-40, -0x1p-41};
    case 4:
        return {179.99, -33.3};
    default:
        return {random.between(-180, 180), random.between(-80, 0)};
    }
}

double random_distance(support::Random& random) {
    constexpr std::array kDistances = {0.0, 1e-15, 1e-14, 6e-14, 2e-13, 1e-12, 1e-11, 1e-9};
    return kDistances[random.below(kDistances.size())];
}

/// Vertices put on the edges, where doubles allow: T-junctions, exact or nearly so.
Region with_points_on_edges(const Region& region, support::Random& random) {
    Region out;
    for (std::size_t p = 0; p < region.polygon_count(); ++p) {
        out.add_polygon();
        const auto [first, last] = region.polygon(p);
        for (std::size_t r = first; r < last; ++r) {
            out.add_ring();
            const Ring ring = region.ring(r);
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                out.add(ring[i]);
                if (random.chance(0.3)) {
                    const double t = random.chance(0.5) ? 0.5 : random.unit();
                    out.add({ring[i].lon + t * (ring[i + 1].lon - ring[i].lon),
                             ring[i].lat + t * (ring[i + 1].lat - ring[i].lat)});
                }
            }
            out.close_ring();
        }
    }
    return out;
}

/// Rings started elsewhere, some run backwards.
Region turned(const Region& region, support::Random& random) {
    Region out;
    for (std::size_t p = 0; p < region.polygon_count(); ++p) {
        out.add_polygon();
        const auto [first, last] = region.polygon(p);
        for (std::size_t r = first; r < last; ++r) {
            const Ring ring = region.ring(r);
            std::vector<Position> points(ring.begin(), ring.end() - 1);
            std::rotate(points.begin(),
                        points.begin() + random.below(static_cast<unsigned>(points.size())),
                        points.end());
            if (random.chance(0.5)) {
                std::reverse(points.begin(), points.end());
            }
            out.add_ring();
            for (const Position point : points) {
                out.add(point);
            }
            out.close_ring();
        }
    }
    return out;
}

Region random_star(support::Random& random) {
    const support::Frame frame{{random.between(-170, 170), random.between(-20, 20)},
                               std::pow(10.0, random.between(-12, 1))};
    return support::star(random.bits(), 3 + random.below(12), random.unit(), random.unit(), frame);
}

} // namespace

Case random_case(std::uint64_t seed) {
    support::Random random(seed);
    const double step = kSteps[random.below(kSteps.size())];
    const Position corner = random_corner(random);
    Case c;
    switch (random.below(6)) {
    case 0: {
        const unsigned n = 2 + random.below(3);
        c.a = support::triangles(random, n, 0.4, step, corner);
        c.b = support::triangles(random, n, 0.4, step, corner);
        break;
    }
    case 1:
        c.a = support::scribble(random, 1 + random.below(4), 7, 2 + random.below(6), step, corner);
        c.b = support::scribble(random, random.below(4), 7, 2 + random.below(6), step, corner);
        break;
    case 2:
        c.a = random_star(random);
        c.b = support::translated(c.a,
                                  random.between(-0.1, 0.1) * (c.a.box().east - c.a.box().west), 0);
        break;
    case 3:
        c.a = random_star(random);
        c.b = with_points_on_edges(c.a, random);
        break;
    case 4:
        c.a = support::scribble(random, 1 + random.below(3), 8, 9, step, corner);
        c.b = with_points_on_edges(c.a, random);
        break;
    default:
        c.a = support::triangles(random, 3, 0.5, step, corner);
        c.b = c.a;
        break;
    }
    if (random.chance(0.5)) {
        c.b = support::jittered(c.b, random.bits(), random_distance(random), random.unit());
    }
    if (random.chance(0.3)) {
        c.a = support::jittered(c.a, random.bits(), random_distance(random), random.unit());
    }
    if (random.chance(0.5)) {
        c.b = turned(c.b, random);
    }
    return c;
}

} // namespace testing
