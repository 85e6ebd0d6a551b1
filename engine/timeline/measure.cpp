// SPDX-License-Identifier: MIT
#include "engine/timeline/measure.hpp"

namespace engine {

const char* name(Measure m) {
    switch (m) {
    case Measure::lost:
        return "lost";
    case Measure::gained:
        return "gained";
    case Measure::net:
        return "net";
    case Measure::held:
        return "held";
    }
    return "unknown";
}

std::optional<Measure> measure_from_name(std::string_view text) {
    for (const Measure m : {Measure::lost, Measure::gained, Measure::net, Measure::held}) {
        if (text == name(m)) {
            return m;
        }
    }
    return std::nullopt;
}

} // namespace engine
