// SPDX-License-Identifier: MIT
#include "tools/report/map_warning_text.hpp"
#include "tools/report/warning_text.hpp"

#include <doctest/doctest.h>

using engine::Reading;
using engine::WarningCode;
using report::Language;
using report::warning_text;

TEST_CASE("every warning has its words in every language") {
    const std::vector<engine::ClaimWarning> all{
        {WarningCode::length_for_area},
        {WarningCode::small_area},
        {WarningCode::conversion_differs,
         engine::ConversionFigures{2000, 772.2, 700, "square_mile"}},
        {WarningCode::other_reading, Reading{2.0, "comma_decimal", "", ""}},
        {WarningCode::unit_varies, "kvadratmil"},
        {WarningCode::vague_number},
        {WarningCode::thousands_twice},
        {WarningCode::times_larger},
        {WarningCode::yardstick_varies, engine::VaryingRegion{"Lolland", "with its islets"}},
        {WarningCode::namesake, Reading{69700, "namesake", "Georgia", "country"}},
        {WarningCode::brackets_differ, "Malta"},
        {WarningCode::region_unnamed},
        {WarningCode::region_from_text, "Crete"},
        {WarningCode::day_unresolved, "yesterday"},
        {WarningCode::day_before_unsaid},
        {WarningCode::beginning_unnamed, "since the counteroffensive"},
        {WarningCode::rectangle},
        {WarningCode::not_verified, "30 villages"}};
    CHECK(all.size() == static_cast<std::size_t>(WarningCode::not_verified) + 1);
    for (const std::string& code : Language::codes()) {
        for (const engine::ClaimWarning& warning : all) {
            CAPTURE(code);
            CAPTURE(name(warning.code));
            CHECK_FALSE(warning_text(warning, Language::of(code)).empty());
        }
    }
    const Language& in = Language::of("en");
    CHECK(warning_text(all[2], in) ==
          "the conversion does not fit: 2,000 km² are 772, not 700 square miles");
    CHECK(warning_text(all[3], in) ==
          "more than one reading: the comma read as a decimal sign would be another figure");
    CHECK(warning_text(all[9], in) == "the name may also mean Georgia (country)");
    CHECK(warning_text(all[17], in) ==
          "the text also states “30 villages”, which is not verified here");
    CHECK(warning_text(all[17], Language::of("de")) ==
          "der Text nennt auch „30 villages“; das wird hier nicht geprüft");
}

TEST_CASE("programs know warnings by the names they had") {
    CHECK(std::string(name(WarningCode::length_for_area)) == "length_for_area");
    CHECK(std::string(name(WarningCode::day_before_unsaid)) == "day_unresolved");
}

TEST_CASE("what is to be known of maps has its words in every language") {
    const auto day = engine::Date::parse_iso("2022-09-08");
    using engine::MapWarningCode;
    const std::vector<engine::MapWarning> all{
        {MapWarningCode::no_confirmed_class, {"a.json", "b.json"}, day},
        {MapWarningCode::maps_differ, {"a.json", "b.json"}, day},
        {MapWarningCode::no_day, {"a.json"}},
        {.code = MapWarningCode::region_faults,
         .paths = {"a.json"},
         .faults = engine::DrawingFaults{3, shapes::ProblemCode::unclosed_ring, {36.25, 49.0}}}};
    CHECK(all.size() == static_cast<std::size_t>(MapWarningCode::region_faults) + 1);
    for (const std::string& code : Language::codes()) {
        for (const std::string& text : report::map_warning_texts(all, Language::of(code))) {
            CHECK(text.find("a.json") != std::string::npos);
            CHECK(text.find('{') == std::string::npos);
        }
    }
    engine::MapWarning differ = all[1];
    differ.source = "nzz";
    CHECK(report::map_warning_text(differ, Language::of("en")) ==
          "nzz: 2022-09-08: a.json and b.json draw different maps of this day; the later file is "
          "used");
    CHECK(report::map_warning_text(all[3], Language::of("da")).find("længde 36,250000") !=
          std::string::npos);
}
