// SPDX-License-Identifier: MIT
// Claims across a day from which on the maker counts differently.
#include "engine/judge/judge.hpp"
#include "engine/measure/alarms_within.hpp"

namespace engine {

using shapes::Area;

/// What changed before, between and after the breaks, added up: the steps themselves left out.
Interval Judge::without_breaks(const Evaluation& e, const std::vector<Alarm>& breaks) const {
    Interval without;
    for (const Maps& maps : e.frame.choices) {
        Area sum;
        for (const Maps& stretch : stretches(maps, breaks, view_.inside.maps().days)) {
            sum += value_of(pair(stretch).change.value().area, claim_.measure);
        }
        widen(without, sum);
    }
    return without;
}

/// The days on which the maker began to count otherwise, within what a claim is measured over.
std::vector<Alarm> Judge::breaks_in(const Evaluation& e) const {
    const KnownMaps& maps = view_.inside.maps();
    return breaks_within(e.frame, claim_.measure, maps.days, maps.alarms);
}

/// A claim across a break gets no verdict from this source, and the value without the break as a
/// remark.
void Judge::set_aside_breaks(const Evaluation& e, SourceVerdict& r) const {
    const auto breaks = breaks_in(e);
    if (breaks.empty()) {
        return;
    }
    r.broken_by = breaks.front();
    r.without_break = without_breaks(e, breaks);
    r.verdict = Verdict::undecidable;
    r.covered = false;
}

} // namespace engine
