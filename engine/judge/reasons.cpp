// SPDX-License-Identifier: MIT
#include "engine/judge/explainer.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace engine {

void Explainer::day() {
    if (e_.last.exact) {
        return;
    }
    SaidValues values{{"day", said(e_.end)}};
    const auto& [before, after] = v_.measured.bracket;
    if (before) {
        values["before_date"] = said(before->date);
        values["before_km2"] = said(before->area);
    }
    if (after) {
        values["after_date"] = said(after->date);
        values["after_km2"] = said(after->area);
    }
    add("no_map_of_day",
        {before && after ? "no_map_of_day_around"
         : before        ? "no_map_of_day_after"
         : after         ? "no_map_of_day_before"
                         : "no_map_of_day"},
        values);
}

void Explainer::baseline() {
    if (g_.claim.measure == Measure::held || e_.base.exact || v_.baseline_assumed) {
        return;
    }
    SaidValues values{{"day", said(e_.since)}};
    if (e_.base.before) {
        values["before_date"] = said(date(*e_.base.before));
    }
    if (e_.base.after) {
        values["after_date"] = said(date(*e_.base.after));
    }
    add("no_map_of_baseline",
        {e_.base.before && e_.base.after ? "no_map_of_baseline_around"
         : e_.base.after                 ? "no_map_of_baseline_before"
                                         : "no_map_of_baseline_after"},
        values);
}

void Explainer::doubts() {
    for (const Doubt& doubt : g_.doubts) {
        add("rests_on_alarm", {"rests_on_" + doubt.alarm.code},
            {{"alarm", said(doubt.alarm.code)},
             {"date", said(doubt.alarm.date.value_or(e_.end))},
             {"km2", said(shapes::Area::from_km2(std::abs(doubt.alarm.km2.value_or(0.0))))},
             {"without", said(doubt.without)},
             {"verdict_without", said(doubt.verdict)}});
    }
}

void Explainer::assumptions() {
    if (v_.day_assumed) {
        add("day_assumed", {"day_assumed"}, {{"day", said(e_.end)}});
    }
    if (v_.baseline_assumed) {
        add("baseline_assumed", {"baseline_assumed"}, {{"day", said(e_.since)}});
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
            return r.code == "baseline_turns_verdict" && r.values.at("day") == s.date.iso();
        });
        if (s.plausible && s.verdict != v_.verdict && !told) {
            turns(s);
        }
    }
    // What hour the maps show matters where a day does.
    const std::string hour = map_hour();
    const bool day_matters = std::ranges::any_of(v_.sensitivity, [&](const Shift& s) {
        return s.of == Shift::Of::day && std::abs(s.days) == 1 && s.verdict != v_.verdict;
    });
    if (day_matters && !hour.empty() && hour != "not told") {
        add("map_hour", {"map_hour"}, {{"hour", said(hour)}});
    }
}

/// In the language of the reasons, as far as the profile has it.
std::string Explainer::map_hour() const {
    const ControlBoundary& map = g_.timeline.snapshots.front().boundary;
    const auto translated = map.map_hour_in.find(in_.text("words.code"));
    return translated == map.map_hour_in.end() ? map.map_hour : translated->second;
}

void Explainer::turns(const Shift& shift) {
    const char* code = shift.of == Shift::Of::day ? "day_turns_verdict" : "baseline_turns_verdict";
    add(code, {code},
        {{"day", said(shift.date)},
         {"measured", said(shift.interval)},
         {"verdict", said(shift.verdict)}});
}

void Explainer::reached() {
    if (v_.reached && v_.verdict != Verdict::consistent) {
        add("reached", {"reached"},
            {{"after", said(v_.reached->after)}, {"by", said(v_.reached->by)}});
    }
}

void Explainer::classes() {
    for (const ClassTotal& total : v_.measured.classes) {
        if (total.level == g_.level || total.verdict == v_.verdict) {
            continue;
        }
        add("classes_turn_verdict", {std::string("classes_turn_verdict_") + name(total.level)},
            {{"level", said(std::string(name(total.level)))},
             {"measured", said(total.measured)},
             {"verdict", said(total.verdict)}});
    }
}

/// A file of the claim's very day that carries an older map is what misleads most readers.
void Explainer::file_of_day() {
    for (const Snapshot& s : g_.timeline.snapshots) {
        for (const MapFile& file : s.files) {
            if (file.file_date == e_.end && s.date != e_.end && !file.paths.empty()) {
                add("file_repeats_map", {"file_repeats_map"},
                    {{"day", said(e_.end)},
                     {"path", said(file.paths.front())},
                     {"map_date", said(s.date)}});
            }
        }
    }
}

void Explainer::readings() {
    for (const engine::Reading& reading : g_.claim.figure.readings) {
        add("other_reading", {"other_reading"},
            {{"figure_km2", said(shapes::Area::from_km2(reading.figure_km2))},
             {"why", {reading.code, in_.words(reading)}}});
    }
}

