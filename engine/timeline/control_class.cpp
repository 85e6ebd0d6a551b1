// SPDX-License-Identifier: MIT
#include "engine/timeline/control_class.hpp"

#include "shapes/types/enum_names.hpp"

namespace engine {
namespace {

constexpr auto kClassNames =
    shapes::enum_names<ControlClass, ControlClass::claimed>("confirmed", "contested", "claimed");

} // namespace

const char* name(ControlClass c) {
    return kClassNames.of(c);
}

std::optional<ControlClass> control_class_from_name(std::string_view text) {
    return kClassNames.find(text);
}

} // namespace engine
