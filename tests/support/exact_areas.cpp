// SPDX-License-Identifier: MIT
#include "tests/support/exact_areas.hpp"

#include "tests/support/gauss.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <gmpxx.h>
#include <numbers>
#include <vector>

namespace support {
namespace {

using Real = long double;
using shapes::Position;
using shapes::Region;

/// A non-vertical edge, left to right.
struct Edge {
    mpq_class x1, y1, x2, y2, slope;
    int direction; ///< 1 where the ring runs to the right along it, else −1
    bool after;    ///< of the second region
    std::size_t ring;

    mpq_class y(const mpq_class& x) const { return y1 + slope * (x - x1); }
};

void add_edges(const Region& region, bool after, std::vector<Edge>& out) {
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        const shapes::Ring ring = region.ring(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            Position a = ring[i];
            Position b = ring[i + 1];
            if (a.lon == b.lon) {
                continue;
            }
            const int direction = a.lon < b.lon ? 1 : -1;
            if (direction < 0) {
                std::swap(a, b);
            }
            Edge edge{a.lon, a.lat, b.lon, b.lat, {}, direction, after, r};
            edge.slope = (edge.y2 - edge.y1) / (edge.x2 - edge.x1);
            out.push_back(std::move(edge));
        }
    }
}

/// All x at which the stack of edges may change.
std::vector<mpq_class> slab_bounds(const std::vector<Edge>& edges) {
    std::vector<mpq_class> xs;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const Edge& e = edges[i];
        xs.push_back(e.x1);
        xs.push_back(e.x2);
        for (std::size_t j = i + 1; j < edges.size(); ++j) {
            const Edge& f = edges[j];
            if (e.slope == f.slope) {
                continue;
            }
            const mpq_class x =
                (f.y1 - e.y1 + e.slope * e.x1 - f.slope * f.x1) / (e.slope - f.slope);
            if (x > e.x1 && x < e.x2 && x > f.x1 && x < f.x2) {
                xs.push_back(x);
            }
        }
    }
    std::sort(xs.begin(), xs.end());
    xs.erase(std::unique(xs.begin(), xs.end()), xs.end());
    return xs;
}

/// Rounded once: mpq's own conversion truncates to 53 bits.
Real to_real(const mpq_class& value) {
    const double high = value.get_d();
    const mpq_class rest = value - mpq_class(high);
    return static_cast<Real>(high) + static_cast<Real>(rest.get_d());
}

/// m² per square degree at a latitude: the product of the two radii of curvature and cos φ.
Real density(Real latitude_degrees) {
    constexpr Real degree = std::numbers::pi_v<Real> / 180;
    constexpr Real a = 6378137.0L;
    constexpr Real f = 1 / 298.257223563L;
    constexpr Real e2 = f * (2 - f);
    const Real s = std::sin(latitude_degrees * degree);
    const Real cosine = std::sqrt(std::max(Real{0}, 1 - s * s));
    const Real w = 1 - e2 * s * s;
    return a * a * (1 - e2) * cosine / (w * w) * degree * degree;
}

/// What lies between two stacked edges within a slab. The heights at both ends are exact
/// differences, so that thin slivers keep their digits.
Real trapezoid_m2(const Edge& lower, const Edge& upper, const mpq_class& x1, const mpq_class& x2) {
    const mpq_class low1 = lower.y(x1);
    const mpq_class low2 = lower.y(x2);
    const Real base1 = to_real(low1);
    const Real base2 = to_real(low2);
    const Real height1 = to_real(upper.y(x1) - low1);
    const Real height2 = to_real(upper.y(x2) - low2);
    const Real span = std::abs(base2 - base1) + std::max(height1, height2);
    const int parts = 1 + static_cast<int>(span / 45); // ten nodes from pole to pole are too few
    const auto mean = [&](const auto& f) {
        Real sum = 0;
        for (int i = 0; i < parts; ++i) {
            sum += gauss_mean(gauss_for(span), [&](Real t) { return f((i + t) / parts); });
        }
        return sum / parts;
    };
    const auto strip = [&](Real t) {
        const Real base = base1 + t * (base2 - base1);
        const Real height = height1 + t * (height2 - height1);
        return height * mean([&](Real u) { return density(base + u * height); });
    };
    return to_real(x2 - x1) * mean(strip);
}

