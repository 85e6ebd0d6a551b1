// SPDX-License-Identifier: MIT
#include "shapes/projection/crs_text.hpp"

#include "shapes/projection/projection.hpp"

#include <doctest/doctest.h>

#include <string>

using shapes::projection::why_crs_is_refused;

namespace {

const std::string kGeographic = R"(GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,)"
                                R"(298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",)"
                                R"(0.0174532925199433]])";

} // namespace

TEST_CASE("names and WKT pass") {
    for (const std::string& text :
         {std::string("EPSG:3035"), std::string("urn:ogc:def:crs:EPSG::4326"),
          std::string("http://www.opengis.net/def/crs/OGC/1.3/CRS84"),
          std::string("EPSG:4326+5773"), std::string("WGS 84 / UTM zone 36N"),
          std::string("NAD83(2011) / Alaska Albers"), kGeographic,
          "PROJCS[\"x\"," + kGeographic +
              ",PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"false_easting\",500000],"
              "UNIT[\"metre\",1],AUTHORITY[\"EPSG\",\"32636\"]]",
          std::string(R"(BOUNDCRS[SOURCECRS[GEODCRS["x"]],TARGETCRS[GEODCRS["y"]],)"
                      R"(ABRIDGEDTRANSFORMATION["t",METHOD["Geocentric translations"],)"
                      R"(PARAMETER["X-axis translation",1]]])")}) {
        CAPTURE(text);
        CHECK(why_crs_is_refused(text).empty());
    }
}

TEST_CASE("what may name a file does not") {
    std::string deep;
    for (int i = 0; i < 100; ++i) {
        deep += "UNIT[";
    }
    for (const std::string& text :
         {std::string("+proj=longlat +nadgrids=grids/a.gsb"), std::string("+init=a/file:y"),
          std::string("init=epsg:4326"), std::string("/a/file"), std::string("../x"),
          std::string("<x/>"), std::string("EPSG:4326\n/a"),
          std::string(R"({"type":"GeographicCRS","name":"x"})"),
          std::string(
              R"(GEOGCS["x",DATUM["d",SPHEROID["s",6378137,298],)"
              R"(EXTENSION["PROJ4_GRIDS","grid.gsb"]],PRIMEM["G",0],UNIT["degree",0.017]])"),
          std::string(R"(BOUNDCRS[SOURCECRS[GEODCRS["x"]],TARGETCRS[GEODCRS["y"]],)"
                      R"(ABRIDGEDTRANSFORMATION["t",METHOD["NTv2"],)"
                      R"(PARAMETERFILE["Latitude and longitude difference file","grid.gsb"]]])"),
          std::string(R"(COORDINATEOPERATION["x",STEP[]])"), deep, std::string(300, 'A'),
          std::string(70'000, '[')}) {
        CAPTURE(text.substr(0, 80));
        CHECK_FALSE(why_crs_is_refused(text).empty());
    }
    // GDAL writes Web Mercator with a PROJ string that names no grid.
    const std::string web =
        R"(PROJCS["x",)" + kGeographic +
        R"(,PROJECTION["Mercator_1SP"],EXTENSION["PROJ4","+proj=merc +a=6378137 )"
        R"(+nadgrids=@null +wktext +no_defs"]])";
    CHECK(why_crs_is_refused(web).empty());
    for (const char* hidden :
         {"+nadgrids=@null,/x ", "+geoidgrids=/x ", "+init=/x:y ", "+proj=pipeline +step "}) {
        std::string text = web;
        text.replace(text.find("+nadgrids=@null "), 16, hidden);
        CAPTURE(text);
        CHECK_FALSE(why_crs_is_refused(text).empty());
    }
    // A quoted text may say what it likes.
    CHECK(why_crs_is_refused(R"(UNIT["EXTENSION[""x""] +nadgrids=y",1])").empty());
}

TEST_CASE("a refused CRS projects nothing, and says why") {
    shapes::Region region;
    region.add_polygon();
    region.add_ring();
    region.add({1, 2});
    const auto done = shapes::projection::to_lon_lat(region, "+proj=longlat +nadgrids=/dev/null",
                                                     shapes::projection::AxisOrder::east_north);
    CHECK(done.problem.find("PROJ string") != std::string::npos);
    CHECK(region.positions()[0] == shapes::Position{1, 2});
}
