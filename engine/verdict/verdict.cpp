// SPDX-License-Identifier: MIT
#include "engine/verdict/verdict.hpp"

#include "shapes/types/enum_names.hpp"

namespace engine {
namespace {

constexpr auto kVerdictNames = shapes::enum_names<Verdict, Verdict::undecidable>(
    "consistent", "overstated", "understated", "contradicted", "undecidable");

} // namespace

const char* name(Verdict v) {
    return kVerdictNames.of(v);
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
