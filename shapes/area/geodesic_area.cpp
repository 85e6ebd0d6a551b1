// SPDX-License-Identifier: MIT
#include "shapes/area/geodesic_area.hpp"

#include "shapes/area/area_form.hpp"
#include "shapes/area/area_loops.hpp"
#include "shapes/area/compensated_sum.hpp"
#include "shapes/projection/geodesic.hpp"

#include "shapes/units/angle.hpp"
#include "shapes/units/wgs84.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace shapes {
namespace {

constexpr double kMinorAxis2_m2 = wgs84::kSemiMinorAxis_m * wgs84::kSemiMinorAxis_m;

constexpr std::size_t kBlock = 64;

/// The lenses of up to kBlock edges, in units of the squared minor axis.
void lenses_of(Ring edges, LensLoop loop, std::array<double, kBlock>& lenses) {
    const std::size_t count = edges.size() - 1;
    loop(&edges[0].lon, count / 8, lenses.data());
    if (count % 8 != 0) {
        const auto rest = filled_up(edges.subspan(count - count % 8));
        loop(&rest[0].lon, 1, lenses.data() + (count - count % 8));
    }
}

double lens(Position p, Position q) {
    const std::array<Position, 2> edge = {p, q};
    std::array<double, kBlock> lenses;
    lenses_of(edge, area_loops(best_instructions()).lens, lenses);
    return lenses[0];
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

Area geodesic_change(Ring ring, Instructions instructions) {
    const LensLoop loop = area_loops(instructions).lens;
    std::array<double, kBlock> lenses;
    CompensatedSum sum;
    double turns = 0;
    for (std::size_t start = 0; start + 1 < ring.size(); start += kBlock) {
        const std::size_t count = std::min(kBlock, ring.size() - 1 - start);
        const Ring block = ring.subspan(start, count + 1);
        lenses_of(block, loop, lenses);
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
