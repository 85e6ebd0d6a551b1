// SPDX-License-Identifier: MIT
#pragma once

#include "engine/verdict/verdict.hpp"
#include "engine/verification.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace report {

/// A closed range; either end may be infinite.
struct Range {
    double low = 0.0;
    double high = 0.0;
};

/// One rule of a scale: a verdict that is one of `verdicts` (any, where there are none), and whose
/// figures lie in the ranges that are given, gets the label.
struct ScaleRule {
    std::string label;
    std::vector<engine::Verdict> verdicts;
    std::optional<Range> ratio;      ///< stated ÷ measured
    std::optional<Range> consistent; ///< probabilities
    std::optional<Range> overstated;
    std::optional<Range> understated;
};

/// A newsroom's own names for verdicts, from a file of its own. Ours stand beside them in every
/// report: they say what was found, a label says what somebody calls it.
struct Scale {
    std::string name;
    std::vector<ScaleRule> rules; ///< the first that matches decides
};

/// Reads a scale from TOML text; `name` stands in messages (the file's name). Throws
/// engine::InputError naming the line, the key and what to do, for anything unknown, missing or of
/// the wrong type, and where some verdict might get no label: every verdict needs a rule without
/// ranges.
Scale parse_scale(std::string_view toml, const std::string& name);

/// The label of a verdict. A range does not match where its figure is not known.
const std::string& label_of(const Scale& scale, engine::Verdict verdict,
                            const std::optional<double>& ratio,
                            const std::optional<engine::Probability>& probability);

/// Puts the labels beside the verdicts: of each source, and of the claim. Chances that rest on a
/// bracket's prior count as not known; where sources differ no ratio and no chance is the claim's
/// own.
void add_labels(engine::Verification& verification, const Scale& scale);

} // namespace report
