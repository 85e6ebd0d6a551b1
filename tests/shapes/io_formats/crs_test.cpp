// SPDX-License-Identifier: MIT
#include "shapes/io/read.hpp"
#include "tests/shapes/io/temporary_files.hpp"
#include "tests/shapes/io_formats/fixtures.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <cmath>
#include <filesystem>

using shapes::FeatureCollection;
using shapes::Position;
using shapes::read_features;

namespace {

/// Within a millimetre or so.
bool near(Position p, double lon, double lat) {
    constexpr double kDegrees = 1e-8;
    return std::abs(p.lon - lon) < kDegrees && std::abs(p.lat - lat) < kDegrees;
}

bool any_near(const FeatureCollection& map, double lon, double lat) {
    for (const Position p : map.features.at(0).region.positions()) {
        if (near(p, lon, lat)) {
            return true;
        }
    }
    return false;
}

// IOGP Guidance Note 7-2 (publication 373-7-2), worked example of Lambert azimuthal equal area for
// EPSG:3035: 50°N 5°E is 3 962 799.45 E, 2 999 718.85 N. The natural origin 52°N 10°E is
// 4 321 000 E, 3 210 000 N by definition.
const std::string kLaea = "POLYGON ((3962799.451 2999718.853,4321000 3210000,3900000 3210000,"
                          "3962799.451 2999718.853))";
// By the definition of UTM zone 36: 500 000 E 0 N is 33°E on the equator, and the pole lies on the
// same meridian 0.9996 × 10 001 965.7293 m (the quarter meridian of WGS84) north.
const std::string kUtm = "POLYGON ((500000 0,700000 4000000,500000 9997964.9430,500000 0))";

/// Writes a text where a GeoPackage defines its CRS.
void set_gpkg_definitions(const std::string& path, std::string text) {
    for (std::size_t at = 0; (at = text.find('\'', at)) != std::string::npos; at += 2) {
        text.insert(at, 1, '\'');
    }
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
    const std::string sql = "UPDATE gpkg_spatial_ref_sys SET definition = '" + text + "'";
    CHECK(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(database);
}

} // namespace

TEST_CASE("a projected file, whose CRS names north before east or not") {
    struct Case {
        const char* file;
        const char* driver;
    };
    for (const Case& c : {Case{"laea.shp", "ESRI Shapefile"}, Case{"laea.gpkg", "GPKG"},
                          Case{"laea.fgb", "FlatGeobuf"}, Case{"laea.gml", "GML"}}) {
        CAPTURE(std::string(c.file));
        const TemporaryFiles files;
        write_dataset(files.path(c.file), {c.driver, 3035, {kLaea}}); // north before east
        const FeatureCollection map = read_features(files.path(c.file));
        CHECK(map.crs == "EPSG:3035");
        CHECK(any_near(map, 5, 50));
        CHECK(any_near(map, 10, 52));
        CHECK(map.warnings.empty());

        write_dataset(files.path(std::string("utm") + c.file), {c.driver, 32636, {kUtm}});
        const FeatureCollection utm = read_features(files.path(std::string("utm") + c.file));
        CHECK(utm.crs == "EPSG:32636");
        CHECK(any_near(utm, 33, 0));
        double north = 0;
        for (const Position p : utm.features.at(0).region.positions()) {
            north = std::max(north, p.lat);
        }
        CHECK(north == doctest::Approx(90).epsilon(1e-9));
    }
}

TEST_CASE("GML in the order of its CRS: latitude first, as EPSG:4326 defines it") {
    const TemporaryFiles files;
    const std::string head =
        R"(<?xml version="1.0" encoding="UTF-8"?>)"
        R"(<c:maps xmlns:c="http://example.org/c" xmlns:gml="http://www.opengis.net/gml/3.2">)"
        R"(<gml:featureMember><c:held gml:id="h.1"><c:shape><gml:Polygon gml:id="p" srsName=")";
    const std::string tail =
        R"(</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></c:shape></c:held>)"
        R"(</gml:featureMember></c:maps>)";
    const std::string lat_first = R"("><gml:exterior><gml:LinearRing><gml:posList>)"
                                  "50 30 50 31 51 31 50 30";
    const FeatureCollection map = read_features(
        files.write("lat.gml", head + "urn:ogc:def:crs:EPSG::4326" + lat_first + tail));
    CHECK(map.crs == "EPSG:4326");
    CHECK(map.features.at(0).region.ring(0)[1] == Position{31, 50});

    const std::string lon_first = R"("><gml:exterior><gml:LinearRing><gml:posList>)"
                                  "30 50 31 50 31 51 30 50";
    const FeatureCollection crs84 = read_features(
        files.write("lon.gml", head + "urn:ogc:def:crs:OGC:1.3:CRS84" + lon_first + tail));
    CHECK(crs84.features.at(0).region.ring(0)[1] == Position{31, 50});
}

