// SPDX-License-Identifier: MIT
#include "engine/verdict/verdict.hpp"

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

} // namespace engine
