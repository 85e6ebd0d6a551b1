// SPDX-License-Identifier: MIT
#include "engine/sources/apply.hpp"

#include "engine/input_error.hpp"
#include "engine/sources/feature_date.hpp"
#include "shapes/area/ellipsoidal_area.hpp"
#include "tests/engine/boxes.hpp"
#include "tests/engine/messages.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using boxes::box;
using boxes::feature;
using boxes::file;
using boxes::zone_km2;
using engine::apply;
using engine::ControlBoundary;
using engine::ControlClass;
using engine::MapWarning;
using engine::MapWarningCode;

namespace {

const engine::SourceProfile& profile(const char* name) {
    return *engine::find_built_in_profile(name);
}

double held_km2(const ControlBoundary& boundary, ControlClass level = ControlClass::confirmed) {
    return shapes::ellipsoidal_area(boundary.held_at(level)).km2();
}

bool warns(const ControlBoundary& boundary, const MapWarning& of) {
    return std::ranges::find(boundary.warnings, of) != boundary.warnings.end();
}

std::string error_of(const char* name, const shapes::FeatureCollection& collection) {
    return messages::of([&] { apply(profile(name), collection); });
}

} // namespace

TEST_CASE("plain: every polygon is held; overlapping features are united, never summed") {
    const auto maps =
        apply(profile("plain"), file("d/2022-09-08.geojson",
                                     {feature(box(30, 48, 32, 49)), feature(box(31, 48, 33, 49))}));
    REQUIRE(maps.size() == 1);
    CHECK(held_km2(maps[0]) == doctest::Approx(zone_km2(30, 48, 33, 49)).epsilon(1e-9));
    // The overlap is told, with both features, each ring counted within its own.
    const auto overlap =
        std::ranges::find(maps[0].problems, shapes::ProblemCode::overlap, &shapes::Problem::code);
    REQUIRE(overlap != maps[0].problems.end());
    REQUIRE(overlap->feature);
    REQUIRE(overlap->other_feature);
    CHECK(*overlap->feature + *overlap->other_feature == 1);
    CHECK(overlap->ring == std::optional<std::size_t>(0));
    CHECK(overlap->other_ring == std::optional<std::size_t>(0));
    CHECK(maps[0].file_date == boxes::day("2022-09-08"));
    CHECK_FALSE(maps[0].map_date);
    CHECK(maps[0].date() == boxes::day("2022-09-08"));
    CHECK(maps[0].path() == "d/2022-09-08.geojson");
    CHECK(maps[0].source == "plain");
}

TEST_CASE("plain: a property tells the map's own day, and it wins over the file's name") {
    const auto maps = apply(
        profile("plain"), file("2022-09-10.geojson",
                               {feature(box(30, 48, 31, 49), {{"Date", "2022-09-08T20:00:00Z"}})}));
    CHECK(maps[0].file_date == boxes::day("2022-09-10"));
    CHECK(maps[0].map_date == boxes::day("2022-09-08"));
    CHECK(maps[0].date() == boxes::day("2022-09-08"));
}

TEST_CASE("features that each tell a day, not all the same, are maps of these days") {
    const auto dated = [](double west, const char* day) {
        return feature(box(west, 48, west + 1, 49), {{"date", day}});
    };
    const auto archive = file("archive.geojson", {dated(30, "2024-07-09"), dated(30, "2024-07-08"),
                                                  dated(31, "2024-07-09")});
    for (const char* name : {"plain", "deepstate"}) {
        CAPTURE(std::string(name));
        const auto maps = apply(profile(name), archive);
        REQUIRE(maps.size() == 2);
        CHECK(maps[0].date() == boxes::day("2024-07-08"));
        CHECK(held_km2(maps[0]) == doctest::Approx(zone_km2(30, 48, 31, 49)).epsilon(1e-9));
        CHECK(maps[1].date() == boxes::day("2024-07-09"));
        CHECK(held_km2(maps[1]) == doctest::Approx(zone_km2(30, 48, 32, 49)).epsilon(1e-9));
    }
}

