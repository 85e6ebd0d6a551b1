// SPDX-License-Identifier: MIT
#include "engine/case/case_file.hpp"

#include "engine/input_error.hpp"
#include "tests/engine/messages.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using engine::Case;
using engine::ControlClass;
using engine::Measure;
using engine::parse_case;

using messages::has;

namespace {

const std::string kSource = "[[source]]\nname = \"s\"\nfiles = \"b/*.geojson\"\n";

std::string claim(const std::string& lines) {
    return "[[claim]]\nid = \"c\"\ntext = \"2,000 square kilometres\"\n" + lines;
}

std::string error_of(const std::string& toml) {
    return messages::of([&] { parse_case(toml, "case.toml"); });
}

} // namespace

TEST_CASE("a case with several sources, errors of drawing, a region of interest and claims") {
    const Case read = parse_case(R"toml(
title  = "Kharkiv"
holder = "Russian forces"
within = "oblast.geojson"

[[source]]
name    = "schematic"
files   = "boundaries/*.geojson"
[source.error]
position_sigma_km = 2.0
correlation_km    = 10
[source.error.contested]
position_sigma_km = 6.5

[[source]]
name    = "nzz"
profile = "nzz"
files   = ["a.json", "b.json"]
layer   = "x"
where   = "y = 1"

[[claim]]
id      = "one"
text    = "2,000 square kilometres (772 square miles)"
stated  = 2022-09-10
since   = "2022-08-31"
measure = "lost"
speaker = "S"
source  = "https://example.org/1"
note    = "n"
)toml",
                                 "case.toml");
    CHECK(read.name == "case.toml");
    CHECK(read.title == "Kharkiv");
    CHECK(read.holder == "Russian forces");
    CHECK(read.within == "oblast.geojson");
    REQUIRE(read.sources.size() == 2);
    CHECK(read.sources[0].profile.empty()); // the one that fits
    CHECK(read.sources[0].error.position_sigma_km == 2.0);
    CHECK(read.sources[0].error.correlation_km == 10.0);
    CHECK(read.sources[0].error.classes[1].position_sigma_km == 6.5);
    CHECK_FALSE(read.sources[0].error.classes[1].correlation_km);
    CHECK_FALSE(read.sources[1].error.classes[1].position_sigma_km);
    CHECK(read.sources[1].files == std::vector<std::string>{"a.json", "b.json"});
    CHECK(read.sources[1].layer == "x");
    CHECK(read.sources[1].where == "y = 1");
    CHECK_FALSE(read.sources[1].error.position_sigma_km);
    REQUIRE(read.claims.size() == 1);
    const engine::Claim& one = read.claims[0];
    CHECK(one.stated->iso() == "2022-09-10");
    CHECK(one.since->iso() == "2022-08-31");
    CHECK(one.end()->iso() == "2022-09-10");
    CHECK(one.measure == Measure::lost);
    CHECK(one.figure.figure_km2 == 2000.0);
    REQUIRE(one.figure.lenient);
    CHECK(one.figure.lenient->low_km2 < 2000.0);
    CHECK(one.speaker == "S");
}

TEST_CASE("as_of wins over stated as the last day of the window") {
    const Case read = parse_case(
        kSource + claim("stated = 2022-09-12\nas_of = 2022-09-10\nmeasure = \"held\""), "c");
    CHECK(read.claims[0].end()->iso() == "2022-09-10");
    CHECK(read.claims[0].measure == Measure::held);
}

TEST_CASE("a key that is not known is an error naming its line, at every level") {
    const std::string good = kSource + claim("measure = \"lost\"\n");
    CHECK(error_of(good).empty());
    CHECK(has(error_of("titel = \"x\"\n" + good), "case.toml, line 1: key 'titel' is not known"));
    CHECK(has(error_of(good + "mesure = \"lost\"\n"), "case.toml, line 8: key 'mesure'"));
    CHECK(has(error_of(kSource + "[source.error]\nsigma = 1\n" + claim("")),
              "case.toml, line 5: key 'sigma'"));
    CHECK(
        has(error_of(kSource + "glob = 1\n" + claim("measure = \"lost\"")), "line 4: key 'glob'"));
}

TEST_CASE("a measure that neither the case nor the words tell stays open") {
    const auto open = [](const std::string& text) {
        const Case read = engine::parse_case(kSource + claim(text), "c");
        return read.claims.at(0).measure_open;
    };
    CHECK(open(""));
    CHECK_FALSE(open("measure = \"net\""));
}

