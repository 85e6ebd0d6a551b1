// SPDX-License-Identifier: MIT
#include "tools/report/scale.hpp"

#include "engine/toml/table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <utility>

namespace report {
namespace {

using engine::Probability;
using engine::TomlTable;
using engine::Verdict;

constexpr std::array kVerdicts{Verdict::consistent, Verdict::overstated, Verdict::understated,
                               Verdict::contradicted, Verdict::undecidable};

std::vector<Verdict> read_verdicts(const TomlTable& table) {
    std::vector<Verdict> verdicts;
    for (const std::string& text : table.texts("verdict")) {
        const auto found =
            std::ranges::find(kVerdicts, text, [](Verdict v) { return engine::name(v); });
        if (found == kVerdicts.end()) {
            table.fail("verdict", "'" + text +
                                      "' is none of: consistent, overstated, understated, "
                                      "contradicted, undecidable");
        }
        verdicts.push_back(*found);
    }
    return verdicts;
}

std::optional<Range> read_range(const TomlTable& table, std::string_view key, double highest) {
    if (!table.has(key)) {
        return std::nullopt;
    }
    const std::vector<double> ends = table.numbers(key);
    if (ends.size() != 2 || !(ends[0] <= ends[1]) || ends[0] < 0.0 || ends[1] > highest) {
        table.fail(key, "a range is due here, as in [0.8, 1.0]: two numbers from 0 on" +
                            std::string(highest == 1.0 ? " to 1" : " (the second may be inf)") +
                            ", the smaller one first");
    }
    return Range{ends[0], ends[1]};
}

bool has_no_range(const ScaleRule& rule) {
    return !rule.ratio && !rule.consistent && !rule.overstated && !rule.understated;
}

bool is_for(const ScaleRule& rule, Verdict verdict) {
    return rule.verdicts.empty() ||
           std::ranges::find(rule.verdicts, verdict) != rule.verdicts.end();
}

bool lies_in(const std::optional<double>& value, const std::optional<Range>& range) {
    return !range || (value && range->low <= *value && *value <= range->high);
}

} // namespace

Scale parse_scale(std::string_view toml, const std::string& name_of_file) {
    const TomlTable table = TomlTable::parse(toml, name_of_file);
    Scale scale;
    scale.name = table.required_text("name");
    const auto rules = table.tables("label");
    table.finish();
    for (const TomlTable& each : rules) {
        ScaleRule rule;
        rule.label = each.required_text("is");
        rule.verdicts = read_verdicts(each);
        rule.ratio = read_range(each, "ratio", HUGE_VAL);
        rule.consistent = read_range(each, "p_consistent", 1.0);
        rule.overstated = read_range(each, "p_overstated", 1.0);
        rule.understated = read_range(each, "p_understated", 1.0);
        each.finish();
        scale.rules.push_back(std::move(rule));
    }
    for (const Verdict verdict : kVerdicts) {
        const bool covered = std::ranges::any_of(scale.rules, [&](const ScaleRule& rule) {
            return has_no_range(rule) && is_for(rule, verdict);
        });
        if (!covered) {
            table.fail("", std::string("the verdict '") + engine::name(verdict) +
                               "' may get no label: add a [[label]] with verdict = \"" +
                               engine::name(verdict) +
                               "\" and no ranges, after those that have some");
        }
    }
    return scale;
}

const std::string& label_of(const Scale& scale, Verdict verdict, const std::optional<double>& ratio,
                            const std::optional<Probability>& probability) {
    const auto p = [&](double Probability::*which) {
        return probability ? std::optional((*probability).*which) : std::nullopt;
    };
    const auto rule = std::ranges::find_if(scale.rules, [&](const ScaleRule& r) {
        return is_for(r, verdict) && lies_in(ratio, r.ratio) &&
               lies_in(p(&Probability::consistent), r.consistent) &&
               lies_in(p(&Probability::overstated), r.overstated) &&
               lies_in(p(&Probability::understated), r.understated);
    });
    if (rule == scale.rules.end()) {
        throw std::logic_error("a scale without a label for every verdict");
    }
    return rule->label;
}

void add_labels(engine::Verification& verification, const Scale& scale) {
    verification.scale = scale.name;
    for (engine::ClaimVerification& claim : verification.claims) {
        for (engine::SourceVerdict& source : claim.by_source) {
            source.label = label_of(scale, source.verdict, source.ratio,
                                    source.rests_on_prior() ? std::nullopt : source.probability);
        }
        claim.label = claim.by_source.size() == 1
                          ? claim.by_source.front().label
                          : label_of(scale, claim.verdict, std::nullopt, std::nullopt);
    }
}

} // namespace report