TEST_CASE(
    "features of which only some tell a day, and different ones, leave the map's day unknown") {
    const auto maps = apply(
        profile("plain"), file("x.geojson", {feature(box(30, 48, 31, 49), {{"date", "2022-09-08"}}),
                                             feature(box(31, 48, 32, 49), {{"date", "2022-09-11"}}),
                                             feature(box(32, 48, 33, 49))}));
    REQUIRE(maps.size() == 1);
    CHECK_FALSE(maps[0].map_date);
    CHECK(warns(maps[0], {.code = MapWarningCode::several_days,
                          .day = boxes::day("2022-09-08"),
                          .last = boxes::day("2022-09-11")}));
}

TEST_CASE("a holder who is gone from a map holds nothing on it, where that is allowed") {
    engine::ApplyOptions options;
    options.may_hold_nothing = true;
    const auto elsewhere =
        file("2022-09-08.geojson", {feature(box(30, 48, 31, 49), {{"holder", "Y"}})});
    const auto maps = apply(profile("nzz"), elsewhere, options);
    REQUIRE(maps.size() == 1);
    CHECK(maps[0].held_at(ControlClass::claimed).empty());
    CHECK(warns(maps[0], {MapWarningCode::nothing_held}));
    CHECK_THROWS_AS(apply(profile("nzz"), elsewhere), engine::NothingMatches);
    CHECK(apply(profile("plain"), file("2022-09-08.geojson", {}), options).size() == 1);
}

TEST_CASE("a property that is no day gives a warning and no date") {
    const auto maps =
        apply(profile("plain"),
              file("x.geojson", {feature(box(30, 48, 31, 49), {{"date", "last week"}})}));
    CHECK_FALSE(maps[0].date());
    CHECK(warns(maps[0],
                {.code = MapWarningCode::day_unreadable, .name = "date", .value = "last week"}));
}

TEST_CASE("nzz: nochange and gains are held, losses are not, and the map tells its own day") {
    const std::map<std::string, std::string> day{{"date", "2022-09-08"}, {"_dateto", "2022-09-08"}};
    auto with_type = [&](const char* type) {
        auto properties = day;
        properties["type"] = type;
        return properties;
    };
    const auto maps =
        apply(profile("nzz"),
              file("nzz/2022-09-10.json", {feature(box(30, 48, 31, 49), with_type("nochange")),
                                           feature(box(31, 48, 32, 49), with_type("gains")),
                                           feature(box(32, 48, 33, 49), with_type("losses"))}));
    REQUIRE(maps.size() == 1);
    CHECK(held_km2(maps[0]) == doctest::Approx(zone_km2(30, 48, 32, 49)).epsilon(1e-9));
    CHECK(maps[0].file_date == boxes::day("2022-09-10"));
    CHECK(maps[0].map_date == boxes::day("2022-09-08"));
}

TEST_CASE("a file of losses only is an empty region, not a mistake of profile") {
    const auto maps =
        apply(profile("nzz"),
              file("2022-09-10.json", {feature(box(30, 48, 31, 49), {{"type", "losses"}})}));
    REQUIRE(maps.size() == 1);
    CHECK(maps[0].held_at(ControlClass::claimed).empty());
}

TEST_CASE("a profile that matches nothing says what the file does have") {
    const std::string message = error_of(
        "nzz", file("d/x.json", {feature(box(30, 48, 31, 49), {{"kind", "occupied"}}, "areas"),
                                 feature(box(31, 48, 32, 49), {{"kind", "occupied"}}, "areas"),
                                 feature(box(32, 48, 33, 49), {{"kind", "liberated"}}, "areas")}));
    CAPTURE(message);
    CHECK(message.find("d/x.json: no polygon in it matches the profile 'nzz'") == 0);
    CHECK(message.find("3 feature(s), 3 with polygons") != std::string::npos);
    CHECK(message.find("layer 'areas': 3 feature(s)") != std::string::npos);
    CHECK(message.find("property 'kind': liberated (1), occupied (2)") != std::string::npos);
    CHECK(message.find("--profile") != std::string::npos);
}

