// SPDX-License-Identifier: MIT
#pragma once

namespace shapes {

/// Unit roundoff of double: the largest relative error of a correctly rounded operation.
inline constexpr double kRoundoff = 0x1p-53;

/// Bound on the rounding error of orientation in difference form, l − r with
///   l = (a.x − c.x)·(b.y − c.y),   r = (a.y − c.y)·(b.x − c.x),
/// as a multiple of |l| + |r|. Each product carries three roundings (two differences, one product),
/// at most (1 + u)³ − 1 of its value, and the last subtraction adds one u of the result; where the
/// sign is in doubt that last error cannot change it. Shewchuk (1997), "Adaptive Precision
/// Floating-Point Arithmetic", §4.3 (doi:10.1007/PL00009321): (3 + 16u)u covers also the roundings
/// of |l| + |r| and of the product with the constant.
inline constexpr double kOrientationErrorFactor = (3.0 + 16.0 * kRoundoff) * kRoundoff;

/// Added to the bound so that it also holds where a product underflows. A product that underflows
/// is off by at most 2⁻¹⁰⁷⁵. This constant is far larger than a few such errors and far smaller
/// than any area on a map.
inline constexpr double kOrientationUnderflow = 0x1p-1000;

} // namespace shapes
