// SPDX-License-Identifier: MIT
// The reasons that tell the verdict itself: what was compared, and what kept it from counting.
#include "engine/judge/explainer.hpp"

#include <cmath>

namespace engine {

namespace {

std::optional<shapes::Area> negated(const std::optional<shapes::Area>& value) {
    return value ? std::optional(-*value) : std::nullopt;
}

} // namespace

void Explainer::contradiction() {
    if (v_.verdict != Verdict::contradicted) {
        return;
    }
    if (!g_.went_other_way) {
        add("not_in_place", {"not_in_place"}, {});
    } else {
        add("other_way", {"other_way_net"}, {{"measured", said(e_.interval)}});
    }
}

void Explainer::coverage() {
    if (v_.broken_by) {
        add("definition_break", {"definition_break", "without_break"},
            {{"date", said(*v_.broken_by->date)},
             {"what", said(v_.broken_by->parts)},
             {"without", said(v_.without_break)},
             {"measure", {name(g_.claim.measure), in_.words(g_.claim.measure)}},
             {"km2", said(shapes::Area::from_km2(std::abs(v_.broken_by->km2.value_or(0.0))))}});
    } else if (!v_.omitted.empty()) {
        omissions();
    } else if (!v_.covered) {
        add("not_covered", {"not_covered"},
            {{"first", said(g_.timeline.snapshots.front().date)},
             {"last", said(g_.timeline.snapshots.back().date)}});
    }
}

void Explainer::omissions() {
    for (const Omission& omission : v_.omitted) {
        const char* code = v_.covered ? "omission_added" : "omission_in_place";
        add(code, {code},
            {{"what", said(omission.what)}, {"km2", said(shapes::Area::from_km2(omission.km2))}});
    }
}

void Explainer::comparison() {
    const Band& band = *g_.claim.figure.lenient;
    std::vector<std::string> keys{comparison_key()};
    if (g_.sign < 0.0) {
        keys.emplace_back("net_loss");
    }
    add("comparison", keys,
        {{"measured", said(e_.interval)},
         {"stated", {Language::of("en").words(band), in_.words(band)}},
         {"measure", {name(g_.claim.measure), in_.words(g_.claim.measure)}}});
    if (v_.verdict == Verdict::consistent && v_.decision.far_beyond) {
        add("far_beyond", {std::string("far_beyond_") + (above() ? "above" : "below")},
            {{"limit_km2", said(shapes::Area::from_km2(above() ? band.high_km2 : band.low_km2))}});
    }
    if (v_.readings) {
        other_measure();
    }
    if (v_.choice_open) {
        add("choice_open", {"choice_open"}, {});
    }
    if (v_.figure_open) {
        add("figure_open", {"figure_open"}, {});
    }
}

std::string Explainer::comparison_key() const {
    if (too_rough()) {
        return "comparison_too_rough";
    }
    if (v_.reading_open || v_.choice_open || v_.figure_open) {
        // Of this reading, of this day; what opens it comes after.
        return std::string("comparison_") + name(v_.decision.verdict);
    }
    if (v_.verdict == Verdict::contradicted) {
        return "comparison_overstated";
    }
    if (v_.verdict == Verdict::consistent) {
        if (v_.decision.far_beyond) {
            return "comparison_measured";
        }
        if (v_.decision.why == Decision::Why::within_error) {
            return "comparison_within_error";
        }
        const Interval seen = g_.sign < 0.0
                                  ? Interval{negated(e_.interval.high), negated(e_.interval.low)}
                                  : e_.interval;
        if (compare(seen, *g_.claim.figure.lenient) != Verdict::consistent) {
            return "comparison_close";
        }
    }
    return std::string("comparison_") + name(v_.verdict);
}

/// The sum from map to map, where it is told from the difference of the two maps.
void Explainer::other_measure() {
    const Interval& gross = v_.readings->gross;
    const bool decided = !v_.reading_open && v_.decision.verdict == v_.verdict &&
                         v_.verdict == Verdict::consistent &&
                         v_.readings->held_at_baseline.km2() < g_.claim.figure.lenient->low_km2 &&
                         g_.claim.measure == Measure::lost;
    if (v_.reading_open || decided) {
        std::vector<std::string> keys{decided ? "gross_meant" : "gross_agrees"};
        if (!decided) {
            keys.emplace_back("ever_is");
        }
        add(decided ? "gross_meant" : "gross_agrees", keys,
            {{"gross", said(gross)},
             {"ever", said(v_.readings->ever)},
             {"held_km2", said(v_.readings->held_at_baseline)},
             {"measure", {name(g_.claim.measure), in_.words(g_.claim.measure)}}});
    } else if (v_.other_reading_turns) {
        add("gross_differs", {"gross_differs", "ever_is"},
            {{"gross", said(gross)},
             {"ever", said(v_.readings->ever)},
             {"measure", {name(g_.claim.measure), in_.words(g_.claim.measure)}}});
    }
}

} // namespace engine