TEST_CASE("what a case cannot do without, and values that cannot be") {
    CHECK(has(error_of(kSource), "at least one [[claim]]"));
    CHECK(has(error_of(claim("measure = \"lost\"")), "at least one [[source]]"));
    CHECK(has(error_of("[[source]]\nname = \"s\"\n" + claim("")), "needs 'files'"));
    CHECK(has(error_of(kSource + kSource + claim("measure = \"lost\"")), "another source"));
    CHECK(has(error_of(kSource + claim("measure=\"lost\"\n") + claim("measure=\"lost\"")),
              "another claim"));
    CHECK(has(error_of(kSource + claim("measure = \"taken\"")), "lost, gained, net, held"));
    CHECK(has(error_of(kSource + claim("stated = \"2022-02-31\"\nmeasure=\"lost\"")),
              "line 7: key 'stated': a day that exists"));
    CHECK(has(error_of(kSource + claim("stated=2022-09-08\nsince=2022-09-09\nmeasure=\"lost\"")),
              "after the day it speaks of"));
    CHECK(
        has(error_of(kSource + "[source.error]\nposition_sigma_km = 0\n" + claim("")), "above 0"));
    CHECK(has(error_of("title = \"\n"), "not TOML"));
}

TEST_CASE("a claim whose text yields no figure of an area is an error that says what it found") {
    const std::string none = error_of(kSource + "[[claim]]\nid=\"c\"\ntext=\"a great success\"\n"
                                                "measure=\"lost\"");
    CHECK(has(none, "case.toml, line 4"));
    CHECK(has(none, "\"a great success\" yields no figure of an area"));
}

TEST_CASE("a border that does not move, and other days that a claim may be counted from") {
    const Case read = parse_case("outline = \"border.geojson\"\n" + kSource +
                                     claim("measure = \"lost\"\nstated = 2022-09-10\n"
                                           "baselines = [2022-08-29, \"2022-09-06\"]\n"),
                                 "case.toml");
    CHECK(read.outline == "border.geojson");
    REQUIRE(read.claims[0].baselines.size() == 2);
    CHECK(read.claims[0].baselines[1].iso() == "2022-09-06");
    CHECK(has(error_of(kSource + claim("measure = \"lost\"\nbaselines = [2022-08-29, \"May\"]\n")),
              "line 8: key 'baselines': an array of days that exist is due here"));
    CHECK(has(error_of(kSource + claim("measure = \"lost\"\nbaselines = 2022-08-29\n")),
              "key 'baselines'"));
}

TEST_CASE("the accuracy of a source: the case's figures over the profile's") {
    engine::SourceAccuracy profile{1.0, 8.0, "the profile's"};
    profile.classes[1].position_sigma_km = 4.0;
    const auto field = [](const std::optional<engine::SourceAccuracy>& of, ControlClass level) {
        REQUIRE(of);
        return std::pair(of->at(level).position_sigma_km, of->at(level).correlation_km);
    };
    engine::CaseSource source;
    source.name = "s";
    CHECK(engine::accuracy_of(source, profile, "c")->reason == "the profile's");
    CHECK_FALSE(engine::accuracy_of(source, std::nullopt, "c"));

    source.error.position_sigma_km = 2.0; // speaks of every class
    auto merged = engine::accuracy_of(source, profile, "c");
    CHECK(field(merged, ControlClass::confirmed) == std::pair(2.0, 8.0));
    CHECK(field(merged, ControlClass::contested) == std::pair(2.0, 8.0));
    CHECK(merged->reason == "given by the case");
    CHECK(merged->origin == engine::AccuracyOrigin::given_by_case);

    source.error.position_sigma_km.reset();
    source.error.classes[1].correlation_km = 5.0; // of one class, one figure
    merged = engine::accuracy_of(source, profile, "c");
    CHECK(field(merged, ControlClass::confirmed) == std::pair(1.0, 8.0));
    CHECK(field(merged, ControlClass::contested) == std::pair(4.0, 5.0));
    CHECK(merged->origin == engine::AccuracyOrigin::assumed); // how exact is not the case's word

    CHECK_THROWS_WITH_AS(engine::accuracy_of(source, std::nullopt, "case.toml"),
                         doctest::Contains("case.toml: [source.error] of 's' needs"),
                         engine::InputError);
}