TEST_CASE("a collection of no features is refused with a remedy") {
    CHECK(error_of("plain", file("x.json", {})).find("no feature at all") != std::string::npos);
}

TEST_CASE("an empty MultiPolygon is an empty region") {
    const auto maps = apply(profile("plain"), file("2022-09-08.json", {feature({})}));
    REQUIRE(maps.size() == 1);
    CHECK(maps[0].held_at(ControlClass::confirmed).empty());
}

TEST_CASE("isw: one file per class, day before or after the month") {
    const auto control = apply(
        profile("isw"), file("UkraineControlMapAO08SEP2022.zip",
                             {feature(box(30, 48, 31, 49), {}, "UkraineControlMapAO08SEP2022")}));
    const auto advance = apply(
        profile("isw"),
        file("AssessedRussianAdvancesinUkraineSEP082022.zip",
             {feature(box(31, 48, 32, 49), {}, "AssessedRussianAdvancesinUkraineSEP082022")}));
    const auto claimed =
        apply(profile("isw"), file("ClaimedRussianTerritoryinUkraineSEP082022.geojson",
                                   {feature(box(32, 48, 33, 49))}));
    for (const auto& maps : {control, advance, claimed}) {
        REQUIRE(maps.size() == 1);
        CHECK(maps[0].map_date == boxes::day("2022-09-08"));
        CHECK(maps[0].file_date == boxes::day("2022-09-08"));
    }
    CHECK(control[0].has(ControlClass::confirmed));
    CHECK(advance[0].has(ControlClass::contested));
    CHECK(claimed[0].has(ControlClass::claimed));

    const ControlBoundary day = engine::merge_parts({control[0], advance[0], claimed[0]});
    CHECK(day.paths.size() == 3);
    CHECK(held_km2(day) == doctest::Approx(zone_km2(30, 48, 31, 49)).epsilon(1e-9));
    CHECK(held_km2(day, ControlClass::contested) ==
          doctest::Approx(zone_km2(30, 48, 32, 49)).epsilon(1e-9));
    CHECK(held_km2(day, ControlClass::claimed) ==
          doctest::Approx(zone_km2(30, 48, 33, 49)).epsilon(1e-9));
    CHECK(day.drawn_up_to(ControlClass::contested).polygon_count() == 2);
}

TEST_CASE("isw: several dated layers in one file are several maps") {
    const auto maps = apply(
        profile("isw"),
        file("isw.gpkg",
             {feature(box(30, 48, 31, 49), {}, "UkraineControlMapAO11SEP2022"),
              feature(box(30, 48, 32, 49), {}, "UkraineControlMapAO08SEP2022"),
              feature(box(32, 48, 33, 49), {}, "ClaimedRussianTerritoryinUkraineSEP082022"),
              feature(box(20, 48, 21, 49), {}, "ClaimedUkrainianCounteroffensivesSEP082022")}));
    REQUIRE(maps.size() == 2);
    CHECK(maps[0].date() == boxes::day("2022-09-08"));
    CHECK(held_km2(maps[0]) == doctest::Approx(zone_km2(30, 48, 32, 49)).epsilon(1e-9));
    CHECK(held_km2(maps[0], ControlClass::claimed) ==
          doctest::Approx(zone_km2(30, 48, 33, 49)).epsilon(1e-9));
    CHECK(maps[1].date() == boxes::day("2022-09-11"));
    CHECK_FALSE(maps[1].has(ControlClass::claimed));
}

