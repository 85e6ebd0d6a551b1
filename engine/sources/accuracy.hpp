// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/control_class.hpp"
#include "engine/toml/table.hpp"
#include "engine/uncertainty/field.hpp"

#include <array>
#include <optional>
#include <string>

namespace engine {

/// What is said otherwise of one control class; nothing is said by default.
struct ClassAccuracy {
    std::optional<double> position_sigma_km; ///< > 0
    std::optional<double> correlation_km;    ///< > 0
};

/// By `index(ControlClass)`.
using ClassAccuracies = std::array<ClassAccuracy, kControlClasses.size()>;

/// Who says how exactly a source draws.
enum class AccuracyOrigin {
    assumed, ///< the profile: an assumption, as hardly a map-maker publishes an accuracy
    given_by_case,
    given_by_option, ///< `--sigma`
};

/// "assumed", "case", "option".
const char* name(AccuracyOrigin origin);

/// How far a drawn boundary may stand from the true one. Hardly a map-maker publishes this.
struct SourceAccuracy {
    double position_sigma_km = 0.0; ///< standard deviation of the displacement across the line, > 0
    double correlation_km = 0.0;    ///< distance over which displacements hang together, > 0
    std::string reason;             ///< why this value; an assumption says that it is one
    ClassAccuracies classes = {};   ///< where the outline of a class is drawn better or worse
    AccuracyOrigin origin = AccuracyOrigin::assumed;

    /// The displacement of the outline of what is held at a level: what is said of its own class,
    /// else of the next surer one, else of the source.
    DisplacementField at(ControlClass level) const;
};

/// What is known of a source with another σ for all its lines, in km, > 0. The correlation length
/// stays; where there is none it becomes five times σ, the least ratio that the built-in profiles
/// assume.
SourceAccuracy with_sigma(const std::optional<SourceAccuracy>& known, double position_sigma_km);

/// A length above 0 km, or nothing where the key is absent. Throws InputError for any other value.
std::optional<double> length_km(const TomlTable& table, std::string_view key);

/// The tables `confirmed`, `contested` and `claimed` of an accuracy, each of which may hold
/// `position_sigma_km` and `correlation_km`. Throws InputError as TomlTable does.
ClassAccuracies read_class_accuracies(const TomlTable& table);

} // namespace engine
