// SPDX-License-Identifier: MIT
#include "shapes/io/read.hpp"
#include "tests/shapes/io/temporary_files.hpp"
#include "tests/shapes/io_formats/fixtures.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <set>

using shapes::FeatureCollection;
using shapes::Position;
using shapes::read_features;
using shapes::Region;

namespace {

// A square of one degree with a hole, then a triangle. East before north.
const std::vector<std::string> kShapes{
    "POLYGON ((30 50,31 50,31 51,30 51,30 50),(30.25 50.25,30.25 50.5,30.5 50.5,30.25 50.25))",
    "POLYGON ((33 47,34 47,34 48.125,33 47))"};

std::set<std::pair<double, double>> corners(const Region& region) {
    std::set<std::pair<double, double>> result;
    for (const Position p : region.positions()) {
        result.emplace(p.lon, p.lat);
    }
    return result;
}

/// The two shapes, to the last bit.
void check_shapes(const FeatureCollection& map) {
    REQUIRE(map.features.size() == 2);
    const Region& square = map.features[0].region;
    CHECK(square.polygon_count() == 1);
    REQUIRE(square.ring_count() == 2);
    CHECK(square.position_count() == 9);
    CHECK(corners(square) ==
          std::set<std::pair<double, double>>{
              {30, 50}, {31, 50}, {31, 51}, {30, 51}, {30.25, 50.25}, {30.25, 50.5}, {30.5, 50.5}});
    CHECK(corners(map.features[1].region) ==
          std::set<std::pair<double, double>>{{33, 47}, {34, 47}, {34, 48.125}});
    CHECK(map.problems.empty());
}

std::size_t files_in(const std::filesystem::path& directory) {
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator(directory), {}));
}

} // namespace

TEST_CASE("every format gives the same positions, bit for bit") {
    struct Case {
        const char* file;
        const char* driver;
        const char* format;
        const char* since; // as the driver keeps a date; "" where it keeps none
        std::vector<std::string> options = {};
    };
    for (const Case& c :
         {Case{"held.shp", "ESRI Shapefile", "ESRI Shapefile", "2022-09-08"},
          Case{"held.gpkg", "GPKG", "GPKG", "2022-09-08"},
          Case{"held.kml", "KML", "LIBKML", "2022/09/08"},
          Case{"held2.kml", "LIBKML", "LIBKML", ""}, Case{"held.kmz", "LIBKML", "LIBKML", ""},
          // With a spatial index the features would come in another order.
          Case{"held.fgb", "FlatGeobuf", "FlatGeobuf", "2022-09-08T00:00:00", {"SPATIAL_INDEX=NO"}},
          Case{"held.gml", "GML", "GML", "2022-09-08"},
          Case{"held.csv", "CSV", "CSV", "2022/09/08", {"GEOMETRY=AS_WKT", "CREATE_CSVT=NO"}},
          Case{"held.geojson", "GeoJSON", "GeoJSON", "2022-09-08"}}) {
        CAPTURE(std::string(c.file));
        const TemporaryFiles files;
        write_dataset(files.path(c.file), {c.driver, 4326, kShapes, c.options});
        std::filesystem::remove(files.path("held.gfs"));
        const std::size_t before = files_in(files.directory());
        const FeatureCollection map = read_features(files.path(c.file));
        CHECK(map.format == c.format);
        check_shapes(map);
        CHECK(map.features[0].layer == "held");
        CHECK(map.features[0].properties.at("status") == "held");
        CHECK(map.features[0].properties.at("share") == "0.1");
        if (*c.since != '\0') {
            CHECK(map.features[0].properties.at("since") == std::string(c.since));
        }
        const std::string warning = map.warnings.empty() ? "" : map.warnings.front().name;
        CAPTURE(warning);
        // Of these formats only CSV says nothing about its CRS.
        CHECK(map.warnings.size() == (map.format == "CSV" ? 1 : 0));
        CHECK(files_in(files.directory()) == before); // nothing is left beside the user's file
    }
}