TEST_CASE("isw: a malformed day in the name gives a warning and no date") {
    for (const char* name : {"UkraineControlMapAO13APR.zip", "UkraineControlMapAO02FEB22024.zip",
                             "UkraineControlMapAODEC060205.zip"}) {
        CAPTURE(name);
        const auto maps = apply(profile("isw"), file(name, {feature(box(30, 48, 31, 49))}));
        REQUIRE(maps.size() == 1);
        CHECK_FALSE(maps[0].date());
        CHECK(warns(maps[0], {MapWarningCode::name_without_day}));
    }
}

TEST_CASE("isw: online layers carry the day as milliseconds since 1970") {
    // 1662667200000 ms = 2022-09-08T20:00:00Z (19243 days of 86400 s and 72000 s).
    const auto maps =
        apply(profile("isw"), file("timelapse.geojson",
                                   {feature(box(30, 48, 31, 49), {{"datetime", "1662667200000"}},
                                            "UkrainianCoTTimelapse_view")}));
    REQUIRE(maps.size() == 1);
    CHECK(maps[0].map_date == boxes::day("2022-09-08"));
}

TEST_CASE(
    "uacontrolmap: named areas are held, other areas are named in a warning, points ignored") {
    const auto maps = apply(profile("uacontrolmap"),
                            file("2023/230312_0349.kmz",
                                 {feature(box(30, 48, 31, 49), {{"Name", "Luhansk \nAxis [Z]"}}),
                                  feature(box(31, 48, 32, 49), {{"Name", "Pre-War Crimea"}}),
                                  feature(box(32, 48, 33, 49), {{"Name", "Transnistria"}}),
                                  feature({}, {{"Name", "[23/03/12] Ru Position"}})}));
    REQUIRE(maps.size() == 1);
    CHECK(held_km2(maps[0]) == doctest::Approx(zone_km2(30, 48, 32, 49)).epsilon(1e-9));
    CHECK(maps[0].file_date == boxes::day("2023-03-12"));
    CHECK(warns(maps[0], {.code = MapWarningCode::features_left_out,
                          .name = "uacontrolmap",
                          .count = 1,
                          .examples = {"Transnistria"}}));
}

TEST_CASE("problems of reading go to the map of their feature") {
    auto collection =
        file("isw.gpkg", {feature(box(30, 48, 31, 49), {}, "UkraineControlMapAO08SEP2022"),
                          feature(box(30, 48, 32, 49), {}, "UkraineControlMapAO11SEP2022")});
    collection.problems.push_back({shapes::ProblemCode::unclosed_ring, {30, 48}, 1, 0, "open"});
    const auto maps = apply(profile("isw"), collection);
    REQUIRE(maps.size() == 2);
    CHECK(maps[0].problems.empty());
    REQUIRE_FALSE(maps[1].problems.empty());
    CHECK(maps[1].problems[0].code == shapes::ProblemCode::unclosed_ring);
}

TEST_CASE("days in properties are read in the ways files write them") {
    CHECK(engine::parse_day("2022-09-08", false) == boxes::day("2022-09-08"));
    CHECK(engine::parse_day("2022/09/08 20:00:00", false) == boxes::day("2022-09-08"));
    CHECK(engine::parse_day("20220908", false) == boxes::day("2022-09-08"));
    CHECK(engine::parse_day("20220908T2000", true) == boxes::day("2022-09-08"));
    CHECK_FALSE(engine::parse_day("20220931", false)); // September has 30 days
    CHECK_FALSE(engine::parse_day("202209081", false));
    CHECK_FALSE(engine::parse_day("2022-09-081", false));
    CHECK_FALSE(engine::parse_day("08.09.2022", false));
    CHECK_FALSE(engine::parse_day("1662667200000", false));
    CHECK(engine::parse_day("1.6626672e12", true) == boxes::day("2022-09-08"));
    CHECK(engine::parse_day("-1", true) == boxes::day("1969-12-31"));
    for (const char* not_a_day :
         {"nan", "inf", "1e300", "12345678901234567890", "1662667200000x"}) {
        CHECK_FALSE(engine::parse_day(not_a_day, true));
    }
}