TEST_CASE("GeoJSON of 2008 stands east first, whatever its CRS defines") {
    const TemporaryFiles files;
    const auto with_crs = [&](const std::string& crs, const std::string& ring) {
        return read_features(files.write(
            "old.geojson",
            R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":")" + crs +
                R"("}},"features":[{"type":"Feature","properties":{},"geometry":)"
                R"({"type":"Polygon","coordinates":[)" +
                ring + "]}}]}"));
    };
    const FeatureCollection map =
        with_crs("urn:ogc:def:crs:EPSG::3035",
                 "[[3962799.451,2999718.853],[4321000,3210000],[3900000,3210000],"
                 "[3962799.451,2999718.853]]");
    CHECK(map.crs == "EPSG:3035");
    CHECK(near(map.features.at(0).region.ring(0)[0], 5, 50));
    CHECK(near(map.features.at(0).region.ring(0)[1], 10, 52));

    const std::string ring = "[[30,50],[31,50],[31,51],[30,50]]";
    CHECK(with_crs("EPSG:4258", ring).features.at(0).region.ring(0)[1].lat ==
          doctest::Approx(50).epsilon(1e-12)); // ETRS89: latitude first by definition
    CHECK_THROWS_AS(with_crs("EPSG:999999", ring), shapes::ReadError);
    CHECK_THROWS_AS(with_crs("+proj=utm +zone=36", ring), shapes::ReadError);
    CHECK_THROWS_AS(with_crs("", R"([[30,50],[31,50],[1e9,51],[30,50]])"), shapes::ReadError);
}

TEST_CASE("a file without CRS is taken as longitude/latitude, and says so") {
    const TemporaryFiles files;
    write_dataset(files.path("held.shp"),
                  {"ESRI Shapefile", 0, {"POLYGON ((30 50,31 50,31 51,30 50))"}});
    const FeatureCollection map = read_features(files.path("held.shp"));
    CHECK(map.crs.empty());
    REQUIRE(map.warnings.size() == 1);
    CHECK(map.warnings[0] == shapes::ReadWarning{shapes::ReadWarningCode::no_crs, "held", 0});

    write_dataset(files.path("metres.shp"), {"ESRI Shapefile", 0, {kUtm}});
    try {
        read_features(files.path("metres.shp"));
        FAIL("expected a ReadError");
    } catch (const shapes::ReadError& e) {
        CHECK(std::string(e.what()).find("in metres") != std::string::npos);
        CHECK(std::string(e.what()).find("feature 0, ring 0, position") != std::string::npos);
    }
}

TEST_CASE("a projected ring across the antimeridian, and one around the pole, stay what they are") {
    // UTM zone 1, central meridian 177°W at 500 km east. At 72°N a degree of longitude is
    // 34.6 km, so 350 … 450 km east is some 181.3°W … 178.4°W.
    const TemporaryFiles files;
    write_dataset(files.path("fiji.gpkg"), {"GPKG",
                                            32601,
                                            {"POLYGON ((350000 8000000,450000 8000000,"
                                             "450000 8100000,350000 8100000,350000 8000000))"}});
    const FeatureCollection fiji = read_features(files.path("fiji.gpkg"));
    CHECK(fiji.features.at(0).region.polygon_count() == 2);
    for (const Position p : fiji.features.at(0).region.positions()) {
        CHECK(std::abs(p.lon) > 178.0);
        CHECK(std::abs(p.lon) <= 180.0);
    }
    REQUIRE(fiji.problems.size() == 1);
    CHECK(fiji.problems[0].code == shapes::ProblemCode::crosses_antimeridian);

    // EPSG:3413 (polar stereographic): a square around the pole.
    write_dataset(files.path("pole.gpkg"), {"GPKG",
                                            3413,
                                            {"POLYGON ((-100000 -100000,100000 -100000,"
                                             "100000 100000,-100000 100000,-100000 -100000))"}});
    const shapes::Region pole = read_features(files.path("pole.gpkg")).features.at(0).region;
    double north = 0;
    double twice_area = 0; // in lon/lat: a band of 360 degrees up to the pole
    for (std::size_t r = 0; r < pole.ring_count(); ++r) {
        const shapes::Ring ring = pole.ring(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            north = std::max(north, ring[i].lat);
            twice_area += (ring[i + 1].lon - ring[i].lon) * (ring[i].lat + ring[i + 1].lat - 180);
        }
    }
    CHECK(north == 90.0);
    // The corners lie 141 km from the pole, 1.3 degrees: 360 × 1.3, straight between the corners.
    CHECK(std::abs(twice_area) / 2 == doctest::Approx(360 * 1.3).epsilon(0.03));
}