TEST_CASE("archives: a zipped Shapefile, several maps in one zip, gzip") {
    const TemporaryFiles files;
    write_dataset(files.path("held.shp"), {"ESRI Shapefile", 4326, kShapes});
    const std::string zip = files.path("held.zip");
    for (const char* ending : {"shp", "shx", "dbf", "prj"}) {
        write_virtual("/vsizip/" + zip + "/deep/held." + ending,
                      file_bytes(files.path(std::string("held.") + ending)));
    }
    check_shapes(read_features(zip));
    CHECK(read_features(zip).crs == "EPSG:4326");
    CHECK(read_features(zip, {.layer = "held"}).features.size() == 2);

    const std::string line = R"({"type":"LineString","coordinates":[[1,2],[3,4]]})";
    write_virtual("/vsizip/" + zip + "/line.geojson", line);
    const FeatureCollection both = read_features(zip);
    CHECK(both.features.size() == 3);
    REQUIRE(both.problems.size() == 1);
    CHECK(both.problems[0].feature == 2); // counted over the whole archive
    CHECK(read_features(zip, {.layer = "held"}).features.size() == 2);

    write_dataset(files.path("held.geojson"), {"GeoJSON", 4326, kShapes});
    write_virtual("/vsigzip/" + files.path("held.geojson.gz"),
                  file_bytes(files.path("held.geojson")));
    check_shapes(read_features(files.path("held.geojson.gz")));
    CHECK(read_features(files.path("held.geojson.gz")).format == "GeoJSON");

    write_dataset(files.path("held.kml"), {"LIBKML", 4326, kShapes});
    write_virtual("/vsigzip/" + files.path("held.kml.gz"), file_bytes(files.path("held.kml")));
    check_shapes(read_features(files.path("held.kml.gz")));
}

TEST_CASE("TopoJSON and ESRI JSON are told by their content, whatever their name") {
    const TemporaryFiles files;
    const FeatureCollection topo = read_features(files.write(
        "map.json", R"({"type":"Topology","objects":{"held":{"type":"GeometryCollection",)"
                    R"("geometries":[{"type":"Polygon","arcs":[[0]],"properties":{"a":"b"}}]}},)"
                    R"("arcs":[[[30,50],[31,50],[31,51],[30,50]]]})"));
    CHECK(topo.format == "TopoJSON");
    CHECK(corners(topo.features.at(0).region) ==
          std::set<std::pair<double, double>>{{30, 50}, {31, 50}, {31, 51}});
    CHECK(topo.features.at(0).properties.at("a") == "b");

    const FeatureCollection esri = read_features(files.write(
        "esri.json", R"({"geometryType":"esriGeometryPolygon","spatialReference":{"wkid":4326},)"
                     R"("fields":[{"name":"a","type":"esriFieldTypeString"}],)"
                     R"("features":[{"attributes":{"a":"b"},)"
                     R"("geometry":{"rings":[[[30,50],[31,51],[31,50],[30,50]]]}}]})"));
    CHECK(esri.format == "ESRIJSON");
    CHECK(corners(esri.features.at(0).region) ==
          std::set<std::pair<double, double>>{{30, 50}, {31, 50}, {31, 51}});
}

TEST_CASE("layer and where choose as ogr2ogr does") {
    const TemporaryFiles files;
    const std::string text =
        R"({"value":{"type":"FeatureCollection","name":"held","features":[)"
        R"({"type":"Feature","properties":{"day":1},"geometry":{"type":"Polygon",)"
        R"("coordinates":[[[30,50],[31,50],[31,51],[30,50]]]}},)"
        R"({"type":"Feature","properties":{"day":2},"geometry":{"type":"Polygon",)"
        R"("coordinates":[[[33,47],[34,47],[34,48],[33,47]]]}}]}})";
    const std::string path = files.write("wrapped.json", text);
    const FeatureCollection second =
        read_features(path, {.json_pointer = "/value", .where = "day > 1"});
    REQUIRE(second.features.size() == 1);
    CHECK(second.features[0].region.ring(0)[0] == Position{33, 47});
    CHECK(read_features(path, {.json_pointer = "/value", .layer = "held"}).features.size() == 2);
    CHECK_THROWS_AS(read_features(path, {.json_pointer = "/value", .layer = "other"}),
                    shapes::ReadError);
    CHECK_THROWS_AS(read_features(path, {.json_pointer = "/value", .where = "day > 2"}),
                    shapes::ReadError);
    CHECK_THROWS_AS(read_features(path, {.json_pointer = "/value", .where = "no such > 2"}),
                    shapes::ReadError);

    write_dataset(files.path("held.gpkg"), {"GPKG", 4326, kShapes});
    CHECK(read_features(files.path("held.gpkg"), {.where = "status = 'lost' OR share < 0.2"})
              .features.size() == 2);
    try {
        read_features(files.path("held.gpkg"), {.layer = "lost"});
        FAIL("expected a ReadError");
    } catch (const shapes::ReadError& e) {
        CHECK(std::string(e.what()).find("its layers are \"held\"") != std::string::npos);
    }
}

