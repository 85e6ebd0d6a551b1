// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <span>

namespace support {

/// A Gauss–Legendre rule on [−1, 1]: its nodes above 0 with their weights.
struct GaussNode {
    long double x;
    long double w;
};

/// Abramowitz & Stegun, table 25.4, n = 10: to the last bit over a quarter of the meridian.
inline constexpr std::array<GaussNode, 5> kGauss10{{
    {0.148874338981631210884826001129720L, 0.295524224714752870173892994651338L},
    {0.433395394129247190799265943165784L, 0.269266719309996355091226921569469L},
    {0.679409568299024406234327365114874L, 0.219086362515982043995534934228163L},
    {0.865063366688984510732096688423493L, 0.149451349150580593145863396957658L},
    {0.973906528517171720077964012084452L, 0.066671344308688137593568809893332L},
}};

/// The same, n = 4. Over a degree, h = π/180, it is off by h⁹(4!)⁴/(9(8!)³)·f⁽⁸⁾ < 1e-24 f⁽⁸⁾.
inline constexpr std::array<GaussNode, 2> kGauss4{{
    {0.339981043584856264802665759103245L, 0.652145154862546142626936050778001L},
    {0.861136311594052575223946488892809L, 0.347854845137453857373063949221999L},
}};

/// The rule for a span of latitudes, degrees.
inline std::span<const GaussNode> gauss_for(long double span_degrees) {
    if (span_degrees < 1 && span_degrees > -1) {
        return kGauss4;
    }
    return kGauss10;
}

/// The mean of f over [0, 1].
template<class F>
long double gauss_mean(std::span<const GaussNode> rule, const F& f) {
    long double sum = 0;
    for (const auto& [x, w] : rule) {
        sum += w * (f((1 - x) / 2) + f((1 + x) / 2));
    }
    return sum / 2;
}

} // namespace support
