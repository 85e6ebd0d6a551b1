// SPDX-License-Identifier: MIT
#pragma once

#include "engine/uncertainty/edge_grid.hpp"
#include "engine/uncertainty/edge_set.hpp"
#include "shapes/types/change_area.hpp"
#include "shapes/types/valid_region.hpp"

#include <memory>
#include <vector>

namespace engine {

/// A short piece of a boundary that may stand elsewhere than drawn. The plane is that of
/// `LocalPlane`: km east and north of its centre.
///
/// If the line moves by the vector d km, the area of which the piece bounds grows by
/// d · (nx_km, ny_km) km²: the outward normal times the piece's length.
struct FrontPiece {
    double x_km = 0.0; ///< middle of the piece
    double y_km = 0.0;
    double nx_km = 0.0;
    double ny_km = 0.0;
};

/// Degrees to km around one latitude: x = λ·cos φ₀, y = φ, scaled by the ellipsoid's radii there.
/// Distances are used for correlations only; the length of a piece is taken at its own latitude.
class LocalPlane {
  public:
    explicit LocalPlane(shapes::Position centre);
    shapes::Position centre() const { return centre_; }
    double x_km(double lon) const { return (lon - centre_.lon) * km_per_lon_; }
    double y_km(double lat) const { return (lat - centre_.lat) * km_per_lat_; }

    /// km per degree of longitude and latitude on WGS84 at a latitude (radii of curvature: J. P.
    /// Snyder, USGS Professional Paper 1395, 1987, eq. 4-18 to 4-20).
    static double km_per_degree_lon(double lat);
    static double km_per_degree_lat(double lat);

  private:
    shapes::Position centre_;
    double km_per_lon_;
    double km_per_lat_;
};

/// Tells where a region's boundary runs alongside an edge, within a distance.
class NearLine {
  public:
    NearLine(const shapes::Region& map, const LocalPlane& plane, double distance_km);
    /// `place` on the edge from a to b.
    bool runs_along(shapes::Position a, shapes::Position b, shapes::Position place) const {
        // Most often an edge of the narrow cells tells, which hold few.
        return within(fine_grid_, distance_km_, a, b, place) ||
               within(grid_, distance_km_, a, b, place);
    }
    /// The same without any distance but rounding's (a millimetre): on the line.
    bool runs_on(shapes::Position a, shapes::Position b, shapes::Position place) const {
        return within(fine_grid_, 1e-6, a, b, place);
    }

  private:
    bool within(const EdgeGrid& grid, double km, shapes::Position a, shapes::Position b,
                shapes::Position place) const;

    LocalPlane plane_;
    double distance_km_;
    std::unique_ptr<const shapes::Region> in_plane_; ///< km; the grid refers to it
    EdgeGrid grid_;
    EdgeGrid fine_grid_; ///< in that of the distance a small map may be one cell
};

/// Two maps traced independently: where one's line runs along the other's, both mean the same
/// line.
struct Traced {
    NearLine before;
    NearLine after;
};

/// What moves a change, sorted by the map whose error moves it.
struct Front {
    std::vector<FrontPiece> before; ///< pieces of the change's outline drawn in the map before
    std::vector<FrontPiece> after;  ///< … in the map after
};

/// The pieces of a change's outline (`change` is the lost or the gained region of before and
/// after), no longer than `piece_km`, without what is fixed and, if given, without what was traced
/// twice.
Front front_of_change(const shapes::ValidRegion& change, const shapes::ValidRegion& before,
                      const shapes::ValidRegion& after, const EdgeSet& fixed,
                      const LocalPlane& plane, double piece_km, const Traced* traced = nullptr);

/// The line that both maps mean to share and that is not fixed, with the normal that points out of
/// the held region.
struct SharedFront {
    std::vector<FrontPiece> alike; ///< drawn with the same edges, or on the same line
    std::vector<FrontPiece> twice; ///< traced twice: as the map before has it
};
SharedFront shared_front(const shapes::ValidRegion& before, const shapes::ValidRegion& after,
                         const EdgeSet& fixed, const LocalPlane& plane, double piece_km,
                         const Traced* traced = nullptr);

/// The pieces of one map's whole boundary that are not fixed.
std::vector<FrontPiece> whole_front(const shapes::ValidRegion& map, const EdgeSet& fixed,
                                    const LocalPlane& plane, double piece_km);

} // namespace engine