TEST_CASE("curves become pieces, altitudes are dropped, lines are listed") {
    const TemporaryFiles files;
    write_dataset(files.path("held.gpkg"),
                  {"GPKG",
                   4326,
                   {"CURVEPOLYGON (CIRCULARSTRING (31 50,30 51,29 50,30 49,31 50))",
                    "POLYGON Z ((33 47 9,34 47 9,34 48 9,33 47 9))", "LINESTRING (1 2,3 4)",
                    "GEOMETRYCOLLECTION (POINT (1 2),POLYGON ((1 2,2 2,2 3,1 2)))"}});
    const FeatureCollection map = read_features(files.path("held.gpkg"));
    REQUIRE(map.features.size() == 4);
    double twice_area = 0;
    const shapes::Ring circle = map.features[0].region.ring(0);
    for (std::size_t i = 0; i + 1 < circle.size(); ++i) {
        twice_area += (circle[i].lon - 30) * (circle[i + 1].lat - 50) -
                      (circle[i + 1].lon - 30) * (circle[i].lat - 50);
    }
    // A circle of radius 1, short by 1 - sin(x)/x with x half a degree.
    CHECK(twice_area / 2 == doctest::Approx(3.14159265).epsilon(2e-5));
    CHECK(twice_area / 2 < 3.14159265);
    CHECK(map.features[1].region.ring(0)[0] == Position{33, 47});
    CHECK(map.features[2].region.empty());
    CHECK(map.features[3].region.polygon_count() == 1);
    REQUIRE(map.problems.size() == 2);
    CHECK(map.problems[0].code == shapes::ProblemCode::not_an_area);
    CHECK(map.problems[0].feature == 2);
    CHECK(map.problems[1].feature == 3);
}

TEST_CASE("a damaged file is an error, not a part of a map") {
    const TemporaryFiles files;
    write_dataset(files.path("held.shp"), {"ESRI Shapefile", 4326, kShapes});
    write_dataset(files.path("held.fgb"), {"FlatGeobuf", 4326, kShapes});
    write_dataset(files.path("held.gml"), {"GML", 4326, kShapes});
    write_dataset(files.path("held.kml"), {"LIBKML", 4326, kShapes});
    for (const char* name : {"held.shp", "held.fgb", "held.gml", "held.kml"}) {
        CAPTURE(std::string(name));
        const std::string bytes = file_bytes(files.path(name));
        files.write(name, bytes.substr(0, bytes.size() * 3 / 4));
        CHECK_THROWS_AS(read_features(files.path(name)), shapes::ReadError);
    }
    CHECK_THROWS_AS(read_features(files.write("junk.bin", std::string(5000, '\x07'))),
                    shapes::ReadError);
    CHECK_THROWS_AS(read_features(files.write("junk.zip", "PK\x03\x04 and no more")),
                    shapes::ReadError);
    CHECK_THROWS_AS(read_features(files.write("junk.gz", "\x1f\x8b\x08 and no more")),
                    shapes::ReadError);
    CHECK_THROWS_AS(read_features(files.write("points.csv", "id,x\n1,2\n")), shapes::ReadError);
}
