// SPDX-License-Identifier: MIT
#include "engine/uncertainty/front.hpp"

#include "engine/uncertainty/edge_grid.hpp"
#include "shapes/units/angle.hpp"
#include "shapes/units/wgs84.hpp"

#include <algorithm>
#include <cmath>

namespace engine {
namespace {

using shapes::kRadiansPerDegree;
using shapes::wgs84::kEccentricity2;
constexpr double kSemiMajorKm = shapes::wgs84::kSemiMajorAxis_m / 1000;

/// The way from one place to another in km, east and north, by the radii at its middle latitude.
struct Way {
    double east;
    double north;
    double length() const { return std::sqrt(east * east + north * north); }
};

Way way_between(shapes::Position a, shapes::Position b) {
    const double lat = (a.lat + b.lat) / 2;
    return {(b.lon - a.lon) * LocalPlane::km_per_degree_lon(lat),
            (b.lat - a.lat) * LocalPlane::km_per_degree_lat(lat)};
}

/// Joins consecutive edges of one kind into pieces of about `piece_km` and cuts longer ones.
class PieceMaker {
  public:
    PieceMaker(const LocalPlane& plane, double piece_km, std::vector<FrontPiece>& out)
        : plane_(plane), piece_km_(piece_km), out_(out) {}

    void add(shapes::Position a, shapes::Position b, const Way& way) {
        const double length = way.length();
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
            nx_ += way.north / parts;
            ny_ -= way.east / parts;
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

shapes::Position between(shapes::Position a, shapes::Position b, double t) {
    return {a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat)};
}

/// An edge, or, where it is long, a part of it.
struct Part {
    shapes::Position edge_start;
    shapes::Position edge_end;
    shapes::Position middle; ///< of the part
};

/// Walks all edges of a region, in parts no longer than `part_km`; `kind` says into which list a
/// part goes, −1 for none.
template<typename Kind>
void walk(const shapes::Region& region, double part_km, std::vector<PieceMaker>& makers,
          const Kind& kind) {
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        const shapes::Ring ring = region.ring(r);
        int last = -1;
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const shapes::Position a = ring[i];
            const shapes::Position b = ring[i + 1];
            const Way way = way_between(a, b);
            const auto parts = std::max(1, static_cast<int>(std::ceil(way.length() / part_km)));
            for (int p = 0; p < parts; ++p) {
                const int now = kind(Part{a, b, between(a, b, (p + 0.5) / parts)});
                if (now != last && last >= 0) {
                    makers[static_cast<std::size_t>(last)].flush();
                }
                if (now >= 0) {
                    const auto from = between(a, b, static_cast<double>(p) / parts);
                    const auto to =
                        p + 1 == parts ? b : between(a, b, static_cast<double>(p + 1) / parts);
                    makers[static_cast<std::size_t>(now)].add(
                        from, to, parts == 1 ? way : way_between(from, to));
                }
                last = now;
            }
        }
        if (last >= 0) {
            makers[static_cast<std::size_t>(last)].flush();
        }
    }
}

shapes::Region in_plane(const shapes::Region& region, const LocalPlane& plane) {
    shapes::Region moved = region;
    for (shapes::Position& p : moved.positions()) {
        p = {plane.x_km(p.lon), plane.y_km(p.lat)};
    }
    return moved;
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

NearLine::NearLine(const shapes::Region& map, const LocalPlane& plane, double distance_km)
    : plane_(plane), distance_km_(distance_km),
      in_plane_(std::make_unique<const shapes::Region>(in_plane(map, plane))),
      grid_(*in_plane_, distance_km), fine_grid_(*in_plane_) {}

bool NearLine::within(const EdgeGrid& grid, double km, shapes::Position a, shapes::Position b,
                      shapes::Position place) const {
    const double east = plane_.x_km(b.lon) - plane_.x_km(a.lon);
    const double north = plane_.y_km(b.lat) - plane_.y_km(a.lat);
    return grid.runs_along({plane_.x_km(place.lon), plane_.y_km(place.lat)}, {east, north}, km);
}

Front front_of_change(const shapes::ValidRegion& change, const shapes::ValidRegion& before,
                      const shapes::ValidRegion& after, const EdgeSet& fixed,
                      const LocalPlane& plane, double piece_km, const Traced* traced) {
    Front front;
    std::vector<PieceMaker> makers{{plane, piece_km, front.before}, {plane, piece_km, front.after}};
    const EdgeSet drawn_before(before.region());
    const EdgeSet drawn_after(after.region());
    const EdgeGrid near_before(before.region());
    const EdgeGrid near_after(after.region());
    walk(change.region(), piece_km, makers, [&](const Part& part) {
        shapes::Position a = part.edge_start;
        shapes::Position b = part.edge_end;
        int map = drawn_before.contains(a, b) ? 0 : drawn_after.contains(a, b) ? 1 : -1;
        if (map < 0) {
            // A piece of an edge that was cut by the other map: it lies on one of the two lines.
            const EdgeGrid::Nearest of_before = near_before.nearest(part.middle);
            const EdgeGrid::Nearest of_after = near_after.nearest(part.middle);
            map = of_before.distance <= of_after.distance ? 0 : 1;
            const EdgeGrid::Nearest& cut = map == 0 ? of_before : of_after;
            a = cut.a;
            b = cut.b;
        }
        if (fixed.contains(a, b)) {
            return -1;
        }
        const NearLine* other = traced == nullptr ? nullptr
                                : map == 0        ? &traced->after
                                                  : &traced->before;
        return other != nullptr && other->runs_along(a, b, part.middle) ? -1 : map;
    });
    return front;
}

SharedFront shared_front(const shapes::ValidRegion& before, const shapes::ValidRegion& after,
                         const EdgeSet& fixed, const LocalPlane& plane, double piece_km,
                         const Traced* traced) {
    SharedFront shared;
    std::vector<PieceMaker> makers{{plane, piece_km, shared.alike},
                                   {plane, piece_km, shared.twice}};
    const EdgeSet drawn_after(after.region());
    walk(before.region(), piece_km, makers, [&](const Part& part) {
        if (fixed.contains(part.edge_start, part.edge_end)) {
            return -1;
        }
        if (drawn_after.contains(part.edge_start, part.edge_end)) {
            return 0;
        }
        const auto runs = [&](auto how) {
            return traced != nullptr &&
                   (traced->after.*how)(part.edge_start, part.edge_end, part.middle);
        };
        return runs(&NearLine::runs_on) ? 0 : runs(&NearLine::runs_along) ? 1 : -1;
    });
    return shared;
}

std::vector<FrontPiece> whole_front(const shapes::ValidRegion& map, const EdgeSet& fixed,
                                    const LocalPlane& plane, double piece_km) {
    std::vector<FrontPiece> pieces;
    std::vector<PieceMaker> makers{{plane, piece_km, pieces}};
    walk(map.region(), piece_km, makers,
         [&](const Part& part) { return fixed.contains(part.edge_start, part.edge_end) ? -1 : 0; });
    return pieces;
}

} // namespace engine
