// SPDX-License-Identifier: MIT
// Claims across a day from which on the maker counts differently.
#include "engine/judge/judge.hpp"

#include <algorithm>

namespace engine {

using shapes::Area;

/// The steps in what the maker counts as held, between the first map that may be the baseline and
/// the last that may be the end: a change across them is one of definition.
std::vector<Alarm> Judge::breaks_within(const Evaluation& e) const {
    if (view_.alarms == nullptr || claim_.measure == Measure::held || e.values.empty()) {
        return {};
    }
    const auto& snapshots = view_.inside.timeline().snapshots;
    std::size_t first = snapshots.size(), last = 0;
    for (const auto& [pair, value] : e.values) {
        first = std::min(first, pair.first);
        last = std::max(last, pair.second);
    }
    std::vector<Alarm> found;
    for (const Alarm& alarm : *view_.alarms) {
        // What appears is no loss, and what vanishes no gain.
        const double km2 = alarm.km2.value_or(0.0);
        const bool touches = claim_.measure == Measure::lost     ? km2 < 0.0
                             : claim_.measure == Measure::gained ? km2 > 0.0
                                                                 : true;
        if (alarm.code == AlarmCode::definition_break && touches &&
            alarm.date > snapshots[first].date && alarm.date <= snapshots[last].date) {
            found.push_back(alarm);
        }
    }
    return found;
}

/// What changed before, between and after the breaks, added up: the steps themselves left out.
Interval Judge::without_breaks(const Evaluation& e, const std::vector<Alarm>& breaks) const {
    const auto& snapshots = view_.inside.timeline().snapshots;
    Interval without;
    for (const auto& [pair, value] : e.values) {
        Area sum;
        std::size_t from = pair.first;
        const auto add_until = [&](std::size_t to) {
            if (from < to) {
                sum += value_of(view_.inside.change(from, to, options_.level).area, claim_.measure);
            }
        };
        for (const Alarm& alarm : breaks) {
            const auto at = std::ranges::lower_bound(snapshots, *alarm.date, {}, &Snapshot::date);
            const auto step = static_cast<std::size_t>(at - snapshots.begin());
            if (from < step && step <= pair.second) {
                add_until(step - 1);
                from = step;
            }
        }
        add_until(pair.second);
        without.low = without.low ? std::min(*without.low, sum) : sum;
        without.high = without.high ? std::max(*without.high, sum) : sum;
    }
    return without;
}

/// A claim across a break gets no verdict from this source, and the value without the break as a
/// remark.
void Judge::set_aside_breaks(const Evaluation& e, SourceVerdict& r) const {
    const std::vector<Alarm> breaks = breaks_within(e);
    if (breaks.empty()) {
        return;
    }
    r.broken_by = breaks.front();
    r.without_break = without_breaks(e, breaks);
    r.verdict = Verdict::undecidable;
    r.covered = false;
}

} // namespace engine
