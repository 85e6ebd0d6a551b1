// SPDX-License-Identifier: MIT
// The names that scripts rely on in each command's JSON.
#include "tests/cli/program.hpp"

#include <doctest/doctest.h>
#include <initializer_list>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

namespace {

using Json = nlohmann::json;

Json json_of(const std::string& command_line) {
    const cli::Ran ran = cli::run(command_line);
    CAPTURE(command_line);
    CAPTURE(ran.err);
    REQUIRE(ran.code == 0);
    Json json;
    REQUIRE_NOTHROW(json = Json::parse(ran.out)); // one document and nothing else
    return json;
}

void has_keys(const Json& json, std::initializer_list<const char*> keys) {
    for (const char* key : keys) {
        CAPTURE(key);
        CAPTURE(json.dump().substr(0, 400));
        CHECK(json.contains(key));
    }
}

// One degree by one degree from 50° to 51° N, half of it: the closed form b²·Δλ/2·[sin φ/(1 − e²
// sin² φ) + artanh(e sin φ)/e] between the two parallels (Bagratuni 1962, eq. 8), which are
// straight in longitude and latitude.
constexpr double kHalfBoxKm2 = 3946.10942899358;

} // namespace

TEST_CASE("diff --json has the promised names and full precision") {
    const Json json = json_of("areaclaim diff --json --check before.geojson 2022-09-11.geojson");
    has_keys(json, {"before", "after", "lost_km2", "gained_km2", "net_km2", "unchanged_km2",
                    "edges", "self_check", "problems"});
    for (const char* side : {"before", "after"}) {
        has_keys(json[side], {"path", "file_date", "map_date", "held_km2"});
    }
    has_keys(json["self_check"],
             {"relative_residual", "second_method", "second_lost_km2", "second_gained_km2"});
    CHECK(json["before"]["file_date"].is_null());
    CHECK(json["after"]["file_date"] == "2022-09-11");
    CHECK(json["edges"] == "straight");
    CHECK(json["lost_km2"].get<double>() == doctest::Approx(kHalfBoxKm2).epsilon(1e-7));
    CHECK(json["net_km2"].get<double>() ==
          doctest::Approx(json["gained_km2"].get<double>() - json["lost_km2"].get<double>()));
}

TEST_CASE("diff --geojson has pieces of three kinds that tile what is held on either date") {
    const cli::Ran ran = cli::run("areaclaim diff --json before.geojson 2022-09-11.geojson "
                                  "--geojson $SCRATCH/kinds.geojson");
    REQUIRE(ran.code == 0);
    const Json areas = Json::parse(ran.out);
    const Json map = Json::parse(cli::text_of(cli::scratch_folder() + "/kinds.geojson"));
    std::map<std::string, double> km2;
    for (const Json& feature : map["features"]) {
        km2[feature["properties"]["kind"]] += feature["properties"]["area_km2"].get<double>();
    }
    // The pieces' own areas are rounded to the metre's square at most.
    const auto near = [](double value) { return doctest::Approx(value).epsilon(1e-6); };
    for (const auto& [kind, value] : km2) {
        CHECK((kind == "lost" || kind == "gained" || kind == "unchanged"));
        CHECK(value == near(areas[kind + "_km2"].get<double>()));
    }
    CHECK(km2.count("unchanged") == 1);
    const std::string style = cli::text_of(cli::scratch_folder() + "/kinds.qml");
    CHECK(style.find("\"unchanged\"") != std::string::npos);
}

TEST_CASE("--classes says what counts as held, in area and diff") {
    const std::string maps = " --profile classes.toml --json classes.geojson";
    const auto held = [&](const std::string& classes) {
        return json_of("areaclaim area" + classes + maps)["files"][0]["held_km2"].get<double>();
    };
    CHECK(held("") == doctest::Approx(kHalfBoxKm2).epsilon(1e-9));
    CHECK(held(" --classes contested") == doctest::Approx(2 * kHalfBoxKm2).epsilon(1e-9));
    const auto lost = [&](const std::string& classes) {
        const Json json = json_of("areaclaim diff --check" + classes + maps + " contested.geojson");
        return json["lost_km2"].get<double>();
    };
    CHECK(lost("") == doctest::Approx(kHalfBoxKm2).epsilon(1e-9));
    CHECK(lost(" --classes contested") == doctest::Approx(kHalfBoxKm2).epsilon(1e-9));
    const cli::Ran nothing = cli::run("areaclaim area --profile classes.toml contested.geojson");
    CHECK(nothing.code == 0);
    CHECK(nothing.err.find("say --classes contested to count them") != std::string::npos);
}

TEST_CASE("the second computation is there with --check only") {
    const Json json = json_of("areaclaim diff --json before.geojson 2022-09-11.geojson");
    CHECK(json["self_check"].contains("relative_residual"));
    CHECK_FALSE(json["self_check"].contains("second_method"));
}

TEST_CASE("problems name file, code, place and text") {
    const Json json = json_of("areaclaim diff --json bowtie.geojson before.geojson");
    REQUIRE_FALSE(json["problems"].empty());
    has_keys(json["problems"][0], {"file", "code", "lon", "lat", "text"});
    CHECK(json["problems"][0]["file"] == "bowtie.geojson");
    CHECK(json["problems"][0]["code"] == "self_crossing");
    CHECK(json["problems"][0]["lon"].get<double>() == doctest::Approx(30.5));
    CHECK(json["problems"][0]["lat"].get<double>() == doctest::Approx(50.5));
}

