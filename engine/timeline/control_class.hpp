// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace engine {

/// How sure a source is that the holder holds an area, surest first.
///
/// The same three values name the levels of what counts as held: level `confirmed` counts the
/// confirmed areas only, `contested` counts those and the contested ones, `claimed` counts all.
enum class ControlClass { confirmed, contested, claimed };

inline constexpr std::array kControlClasses{ControlClass::confirmed, ControlClass::contested,
                                            ControlClass::claimed};

constexpr std::size_t index(ControlClass c) {
    return static_cast<std::size_t>(c);
}

/// "confirmed", "contested", "claimed".
const char* name(ControlClass c);
std::optional<ControlClass> control_class_from_name(std::string_view text);

} // namespace engine