/// Winding numbers of one region's rings at a place, counted upwards through a slab.
class Stack {
  public:
    explicit Stack(const Region& region) : region_(&region), windings_(region.ring_count()) {}

    void cross(const Edge& edge) {
        windings_[edge.ring] += edge.direction;
        total_ += edge.direction;
    }

    int total() const { return total_; }

    bool inside(shapes::FillRule fill) const {
        for (std::size_t p = 0; p < region_->polygon_count(); ++p) {
            const auto [first, last] = region_->polygon(p);
            if (first < last && inside_polygon(first, last, fill)) {
                return true;
            }
        }
        return false;
    }

  private:
    bool inside_polygon(std::size_t first, std::size_t last, shapes::FillRule fill) const {
        if (fill == shapes::FillRule::evenodd) {
            int crossings = 0;
            for (std::size_t r = first; r < last; ++r) {
                crossings += windings_[r];
            }
            return crossings % 2 != 0;
        }
        bool hole = false;
        for (std::size_t r = first + 1; r < last; ++r) {
            hole = hole || windings_[r] != 0;
        }
        return windings_[first] != 0 && !hole;
    }

    const Region* region_;
    std::vector<int> windings_;
    int total_ = 0;
};

} // namespace

ExactAreas exact_areas(const Region& before, const Region& after, shapes::FillRule fill) {
    std::vector<Edge> edges;
    add_edges(before, false, edges);
    add_edges(after, true, edges);
    const std::vector<mpq_class> xs = slab_bounds(edges);

    ExactAreas out;
    std::array<Real, 3> sums{}; // lost, gained, common
    struct Crossed {
        mpq_class y;
        const Edge* edge;
    };
    std::vector<Crossed> crossed;
    for (std::size_t i = 0; i + 1 < xs.size(); ++i) {
        const mpq_class middle = (xs[i] + xs[i + 1]) / 2;
        crossed.clear();
        for (const Edge& edge : edges) {
            if (edge.x1 <= xs[i] && xs[i + 1] <= edge.x2) {
                crossed.push_back({edge.y(middle), &edge});
            }
        }
        std::sort(crossed.begin(), crossed.end(),
                  [](const Crossed& a, const Crossed& b) { return a.y < b.y; });
        std::array stacks{Stack(before), Stack(after)};
        for (std::size_t k = 0; k + 1 < crossed.size(); ++k) {
            stacks[crossed[k].edge->after ? 1 : 0].cross(*crossed[k].edge);
            if (crossed[k].y == crossed[k + 1].y) {
                continue;
            }
            for (const Stack& stack : stacks) {
                out.least_winding = std::min(out.least_winding, stack.total());
                out.greatest_winding = std::max(out.greatest_winding, stack.total());
            }
            const bool in_before = stacks[0].inside(fill);
            const bool in_after = stacks[1].inside(fill);
            if (in_before || in_after) {
                const std::size_t which = in_before && in_after ? 2 : in_after ? 1 : 0;
                sums[which] +=
                    trapezoid_m2(*crossed[k].edge, *crossed[k + 1].edge, xs[i], xs[i + 1]);
            }
        }
    }
    out.lost = static_cast<double>(sums[0]);
    out.gained = static_cast<double>(sums[1]);
    out.common = static_cast<double>(sums[2]);
    out.before = static_cast<double>(sums[0] + sums[2]);
    out.after = static_cast<double>(sums[1] + sums[2]);
    return out;
}

} // namespace support
