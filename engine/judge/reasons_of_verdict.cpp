// SPDX-License-Identifier: MIT
// The reasons that tell the verdict itself: what was compared, and what kept it from counting.
#include "engine/judge/explainer.hpp"

#include <cmath>
#include <limits>
#include <utility>

namespace engine {
namespace {

using shapes::Area;

/// What the comparison found; of a contradicted claim it found less than was said.
Remark comparison_of(Verdict verdict) {
    switch (verdict) {
    case Verdict::consistent:
        return Remark::comparison_consistent;
    case Verdict::overstated:
    case Verdict::contradicted:
        return Remark::comparison_overstated;
    case Verdict::understated:
        return Remark::comparison_understated;
    case Verdict::undecidable:
        break;
    }
    return Remark::comparison_undecidable;
}

std::optional<shapes::Area> negated(const std::optional<shapes::Area>& value) {
    return value ? std::optional(-*value) : std::nullopt;
}

} // namespace

void Explainer::contradiction() {
    if (v_.verdict != Verdict::contradicted) {
        return;
    }
    if (!g_.went_other_way) {
        add(ReasonCode::not_in_place, {Remark::not_in_place});
    } else {
        add(ReasonCode::other_way, {Remark::other_way_net}, {{"measured", e_.interval}});
    }
}

void Explainer::coverage() {
    if (v_.broken_by) {
        add(ReasonCode::definition_break, {Remark::definition_break, Remark::without_break},
            {{"date", *v_.broken_by->date},
             {"what", v_.broken_by->facts},
             {"without", v_.without_break},
             {"measure", g_.claim.measure},
             {"km2", Area::from_km2(std::abs(v_.broken_by->km2.value_or(0.0)))}});
    } else if (v_.nothing_drawn) {
        add(ReasonCode::nothing_drawn, {Remark::nothing_drawn});
    } else if (!v_.omitted.empty()) {
        omissions();
    } else if (!v_.covered) {
        add(ReasonCode::not_covered, {Remark::not_covered},
            {{"first", g_.timeline.first().date}, {"last", g_.timeline.last().date}});
    }
}

void Explainer::omissions() {
    for (const Omission& omission : v_.omitted) {
        const ReasonValues values{{"what", ProfileWords{omission.what, omission.what_in}},
                                  {"km2", Area::from_km2(omission.km2)}};
        const bool lacks = g_.claim.measure == Measure::held && omission.km2 > 0.0;
        if (v_.covered) {
            add(ReasonCode::omission_added, {Remark::omission_added}, values);
        } else {
            add(ReasonCode::omission_in_place,
                {lacks ? Remark::omission_in_place : Remark::omission_is_place}, values);
        }
    }
}

void Explainer::comparison() {
    const Band& band = *g_.claim.figure.lenient;
    std::vector<Remark> remarks{comparison_remark()};
    if (g_.sign < 0.0) {
        remarks.push_back(Remark::net_loss);
    }
    add(ReasonCode::comparison, std::move(remarks),
        {{"measured", v_.compared(e_.interval)}, {"stated", band}, {"measure", g_.claim.measure}});
    if (v_.verdict == Verdict::consistent && v_.decision.far_beyond) {
        add(ReasonCode::far_beyond, {above() ? Remark::far_beyond_above : Remark::far_beyond_below},
            {{"limit_km2", Area::from_km2(above() ? band.high_km2 : band.low_km2)}});
    }
    if (v_.readings) {
        other_measure();
    }
    if (v_.choice_open) {
        add(ReasonCode::choice_open, {Remark::choice_open});
    }
    if (v_.way_open) {
        add(ReasonCode::way_open, {Remark::way_open}, {{"date", *v_.way_open}});
    }
    if (v_.figure_open) {
        add(ReasonCode::figure_open, {Remark::figure_open});
    }
}

Remark Explainer::comparison_remark() const {
    if (too_rough()) {
        return Remark::comparison_too_rough;
    }
    if (v_.decision.why == Decision::Why::not_compared) {
        return Remark::comparison_measured;
    }
    if (v_.reading_open || v_.choice_open || v_.figure_open) {
        // Of this reading, of this day; what opens it comes after.
        return comparison_of(v_.decision.verdict);
    }
    if (v_.verdict == Verdict::consistent) {
        if (v_.decision.far_beyond) {
            return Remark::comparison_measured;
        }
        if (v_.decision.why == Decision::Why::within_error) {
            return Remark::comparison_within_error;
        }
        const Interval compared = v_.compared(e_.interval);
        const Interval seen =
            g_.sign < 0.0 ? Interval{negated(compared.high), negated(compared.low)} : compared;
        if (compare(seen, words_at_their_open_end()) != Verdict::consistent) {
            return Remark::comparison_close;
        }
        if (compare(seen, *g_.claim.figure.lenient) != Verdict::consistent) {
            return Remark::comparison_measured; // true, and beyond what one is led to expect
        }
    }
    return comparison_of(v_.verdict);
}

/// What the words cover: without an end where they set none.
Band Explainer::words_at_their_open_end() const {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    Band band = *g_.claim.figure.lenient;
    if (g_.stated.open == OpenEnd::above) {
        band.high_km2 = kInfinity;
    } else if (g_.stated.open == OpenEnd::below) {
        band.low_km2 = -kInfinity;
    }
    return band;
}

/// The sum from map to map, where it is told from the difference of the two maps.
void Explainer::other_measure() {
    const bool decided = !v_.reading_open && v_.decision.verdict == v_.verdict &&
                         v_.verdict == Verdict::consistent &&
                         v_.readings->held_at_baseline.km2() < g_.claim.figure.lenient->low_km2 &&
                         g_.claim.measure == Measure::lost;
    ReasonValues values{
        {"gross", v_.readings->gross}, {"ever", v_.readings->ever}, {"measure", g_.claim.measure}};
    if (v_.reading_open || decided) {
        values["held_km2"] = v_.readings->held_at_baseline;
    }
    if (decided) {
        add(ReasonCode::gross_meant, {Remark::gross_meant}, std::move(values));
    } else if (v_.reading_open) {
        add(ReasonCode::gross_agrees, {Remark::gross_agrees, Remark::ever_is}, std::move(values));
    } else if (v_.other_reading_turns) {
        add(ReasonCode::gross_differs, {Remark::gross_differs, Remark::ever_is}, std::move(values));
    }
}

} // namespace engine
