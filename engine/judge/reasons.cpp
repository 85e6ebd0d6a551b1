// SPDX-License-Identifier: MIT
#include "engine/judge/explainer.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <variant>

namespace engine {
namespace {

/// What is said of a verdict that rests on a map with an alarm that casts doubt on it.
Remark doubt_of(AlarmCode alarm) {
    switch (alarm) {
    case AlarmCode::one_day_spike:
        return Remark::rests_on_one_day_spike;
    case AlarmCode::restored_dip:
        return Remark::rests_on_restored_dip;
    case AlarmCode::definition_break:
        return Remark::rests_on_definition_break;
    case AlarmCode::polygon_far:
        return Remark::rests_on_polygon_far;
    default:
        return Remark::rests_on_layers_disagree;
    }
}

Remark turning_class(ControlClass level) {
    switch (level) {
    case ControlClass::confirmed:
        break;
    case ControlClass::contested:
        return Remark::classes_turn_verdict_contested;
    case ControlClass::claimed:
        return Remark::classes_turn_verdict_claimed;
    }
    return Remark::classes_turn_verdict_confirmed;
}

Remark who_says(AccuracyOrigin origin) {
    switch (origin) {
    case AccuracyOrigin::assumed:
        break;
    case AccuracyOrigin::given_by_case:
        return Remark::position_sigma_case;
    case AccuracyOrigin::given_by_option:
        return Remark::position_sigma_option;
    }
    return Remark::position_sigma_assumed;
}

} // namespace

void Explainer::day() {
    if (e_.frame.last.exact) {
        return;
    }
    ReasonValues values{{"day", e_.frame.end}};
    const auto& [before, after] = v_.measured.bracket;
    if (before) {
        values["before_date"] = before->date;
        values["before_km2"] = before->area;
    }
    if (after) {
        values["after_date"] = after->date;
        values["after_km2"] = after->area;
    }
    add(ReasonCode::no_map_of_day,
        {before && after ? Remark::no_map_of_day_around
         : before        ? Remark::no_map_of_day_after
         : after         ? Remark::no_map_of_day_before
                         : Remark::no_map_of_day},
        std::move(values));
}

void Explainer::baseline() {
    if (g_.claim.measure == Measure::held || e_.frame.base.exact || v_.baseline_assumed) {
        return;
    }
    ReasonValues values{{"day", e_.frame.since}};
    if (e_.frame.base.before) {
        values["before_date"] = date(*e_.frame.base.before);
    }
    if (e_.frame.base.after) {
        values["after_date"] = date(*e_.frame.base.after);
    }
    add(ReasonCode::no_map_of_baseline,
        {e_.frame.base.before && e_.frame.base.after ? Remark::no_map_of_baseline_around
         : e_.frame.base.after                       ? Remark::no_map_of_baseline_before
                                                     : Remark::no_map_of_baseline_after},
        std::move(values));
}

void Explainer::doubts() {
    for (const Doubt& doubt : g_.doubts) {
        add(ReasonCode::rests_on_alarm, {doubt_of(doubt.alarm.code)},
            {{"alarm", doubt.alarm.code},
             {"date", doubt.alarm.date.value_or(e_.frame.end)},
             {"km2", shapes::Area::from_km2(std::abs(doubt.alarm.km2.value_or(0.0)))},
             {"without", v_.compared(doubt.without)},
             {"verdict_without", doubt.verdict}});
    }
}

void Explainer::assumptions() {
    if (v_.day_assumed) {
        add(ReasonCode::day_assumed, {Remark::day_assumed}, {{"day", e_.frame.end}});
    }
    if (v_.baseline_assumed) {
        add(ReasonCode::baseline_assumed, {Remark::baseline_assumed}, {{"day", e_.frame.since}});
    }
}

void Explainer::sensitivity() {
    for (const Shift::Of of : {Shift::Of::day, Shift::Of::baseline}) {
        for (const int sign : {-1, 1}) {
            // The nearest shift that turns the verdict; farther ones say no more.
            const Shift* nearest = nullptr;
            for (const Shift& s : v_.sensitivity) {
                const bool side = s.of == of && !s.plausible && (s.days < 0) == (sign < 0);
                if (side && s.verdict != v_.verdict &&
                    (nearest == nullptr || std::abs(s.days) < std::abs(nearest->days))) {
                    nearest = &s;
                }
            }
            if (nearest != nullptr) {
                turns(*nearest);
            }
        }
    }
    for (const Shift& s : v_.sensitivity) {
        const bool told = std::ranges::any_of(v_.reasons, [&](const Reason& r) {
            return r.code == ReasonCode::baseline_turns_verdict &&
                   std::get<Date>(r.values.at("day")) == s.date;
        });
        if (s.plausible && s.verdict != v_.verdict && !told) {
            turns(s);
        }
    }
    // What hour the maps show matters where a day does.
    const ControlBoundary& map = g_.timeline.snapshots.front().boundary;
    const bool day_matters = std::ranges::any_of(v_.sensitivity, [&](const Shift& s) {
        return s.of == Shift::Of::day && std::abs(s.days) == 1 && s.verdict != v_.verdict;
    });
    if (day_matters && !map.map_hour.empty() && map.map_hour != "not told") {
        add(ReasonCode::map_hour, {Remark::map_hour},
            {{"hour", ProfileWords{map.map_hour, map.map_hour_in}}});
    }
}

void Explainer::turns(const Shift& shift) {
    const ReasonValues values{
        {"day", shift.date}, {"measured", v_.compared(shift.interval)}, {"verdict", shift.verdict}};
    if (shift.of == Shift::Of::day) {
        add(ReasonCode::day_turns_verdict, {Remark::day_turns_verdict}, values);
    } else {
        add(ReasonCode::baseline_turns_verdict, {Remark::baseline_turns_verdict}, values);
    }
}

void Explainer::reached() {
    if (v_.reached && v_.verdict != Verdict::consistent) {
        add(ReasonCode::reached, {Remark::reached},
            {{"after", v_.reached->after}, {"by", v_.reached->by}});
    }
}

void Explainer::classes() {
    for (const ClassTotal& total : v_.measured.classes) {
        if (total.level == g_.level || total.verdict == v_.verdict) {
            continue;
        }
        add(ReasonCode::classes_turn_verdict, {turning_class(total.level)},
            {{"level", total.level}, {"measured", total.measured}, {"verdict", total.verdict}});
    }
}

/// A file of the claim's very day that carries an older map is what misleads most readers.
void Explainer::file_of_day() {
    const auto tell = [&](Date day) {
        for (const Snapshot& s : g_.timeline.snapshots) {
            for (const MapFile& file : s.files) {
                if (file.file_date == day && s.date != day && !file.paths.empty()) {
                    add(ReasonCode::file_repeats_map, {Remark::file_repeats_map},
                        {{"day", day}, {"path", file.paths.front()}, {"map_date", s.date}});
                }
            }
        }
    };
    tell(e_.frame.end);
    const auto base = e_.frame.base.exact;
    if (g_.claim.measure != Measure::held && (!base || date(*base) != e_.frame.since)) {
        tell(e_.frame.since);
    }
}

void Explainer::readings() {
    for (const engine::Reading& reading : g_.claim.figure.readings) {
        add(ReasonCode::other_reading, {Remark::other_reading},
            {{"figure_km2", shapes::Area::from_km2(reading.figure_km2)}, {"why", reading}});
    }
}

void Explainer::boundary_error() {
    if (!v_.covered) {
        return; // how exact a figure is that says nothing of the claim
    }
    if (v_.measured.errors.empty()) {
        add(ReasonCode::no_boundary_error, {Remark::no_boundary_error});
        return;
    }
    // σ of the line's place at the level that counts.
    const double sigma_km = g_.accuracy ? g_.accuracy->at(g_.level).position_sigma_km : 0.0;
    for (const BoundaryError& error : v_.measured.errors) {
        const bool main = &error == &v_.measured.errors.front();
        // That both lines were drawn afresh is worth a word only where the maps show it, or where
        // it would turn the verdict.
        if (!main && !(error.traced_twice_km > 0.0) && !g_.other_model_turns) {
            continue;
        }
        add(main ? ReasonCode::boundary_error : ReasonCode::boundary_error_other_model,
            error_remarks(error, main),
            {{"model", error.model},
             {"sigma_km2", error.sigma},
             {"position_sigma_km", Length{sigma_km}},
             {"bias_km2", error.bias},
             {"correction_km2", error.correction}});
    }
}

std::vector<Remark> Explainer::error_remarks(const BoundaryError& error, bool main) const {
    const bool redrawn = error.model == ErrorModel::redrawn;
    std::vector<Remark> remarks{main      ? redrawn ? Remark::boundary_error_redrawn
                                                    : Remark::boundary_error_retraced
                                : redrawn ? Remark::boundary_error_other_model_redrawn
                                          : Remark::boundary_error_other_model_retraced};
    if (!redrawn && error.bias > shapes::Area{}) {
        remarks.push_back(Remark::slivers);
        if (main && error.correction > shapes::Area{}) {
            remarks.push_back(Remark::slivers_taken_off);
        }
    }
    if (!error.first_order_valid && !error.simulated) {
        remarks.push_back(Remark::rough_guide);
    }
    if (main && g_.accuracy) {
        remarks.push_back(who_says(g_.accuracy->origin));
    }
    if (!main && g_.other_model_turns) {
        remarks.push_back(Remark::other_model_turns);
    }
    return remarks;
}

void Explainer::simulation() {
    if (!v_.measured.simulated) {
        return;
    }
    const SimulatedInterval& s = *v_.measured.simulated;
    const Interval interval = v_.compared(s.interval);
    const bool closed = interval.low && interval.high;
    ReasonValues values{{"runs", static_cast<std::uint64_t>(s.runs)},
                        {"model", s.model},
                        {"seed", s.seed},
                        {"sigma_km2", s.sigma}};
    if (closed) {
        values["low_km2"] = *interval.low;
        values["high_km2"] = *interval.high;
    }
    std::vector<Remark> remarks{closed ? Remark::simulated : Remark::simulated_open};
    if (s.replaces_first_order) {
        remarks.push_back(Remark::simulated_replaces);
    }
    add(ReasonCode::simulated, std::move(remarks), std::move(values));
}

/// The days between the maps around a day, or from it on to the side on which no map is.
WantedMap Explainer::wanted_map(const AsOf& as_of, Date day) const {
    if (as_of.before && as_of.after) {
        return {date(*as_of.before).plus_days(1), date(*as_of.after).plus_days(-1)};
    }
    return as_of.before ? WantedMap{day, std::nullopt} : WantedMap{std::nullopt, day};
}

/// Whether the verdict would be decided by a map of the day (or of the baseline): for some choice
/// of the other map, the choices of this one fall on different sides.
bool Explainer::turns_on(bool day) const {
    const auto side = [&](shapes::Area value) {
        const shapes::Area oriented = (g_.sign < 0.0 ? -value : value) + v_.added();
        return decide({oriented, oriented}, v_.measured.sigma.value_or(shapes::Area()), g_.stated)
            .verdict;
    };
    std::map<std::size_t, std::set<Verdict>> sides;
    for (const auto& [pair, value] : e_.values) {
        sides[day ? pair.first : pair.second].insert(side(value));
    }
    return std::ranges::any_of(sides, [](const auto& entry) { return entry.second.size() > 1; });
}

WouldDecide Explainer::would_decide() const {
    if (!v_.covered && (v_.nothing_drawn || !v_.omitted.empty())) {
        return {WouldDecide::What::other_maps};
    }
    if (too_rough()) {
        return {WouldDecide::What::exact_map};
    }
    if (v_.figure_open || v_.choice_open || v_.reading_open || v_.way_open) {
        return {}; // the maps decide; the words leave open what
    }
    const bool held = g_.claim.measure == Measure::held;
    const bool day_open = !e_.frame.last.before || !e_.frame.last.after;
    const bool base_open = !held && (!e_.frame.base.before || !e_.frame.base.after);
    // For a held area both indices are the same, and only the day can be missing.
    const bool day = !e_.frame.last.exact && (day_open || held || turns_on(true));
    const bool baseline = !held && !e_.frame.base.exact && (base_open || turns_on(false));
    WouldDecide wanted;
    if (day) {
        wanted.day = wanted_map(e_.frame.last, e_.frame.end);
    }
    if (baseline) {
        wanted.baseline = wanted_map(e_.frame.base, e_.frame.since);
    }
    wanted.what = day || baseline ? WouldDecide::What::maps : WouldDecide::What::nothing;
    return wanted;
}

Reason reason_of(ReasonCode code, std::vector<Remark> remarks, ReasonValues values) {
    return {code, std::move(remarks), std::move(values)};
}

void explain(SourceVerdict& verdict, const Grounds& grounds) {
    Explainer(verdict, grounds).run();
}

} // namespace engine
