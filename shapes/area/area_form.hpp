// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>

namespace shapes {

/// The one-form whose integral along a closed chain is the enclosed area, as a polynomial.
///
/// Let D(φ) be the area of the ellipsoid per degree of latitude and of longitude, and g an
/// antiderivative of D (the authalic function). By Stokes' theorem, area = −∮ g(φ) dλ. Along an
/// edge that is straight in longitude/latitude, −∫ g dλ = −Δλ · (mean of g over the edge's
/// latitudes) = −Δλ · G[φ₁, φ₂], the divided difference of G = ∫ g. This is exact for edges of any
/// length and does not suffer from cancellation. g is chosen to be 0 in the middle of the region's
/// latitudes: along a closed chain a constant added to g changes nothing but the size of the terms,
/// and with it the rounding error.
///
/// D = b² cos φ / (1 − e² sin² φ)² · (π/180)² is interpolated at Chebyshev nodes over the latitudes
/// that occur. The area of the polynomial is exact up to rounding, so the relative error of an area
/// is that of D: at most `kDensityTolerance` of the largest D in range.
struct AreaForm {
    /// Highest degree of G, enough for the range from pole to pole (area_form.cpp has the bound).
    static constexpr int kMaxDegree = 35;

    double origin_lat = 0.0; ///< degrees; g(origin_lat) = 0
    double unit = 1.0; ///< factor from a sum of edge terms to an area (m², or 1 for square degrees)
    int degree = 2;    ///< degree of G, at least 2
    /// The coefficients of G by power of (φ − origin_lat) in degrees. Those of powers 0 and 1 are
    /// 0.
    std::array<double, kMaxDegree + 1> coefficient{};

    /// The term of one edge, −∫ g dλ from (lon1, lat1) to (lon2, lat2), in degrees. It still has to
    /// be multiplied by `unit`.
    double edge(double lon1, double lat1, double lon2, double lat2) const;
};

/// Bound on the error of the density D, relative to its largest value over the latitudes in range.
inline constexpr double kDensityTolerance = 0x1p-51;

/// The form for areas on WGS84 in m², for chains between two latitudes (degrees, −90 ≤ south ≤
/// north ≤ 90).
AreaForm authalic_form(double south, double north);

/// The form for areas in square degrees, as if longitude and latitude were Cartesian, which is what
/// planar libraries compute.
AreaForm planar_form(double south, double north);

} // namespace shapes