TEST_CASE("area --json") {
    const Json json = json_of("areaclaim area --json 2022-09-08.geojson before.geojson");
    REQUIRE(json["files"].size() == 2);
    has_keys(json["files"][0], {"path", "file_date", "map_date", "held_km2", "classes"});
    has_keys(json["files"][0]["classes"], {"confirmed_km2"});
}

TEST_CASE("timeline --json") {
    const Json json = json_of("areaclaim timeline --json --crossing 1000 20*.geojson");
    has_keys(json, {"snapshots", "crossings", "alarms"});
    REQUIRE(json["snapshots"].size() == 2);
    for (const Json& row : json["snapshots"]) {
        has_keys(row, {"date", "path", "files", "held_km2", "lost_km2", "gained_km2", "net_km2",
                       "cumulative_lost_km2", "cumulative_gained_km2"});
    }
    CHECK(json["snapshots"][0]["lost_km2"] == 0);
    CHECK(json["snapshots"][1]["lost_km2"].get<double>() ==
          doctest::Approx(kHalfBoxKm2).epsilon(1e-7));
    REQUIRE(json["crossings"].size() == 1);
    has_keys(json["crossings"][0], {"figure_km2", "measure", "after", "by", "interpolated"});
    CHECK(json["crossings"][0]["after"] == "2022-09-08");
    CHECK(json["crossings"][0]["by"] == "2022-09-11");
}

TEST_CASE("timeline --csv has the same columns") {
    const cli::Ran ran = cli::run("areaclaim timeline --csv 20*.geojson");
    CHECK(ran.code == 0);
    CHECK(ran.out.starts_with("date,path,files,held_km2,lost_km2,gained_km2,net_km2,"
                              "cumulative_lost_km2,cumulative_gained_km2\n2022-09-08,"));
}

TEST_CASE("claims --json") {
    const Json json = json_of("areaclaim claims --json --published 2022-09-10 article.txt");
    REQUIRE(json["claims"].size() == 1);
    const Json& claim = json["claims"][0];
    has_keys(claim,
             {"text", "begin", "end", "kind", "figure_km2", "low_km2", "high_km2", "hedge", "unit",
              "yardstick", "ratio", "count", "stated", "since", "as_of", "readings", "warnings"});
    CHECK(claim["kind"] == "area");
    CHECK(claim["figure_km2"].get<double>() == doctest::Approx(2000));
    const std::string text = cli::text_of(cli::inputs_folder() + "/article.txt");
    const auto begin = claim["begin"].get<std::size_t>();
    CHECK(text.substr(begin, claim["end"].get<std::size_t>() - begin) ==
          claim["text"].get<std::string>());
}

TEST_CASE("claims reads standard input") {
    const cli::Ran ran = cli::run("areaclaim claims --json -", "They took 12 km² back.");
    CHECK(ran.code == 0);
    CHECK(Json::parse(ran.out)["claims"].size() == 1);
}

TEST_CASE("yardstick --json") {
    for (const char* command :
         {"areaclaim yardstick --json Lolland", "areaclaim yardstick --json --near 1000"}) {
        const Json json = json_of(command);
        REQUIRE_FALSE(json["yardsticks"].empty());
        has_keys(json["yardsticks"][0],
                 {"name", "aliases", "land_km2", "total_km2", "year", "source", "note"});
    }
}

TEST_CASE("verify --json") {
    const Json json = json_of("areaclaim verify --json case.toml");
    has_keys(json, {"case", "claims", "consistency", "self_check", "provenance"});
    CHECK(json["case"] == "Half a box");
    REQUIRE(json["claims"].size() == 2);
    for (const Json& claim : json["claims"]) {
        has_keys(claim, {"id", "text", "stated", "measure", "band", "measured", "verdict",
                         "probability", "ratio", "sensitivity", "reasons"});
        has_keys(claim["band"], {"strict", "lenient"});
        CHECK(claim["band"]["strict"].size() == 2);
        has_keys(claim["measured"],
                 {"best_km2", "low_km2", "high_km2", "sigma_km2", "bracket", "classes"});
        has_keys(claim["measured"]["bracket"], {"before", "after"});
        CHECK_FALSE(claim["reasons"].empty());
        for (const Json& shift : claim["sensitivity"]) {
            has_keys(shift, {"shift_days", "km2", "verdict"});
        }
    }
    CHECK(json["claims"][0]["verdict"] == "consistent");
    CHECK(json["claims"][1]["verdict"] == "understated");
    CHECK(json["self_check"]["ok"] == true);
    CHECK(json["self_check"]["second_method"].get<std::string>().starts_with("GEOS"));
    // SHA-256 of an input as sha256sum gives it.
    for (const Json& file : json["provenance"]["files"]) {
        const std::string path = file["path"].get<std::string>();
        const cli::Ran sum = cli::run("sha256sum " + path + " | cut -d' ' -f1");
        CHECK(file["sha256"].get<std::string>() + "\n" == sum.out);
    }
}

TEST_CASE("inspect --json") {
    const Json json = json_of("areaclaim inspect --json bowtie.geojson");
    has_keys(json["files"][0],
             {"path", "format", "crs", "features", "vertices", "maps", "problems"});
}
