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
        {WarningCode::window_reversed, "since 5 October … by the end of August"},
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
    CHECK(warning_text(all.back(), in) ==
          "the text also states “30 villages”, which is not verified here");
    CHECK(warning_text(all.back(), Language::of("de")) ==
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
         .faults = engine::DrawingFaults{3, shapes::ProblemCode::unclosed_ring, {36.25, 49.0}}},
        {.code = MapWarningCode::far_maps_unread, .day = day, .last = day, .count = 1660},
        {.code = MapWarningCode::reader_says,
         .paths = {"a.json"},
         .reader = shapes::ReadWarning{shapes::ReadWarningCode::no_crs, "roads", 0}},
        {.code = MapWarningCode::day_unreadable,
         .paths = {"a.json"},
         .name = "date",
         .value = "last week"},
        {.code = MapWarningCode::layer_of_days, .paths = {"a.json"}, .name = "one"},
        {MapWarningCode::name_of_days, {"a.json", "b.json"}},
        {MapWarningCode::name_without_day, {"a.json"}},
        {.code = MapWarningCode::features_left_out,
         .paths = {"a.json"},
         .name = "nzz",
         .count = 12,
         .examples = {"Transnistria", "…"}},
        {.code = MapWarningCode::several_days, .paths = {"a.json"}, .day = day, .last = day},
        {MapWarningCode::nothing_held, {"a.json"}},
        {.code = MapWarningCode::profile_found,
         .paths = {"a.json"},
         .name = "nzz",
         .value = "values"},
        {.code = MapWarningCode::profile_passed_over,
         .paths = {"a.json"},
         .name = "nzz",
         .value = "file_name"}};
    CHECK(all.size() == static_cast<std::size_t>(MapWarningCode::profile_passed_over) + 1);
    for (const std::string& code : Language::codes()) {
        for (const std::string& text : report::map_warning_texts(all, Language::of(code))) {
            const bool of_one_file = text.find("--all-maps") == std::string::npos;
            CHECK((text.find("a.json") != std::string::npos) == of_one_file);
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

TEST_CASE("what a reader says, and the faults of a drawing, have their words in every language") {
    using shapes::ProblemCode;
    using shapes::ReadWarningCode;
    for (const std::string& code : Language::codes()) {
        const Language& in = Language::of(code);
        for (int i = 0; i <= static_cast<int>(ReadWarningCode::library_says); ++i) {
            const shapes::ReadWarning said{static_cast<ReadWarningCode>(i), "a <name>", 7};
            const std::string text = report::map_warning_text(
                {.code = engine::MapWarningCode::reader_says, .paths = {"a.json"}, .reader = said},
                in);
            CHECK(text.starts_with("a.json: "));
            CHECK(text.find('{') == std::string::npos);
        }
        for (int i = 0; i <= static_cast<int>(ProblemCode::not_listed); ++i) {
            CHECK_FALSE(in.text(std::string("fault.") + name(static_cast<ProblemCode>(i))).empty());
        }
    }
    const engine::MapWarning left_out{.code = engine::MapWarningCode::features_left_out,
                                      .paths = {"a.json", "b.json"},
                                      .name = "nzz",
                                      .count = 12,
                                      .examples = {"Transnistria", "…"}};
    CHECK(report::map_warning_text(left_out, Language::of("en")) ==
          "a.json, …: 12 feature(s) with polygons match no rule of the profile nzz and are left "
          "out: “Transnistria”, …");
    CHECK(report::map_warning_text(left_out, Language::of("da")) ==
          "a.json, …: 12 objekt(er) med polygoner passer ikke på nogen regel i profilen nzz og er "
          "udeladt: »Transnistria«, …");
}
