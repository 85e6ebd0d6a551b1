// SPDX-License-Identifier: MIT
#pragma once

#include "engine/uncertainty/boundary_error.hpp"
#include "engine/verdict/verdict.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/// One claim about a synthetic campaign: what was concluded, and what is true.
struct CalibrationCase {
    double truth_km2 = 0.0;
    double low_km2 = 0.0; ///< 95 % interval
    double high_km2 = 0.0;
    bool exact = false;             ///< maps of the very days; else a bracket
    bool first_order_valid = false; ///< by its own account
    engine::Probability probability;
    engine::Verdict verdict = engine::Verdict::undecidable;
    engine::Verdict true_verdict = engine::Verdict::undecidable;

    bool covered() const { return low_km2 <= truth_km2 && truth_km2 <= high_km2; }
};

/// All cases of one error model.
struct ModelCalibration {
    engine::ErrorModel model = engine::ErrorModel::redrawn;
    std::vector<CalibrationCase> first_order;
    std::vector<CalibrationCase> simulated; ///< those where first order does not hold
    /// Bracketed days again, with figures that know nothing of the truth.
    std::vector<CalibrationCase> independent;

    std::vector<CalibrationCase> exact() const; ///< of the very days, first order holding
    std::vector<CalibrationCase> bracketed() const;
};

struct CalibrationOptions {
    int cases = 10000;   ///< of each model, with maps of the very days and first order holding
    int simulated = 200; ///< of each model, where it does not
    int runs = 200;      ///< of each simulation
    std::uint64_t seed = 1;
    int threads = 1; ///< the same numbers whatever it is
};

ModelCalibration calibrate(engine::ErrorModel model, const CalibrationOptions& options);

/// Predicted against observed frequency, in ten classes of the predicted probability.
///
/// Probabilities are those of the maps alone. That somebody states a figure says something, too, of
/// what is true, and probabilities that leave it out keep their word only where the figure does not
/// depend on the truth, or where the maps leave little open.
struct Reliability {
    struct Class {
        std::size_t cases = 0;
        double predicted = 0.0; ///< mean
        double observed = 0.0;  ///< share
    };
    std::array<Class, 10> classes;
};
Reliability reliability(const std::vector<CalibrationCase>& cases);

/// What was promised and is not kept, one line each: intervals of 95 % that cover the truth in 94
/// to 96 % of the cases for which first order holds, nine in ten verdicts right that are decided at
/// p ≥ 0.9, and each class of probability observed within 0.05 of what was predicted, for exact
/// days and for independent figures within brackets. Three standard errors more are allowed to the
/// classes, and to the intervals with fewer than 10,000 cases.
std::vector<std::string> broken_promises(const std::vector<ModelCalibration>& models);

/// The report in Markdown, and its plot (SVG).
std::string calibration_report(const std::vector<ModelCalibration>& models,
                               const CalibrationOptions& options);
std::string calibration_plot(const std::vector<ModelCalibration>& models);
