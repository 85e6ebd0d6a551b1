// SPDX-License-Identifier: MIT
#include "engine/verdict/reasons.hpp"

#include "engine/verdict/wording.hpp"

#include <algorithm>
#include <cstdio>
#include <set>
#include <utility>

namespace engine {
namespace {

using Values = std::map<std::string, std::string>;

/// A value for machines: km² in full.
std::string plain(shapes::Area area) {
    char text[32];
    std::snprintf(text, sizeof text, "%.6f", area.km2());
    return text;
}

/// What the measure is called in a sentence.
const char* noun(Measure measure) {
    switch (measure) {
    case Measure::lost:
        return "area lost";
    case Measure::gained:
        return "area gained";
    case Measure::net:
        return "net change";
    case Measure::held:
        return "area held";
    }
    return "area";
}

class Explainer {
  public:
    Explainer(SourceVerdict& verdict, const Grounds& grounds)
        : v_(verdict), g_(grounds), e_(grounds.evaluation) {}

    void run() {
        contradiction();
        if (too_rough()) {
            comparison();
        }
        day();
        baseline();
        if (!too_rough()) {
            comparison();
        }
        doubts();
        assumptions();
        sensitivity();
        classes();
        file_of_day();
        readings();
        boundary_error();
        if (v_.verdict == Verdict::undecidable) {
            v_.would_decide = would_decide();
        }
    }

  private:
    void add(std::string code, Values values, std::string text) {
        v_.reasons.push_back({std::move(code), std::move(values), std::move(text)});
    }

    void contradiction();
    void day();
    void baseline();
    void comparison();
    void doubts();
    void assumptions();
    void sensitivity();
    void classes();
    void file_of_day();
    void readings();
    void boundary_error();
    std::string would_decide() const;
    /// The maps would decide if they were drawn exactly.
    bool too_rough() const { return g_.maps_decide && v_.verdict == Verdict::undecidable; }
    bool turns_on(bool day) const;
    std::string missing_map(const AsOf& as_of, Date day) const;
    Date date(std::size_t snapshot) const { return g_.timeline.snapshots[snapshot].date; }

