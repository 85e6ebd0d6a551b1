// SPDX-License-Identifier: MIT
#include "tests/support/brute_force.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace testing {
namespace {

struct Edge {
    long double x1, y1, x2, y2; // x1 < x2
    int direction;              // +1 where it was drawn eastward
    std::size_t region, polygon, ring;

    long double at(long double x) const { return y1 + (y2 - y1) * ((x - x1) / (x2 - x1)); }
};

void collect(const shapes::Region& region, std::size_t which, std::vector<Edge>& edges,
             std::vector<long double>& lines) {
    for (std::size_t p = 0; p < region.polygon_count(); ++p) {
        const auto [first, last] = region.polygon(p);
        for (std::size_t r = first; r < last; ++r) {
            const shapes::Ring ring = region.ring(r);
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                const auto a = ring[i];
                const auto b = ring[i + 1];
                const auto exact = [](double x) { return static_cast<long double>(x); };
                lines.push_back(exact(a.lon));
                const bool east = a.lon < b.lon;
                const auto w = east ? a : b;
                const auto e = east ? b : a;
                if (w.lon < e.lon) {
                    edges.push_back({exact(w.lon), exact(w.lat), exact(e.lon), exact(e.lat),
                                     east ? 1 : -1, which, p, r - first});
                }
            }
        }
    }
}

void add_crossings(const std::vector<Edge>& edges, std::vector<long double>& lines) {
    for (std::size_t i = 0; i < edges.size(); ++i) {
        for (std::size_t j = i + 1; j < edges.size(); ++j) {
            const Edge& e = edges[i];
            const Edge& f = edges[j];
            const long double west = std::max(e.x1, f.x1);
            const long double east = std::min(e.x2, f.x2);
            if (west >= east) {
                continue;
            }
            const long double gap_west = e.at(west) - f.at(west);
            const long double gap_east = e.at(east) - f.at(east);
            if ((gap_west < 0) != (gap_east < 0) && gap_west != gap_east) {
                lines.push_back(west + (east - west) * (gap_west / (gap_west - gap_east)));
            }
        }
    }
}

/// Windings by polygon and ring.
using Windings = std::vector<std::vector<int>>;

bool filled(const Windings& windings, shapes::FillRule fill) {
    for (const auto& rings : windings) {
        int sum = 0;
        bool in_hole = false;
        for (std::size_t r = 0; r < rings.size(); ++r) {
            sum += rings[r];
            in_hole = in_hole || (r > 0 && rings[r] != 0);
        }
        if (fill == shapes::FillRule::evenodd ? sum % 2 != 0
                                              : !rings.empty() && rings[0] != 0 && !in_hole) {
            return true;
        }
    }
    return false;
}

Windings none(const shapes::Region& region) {
    Windings w;
    for (std::size_t p = 0; p < region.polygon_count(); ++p) {
        w.emplace_back(region.polygon(p).last - region.polygon(p).first, 0);
    }
    return w;
}

} // namespace

PlaneAreas brute_force_areas(const shapes::Region& before, const shapes::Region& after,
                             shapes::FillRule fill) {
    std::vector<Edge> edges;
    std::vector<long double> lines;
    collect(before, 0, edges, lines);
    collect(after, 1, edges, lines);
    add_crossings(edges, lines);
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    PlaneAreas sum;
    for (std::size_t s = 0; s + 1 < lines.size(); ++s) {
        const long double middle = (lines[s] + lines[s + 1]) / 2;
        const long double width = lines[s + 1] - lines[s];
        std::vector<std::pair<long double, const Edge*>> stack;
        for (const Edge& e : edges) {
            if (e.x1 <= lines[s] && lines[s + 1] <= e.x2) {
                stack.emplace_back(e.at(middle), &e);
            }
        }
        std::sort(stack.begin(), stack.end());
        Windings w[2] = {none(before), none(after)};
        for (std::size_t i = 0; i + 1 < stack.size(); ++i) {
            const Edge& e = *stack[i].second;
            w[e.region][e.polygon][e.ring] += e.direction;
            const long double area = width * (stack[i + 1].first - stack[i].first);
            const bool b = filled(w[0], fill);
            const bool a = filled(w[1], fill);
            sum.before += b ? area : 0;
            sum.after += a ? area : 0;
            sum.lost += b && !a ? area : 0;
            sum.gained += a && !b ? area : 0;
            sum.common += a && b ? area : 0;
        }
    }
    return sum;
}

shapes::Region random_drawing(std::mt19937& random, const RandomDrawing& how) {
    const auto upto = [&random](int n) {
        return static_cast<int>(random() % static_cast<std::uint32_t>(n + 1));
    };
    shapes::Region region;
    const int polygons = upto(how.polygons);
    for (int p = 0; p < polygons; ++p) {
        region.add_polygon();
        const int rings = 1 + upto(how.holes);
        for (int r = 0; r < rings; ++r) {
            region.add_ring();
            const int n = 3 + upto(how.vertices - 3);
            for (int i = 0; i < n; ++i) {
                region.add({how.origin + how.scale * upto(how.grid),
                            how.origin + how.scale * upto(how.grid)});
            }
            region.close_ring();
        }
    }
    return region;
}

shapes::Region region_of(const std::vector<std::vector<std::vector<double>>>& polygons) {
    shapes::Region region;
    for (const auto& rings : polygons) {
        region.add_polygon();
        for (const auto& numbers : rings) {
            region.add_ring();
            for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
                region.add({numbers[i], numbers[i + 1]});
            }
            region.close_ring();
        }
    }
    return region;
}

} // namespace testing
