// SPDX-License-Identifier: MIT
#include "tools/report/alarm_text.hpp"

#include "tools/report/text.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace report {
namespace {

using engine::Alarm;
using engine::AlarmCode;
using Values = std::map<std::string, std::string>;

std::string share(double part, const Language& in) {
    return in.text("words.percent", {{"number", in.digits(100.0 * part, 0)}});
}

std::string degrees(double value, const char* positive, const char* negative, const Language& in) {
    return in.text(value < 0.0 ? negative : positive, {{"degrees", in.digits(std::abs(value), 2)}});
}

/// The values that an alarm's facts put into its sentence.
class AlarmFacts {
  public:
    explicit AlarmFacts(const Language& in) : in_(in) {}

    Values operator()(std::monostate) const { return {}; }
    Values operator()(const engine::OtherFiles& other) const {
        return {{"files", std::to_string(other.files)}, {"days", std::to_string(other.days)}};
    }
    Values operator()(const engine::MissingDays& missing) const {
        return {{"last", in_.words(missing.last)}};
    }
    Values operator()(const engine::BackBy& back) const { return {{"back", in_.words(back.day)}}; }
    Values operator()(const engine::StepParts& parts) const {
        return {{"parts", parts_text(parts, in_)}};
    }
    Values operator()(const engine::KnownBreak& known) const { return {{"what", known.what}}; }
    Values operator()(const engine::FarAway& far) const {
        return {{"distance",
                 in_.text("words.kilometres", {{"number", in_.digits(std::floor(far.km), 0)}})}};
    }
    Values operator()(const engine::DrawnLayer& layer) const {
        return {{"since", in_.words(layer.since)},
                {"drawn", in_.words(layer.drawn)},
                {"measured", in_.words(layer.measured)}};
    }
    Values operator()(const engine::ShareJump& jump) const {
        return {{"before", share(jump.before, in_)}, {"after", share(jump.after, in_)}};
    }
    Values operator()(const engine::RingFaults& faults) const {
        return {{"rings", std::to_string(faults.rings)},
                {"maps", std::to_string(faults.maps)},
                {"all", std::to_string(faults.all_maps)}};
    }

  private:
    const Language& in_;
};

/// The sentence of an alarm, where its code has several.
std::string key_of(const Alarm& alarm) {
    const bool vanishes = alarm.km2.value_or(0.0) < 0.0;
    switch (alarm.code) {
    case AlarmCode::missing_day: {
        const auto* missing = std::get_if<engine::MissingDays>(&alarm.facts);
        return missing != nullptr && missing->last != alarm.date ? "missing_days" : "missing_day";
    }
    case AlarmCode::definition_break:
        return std::holds_alternative<engine::KnownBreak>(alarm.facts) ? "definition_break_known"
               : vanishes                                              ? "definition_break_vanishes"
                                                                       : "definition_break_appears";
    case AlarmCode::component_whole:
        return vanishes ? "component_whole_vanishes" : "component_whole_appears";
    case AlarmCode::layers_disagree: {
        const auto* layer = std::get_if<engine::DrawnLayer>(&alarm.facts);
        return layer != nullptr && layer->of == engine::Measure::gained ? "layers_disagree_gained"
                                                                        : "layers_disagree_lost";
    }
    case AlarmCode::class_share_jump: {
        const auto* jump = std::get_if<engine::ShareJump>(&alarm.facts);
        return jump != nullptr && jump->of == engine::ControlClass::claimed
                   ? "class_share_jump_claimed"
                   : "class_share_jump_contested";
    }
    default:
        return engine::name(alarm.code);
    }
}

} // namespace

std::string alarm_text(const Alarm& alarm, const Language& in) {
    Values values = std::visit(AlarmFacts(in), alarm.facts);
    if (alarm.date) {
        values["date"] = in.words(*alarm.date);
        const auto* missing = std::get_if<engine::MissingDays>(&alarm.facts);
        if (missing != nullptr && missing->last != alarm.date) {
            values["days"] = std::to_string(missing->last - *alarm.date + 1);
            values["date"] = in.before(*alarm.date, missing->last);
        }
    }
    if (alarm.km2) {
        values["km2"] = in.words(shapes::Area::from_km2(std::abs(*alarm.km2)));
    }
    return in.text("alarm_text." + key_of(alarm), values);
}

std::string parts_text(const engine::AlarmFacts& facts, const Language& in) {
    if (const auto* known = std::get_if<engine::KnownBreak>(&facts)) {
        return known->what;
    }
    const auto* parts = std::get_if<engine::StepParts>(&facts);
    if (parts == nullptr) {
        return "";
    }
    if (parts->count == 0) {
        return in.text("place.no_parts");
    }
    const auto& middle = parts->middle;
    return in.text("place.parts",
                   {{"count", std::to_string(parts->count)},
                    {"area", in.words(parts->largest)},
                    {"latitude", degrees(middle.lat, "place.north", "place.south", in)},
                    {"longitude", degrees(middle.lon, "place.east", "place.west", in)}});
}

std::string alarm_name(const Alarm& alarm, const Language& in) {
    return in.text(std::string("alarm.") + engine::name(alarm.code));
}

std::vector<std::string> alarm_kinds(const std::vector<Alarm>& alarms, const Language& in) {
    std::vector<AlarmCode> told;
    std::vector<std::string> list;
    for (const Alarm& alarm : alarms) {
        if (std::ranges::find(told, alarm.code) != told.end()) {
            continue;
        }
        told.push_back(alarm.code);
        const std::string what = alarm_name(alarm, in);
        const auto times = std::ranges::count(alarms, alarm.code, &Alarm::code);
        const Values values{{"alarm", what},
                            {"count", std::to_string(times)},
                            {"day", alarm.date ? in.words(*alarm.date) : ""}};
        list.push_back(
            !alarm.date ? what
                        : in.text(times > 1 ? "report.alarm_more" : "report.alarm_first", values));
    }
    return list;
}

std::vector<std::string> alarm_lines(const std::vector<Alarm>& alarms, const Language& in) {
    std::vector<std::string> lines;
    std::vector<AlarmCode> told;
    for (const Alarm& alarm : alarms) {
        if (std::ranges::find(told, alarm.code) != told.end()) {
            continue;
        }
        told.push_back(alarm.code);
        const auto more = std::ranges::count(alarms, alarm.code, &Alarm::code) - 1;
        lines.push_back(in.text(more > 0 ? "report.alarm_line_more" : "report.alarm_line",
                                {{"text", clean(alarm_text(alarm, in))},
                                 {"code", engine::name(alarm.code)},
                                 {"count", std::to_string(more)}}));
    }
    return lines;
}

} // namespace report
