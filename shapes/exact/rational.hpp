// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/position.hpp"

#include <boost/multiprecision/cpp_int.hpp>

namespace shapes::exact {

/// A number without rounding, whatever its size.
using Rational = boost::multiprecision::cpp_rational;

/// Long double carries most of the decisions and all of the areas. Its unit roundoff is 2⁻⁶⁴ on
/// x86, 2⁻⁵³ where it is a double: the bounds below hold with either.
using Real = long double;

/// Rounded to a double, and what that leaves rounded again: off by less than 2⁻¹⁰⁰ of its size, or
/// by the roundoff of Real where that is more.
inline Real to_real(const Rational& value) {
    const auto high = value.convert_to<double>();
    const Rational rest = value - Rational(high);
    return static_cast<Real>(high) + static_cast<Real>(rest.convert_to<double>());
}

} // namespace shapes::exact
