// SPDX-License-Identifier: MIT
#include "shapes/io/read.hpp"
#include "tests/shapes/io/temporary_files.hpp"

#include <doctest/doctest.h>

using shapes::FeatureCollection;
using shapes::Position;
using shapes::ProblemCode;

namespace {

FeatureCollection read_text(std::string_view text, const shapes::ReadOptions& options = {}) {
    const TemporaryFiles files;
    return shapes::read_features(files.write("map.geojson", text), options);
}

const std::string kSquare =
    R"({"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]})";

std::string feature(const std::string& geometry, const std::string& properties = "{}") {
    return R"({"type":"Feature","properties":)" + properties + R"(,"geometry":)" + geometry + "}";
}
std::string collection(const std::string& features) {
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

} // namespace

TEST_CASE("a FeatureCollection, a Feature and a bare geometry give the same region") {
    for (const std::string& text : {collection(feature(kSquare)), feature(kSquare), kSquare}) {
        CAPTURE(text);
        const FeatureCollection map = read_text(text);
        CHECK(map.format == "GeoJSON");
        REQUIRE(map.features.size() == 1);
        const shapes::Region& region = map.features[0].region;
        CHECK(region.polygon_count() == 1);
        REQUIRE(region.position_count() == 5);
        CHECK(region.ring(0)[1] == Position{31, 50});
        CHECK(region.ring(0)[4] == Position{30, 50});
        CHECK(map.problems.empty());
    }
}

TEST_CASE("a wrapped FeatureCollection stands at its JSON pointer") {
    const std::string text = R"({"count":1,"value":)" + collection(feature(kSquare)) + "}";
    CHECK(read_text(text, {.json_pointer = "/value"}).features.size() == 1);
    try {
        read_text(text);
        FAIL("expected a ReadError");
    } catch (const shapes::ReadError& e) {
        CHECK(std::string(e.what()).find("\"count\", \"value\"") != std::string::npos);
    }
    CHECK_THROWS_AS(read_text(text, {.json_pointer = "/data"}), shapes::ReadError);
}

TEST_CASE("where no map stands at the first pointer, it is looked for at the others") {
    const std::string one = collection(feature(kSquare));
    const std::string two = collection(feature(kSquare) + "," + feature(kSquare));
    const shapes::ReadOptions options{.other_pointers = [] {
        return std::vector<std::string>{"/data", "/value", "/later"};
    }};
    CHECK(read_text(one, options).features.size() == 1);
    // The first that holds a map, and the map at the top before any.
    CHECK(read_text(R"({"later":)" + two + R"(,"value":)" + one + "}", options).features.size() ==
          1);
    CHECK(
        read_text(R"({"later":)" + two + R"(,"value":{"type":"none"}})", options).features.size() ==
        2);
    try { // where there is none, what is said is of the top
        read_text(R"({"else":)" + one + "}", options);
        FAIL("expected a ReadError");
    } catch (const shapes::ReadError& e) {
        CHECK(std::string(e.what()).find("it has no \"type\"") != std::string::npos);
        CHECK(std::string(e.what()).find("\"else\"") != std::string::npos);
    }
}

TEST_CASE("properties come as text, null ones are absent") {
    const FeatureCollection map = read_text(collection(feature(
        kSquare,
        R"({"s":"næsten","i":-7,"d":0.1,"big":18446744073709551615,"b":true,"n":null,"o":{"a":[1,2]}})")));
    const auto& properties = map.features.at(0).properties;
    CHECK(properties.at("s") == "næsten");
    CHECK(properties.at("i") == "-7");
    CHECK(properties.at("d") == "0.1");
    CHECK(properties.at("big") == "18446744073709551615");
    CHECK(properties.at("b") == "true");
    CHECK(properties.at("o") == R"({"a":[1,2]})");
    CHECK_FALSE(properties.contains("n"));
}

TEST_CASE("of a GeometryCollection the polygons are taken, the rest is listed") {
    const FeatureCollection map =
        read_text(R"({"type":"GeometryCollection","geometries":[)" + kSquare +
                  R"(,{"type":"LineString","coordinates":[[30,50],[31,50]]},)"
                  R"({"type":"MultiPolygon","coordinates":[[[[1,1],[2,1],[2,2],[1,1]]],[]]}]})");
    CHECK(map.features.at(0).region.polygon_count() == 2);
    REQUIRE(map.problems.size() == 1);
    CHECK(map.problems[0].code == ProblemCode::not_an_area);
    CHECK(map.problems[0].at == Position{30, 50});
}

TEST_CASE("a feature without geometry keeps its place") {
    const FeatureCollection map = read_text(collection(feature("null") + "," + feature(kSquare)));
    REQUIRE(map.features.size() == 2);
    CHECK(map.features[0].region.empty());
    CHECK_FALSE(map.features[1].region.empty());
}

TEST_CASE("holes, altitudes and integers are read; open and tiny rings are listed") {
    const FeatureCollection map = read_text(collection(feature(
        R"({"type":"Polygon","coordinates":[[[0,0,7],[9,0,7],[9,9,7],[0,9,7]],[[1,1],[2,2]]]})")));
    const shapes::Region& region = map.features.at(0).region;
    CHECK(region.ring_count() == 2);
    CHECK(region.ring(0).size() == 5);
    CHECK(region.ring(0).back() == Position{0, 0});
    REQUIRE(map.problems.size() == 2);
    CHECK(map.problems[0].code == ProblemCode::unclosed_ring);
    CHECK(map.problems[0].ring == 0);
    CHECK(map.problems[1].code == ProblemCode::too_few_positions);
    CHECK(map.problems[1].ring == 1);
    CHECK(map.problems[1].feature == 0);
}

TEST_CASE("an empty MultiPolygon is an empty region") {
    const FeatureCollection map =
        read_text(collection(feature(R"({"type":"MultiPolygon","coordinates":[]})")));
    REQUIRE(map.features.size() == 1);
    CHECK(map.features[0].region.empty());
}

TEST_CASE("the layer is the collection's name") {
    CHECK(read_text(R"({"type":"FeatureCollection","name":"held","features":[)" + feature(kSquare) +
                    "]}")
              .features.at(0)
              .layer == "held");
}

TEST_CASE("a crs member that says longitude/latitude on WGS84 needs no projection") {
    for (const std::string name :
         {"urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4326"}) {
        const FeatureCollection map =
            read_text(R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":")" +
                      name + R"("}},"features":[)" + feature(kSquare) + "]}");
        CHECK(map.crs == name);
        CHECK(map.features.at(0).region.ring(0)[1] == Position{31, 50});
    }
}
