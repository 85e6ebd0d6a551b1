// SPDX-License-Identifier: MIT
#include "tools/report/qgis.hpp"
#include "tools/report/qgis_look.hpp"

#include <doctest/doctest.h>

using namespace report;

namespace {

shapes::ValidRegion box(double west, double south, double east, double north) {
    shapes::Region region;
    region.add_polygon({{{{west, south}, {east, south}, {east, north}, {west, north}}}});
    return shapes::validate(region).region;
}

ChangeMap map_of(const std::string& name, const shapes::ValidRegion& region) {
    const auto first = engine::Date::parse_iso("2022-09-08");
    const auto last = engine::Date::parse_iso("2022-09-11");
    return {name, {{"lost", region, first, last, "drawn", name, "consistent"}}};
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("layers have names of their own, for tables and for files of any disk") {
    const shapes::ValidRegion region = box(0, 0, 1, 1);
    const std::vector<std::string> names = layer_names(
        {map_of("a", region), map_of("A", region), map_of("Å", region), map_of("..", region),
         map_of("a'b|c", region), map_of("", region), map_of(std::string(300, 'x'), region)});
    CHECK(names == std::vector<std::string>{"claim_a", "claim_A_2", "claim___", "claim____2",
                                            "claim_a_b_c", "claim_",
                                            "claim_" + std::string(50, 'x')});
}

TEST_CASE("a project escapes what a case and a file are called") {
    const std::string project = qgis_project("<a> & \"b\" \x1b[31m", "it's <c> & \"d\".gpkg",
                                             {map_of("<e>", box(0, 0, 1, 1))});
    CHECK(has(project, "<title>&lt;a&gt; &amp; &quot;b&quot;"));
    CHECK(has(project, "./it's &lt;c&gt; &amp; &quot;d&quot;.gpkg|layername=claim__e_"));
    CHECK(has(project, "&lt;e&gt;: consistent"));
    CHECK_FALSE(has(project, "\x1b"));
}

TEST_CASE("a project is in an equal-area projection around its maps, with their days") {
    const std::string project = qgis_project("t", "p.gpkg", {map_of("a", box(30, 50, 32, 52))});
    CHECK(has(project, "+proj=laea +lat_0=51.000 +lon_0=31.000"));
    CHECK(has(project, "<start>2022-09-08T00:00:00Z</start><end>2022-09-11T00:00:00Z</end>"));
    // 2° of latitude are 222 km; 2° of longitude at 50°, where they are longest here, 143 km.
    CHECK(has(project, "<ymax>120091</ymax>"));
    CHECK(has(project, "<xmax>77193</xmax>"));
    // An id of less than ten letters would be replaced, and the layer not found in the tree.
    CHECK(has(project, "<id>areaclaim_claim_a</id>"));
    CHECK(has(project, "<layer-tree-layer id=\"areaclaim_claim_a\""));
    CHECK(project == qgis_project("t", "p.gpkg", {map_of("a", box(30, 50, 32, 52))}));
}

TEST_CASE("coordinates to the centimetre, where that leaves what is drawn") {
    const ChangeMap wide = map_of("wide", box(30.123456789, 50, 31, 51));
    CHECK(has(geojson(wide, Coordinates::centimetres), "[30.1234568,50]"));
    CHECK(has(geojson(wide, Coordinates::all_digits), "[30.123456789,50]"));
    // Thinner than a centimetre: rounded it would be nothing.
    const ChangeMap thin = map_of("thin", box(30.00000001, 50, 30.00000002, 51));
    CHECK(has(geojson(thin, Coordinates::centimetres), "[30.00000001,50]"));
}
