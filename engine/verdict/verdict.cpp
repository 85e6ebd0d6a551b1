// SPDX-License-Identifier: MIT
#include "engine/verdict/verdict.hpp"

#include <algorithm>

namespace engine {

const char* name(Verdict v) {
    switch (v) {
    case Verdict::consistent:
        return "consistent";
    case Verdict::overstated:
        return "overstated";
    case Verdict::understated:
        return "understated";
    case Verdict::contradicted:
        return "contradicted";
    case Verdict::undecidable:
        return "undecidable";
    }
    return "unknown";
}

Verdict compare(const Interval& measured, const Band& band) {
    const auto& [low, high] = measured;
    if (high && high->km2() < band.low_km2) {
        return Verdict::overstated;
    }
    if (low && low->km2() > band.high_km2) {
        return Verdict::understated;
    }
    if (low && high && low->km2() >= band.low_km2 && high->km2() <= band.high_km2) {
        return Verdict::consistent;
    }
    return Verdict::undecidable;
}

std::optional<Probability> share(const Interval& measured, const Band& band) {
    if (!measured.low || !measured.high) {
        return std::nullopt;
    }
    const double low = measured.low->km2();
    const double high = measured.high->km2();
    if (low == high) {
        return Probability{low >= band.low_km2 && low <= band.high_km2 ? 1.0 : 0.0,
                           low < band.low_km2 ? 1.0 : 0.0, low > band.high_km2 ? 1.0 : 0.0};
    }
    const auto part = [&](double from, double to) {
        return std::max(0.0, std::min(high, to) - std::max(low, from)) / (high - low);
    };
    return Probability{part(band.low_km2, band.high_km2), part(low, band.low_km2),
                       part(band.high_km2, high)};
}

} // namespace engine
