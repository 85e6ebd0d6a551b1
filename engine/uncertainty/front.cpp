// SPDX-License-Identifier: MIT
#include "engine/uncertainty/front.hpp"

#include "engine/uncertainty/edge_grid.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

namespace engine {
namespace {

constexpr double kRadiansPerDegree = std::numbers::pi / 180.0;
constexpr double kSemiMajorKm = 6378.137; // WGS84
constexpr double kEccentricity2 = 6.69437999014e-3;

/// Joins consecutive edges of one kind into pieces of about `piece_km` and cuts longer ones.
class PieceMaker {
  public:
    PieceMaker(const LocalPlane& plane, double piece_km, std::vector<FrontPiece>& out)
        : plane_(plane), piece_km_(piece_km), out_(out) {}

    void add(shapes::Position a, shapes::Position b) {
        const double middle_lat = (a.lat + b.lat) / 2;
        const double east = (b.lon - a.lon) * LocalPlane::km_per_degree_lon(middle_lat);
        const double north = (b.lat - a.lat) * LocalPlane::km_per_degree_lat(middle_lat);
        const double length = std::hypot(east, north);
        if (length <= 0.0) {
            return;
        }
        if (length + length_ > piece_km_) {
            flush();
        }
        const auto parts = std::max(1, static_cast<int>(std::ceil(length / piece_km_)));
        for (int p = 0; p < parts; ++p) {
            const double t = (p + 0.5) / parts;
            const double weight = length / parts;
            x_ += weight * plane_.x_km(a.lon + t * (b.lon - a.lon));
            y_ += weight * plane_.y_km(a.lat + t * (b.lat - a.lat));
            length_ += weight;
            // The interior is on the left of an edge, so the outward normal is to its right.
            nx_ += north / parts;
            ny_ -= east / parts;
            if (parts > 1) {
                flush();
            }
        }
    }

    void flush() {
        if (length_ > 0.0) {
            out_.push_back({x_ / length_, y_ / length_, nx_, ny_});
        }
        x_ = y_ = nx_ = ny_ = length_ = 0.0;
    }

  private:
    const LocalPlane& plane_;
    double piece_km_;
    std::vector<FrontPiece>& out_;
    double x_ = 0.0;
    double y_ = 0.0;
    double nx_ = 0.0;
    double ny_ = 0.0;
    double length_ = 0.0;
};

/// Walks all edges of a region; `kind` says into which list an edge goes, −1 for none.
void walk(const shapes::Region& region, std::vector<PieceMaker>& makers,
          const std::function<int(shapes::Position, shapes::Position)>& kind) {
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        const shapes::Ring ring = region.ring(r);
        int last = -1;
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const int now = kind(ring[i], ring[i + 1]);
            if (now != last && last >= 0) {
                makers[static_cast<std::size_t>(last)].flush();
            }
            if (now >= 0) {
                makers[static_cast<std::size_t>(now)].add(ring[i], ring[i + 1]);
            }
            last = now;
        }
        if (last >= 0) {
            makers[static_cast<std::size_t>(last)].flush();
        }
    }
}

shapes::Position middle(shapes::Position a, shapes::Position b) {
    return {(a.lon + b.lon) / 2, (a.lat + b.lat) / 2};
}

} // namespace

LocalPlane::LocalPlane(shapes::Position centre)
    : centre_(centre), km_per_lon_(km_per_degree_lon(centre.lat)),
      km_per_lat_(km_per_degree_lat(centre.lat)) {}

double LocalPlane::km_per_degree_lon(double lat) {
    const double s = std::sin(lat * kRadiansPerDegree);
    const double prime_vertical = kSemiMajorKm / std::sqrt(1.0 - kEccentricity2 * s * s);
    return prime_vertical * std::cos(lat * kRadiansPerDegree) * kRadiansPerDegree;
}

double LocalPlane::km_per_degree_lat(double lat) {
    const double s = std::sin(lat * kRadiansPerDegree);
    const double w = 1.0 - kEccentricity2 * s * s;
    return kSemiMajorKm * (1.0 - kEccentricity2) / (w * std::sqrt(w)) * kRadiansPerDegree;
}

Front front_of_change(const shapes::ValidRegion& change, const shapes::ValidRegion& before,
                      const shapes::ValidRegion& after, const EdgeSet& fixed,
                      const LocalPlane& plane, double piece_km) {
    Front front;
    std::vector<PieceMaker> makers{{plane, piece_km, front.before}, {plane, piece_km, front.after}};
    const EdgeSet drawn_before(before.region());
    const EdgeSet drawn_after(after.region());
    const EdgeGrid near_before(before.region());
    const EdgeGrid near_after(after.region());
    walk(change.region(), makers, [&](shapes::Position a, shapes::Position b) {
        if (fixed.contains(a, b)) {
            return -1;
        }
        if (drawn_before.contains(a, b)) {
            return 0;
        }
        if (drawn_after.contains(a, b)) {
            return 1;
        }
        // A piece of an edge that was cut by the other map: it lies on one of the two lines.
        const shapes::Position place = middle(a, b);
        return near_before.distance(place) <= near_after.distance(place) ? 0 : 1;
    });
    return front;
}

std::vector<FrontPiece> shared_front(const shapes::ValidRegion& before,
                                     const shapes::ValidRegion& after, const EdgeSet& fixed,
                                     const LocalPlane& plane, double piece_km) {
    std::vector<FrontPiece> pieces;
    std::vector<PieceMaker> makers{{plane, piece_km, pieces}};
    const EdgeSet drawn_after(after.region());
    walk(before.region(), makers, [&](shapes::Position a, shapes::Position b) {
        return drawn_after.contains(a, b) && !fixed.contains(a, b) ? 0 : -1;
    });
    return pieces;
}

std::vector<FrontPiece> whole_front(const shapes::ValidRegion& map, const EdgeSet& fixed,
                                    const LocalPlane& plane, double piece_km) {
    std::vector<FrontPiece> pieces;
    std::vector<PieceMaker> makers{{plane, piece_km, pieces}};
    walk(map.region(), makers,
         [&](shapes::Position a, shapes::Position b) { return fixed.contains(a, b) ? -1 : 0; });
    return pieces;
}

} // namespace engine
