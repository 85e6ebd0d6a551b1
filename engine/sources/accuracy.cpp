// SPDX-License-Identifier: MIT
#include "engine/sources/accuracy.hpp"

#include "shapes/types/enum_names.hpp"

namespace engine {

const char* name(AccuracyOrigin origin) {
    constexpr auto kNames = shapes::enum_names<AccuracyOrigin, AccuracyOrigin::given_by_option>(
        "assumed", "case", "option");
    return kNames.of(origin);
}

SourceAccuracy with_sigma(const std::optional<SourceAccuracy>& known, double position_sigma_km) {
    constexpr double kLeastRatio = 5.0;
    SourceAccuracy accuracy = known.value_or(SourceAccuracy{});
    accuracy.position_sigma_km = position_sigma_km;
    if (accuracy.correlation_km <= 0.0) {
        accuracy.correlation_km = kLeastRatio * position_sigma_km;
    }
    for (ClassAccuracy& c : accuracy.classes) {
        c.position_sigma_km.reset();
    }
    accuracy.reason = "given on the command line";
    accuracy.origin = AccuracyOrigin::given_by_option;
    return accuracy;
}

DisplacementField SourceAccuracy::at(ControlClass level) const {
    DisplacementField field{position_sigma_km, correlation_km};
    for (const ControlClass c : kControlClasses) {
        if (index(c) <= index(level)) {
            const ClassAccuracy& own = classes[index(c)];
            field.position_sigma_km = own.position_sigma_km.value_or(field.position_sigma_km);
            field.correlation_km = own.correlation_km.value_or(field.correlation_km);
        }
    }
    return field;
}

std::optional<double> length_km(const TomlTable& table, std::string_view key) {
    const auto value = table.number(key);
    if (value && *value <= 0.0) {
        table.fail(key, "'" + std::string(key) + "' must be a length above 0 km");
    }
    return value;
}

ClassAccuracies read_class_accuracies(const TomlTable& table) {
    ClassAccuracies classes;
    for (const ControlClass c : kControlClasses) {
        if (const auto own = table.table(name(c))) {
            classes[index(c)] = {length_km(*own, "position_sigma_km"),
                                 length_km(*own, "correlation_km")};
            own->finish();
        }
    }
    return classes;
}

} // namespace engine
