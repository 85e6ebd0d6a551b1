// SPDX-License-Identifier: MIT
#include "engine/timeline/measure.hpp"

#include "shapes/types/enum_names.hpp"

namespace engine {
namespace {

constexpr auto kMeasureNames =
    shapes::enum_names<Measure, Measure::held>("lost", "gained", "net", "held");

} // namespace

const char* name(Measure m) {
    return kMeasureNames.of(m);
}

std::optional<Measure> measure_from_name(std::string_view text) {
    return kMeasureNames.find(text);
}

} // namespace engine
