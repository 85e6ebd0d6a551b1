// SPDX-License-Identifier: MIT
// Positions as other programs write them, and files that are none.
#include "shapes/io/file_text.hpp"
#include "shapes/io/read.hpp"
#include "tests/shapes/io/read_message_of.hpp"
#include "tests/shapes/io/temporary_files.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace {

shapes::FeatureCollection read_ring(const std::string& ring, const std::string& before = "") {
    const TemporaryFiles files;
    return shapes::read_features(files.write("x.geojson", R"({"type":"Polygon",)" + before +
                                                              R"("coordinates":[)" + ring + "]}"));
}

} // namespace

TEST_CASE("a latitude beyond a pole by a rounding is the pole's; by more it is refused") {
    const auto map = read_ring("[[0,-90.00000000000003],[10,-80],[0,-80],[0,-90.00000000000003]]");
    CHECK(map.features[0].region.ring(0)[0] == shapes::Position{0, -90});
    CHECK_THROWS_AS(read_ring("[[0,-90.0001],[10,-80],[0,-80],[0,-90.0001]]"), shapes::ReadError);
}

TEST_CASE("a coordinate too small for exact predicates is 0") {
    const auto map = read_ring("[[5e-324,-1e-300],[1,0],[1e-270,1],[5e-324,-1e-300]]");
    const auto ring = map.features[0].region.ring(0);
    CHECK(ring[0] == shapes::Position{0, 0});
    CHECK(ring[2] == shapes::Position{1e-270, 1}); // 2⁻⁸⁹⁷
}

TEST_CASE("whole turns are taken off, of all rings of a polygon alike") {
    const auto map = read_ring("[[725,10],[727,10],[727,12],[725,12],[725,10]],"
                               "[[725.5,10.5],[725.5,11],[726,11],[725.5,10.5]]");
    CHECK(map.features[0].region.ring(0)[0] == shapes::Position{5, 10});
    CHECK(map.features[0].region.ring(1)[0] == shapes::Position{5.5, 10.5});
    CHECK(read_ring("[[-900,1],[-899,1],[-899,2],[-900,1]]").features[0].region.ring(0)[0] ==
          shapes::Position{-180, 1});
    // A number of a thousand and more is a length.
    CHECK_THROWS_AS(read_ring("[[1085,1],[1086,1],[1086,2],[1085,1]]"), shapes::ReadError);
}

TEST_CASE("degrees under a CRS of metres are told of") {
    const std::string web = R"("crs":{"type":"name","properties":{"name":"EPSG:3857"}},)";
    const auto degrees = read_ring("[[30,50],[31,50],[31,51],[30,50]]", web);
    REQUIRE(degrees.warnings.size() == 1);
    CHECK(degrees.warnings[0] ==
          shapes::ReadWarning{shapes::ReadWarningCode::degrees_in_plane, degrees.crs, 0});
    CHECK(read_ring("[[3000000,50],[3100000,50],[3100000,100000],[3000000,50]]", web)
              .warnings.empty());
    // Degrees under a CRS of degrees (NAD83) are what they should be.
    const std::string nad = R"("crs":{"type":"name","properties":{"name":"EPSG:4269"}},)";
    CHECK(read_ring("[[30,50],[31,50],[31,51],[30,50]]", nad).warnings.empty());
}

TEST_CASE(
    "a hole that reaches over the antimeridian out of its shell counts as it does elsewhere") {
    // The same drawing 20 degrees further west is not cut; the cut one has to hold the same rings:
    // east of the antimeridian the hole alone, on a shell without area.
    const auto cut = read_ring("[[170,0],[179,0],[179,10],[170,10],[170,0]],"
                               "[[175,2],[175,8],[185,8],[185,2],[175,2]]");
    const shapes::Region& region = cut.features[0].region;
    REQUIRE(region.polygon_count() == 2);
    const auto beyond = region.polygon(1);
    REQUIRE(beyond.last - beyond.first == 2);
    const auto shell = region.ring(beyond.first);
    CHECK(std::ranges::all_of(shell, [&](shapes::Position p) { return p == shell[0]; }));
    for (const shapes::Position p : region.ring(beyond.first + 1)) {
        CHECK(p.lon >= -180);
        CHECK(p.lon <= -175);
    }
}

TEST_CASE(
    "an edge over more than half a turn: the long way with a warning, the short way, or refused") {
    const TemporaryFiles files;
    const std::string path = files.write(
        "x.geojson",
        R"({"type":"Polygon","coordinates":[[[179,0],[-179,0],[-179,1],[179,1],[179,0]]]})");
    const auto as_drawn = shapes::read_features(path);
    REQUIRE(as_drawn.problems.size() == 1);
    CHECK(as_drawn.problems[0].code == shapes::ProblemCode::long_edge);
    REQUIRE(as_drawn.warnings.size() == 1);
    CHECK(as_drawn.warnings[0].code == shapes::ReadWarningCode::long_edge);
    CHECK(as_drawn.features[0].region.box().west == -179);

    shapes::ReadOptions options;
    options.long_edges = shapes::LongEdges::short_way;
    const auto across = shapes::read_features(path, options);
    CHECK(across.warnings.empty());
    // One degree on either side of the antimeridian, as two polygons.
    REQUIRE(across.features[0].region.polygon_count() == 2);
    for (const shapes::Position p : across.features[0].region.positions()) {
        CHECK(std::abs(p.lon) >= 179);
        CHECK(std::abs(p.lon) <= 180);
    }

    options.long_edges = shapes::LongEdges::refused;
    CHECK(has(message_of(path, options), "feature 0, ring 0 (counted from 0): an edge spans"));

    // A whole turn, along the edge of a world map or at a pole, is drawn on purpose.
    const auto pole = read_ring("[[-180,-90],[180,-90],[180,-60],[-180,-60],[-180,-90]]");
    CHECK(pole.problems.empty());
    CHECK(pole.warnings.empty());
}

TEST_CASE("devices and named pipes are refused before they are opened") {
    CHECK(has(message_of("/dev/zero"), "it is a device"));
    const TemporaryFiles files;
    const std::string pipe = files.path("pipe.geojson");
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(has(message_of(pipe), "it is a named pipe"));
}

TEST_CASE("a file that is larger than allowed is refused by its size") {
    const TemporaryFiles files;
    const std::string path =
        files.write("x.geojson", R"({"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]})");
    shapes::ReadOptions options;
    options.max_bytes = 50;
    CHECK(has(message_of(path, options), "larger than 50 bytes; if it is to be so large"));
    CHECK_THROWS_AS(shapes::io::file_text(path, 50), shapes::ReadError);
    CHECK(shapes::io::file_text(path, 1000).view().size() == 60);
}

TEST_CASE("a type that is no text is told as such") {
    const TemporaryFiles files;
    CHECK(has(message_of(files.write("x.geojson", R"({"type":["Feature"],"geometry":null})")),
              "its \"type\" is no text"));
}
