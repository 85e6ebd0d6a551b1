// SPDX-License-Identifier: MIT
#include "engine/timeline/measure.hpp"

#include "shapes/types/enum_names.hpp"

namespace engine {
namespace {

constexpr auto kNames = shapes::enum_names<Measure, Measure::held>("lost", "gained", "net", "held");

} // namespace

const char* name(Measure m) {
    return kNames.of(m);
}

std::optional<Measure> measure_from_name(std::string_view text) {
    return kNames.find(text);
}

} // namespace engine
