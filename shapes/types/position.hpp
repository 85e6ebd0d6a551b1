// SPDX-License-Identifier: MIT
#pragma once

namespace shapes {

/// A place on WGS84: longitude, then latitude, both in degrees (RFC 7946 §3.1.1 order).
///
/// Longitudes are unwrapped along a ring: 181 is a legal neighbour of 179. Latitudes are geodetic,
/// in [-90, 90]. Readers guarantee finite values within `kMaxLongitude` and 90; the geometry rooms
/// rely on it.
struct Position {
    double lon = 0.0;
    double lat = 0.0;

    friend bool operator==(const Position&, const Position&) = default;
};

/// Largest |longitude| a reader lets through, degrees: one turn and a half, so that rings that run
/// across the antimeridian in either convention (0…360 or beyond ±180) stay unwrapped.
inline constexpr double kMaxLongitude = 540.0;

} // namespace shapes
