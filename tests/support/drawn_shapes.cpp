// SPDX-License-Identifier: MIT
#include "tests/support/drawn_shapes.hpp"

#include "shapes/validity/region_maker.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <utility>
#include <vector>

using shapes::Position;
using shapes::Region;

namespace testing {
namespace {

using Points = std::vector<Position>;

Region polygon(const Points& shell) {
    Region region;
    region.add_polygon(std::vector<Points>{shell});
    return region;
}

/// All rings in one polygon: with W in {0, 1} its even-odd fill is the region, shells or holes.
void add_ring(Region& region, const Points& points) {
    region.add_ring();
    for (const Position p : points) {
        region.add(p);
    }
    region.close_ring();
}

template<class Radius>
Region radial(int corners, double lon, double lat, Radius radius) {
    Points points;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        const double r = radius(i);
        points.push_back({lon + r * std::cos(angle), lat + r * std::sin(angle)});
    }
    return polygon(points);
}

} // namespace

Region star(std::uint64_t seed, int corners, double lon, double lat, double radius) {
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> part(0.5, 1);
    return radial(corners, lon, lat, [&](int) { return radius * part(random); });
}

Region spikes(std::uint64_t seed, int corners, double lon, double lat, double radius) {
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> part(0.9, 1);
    return radial(corners, lon, lat,
                  [&](int i) { return radius * part(random) * (i % 2 ? 1 : 0.05); });
}

Region comb(int teeth, bool upright, double lon, double lat) {
    // The back is a strip below the teeth; a tooth and the gap after it are equally wide.
    Points points{{0, -0.1}, {1, -0.1}};
    for (int i = 2 * teeth - 1; i >= 0; --i) {
        const double left = i / (2.0 * teeth), right = (i + 1) / (2.0 * teeth);
        const double height = i % 2 == 0 ? 1 : 0;
        points.push_back({right, height});
        points.push_back({left, height});
    }
    for (Position& p : points) {
        p = upright ? Position{p.lon + lon, p.lat + lat}
                    : Position{lon - p.lat + 0.95, p.lon + lat};
    }
    return polygon(points);
}

Region spiral(int turns, int corners, double lon, double lat, double phase) {
    Points outer, inner;
    for (int i = 0; i <= turns * corners; ++i) {
        const double turn = double(i) / corners;
        const double angle = 2 * std::numbers::pi * turn + phase;
        const double c = std::cos(angle), s = std::sin(angle);
        inner.push_back({lon + (turn + 1) * c, lat + (turn + 1) * s});
        outer.push_back({lon + (turn + 1.5) * c, lat + (turn + 1.5) * s});
    }
    outer.insert(outer.end(), inner.rbegin(), inner.rend());
    return polygon(outer);
}

Region t_junction_grid(int columns, int rows, double side, double lon, double lat) {
    Region region;
    for (int r = 0; r < rows; r += 2) {
        const double shift = r % 4 == 0 ? 0 : 0.5;
        for (int c = 0; c < columns; c += 2) {
            const double w = lon + side * (c + shift), e = lon + side * (c + 1 + shift);
            const double s = lat + side * r, n = lat + side * (r + 1);
            region.add_polygon(std::vector<Points>{{{w, s}, {e, s}, {e, n}, {w, n}}});
        }
    }
    return region;
}

Region triangles(std::mt19937_64& random, int cells, double scale, double origin) {
    using Node = std::pair<int, int>;
    std::map<std::pair<Node, Node>, bool> edges; // directed edges of the chosen triangles
    const auto add = [&](Node a, Node b) {
        if (edges.erase({b, a}) == 0) {
            edges[{a, b}] = true;
        }
    };
    std::bernoulli_distribution coin(0.5);
    for (int i = 0; i < cells; ++i) {
        for (int j = 0; j < cells; ++j) {
            const Node sw{i, j}, se{i + 1, j}, ne{i + 1, j + 1}, nw{i, j + 1};
            const bool rising = coin(random);
            const Node first[3] = {sw, se, rising ? ne : nw};
            const Node second[3] = {rising ? sw : se, ne, nw};
            for (const auto* t : {first, second}) {
                if (coin(random)) {
                    add(t[0], t[1]);
                    add(t[1], t[2]);
                    add(t[2], t[0]);
                }
            }
        }
    }
    Region region;
    const auto place = [&](Node n) {
        return Position{origin + scale * n.first, origin + scale * n.second};
    };
    while (!edges.empty()) {
        auto start = edges.begin();
        std::advance(start, static_cast<long>(random() % edges.size()));
        Points ring;
        const Node first = start->first.first;
        Node at = start->first.second;
        ring.push_back(place(first));
        edges.erase(start);
        while (at != first) {
            std::vector<Node> next;
            for (auto e = edges.lower_bound({at, {-1, -1}});
                 e != edges.end() && e->first.first == at; ++e) {
                next.push_back(e->first.second);
            }
            const Node to = next[random() % next.size()];
            ring.push_back(place(at));
            edges.erase({at, to});
            at = to;
        }
        add_ring(region, ring);
    }
    return region;
}

Region redrawn(std::mt19937_64& random, const Region& region) {
    std::vector<std::size_t> order(region.ring_count());
    for (std::size_t r = 0; r < order.size(); ++r) {
        order[r] = r;
    }
    std::shuffle(order.begin(), order.end(), random);
    Region result;
    for (const std::size_t r : order) {
        const auto ring = region.ring(r);
        Points points(ring.begin(), ring.end() - 1);
        std::rotate(points.begin(), points.begin() + static_cast<long>(random() % points.size()),
                    points.end());
        add_ring(result, points);
    }
    return result;
}

shapes::ValidRegion vouched(Region valid_by_construction) {
    return shapes::validity::RegionMaker::examined(std::move(valid_by_construction));
}

} // namespace testing