TEST_CASE("a CRS that names files is handed to no library, whatever carries it") {
    // What would be opened is a named pipe: reading it would wait for ever.
    const TemporaryFiles pipes;
    const std::string pipe = pipes.path("grid");
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    const std::string proj = "+proj=longlat +datum=NAD27 +nadgrids=" + pipe;
    const std::string wkt = "GEOGCS[\"x\",DATUM[\"d\",SPHEROID[\"s\",6378137,298],EXTENSION["
                            "\"PROJ4_GRIDS\",\"" +
                            pipe + "\"]],PRIMEM[\"G\",0],UNIT[\"degree\",0.0174532925199433]]";
    const std::string square = "POLYGON ((30 50,31 50,31 51,30 50))";
    const auto refused = [](const std::string& path, const shapes::ReadOptions& options = {}) {
        try {
            read_features(path, options);
        } catch (const shapes::ReadError& e) {
            return std::string(e.what()).find("its CRS") != std::string::npos;
        }
        return false;
    };
    for (const std::string& crs : {proj, wkt, "+init=" + pipe + ":x"}) {
        CAPTURE(crs);
        const TemporaryFiles files; // fresh: what writes the files would read those of before
        write_dataset(files.path("a.shp"), {"ESRI Shapefile", 4326, {square}});
        files.write("a.prj", crs);
        CHECK(refused(files.path("a.shp")));

        files.write("c.csv", "id,WKT\n1,\"" + square + "\"\n");
        files.write("c.prj", crs);
        CHECK(refused(files.path("c.csv")));

        write_dataset(files.path("b.gml"), {"GML", 4326, {square}});
        std::string gml = file_bytes(files.path("b.gml"));
        const std::size_t name = gml.find("srsName=\"") + 9;
        std::string attribute = crs;
        std::erase(attribute, '"');
        gml.replace(name, gml.find('"', name) - name, attribute);
        CHECK(refused(files.write("b.gml", gml)));

        write_dataset(files.path("d.gpkg"), {"GPKG", 4326, {square}});
        set_gpkg_definitions(files.path("d.gpkg"), crs);
        CHECK(refused(files.path("d.gpkg")));

        std::string quoted = crs;
        for (std::size_t at = 0; (at = quoted.find('"', at)) != std::string::npos; at += 2) {
            quoted.insert(at, 1, '\\');
        }
        const std::string json = R"({"type":"FeatureCollection","crs":{"type":"name","properties":)"
                                 R"({"name":")" +
                                 quoted +
                                 R"("}},"features":[{"type":"Feature","properties":{"a":"b"},)"
                                 R"("geometry":{"type":"Polygon","coordinates":)"
                                 R"([[[30,50],[31,50],[31,51],[30,50]]]}}]})";
        files.write("e.geojson", json);
        CHECK(refused(files.path("e.geojson")));
        shapes::ReadOptions filtered; // through GDAL
        filtered.where = "a = 'b'";
        CHECK(refused(files.path("e.geojson"), filtered));
    }
}

TEST_CASE("Web Mercator as GDAL writes it into a GeoPackage and beside a Shapefile is read") {
    const TemporaryFiles files;
    // EPSG:3857: x = a λ with a = 6378137 m; 30 degrees are 3 339 584.724 m.
    const std::string square = "POLYGON ((3339584.7237927 0,4000000 0,4000000 100000,"
                               "3339584.7237927 0))";
    for (const char* name : {"w.gpkg", "w.shp"}) {
        CAPTURE(std::string(name));
        write_dataset(files.path(name),
                      {std::string(name) == "w.gpkg" ? "GPKG" : "ESRI Shapefile", 3857, {square}});
        CHECK(any_near(read_features(files.path(name)), 30, 0));
    }
}