    SourceVerdict& v_;
    const Grounds& g_;
    const Evaluation& e_;
};

void Explainer::contradiction() {
    if (v_.verdict != Verdict::contradicted) {
        return;
    }
    if (!g_.went_other_way) {
        add("not_in_place", {},
            "Next to nothing changed hands in the region of interest, while much did outside it.");
    } else if (g_.claim.measure == Measure::net) {
        add("other_way", {}, "The net change went the other way: " + words(e_.interval) + ".");
    } else {
        const bool lost = g_.claim.measure == Measure::lost;
        add("other_way", {},
            std::string("The change went the other way: ") + (lost ? "gained " : "lost ") +
                words(e_.opposite) + ", " + (lost ? "lost " : "gained ") + words(e_.interval) +
                ".");
    }
}

void Explainer::day() {
    if (e_.last.exact) {
        return;
    }
    Values values{{"day", e_.end.iso()}};
    std::string text = "No map of " + words(e_.end) + " exists in this source";
    const auto& [before, after] = v_.measured.bracket;
    const auto put = [&](const char* which, const DatedArea& at) {
        values[std::string(which) + "_date"] = at.date.iso();
        values[std::string(which) + "_km2"] = plain(at.area);
        return words(at.date) + " (" + words(at.area) + ")";
    };
    if (before && after) {
        const std::string first = put("before", *before);
        text += "; the maps around it are of " + first + " and " + put("after", *after) + ".";
    } else if (before) {
        text += "; its last map is of " + put("before", *before) + ".";
    } else if (after) {
        text += "; the next one is of " + put("after", *after) + ".";
    } else {
        text += ".";
    }
    add("no_map_of_day", std::move(values), std::move(text));
}

void Explainer::baseline() {
    if (g_.claim.measure == Measure::held || e_.base.exact || v_.baseline_assumed) {
        return;
    }
    Values values{{"day", e_.since.iso()}};
    std::string text = "No map of the baseline, " + words(e_.since) + ", exists in this source";
    if (e_.base.before && e_.base.after) {
        values["before_date"] = date(*e_.base.before).iso();
        values["after_date"] = date(*e_.base.after).iso();
        text += "; the change was measured from " + words(date(*e_.base.before)) + " and from " +
                words(date(*e_.base.after)) + ", and both count.";
    } else if (e_.base.after) {
        values["after_date"] = date(*e_.base.after).iso();
        text += ": its first map is of " + words(date(*e_.base.after)) +
                ", and what changed before is not known.";
    } else {
        text += ": it lies after the last map.";
    }
    add("no_map_of_baseline", std::move(values), std::move(text));
}

void Explainer::comparison() {
    const Band& band = *g_.claim.figure.lenient;
    const std::string measured = words(e_.interval);
    const std::string stated = words(*g_.claim.figure.lenient);
    Values values{{"measured", measured}, {"stated", stated}, {"measure", name(g_.claim.measure)}};
    std::string text = std::string("By the maps the ") + noun(g_.claim.measure) + " is " + measured;
    switch (v_.verdict) {
    case Verdict::consistent:
        text += ", within what the wording covers (" + stated + ").";
        break;
    case Verdict::overstated:
    case Verdict::contradicted:
        text += ", below what the wording covers (" + stated + ").";
        break;
    case Verdict::understated:
        text += ", above what the wording covers (" + stated + ").";
        break;
    case Verdict::undecidable:
        if (too_rough()) {
            text += ", but the drawing's error is too large beside what the wording covers (" +
                    stated + ") to decide.";
            break;
        }
        text += ", which reaches across an end of what the wording covers (" + stated +
                "): the maps allow more than one verdict.";
        break;
    }
    if (g_.sign < 0.0) {
        text += " (The claim states a loss; a net loss is measured as a negative net change.)";
    }
    add("comparison", std::move(values), std::move(text));
    if (v_.verdict == Verdict::understated && g_.claim.figure.hedge == "more_than") {
        add("more_than", {{"high_km2", plain(shapes::Area::from_km2(band.high_km2))}},
            "\"More than\" is true of any larger area, but who says it is understood to mean not "
            "much more: above " +
                words(shapes::Area::from_km2(band.high_km2)) + " it understates.");
    }
}

void Explainer::doubts() {
    for (const Doubt& doubt : g_.doubts) {
        add("rests_on_alarm",
            {{"alarm", doubt.alarm.code}, {"verdict_without", name(doubt.verdict)}},
            doubt.alarm.text + " Without that map it would be " + words(doubt.without) + ": " +
                name(doubt.verdict) + ".");
    }
}

void Explainer::assumptions() {
    if (v_.day_assumed) {
        add("day_assumed", {{"day", e_.end.iso()}},
            "The claim names no day; it was read as of the last map, " + words(e_.end) + ".");
    }
    if (v_.baseline_assumed) {
        add("baseline_assumed", {{"day", e_.since.iso()}},
            "The claim does not say since when; the change was counted from the first map, " +
                words(e_.since) + ".");
    }
}

void Explainer::sensitivity() {
    for (const Shift::Of of : {Shift::Of::day, Shift::Of::baseline}) {
        for (const int sign : {-1, 1}) {
            // The nearest shift that turns the verdict; farther ones say no more.
            const Shift* nearest = nullptr;
            for (const Shift& s : v_.sensitivity) {
                const bool side = s.of == of && (s.days < 0) == (sign < 0);
                if (side && s.verdict != v_.verdict &&
                    (nearest == nullptr || std::abs(s.days) < std::abs(nearest->days))) {
                    nearest = &s;
                }
            }
            if (nearest != nullptr) {
                const std::string what = of == Shift::Of::day ? "As of " : "Counted from ";
                add(of == Shift::Of::day ? "day_turns_verdict" : "baseline_turns_verdict",
                    {{"day", nearest->date.iso()}, {"verdict", name(nearest->verdict)}},
                    what + words(nearest->date) + " it would be " + words(nearest->interval) +
                        ": " + name(nearest->verdict) + ".");
            }
        }
    }
}

void Explainer::classes() {
    for (const ClassTotal& total : v_.measured.classes) {
        if (total.level == g_.level || total.verdict == v_.verdict) {
            continue;
        }
        const std::string counted =
            total.level == ControlClass::confirmed   ? "Counting confirmed areas only"
            : total.level == ControlClass::contested ? "Counting contested areas as well"
                                                     : "Counting claimed areas as well";
        add("classes_turn_verdict",
            {{"level", name(total.level)}, {"verdict", name(total.verdict)}},
            counted + " it would be " + words(total.measured) + ": " + name(total.verdict) + ".");
    }
}

/// A file of the claim's very day that carries an older map is what misleads most readers.
void Explainer::file_of_day() {
    for (const Snapshot& s : g_.timeline.snapshots) {
        for (const MapFile& file : s.files) {
            if (file.file_date == e_.end && s.date != e_.end && !file.paths.empty()) {
                add("file_repeats_map", {{"path", file.paths.front()}, {"map_date", s.date.iso()}},
                    "The file of " + words(e_.end) + " (" + file.paths.front() +
                        ") carries the map of " + words(s.date) + ".");
            }
        }
    }
}

void Explainer::readings() {
    for (const engine::Reading& reading : g_.claim.figure.readings) {
        const auto figure = shapes::Area::from_km2(reading.figure_km2);
        add("other_reading", {{"figure_km2", plain(figure)}},
            "The figure can also be read as " + words(figure) + " (" + reading.why + ").");
    }
}

void Explainer::boundary_error() {
    if (v_.measured.errors.empty()) {
        add("no_boundary_error", {},
            "Nothing is known of how exactly this source draws; the verdict leaves it out.");
        return;
    }
    for (const BoundaryError& error : v_.measured.errors) {
        const bool main = &error == &v_.measured.errors.front();
        const bool redrawn = error.model == ErrorModel::redrawn;
        std::string text = redrawn
                               ? "Where the line that both maps share moves together (redrawn), "
                               : "Were each map drawn for itself (retraced), ";
        text += std::string("the drawing's error ") + (main ? "moves" : "would move") +
                " this figure by ± " + words(error.sigma) + " (one standard deviation)";
        if (error.bias > shapes::Area{}) {
            text += " and make it " + words(error.bias) + " too large";
        }
        text += error.first_order_valid
                    ? "."
                    : "; that is a rough guide, as the error is not small against what changed.";
        add(main ? "boundary_error" : "boundary_error_other_model",
            {{"model", name(error.model)},
             {"sigma_km2", plain(error.sigma)},
             {"bias_km2", plain(error.bias)}},
            std::move(text));
    }
}

/// The days between the maps around a day, or the side on which no map is.
std::string Explainer::missing_map(const AsOf& as_of, Date day) const {
    if (as_of.before && as_of.after) {
        return words(date(*as_of.before).plus_days(1), date(*as_of.after).plus_days(-1));
    }
    return words(day) + (as_of.before ? " or later" : " or earlier");
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
        return "a more exact map";
    }
    const bool held = g_.claim.measure == Measure::held;
    const bool day_open = !e_.last.before || !e_.last.after;
    const bool base_open = !held && (!e_.base.before || !e_.base.after);
    std::string text;
    // For a held area both indices are the same, and only the day can be missing.
    if (!e_.last.exact && (day_open || held || turns_on(true))) {
        text = "a map of " + missing_map(e_.last, e_.end);
    }
    if (!held && !e_.base.exact && (base_open || turns_on(false))) {
        text += text.empty() ? "a map of " : ", and one of ";
        text += missing_map(e_.base, e_.since) + " for the baseline";
    }
    return text;
}

} // namespace

void explain(SourceVerdict& verdict, const Grounds& grounds) {
    Explainer(verdict, grounds).run();
}

} // namespace engine