void Explainer::boundary_error() {
    if (v_.measured.errors.empty()) {
        add("no_boundary_error", {"no_boundary_error"}, {});
        return;
    }
    for (const BoundaryError& error : v_.measured.errors) {
        const bool main = &error == &v_.measured.errors.front();
        // That both lines were drawn afresh is worth a word only where the maps show it, or where
        // it would turn the verdict.
        if (!main && !(error.traced_twice_km > 0.0) && !g_.other_model_turns) {
            continue;
        }
        const char* code = main ? "boundary_error" : "boundary_error_other_model";
        std::vector<std::string> keys{std::string(code) + "_" + name(error.model)};
        if (error.model == ErrorModel::retraced && error.bias > shapes::Area{}) {
            keys.emplace_back("slivers");
            if (main && error.correction > shapes::Area{}) {
                keys.emplace_back("slivers_taken_off");
            }
        }
        if (!error.first_order_valid && !error.simulated) {
            keys.emplace_back("rough_guide");
        }
        if (main && g_.accuracy) {
            keys.emplace_back(std::string("position_sigma_") + name(g_.accuracy->origin));
        }
        if (!main && g_.other_model_turns) {
            keys.emplace_back("other_model_turns");
        }
        add(code, keys,
            {{"model", {name(error.model), in_.words(error.model)}},
             {"sigma_km2", said(error.sigma)},
             {"position_sigma_km", position_sigma()},
             {"bias_km2", said(error.bias)},
             {"correction_km2", said(error.correction)}});
    }
}

/// σ of the line's place at the level that counts: km for programs, km or m for people.
Said Explainer::position_sigma() const {
    const double km = g_.accuracy ? g_.accuracy->at(g_.level).position_sigma_km : 0.0;
    return {plain_km(km), in_.length(km)};
}

void Explainer::simulation() {
    if (!v_.measured.simulated) {
        return;
    }
    const SimulatedInterval& s = *v_.measured.simulated;
    const bool closed = s.interval.low && s.interval.high;
    SaidValues values{{"runs", said(std::to_string(s.runs))},
                      {"model", {name(s.model), in_.words(s.model)}},
                      {"seed", said(std::to_string(s.seed))},
                      {"sigma_km2", said(s.sigma)}};
    if (closed) {
        values["low_km2"] = said(*s.interval.low);
        values["high_km2"] = said(*s.interval.high);
    }
    std::vector<std::string> keys{closed ? "simulated" : "simulated_open"};
    if (s.replaces_first_order) {
        keys.emplace_back("simulated_replaces");
    }
    add("simulated", keys, values);
}

/// The days between the maps around a day, or the side on which no map is.
std::string Explainer::missing_map(const AsOf& as_of, Date day) const {
    if (as_of.before && as_of.after) {
        return in_.words(date(*as_of.before).plus_days(1), date(*as_of.after).plus_days(-1));
    }
    return in_.text(as_of.before ? "would_decide.or_later" : "would_decide.or_earlier",
                    {{"day", in_.words(day)}});
}

/// Whether the verdict would be decided by a map of the day (or of the baseline): for some choice
/// of the other map, the choices of this one fall on different sides.
bool Explainer::turns_on(bool day) const {
    const auto side = [&](shapes::Area value) {
        const shapes::Area oriented = g_.sign < 0.0 ? -value : value;
        return compare({oriented, oriented}, *g_.claim.figure.lenient);
    };
    std::map<std::size_t, std::set<Verdict>> sides;
    for (const auto& [pair, value] : e_.values) {
        sides[day ? pair.first : pair.second].insert(side(value));
    }
    return std::ranges::any_of(sides, [](const auto& entry) { return entry.second.size() > 1; });
}

std::string Explainer::would_decide() const {
    if (too_rough()) {
        return in_.text("would_decide.exact");
    }
    const bool held = g_.claim.measure == Measure::held;
    const bool day_open = !e_.last.before || !e_.last.after;
    const bool base_open = !held && (!e_.base.before || !e_.base.after);
    // For a held area both indices are the same, and only the day can be missing.
    const bool day = !e_.last.exact && (day_open || held || turns_on(true));
    const bool baseline = !held && !e_.base.exact && (base_open || turns_on(false));
    if (!baseline) {
        return day ? in_.text("would_decide.day", {{"days", missing_map(e_.last, e_.end)}})
                   : std::string();
    }
    const std::string baseline_days = missing_map(e_.base, e_.since);
    return day ? in_.text("would_decide.both", {{"days", missing_map(e_.last, e_.end)},
                                                {"baseline_days", baseline_days}})
               : in_.text("would_decide.baseline", {{"days", baseline_days}});
}

Reason say(const Language& language, std::string code, const std::vector<std::string>& keys,
           const SaidValues& values) {
    Reason reason;
    std::map<std::string, std::string> words;
    for (const auto& [key, value] : values) {
        reason.values[key] = value.plain;
        words[key] = value.words;
    }
    for (const std::string& key : keys) {
        reason.text += (reason.text.empty() ? "" : " ") + language.text("reason." + key, words);
    }
    reason.code = std::move(code);
    return reason;
}

void explain(SourceVerdict& verdict, const Grounds& grounds) {
    Explainer(verdict, grounds).run();
}

} // namespace engine
