// SPDX-License-Identifier: MIT
#include "engine/verdict/source_offset.hpp"

#include "engine/verdict/thresholds.hpp"

#include <algorithm>
#include <cmath>

namespace engine {

std::optional<SourceOffset> find_offset(const HeldByDay& a, const HeldByDay& b) {
    std::vector<double> differences;
    for (const auto& [day, area] : a.held) {
        if (const auto same = b.held.find(day); same != b.held.end()) {
            differences.push_back((area - same->second).km2());
        }
    }
    if (differences.size() < 2) {
        return std::nullopt;
    }
    double sum = 0.0;
    for (const double d : differences) {
        sum += d;
    }
    const double mean = sum / static_cast<double>(differences.size());
    const auto [low, high] = std::ranges::minmax(differences);
    if (std::abs(mean) < thresholds().offset_km2 ||
        high - low > thresholds().offset_spread * std::abs(mean)) {
        return std::nullopt;
    }
    return SourceOffset{a.source, b.source, shapes::Area::from_km2(mean),
                        shapes::Area::from_km2(high - low), differences.size()};
}

} // namespace engine
