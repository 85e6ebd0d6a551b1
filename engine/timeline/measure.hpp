// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace engine {

/// Which area a claim speaks of, seen from the holder.
enum class Measure {
    lost,   ///< before ∖ after
    gained, ///< after ∖ before
    net,    ///< gained − lost
    held,   ///< what is held on a day
};

inline constexpr std::array kMeasures{Measure::lost, Measure::gained, Measure::net, Measure::held};

/// "lost", "gained", "net", "held".
const char* name(Measure m);
std::optional<Measure> measure_from_name(std::string_view text);

} // namespace engine
