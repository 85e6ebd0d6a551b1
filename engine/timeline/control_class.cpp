// SPDX-License-Identifier: MIT
#include "engine/timeline/control_class.hpp"

namespace engine {

const char* name(ControlClass c) {
    switch (c) {
    case ControlClass::confirmed:
        return "confirmed";
    case ControlClass::contested:
        return "contested";
    case ControlClass::claimed:
        return "claimed";
    }
    return "unknown";
}

std::optional<ControlClass> control_class_from_name(std::string_view text) {
    for (const ControlClass c : kControlClasses) {
        if (text == name(c)) {
            return c;
        }
    }
    return std::nullopt;
}

} // namespace engine
