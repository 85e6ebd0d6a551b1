// SPDX-License-Identifier: MIT
#include "tools/report/source_text.hpp"

#include "engine/sources/profile.hpp"
#include "tools/report/numbers.hpp"
#include "tools/report/reason_text.hpp"
#include "tools/report/star.hpp"
#include "tools/report/text.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

namespace report {
namespace {

using engine::Date;
using engine::Shift;
using engine::SourceVerdict;
using engine::Verdict;

/// One standard deviation of the drawing that the error comes from, and who says so.
std::string assumption(const engine::Verification& verification, const SourceVerdict& found,
                       const Language& in) {
    const auto source =
        std::ranges::find(verification.sources, found.source, &engine::SourceReport::name);
    if (source == verification.sources.end() || !source->accuracy) {
        return "";
    }
    const std::string length =
        in.length(source->accuracy->at(verification.options.level).position_sigma_km);
    const std::map<std::string, std::string> values{{"length", length},
                                                    {"profile", clean(source->profile)}};
    switch (source->accuracy->origin) {
    case engine::AccuracyOrigin::assumed:
        break;
    case engine::AccuracyOrigin::given_by_case:
        return in.text("report.assumed_case", values);
    case engine::AccuracyOrigin::given_by_option:
        return in.text("report.assumed_option", values);
    }
    return in.text("report.assumed_profile", values);
}

std::string chance(const SourceVerdict& found, const Language& in) {
    if (!found.probability || found.rests_on_prior()) {
        return "";
    }
    const engine::Probability& p = *found.probability;
    if (found.verdict == Verdict::undecidable || found.verdict == Verdict::contradicted) {
        return in.text("report.chances", {{"consistent", in.words(Verdict::consistent)},
                                          {"p_consistent", percent(p.consistent)},
                                          {"overstated", in.words(Verdict::overstated)},
                                          {"p_overstated", percent(p.overstated)},
                                          {"understated", in.words(Verdict::understated)},
                                          {"p_understated", percent(p.understated)}});
    }
    if (found.verdict == Verdict::consistent) {
        return ""; // it agrees within the error, which is no statement on how likely it is
    }
    const double own = found.verdict == Verdict::overstated ? p.overstated : p.understated;
    return in.text("report.chance",
                   {{"verdict", in.words(found.verdict)}, {"percent", percent(own)}});
}

/// Whether its figure was held against the claim's.
bool was_compared(const SourceVerdict& found) {
    return found.covered && found.decision.why != engine::Decision::Why::not_compared;
}

/// The areas by map, and the map that they are counted from.
std::string maps_with_areas(const SourceVerdict& found, const Figures& figures) {
    const Language& in = figures.language();
    const engine::Measured& measured = found.measured;
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : "; ") + part; };
    const auto& [before, after] = measured.bracket;
    const auto add_map = [&](const engine::DatedArea& dated) {
        add(in.text("report.area_of_map",
                    {{"area", figures.words(dated.area)}, {"day", in.words(dated.date)}}));
    };
    if (before) {
        add_map(*before);
    }
    if (after && (!before || after->date != before->date)) {
        add_map(*after);
    }
    std::set<Date> baselines;
    for (const auto& day : {measured.baseline_before, measured.baseline_after}) {
        if (day && baselines.insert(*day).second) {
            add(in.text("report.counted_from", {{"day", in.words(*day)}}));
        }
    }
    return text;
}

std::string classes_text(const SourceVerdict& found, const Figures& figures) {
    const Language& in = figures.language();
    std::string text;
    for (const engine::ClassTotal& total : found.measured.classes) {
        text += (text.empty() ? "" : "; ") +
                in.text("report.class_total",
                        {{"class", in.text(std::string("class.") + engine::name(total.level))},
                         {"measured", figures.words(total.measured)},
                         {"verdict", in.words(total.verdict)}});
    }
    return text;
}

} // namespace

