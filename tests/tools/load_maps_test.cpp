// SPDX-License-Identifier: MIT
#include "engine/input_error.hpp"
#include "shapes/io/read.hpp"
#include "tests/shapes/io/temporary_files.hpp"
#include "tools/areaclaim/load.hpp"
#include "tools/areaclaim/same_bytes.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using areaclaim::Console;
using areaclaim::load_maps;
using areaclaim::LoadedMaps;
using areaclaim::MapOptions;

namespace {

Console quiet() {
    areaclaim::CommonOptions options;
    options.quiet = true;
    return Console(options);
}

/// Two squares that overlap, and what else the collection has.
std::string squares(const std::string& west, const std::string& more = "") {
    const auto feature = [&](const std::string& at, const std::string& kind) {
        return R"({"type":"Feature","properties":{"kind":")" + kind +
               R"("},"geometry":{"type":"Polygon","coordinates":[[[)" + at +
               ",48],[32,48],[32,49],[" + at + ",49],[" + at + ",48]]]}}";
    };
    return R"({"type":"FeatureCollection")" + more + R"(,"features":[)" + feature(west, "a") + "," +
           feature("31.5", "b") + "]}";
}

/// Maps loaded together are those loaded each for itself.
void check_same(const std::vector<std::string>& paths, const MapOptions& options) {
    const LoadedMaps together = load_maps(paths, options, quiet());
    REQUIRE(together.maps.size() == paths.size());
    for (std::size_t i = 0; i < paths.size(); ++i) {
        CAPTURE(paths[i]);
        const engine::ControlBoundary& one = together.maps[i];
        const engine::ControlBoundary alone =
            std::move(load_maps({paths[i]}, options, quiet()).maps.front());
        CHECK(one.paths == alone.paths);
        CHECK(one.date() == alone.date());
        CHECK(one.drawn() == alone.drawn());
        for (const engine::ControlClass level : engine::kControlClasses) {
            CHECK(one.held_at(level).region() == alone.held_at(level).region());
        }
        CHECK(one.warnings == alone.warnings);
        REQUIRE(one.problems.size() == alone.problems.size());
        for (std::size_t p = 0; p < one.problems.size(); ++p) {
            CHECK(one.problems[p].code == alone.problems[p].code);
            CHECK(one.problems[p].feature == alone.problems[p].feature);
            CHECK(one.problems[p].text == alone.problems[p].text);
        }
    }
}

} // namespace

TEST_CASE("files with the same bytes are found, and no others") {
    const TemporaryFiles files;
    const std::string a = files.write("a.geojson", squares("30"));
    const std::string b = files.write("b.geojson", squares("31")); // as long as a
    const std::string again = files.write("c.geojson", squares("30"));
    const std::string longer = files.write("d.geojson", squares("30") + "\n");
    const std::string shp = files.write("e.shp", "not a map");
    const std::string shp_again = files.write("f.shp", "not a map"); // its .dbf may differ
    const std::string missing = files.path("none.geojson");
    for (const int threads : {1, 2, 9}) {
        CHECK(areaclaim::first_with_same_bytes(
                  {a, b, missing, again, longer, shp, shp_again, missing, a, b, longer}, 1000,
                  threads) == std::vector<std::size_t>{0, 1, 2, 0, 4, 5, 6, 7, 0, 1, 4});
    }
    // Alike at the beginning, in the middle and at the end, where the sample is taken; each is
    // compared.
    const std::string far(20000, ' ');
    std::vector<std::string> alike;
    for (const char* lon : {"30", "31", "30", "31", "31"}) {
        alike.push_back(files.write(std::to_string(alike.size()) + ".json",
                                    "{\"a\":1" + far + ",\"b\":" + lon + far + far + "}"));
    }
    CHECK(areaclaim::first_with_same_bytes(alike, 100000) ==
          std::vector<std::size_t>{0, 1, 0, 1, 1});
    // What is larger than a map may be is not read to be compared.
    CHECK(areaclaim::first_with_same_bytes({a, again}, 10) == std::vector<std::size_t>{0, 1});
}

TEST_CASE("repeated files have the maps that they have each for itself, on any number of threads") {
    const TemporaryFiles files;
    // The days that the names tell differ; so does the layer, but where the file names it itself;
    // and one rule looks at the name.
    std::vector<std::string> paths;
    for (const char* name : {"2024-01-01.geojson", "2024-01-02.geojson", "x-2024-01-03.geojson",
                             "no day.geojson", "2024-01-05.geojson"}) {
        paths.push_back(files.write(name, squares("30")));
        paths.push_back(
            files.write(std::string("named-") + name, squares("30", R"(,"name":"2024-01-01")")));
    }
    paths.push_back(files.write("2024-02-01.geojson", squares("31")));
    const std::string profile = files.write("profile.toml", R"(
name = "by-name"
title = "Rules that look at names"
[date]
file_names = ["*{YYYY-MM-DD}*"]
[[class]]
layer = "2024-01-01"
is = "confirmed"
[[class]]
file = "x-*"
is = "contested"
[[class]]
property = "kind"
value = "a"
is = "confirmed"
[[class]]
property = "kind"
value = "b"
is = "claimed"
)");
    for (const std::string& how : {std::string(), profile}) {
        for (const int threads : {1, 2, 7}) {
            CAPTURE(how);
            CAPTURE(threads);
            MapOptions options;
            options.profile = how;
            options.threads = threads;
            check_same(paths, options);
        }
    }
}

TEST_CASE("a file that cannot be read is left out of a series, or ends it") {
    const TemporaryFiles files;
    const std::string good = files.write("2024-01-01.geojson", squares("30"));
    const std::string cut = files.write("2024-01-02.geojson", squares("30").substr(0, 100));
    const std::string cut_too = files.write("2024-01-03.geojson", squares("30").substr(0, 100));
    const std::string also = files.write("2024-01-04.geojson", squares("31"));
    MapOptions options;
    const LoadedMaps loaded = load_maps({cut, good, cut_too, also}, options, quiet());
    CHECK(loaded.unread == std::vector{cut, cut_too});
    CHECK(loaded.exit_code() == areaclaim::ExitCode::input);
    REQUIRE(loaded.maps.size() == 2);
    CHECK(loaded.maps[0].path() == good);
    CHECK(loaded.maps[1].path() == also);
    CHECK(loaded.profile.name == "plain");
    CHECK_THROWS_AS(load_maps({cut, cut_too}, options, quiet()), shapes::ReadError);
    CHECK_THROWS_AS(load_maps({cut}, options, quiet()), shapes::ReadError);
    options.strict = true;
    CHECK_THROWS_WITH_AS(load_maps({good, cut_too, also}, options, quiet()),
                         doctest::Contains("2024-01-03.geojson: byte 100"), shapes::ReadError);
}
