// SPDX-License-Identifier: MIT
#pragma once

namespace shapes {

/// A place on WGS84: longitude, then latitude, both in degrees (RFC 7946 §3.1.1 order).
///
/// Longitudes are unwrapped along a ring: 181 is a legal neighbour of 179. Latitudes are geodetic,
/// within ±90. Readers ensure that all values are finite, longitudes within `kMaxLongitude` and
/// latitudes within 90, and the geometry code relies on it.
struct Position {
    double lon = 0.0;
    double lat = 0.0;

    friend bool operator==(const Position&, const Position&) = default;
};

/// The largest magnitude of a longitude that readers accept, degrees. One and a half turns are
/// enough for rings to cross the antimeridian in either convention (0…360 or beyond ±180) without
/// being wrapped.
inline constexpr double kMaxLongitude = 540.0;

} // namespace shapes