std::string how_sure(const engine::Verification& verification, const SourceVerdict& found,
                     const Figures& figures) {
    const Language& in = figures.language();
    const engine::Measured& measured = found.measured;
    std::string text;
    if (!was_compared(found)) {
        return text; // how sure a figure is that says nothing of the claim
    }
    if (!measured.sigma) {
        text = in.text("report.assumed_unknown");
    } else {
        text = in.text("report.sigma", {{"sigma", figures.words(*measured.sigma, measured.sigma)}});
        const bool rough = !measured.errors.empty() && !measured.errors.front().first_order_valid &&
                           !measured.simulated;
        if (rough) {
            text = in.text("report.rough_guide", {{"sigma", text}});
        }
        const std::string assumed = assumption(verification, found, in);
        text += assumed.empty() ? "" : ", " + assumed;
        const std::string odds = chance(found, in);
        text += (odds.empty() ? "" : "; " + odds) + ".";
    }
    if (measured.simulated) {
        text += " " +
                in.text("report.simulated",
                        {{"interval", figures.words(found.compared(measured.simulated->interval),
                                                    measured.simulated->sigma)},
                         {"runs", count(static_cast<std::size_t>(measured.simulated->runs))}}) +
                ".";
    }
    return text;
}

std::string compared_figure(const SourceVerdict& found, const Figures& figures) {
    const engine::Measured& measured = found.measured;
    return starred(measured.best ? figures.words(*measured.best + found.added(), measured.sigma)
                                 : figures.words(found.compared(measured.interval), measured.sigma),
                   found.way_open.has_value());
}

std::string another_day(const SourceVerdict& found, const Figures& figures) {
    const Language& in = figures.language();
    const Shift* nearest = nullptr;
    int farthest = 0;
    for (const Shift& shift : found.sensitivity) {
        farthest = shift.of == Shift::Of::day ? std::max(farthest, std::abs(shift.days)) : farthest;
        const auto rank = [](const Shift& s) {
            return std::abs(s.days) * 2 + (s.of == Shift::Of::baseline ? 1 : 0);
        };
        if (shift.verdict != found.verdict &&
            (nearest == nullptr || rank(shift) < rank(*nearest))) {
            nearest = &shift;
        }
    }
    if (nearest == nullptr) { // that nothing is compared on other days either says nothing
        return farthest == 0 || !was_compared(found)
                   ? ""
                   : in.text("report.day_same", {{"days", std::to_string(farthest)}});
    }
    return in.text(
        nearest->of == Shift::Of::day ? "report.day_turns" : "report.since_turns",
        {{"day", in.words(nearest->date)},
         {"verdict", in.words(nearest->verdict)},
         {"measured", figures.words(found.compared(nearest->interval), found.measured.sigma)}});
}

std::string maps_of(const SourceVerdict& found, const Language& in) {
    std::set<Date> days;
    for (const auto& day : {found.measured.baseline_before, found.measured.baseline_after}) {
        if (day) {
            days.insert(*day);
        }
    }
    for (const auto& dated : {found.measured.bracket.before, found.measured.bracket.after}) {
        if (dated) {
            days.insert(dated->date);
        }
    }
    std::string list;
    for (const Date day : days) {
        list += (list.empty() ? "" : ", ") +
                (day == *days.rbegin() ? in.words(day) : in.before(day, *days.rbegin()));
    }
    return list.empty() ? "" : clean(found.source) + ": " + list;
}

std::string holder_words(const engine::Verification& verification, const Language& in) {
    const std::string& holder = verification.the_case.holder;
    for (const engine::SourceProfile& profile : engine::built_in_profiles()) {
        const auto words = profile.holder_in.find(in.code());
        if (profile.holder == holder && words != profile.holder_in.end()) {
            return words->second;
        }
    }
    return clean(holder);
}

std::vector<Entry> source_details(const engine::Verification& verification,
                                  const SourceVerdict& found, const Figures& figures) {
    const Language& in = figures.language();
    std::vector<Entry> entries;
    std::string label = in.text("label.why");
    for (const engine::Reason& reason : found.reasons) {
        if (reason.code != engine::ReasonCode::comparison) {
            entries.push_back(
                {label, clean(reason_text(reason, figures, found.measured.sigma)), false});
            label.clear();
        }
    }
    const auto add = [&](const char* key, const std::string& text) {
        if (!text.empty()) {
            entries.push_back({in.text(std::string("label.") + key), text, false});
        }
    };
    add("sure", how_sure(verification, found, figures));
    add("maps", maps_with_areas(found, figures));
    if (found.measured.classes.size() > 1) {
        add("classes", classes_text(found, figures));
    }
    add("needed", clean(would_decide_text(found.would_decide, in)));
    return entries;
}

} // namespace report
