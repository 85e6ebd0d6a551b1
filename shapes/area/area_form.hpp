// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>

namespace shapes {

/// The one-form whose integral along a closed chain is the area inside, as polynomial.
///
/// With D(φ) the area of the ellipsoid per degree of latitude and of longitude, and g its
/// antiderivative (the authalic function), Stokes gives area = −∮ g(φ) dλ. Along an edge that is
/// straight in longitude/latitude, −∫ g dλ = −Δλ · (mean of g over the edge's latitudes)
/// = −Δλ · G[φ₁, φ₂], the divided difference of G = ∫ g, exact for edges of any length and without
/// cancellation. g is taken to vanish in the middle of the region's latitudes: a constant added to
/// g changes nothing along a closed chain but the size of the terms, and so the rounding.
///
/// D = b² cos φ / (1 − e² sin² φ)² · (π/180)² is interpolated at Chebyshev nodes over the latitudes
/// that occur. The polynomial's own area is exact up to rounding, so the relative error of an area
/// is that of D, at most `kDensityTolerance` of the largest D in range.
struct AreaForm {
    /// Highest degree of G: enough from pole to pole (see area_form.cpp for the bound).
    static constexpr int kMaxDegree = 35;

    double origin_lat = 0.0; ///< degrees; g(origin_lat) = 0
    double unit = 1.0;       ///< what a sum of edge terms is multiplied with (m² or 1)
    int degree = 2;          ///< of G, at least 2
    /// G's coefficients by power of (φ − origin_lat) in degrees; those of 0 and 1 are 0.
    std::array<double, kMaxDegree + 1> coefficient{};

    /// One edge, scalar: −∫ g dλ from (lon1, lat1) to (lon2, lat2), to be multiplied by `unit`.
    double edge(double lon1, double lat1, double lon2, double lat2) const;
};

/// Bound on the error of the density D, relative to its largest value over the latitudes in range.
inline constexpr double kDensityTolerance = 0x1p-51;

/// Area on WGS84 in m² for chains between these latitudes (degrees, −90 ≤ south ≤ north ≤ 90).
AreaForm authalic_form(double south, double north);

/// Area in square degrees, as if longitude and latitude were Cartesian: what planar libraries give.
AreaForm planar_form(double south, double north);

} // namespace shapes
