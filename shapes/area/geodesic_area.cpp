// SPDX-License-Identifier: MIT
#include "shapes/area/geodesic_area.hpp"

#include "shapes/area/area_form.hpp"
#include "shapes/area/compensated_sum.hpp"
#include "shapes/projection/geodesic.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace shapes {
namespace {

// WGS84: NIMA TR8350.2, third edition, table 3.1.
constexpr double kFlattening = 1 / 298.257223563;
constexpr double kE2 = kFlattening * (2 - kFlattening);
constexpr double kSemiMinorAxis_m = 6378137.0 * (1 - kFlattening);
constexpr double kMinorAxis2_m2 = kSemiMinorAxis_m * kSemiMinorAxis_m;
constexpr double kRadiansPerDegree = std::numbers::pi / 180;

/// Sine on ±π/2 by its Taylor polynomial of degree 15, short by less than (π/2)^17 / 17! = 6e-12:
/// enough for a lens, which is below 1e-3 of the square of its edge, and free of calls, so that
/// the loop over a ring's edges is compiled to vector instructions.
double sine(double x) {
    const double x2 = x * x;
    const double high =
        -1.0 / 39916800.0 + x2 * (1.0 / 6227020800.0 + x2 * (-1.0 / 1307674368000.0));
    const double low =
        -1.0 / 6.0 + x2 * (1.0 / 120.0 + x2 * (-1.0 / 5040.0 + x2 * (1.0 / 362880.0 + x2 * high)));
    return x * (1.0 + x2 * low);
}

/// Horner's scheme in x for the coefficients of 1, x, x².
constexpr double quadratic(double c0, double c1, double c2, double x) {
    return c0 + x * (c1 + x * c2);
}

/// The series of geodesic_correction: what the geodesic takes off on the left, in units of the
/// squared minor axis. `a` and `b` are half the differences in longitude and latitude, radians.
double lens(double middle_lat, double a, double b) {
    constexpr double n = 1 - kE2;
    constexpr double kE4 = kE2 * kE2;
    const double s = sine(middle_lat);
    const double s2 = s * s;
    const double c2 = 1 - s2;
    const double per_w = 1 / (1 - kE2 * s2);
    const double per_w2 = per_w * per_w;
    const double per_w3 = per_w2 * per_w;
    const double a2 = a * a;
    const double b2 = b * b;
    // Factors of a · s · 2/3, then of a · s / 15.
    const double third = c2 * per_w * (1 / n) * a2 + ((2 + kE2) - 3 * kE2 * s2) * per_w3 * b2;
    const double d1 = c2 * per_w * (2 / (n * n)) * quadratic(2, -3 - kE2, 2 * kE2, s2);
    const double d2 =
        per_w3 * (1 / n) *
        (5 + 6 * kE2 +
         s2 * quadratic(-15 - 32 * kE2 + 14 * kE4, 46 * kE2 - 13 * kE4, -11 * kE4, s2));
    const double d3 =
        per_w3 * per_w2 *
        (6 + 13 * kE2 + 14 * kE4 +
         kE2 * s2 * quadratic(-49 - 18 * kE2 + 28 * kE4, 58 * kE2 - 79 * kE4, 27 * kE4, s2));
    const double fifth = a2 * (d1 * a2 + d2 * b2) + d3 * (b2 * b2);
    return a * s * (third * (2.0 / 3) + fifth * (1.0 / 15));
}

// By reference: a loop that copies whole positions is not compiled to vector instructions.
double lens(const Position& p, const Position& q) {
    return lens((p.lat + q.lat) * (kRadiansPerDegree / 2),
                (q.lon - p.lon) * (kRadiansPerDegree / 2),
                (q.lat - p.lat) * (kRadiansPerDegree / 2));
}

/// The larger of an edge's extents in longitude and latitude, degrees.
double extent(Position p, Position q) {
    const double dlon = std::abs(q.lon - p.lon);
    const double dlat = std::abs(q.lat - p.lat);
    return dlon > dlat ? dlon : dlat;
}

constexpr double kShortExtent_deg = 2 * kShortHalfEdge / kRadiansPerDegree;

/// −∫ g dλ along the straight line, with g zero at the equator as Karney's S12 has it.
double straight_term(Position p, Position q) {
    static const AreaForm form = authalic_form(-90, 90);
    return form.unit * form.edge(p.lon, p.lat, q.lon, q.lat);
}

/// Longitude from p to q as the geodesic goes, degrees.
double geodesic_longitude(Position p, Position q) {
    const double drawn = q.lon - p.lon;
    return std::abs(drawn) <= 180.0 ? drawn : std::remainder(drawn, 360.0);
}

/// Along a pole an edge is a turn on the spot, which is what the straight line is.
bool is_turn_at_pole(Position p, Position q) {
    return p.lat == q.lat && std::abs(p.lat) == 90.0;
}

/// Area of WGS84, m²: 2π a² (1 + (1 − e²)/e · artanh e).
constexpr double kEarth_m2 = 510065621724088.5;

double long_correction(Position p, Position q) {
    return is_turn_at_pole(p, q) ? 0.0
                                 : -projection::area_under_geodesic(p, q) - straight_term(p, q);
}

/// Turns around the axis that the geodesic makes more than the line as drawn, east positive.
double extra_turns(Position p, Position q) {
    return is_turn_at_pole(p, q) ? 0.0 : (geodesic_longitude(p, q) - (q.lon - p.lon)) / 360.0;
}

} // namespace

double geodesic_correction(Position p, Position q) {
    return extent(p, q) <= kShortExtent_deg ? -kMinorAxis2_m2 * lens(p, q) : long_correction(p, q);
}

Area geodesic_change(Ring ring) {
    constexpr std::size_t kBlock = 64;
    std::array<double, kBlock> lenses;
    CompensatedSum sum;
    double turns = 0;
    for (std::size_t start = 0; start + 1 < ring.size(); start += kBlock) {
        const std::size_t count = std::min(kBlock, ring.size() - 1 - start);
        const Ring block = ring.subspan(start, count + 1);
        for (std::size_t i = 0; i < count; ++i) {
            lenses[i] = lens(block[i], block[i + 1]);
        }
        double taken = 0; // plain: lenses are a small part of an area
        for (std::size_t i = 0; i < count; ++i) {
            if (extent(block[i], block[i + 1]) <= kShortExtent_deg) {
                taken += lenses[i];
            } else {
                sum.add(long_correction(block[i], block[i + 1]));
                turns += extra_turns(block[i], block[i + 1]);
            }
        }
        sum.add(-kMinorAxis2_m2 * taken);
    }
    sum.add(turns * (kEarth_m2 / 2)); // from the equator, where S12 is zero, to the northern pole
    return Area::from_m2(sum.value());
}

Area smaller_side(Area area) {
    const double m2 = area.m2();
    return std::abs(m2) > kEarth_m2 / 2 ? Area::from_m2(m2 - std::copysign(kEarth_m2, m2)) : area;
}

} // namespace shapes
