// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/box.hpp"
#include "shapes/types/position.hpp"

namespace page {

/// A place of a plane, km: x to the east, y to the north.
struct PlanePoint {
    double x_km = 0.0;
    double y_km = 0.0;
};

/// The cylindrical equal-area projection of the WGS84 ellipsoid (Snyder 1987, Map Projections: A
/// Working Manual, eq. 10-14 and 10-15), true to scale along one parallel. A shape has the same
/// area wherever it is drawn, so a square of 1,000 km² may be laid on any part of the map; a scale
/// bar holds along the parallel and, within a few degrees of it, everywhere.
class EqualAreaProjection {
  public:
    /// The middle of the map, degrees; true to scale along that parallel. Latitudes beyond ±85°
    /// take that of 85°, where the projection still has a width.
    explicit EqualAreaProjection(shapes::Position centre);

    PlanePoint at(shapes::Position p) const;

  private:
    shapes::Position centre_;
    double scale_ = 1.0;    ///< k₀: length of the parallel to that of the equator
    double centre_q_ = 0.0; ///< q of the parallel
};

/// The middle of a box, degrees; of an empty one 0, 0.
shapes::Position centre_of(const shapes::Box& box);

} // namespace page
