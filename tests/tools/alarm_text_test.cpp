// SPDX-License-Identifier: MIT
#include "tests/engine/day.hpp"
#include "tools/report/alarm_text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using engine::Alarm;
using engine::AlarmCode;
using report::alarm_text;
using report::Language;

namespace {

/// One of each sentence.
std::vector<Alarm> alarms() {
    const auto at = day("2022-09-08");
    const engine::RingFaults faults{4, 2, 3};
    const engine::StepParts parts{3, shapes::Area::from_km2(1782), {35.594, 46.258}};
    const auto km2 = [](double value) { return shapes::Area::from_km2(value); };
    const auto layer = [&](engine::Measure of) {
        return engine::DrawnLayer{of, day("2022-09-01"), km2(8000), km2(8366)};
    };
    return {{AlarmCode::file_date_not_map_date, at, {}, engine::OtherFiles{2, 3}},
            {AlarmCode::repeated_map, at, {}, engine::OtherFiles{2, 3}},
            {AlarmCode::missing_day, at, {}, engine::MissingDays{at}},
            {AlarmCode::missing_day, at, {}, engine::MissingDays{day("2022-09-10")}},
            {AlarmCode::one_day_spike, at, 16435.2, engine::BackBy{day("2022-09-09")}},
            {AlarmCode::restored_dip, at, -16435.2, engine::BackBy{day("2022-09-09")}},
            {AlarmCode::definition_break, at, 1800.0, parts},
            {AlarmCode::definition_break, at, -1800.0, parts},
            {AlarmCode::definition_break, at, -1800.0, engine::KnownBreak{"Crimea is left out"}},
            {AlarmCode::component_whole, at, 700.0},
            {AlarmCode::component_whole, at, -700.0},
            {AlarmCode::polygon_far, at, 700.0, engine::FarAway{1234.9}},
            {AlarmCode::layers_disagree, at, 366.0, layer(engine::Measure::lost)},
            {AlarmCode::layers_disagree, at, 366.0, layer(engine::Measure::gained)},
            {AlarmCode::overlap, at, {}, faults},
            {AlarmCode::long_edge, at, {}, faults},
            {AlarmCode::class_share_jump, at, {}, engine::ShareJump{engine::ControlClass::claimed}},
            {AlarmCode::class_share_jump, at, {}, engine::ShareJump{}},
            {AlarmCode::orientation, at, {}, faults},
            {AlarmCode::zero_area, at, {}, faults},
            {AlarmCode::invalid_rings, at, {}, faults}};
}

} // namespace

TEST_CASE("every alarm has a sentence in every language, all different") {
    for (const std::string& code : Language::codes()) {
        const Language& in = Language::of(code);
        std::vector<std::string> sentences;
        for (const Alarm& alarm : alarms()) {
            CAPTURE(code);
            const std::string text = alarm_text(alarm, in);
            CAPTURE(text);
            CHECK(std::find(sentences.begin(), sentences.end(), text) == sentences.end());
            CHECK((code == "en" || text != alarm_text(alarm, Language::of("en"))));
            CHECK_FALSE(report::alarm_name(alarm, in).empty());
            sentences.push_back(text);
        }
    }
}

TEST_CASE("alarms are told with their days, sizes and places") {
    const auto all = alarms();
    const Language& english = Language::of("en");
    CHECK(alarm_text(all[3], english) == "No file of the 3 days from 8 to 10 September 2022.");
    CHECK(alarm_text(all[4], english) ==
          "The held area rises by 16,435 km² on 8 September 2022 and "
          "is back on 9 September 2022.");
    CHECK(alarm_text(all[5], english).starts_with("The held area falls by 16,435 km²"));
    CHECK(report::parts_text(all[6].facts, english) ==
          "3 part(s), the largest 1,782 km² at 46.26° N, 35.59° E");
    CHECK(report::parts_text(all[6].facts, Language::of("da")) ==
          "dele: 3, den største 1.782 km² ved 46,26° N, 35,59° Ø");
    CHECK(alarm_text(all[8], english) == "From 8 September 2022 on Crimea is left out.");
    CHECK(alarm_text(all[11], english).find("up to 1,234 km away") != std::string::npos);
    CHECK(report::parts_text({}, english).empty());
}

TEST_CASE("alarms of one kind are one line, with how many more there are") {
    std::vector<Alarm> two = alarms();
    two.resize(4);
    const auto lines = report::alarm_lines(two, Language::of("en"));
    REQUIRE(lines.size() == 3);
    CHECK(lines[2] == "No file of 8 September 2022. [missing_day, and 1 more such]");
    CHECK(report::alarm_kinds(two, Language::of("en")).size() == 3);
}
