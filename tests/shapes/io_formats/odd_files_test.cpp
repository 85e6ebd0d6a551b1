// SPDX-License-Identifier: MIT
// Files as databases, archives and operating systems leave them.
#include "shapes/io/read.hpp"
#include "tests/shapes/io/read_message_of.hpp"
#include "tests/shapes/io/temporary_files.hpp"
#include "tests/shapes/io_formats/fixtures.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <cstring>

using shapes::Position;
using shapes::read_features;

namespace {

std::string hex(const void* bytes, std::size_t size, bool reversed) {
    const auto* from = static_cast<const unsigned char*>(bytes);
    std::string out;
    for (std::size_t i = 0; i < size; ++i) {
        const unsigned char byte = from[reversed ? size - 1 - i : i];
        out += "0123456789ABCDEF"[byte >> 4];
        out += "0123456789ABCDEF"[byte & 15];
    }
    return out;
}

/// A triangle 30 50, 31 50, 31 51 as hexadecimal WKB (OGC 06-103r4, 8.2), with an SRID as PostGIS
/// writes it where that is not 0. This machine stores the lowest byte first.
std::string triangle_wkb(std::uint32_t srid, bool little_endian) {
    const auto word = [&](std::uint32_t value) { return hex(&value, 4, !little_endian); };
    std::string out = little_endian ? "01" : "00";
    out += word(srid != 0 ? 0x20000003U : 3U);
    out += srid != 0 ? word(srid) : "";
    out += word(1) + word(4);
    for (const double value : {30.0, 50.0, 31.0, 50.0, 31.0, 51.0, 30.0, 50.0}) {
        out += hex(&value, 8, !little_endian);
    }
    return out;
}

const std::string kTriangle = "POLYGON ((30 50,31 50,31 51,30 50))";

void check_triangle(const shapes::FeatureCollection& map) {
    REQUIRE(map.features.size() == 1);
    REQUIRE(map.features[0].region.position_count() == 4);
    CHECK(map.features[0].region.ring(0)[0] == Position{30, 50});
    CHECK(map.features[0].region.ring(0)[2] == Position{31, 51});
}

std::string times(std::size_t n, const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < n; ++i) {
        out += text;
    }
    return out;
}

/// A zip archive of empty files (PKWARE APPNOTE 6.3.10, 4.3.7, 4.3.12 and 4.3.16).
std::string zip_of_empty_files(std::uint16_t count) {
    std::string files;
    std::string directory;
    const auto number = [](std::string& to, std::uint32_t value, int bytes) {
        for (int i = 0; i < bytes; ++i) {
            to += static_cast<char>(value >> (8 * i) & 0xFF);
        }
    };
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::string name = std::to_string(i) + ".geojson";
        const auto start = static_cast<std::uint32_t>(files.size());
        files += "PK\3\4";
        directory += "PK\1\2";
        number(directory, 10, 2); // made by
        for (std::string* header : {&files, &directory}) {
            number(*header, 10, 2); // version, then flags, method, time, day, CRC and sizes
            number(*header, 0, 4), number(*header, 0, 4), number(*header, 0, 4);
            number(*header, 0, 4), number(*header, 0, 4);
            number(*header, static_cast<std::uint32_t>(name.size()), 2);
            number(*header, 0, 2);
        }
        files += name;
        number(directory, 0, 2), number(directory, 0, 2), number(directory, 0, 2); // comment, disk
        number(directory, 0, 4);
        number(directory, start, 4);
        directory += name;
    }
    std::string end = "PK\5\6";
    number(end, 0, 4);
    number(end, count, 2), number(end, count, 2);
    number(end, static_cast<std::uint32_t>(directory.size()), 4);
    number(end, static_cast<std::uint32_t>(files.size()), 4);
    number(end, 0, 2);
    return files + directory + end;
}

} // namespace

TEST_CASE("an archive of very many files is refused at once") {
    const TemporaryFiles files;
    CHECK(has(message_of(files.write("many.zip", zip_of_empty_files(20'000))),
              "more than 10000 files"));
    const std::string few = message_of(files.write("few.zip", zip_of_empty_files(3)));
    CHECK_FALSE(has(few, "more than"));
    // The last record says how many there are; the list of them, whose length costs the time, is
    // not read (here it is not there). 65,535 stands for a number that does not fit.
    for (const char* count : {"\x20\x4E", "\xFF\xFF"}) {
        const std::string record = std::string("PK\5\6\0\0\0\0", 8) + count + count +
                                   std::string(8, '\0') + std::string("\7\0comment", 9);
        CHECK(has(message_of(files.write("told.zip", std::string("PK\3\4") + record)),
                  "more than 10000 files"));
    }
}

TEST_CASE("however deep a file nests, it ends in a message") {
    constexpr std::size_t kDeep = 50'000;
    const TemporaryFiles files;
    const std::string kml = "<kml xmlns=\"http://www.opengis.net/kml/2.2\">";
    const std::string gml = "<c:m xmlns:c=\"u\" xmlns:gml=\"http://www.opengis.net/gml/3.2\">"
                            "<gml:featureMember><c:h><c:g>";
    const auto nested = [&](const std::string& open, const std::string& close) {
        return times(kDeep, open) + times(kDeep, close);
    };
    struct Deep {
        const char* name;
        std::string text;
    };
    for (const Deep& deep : {
             Deep{"folders.kml", kml + nested("<Folder>", "</Folder>") + "</kml>"},
             Deep{"parts.kml", kml + "<Placemark>" + nested("<MultiGeometry>", "</MultiGeometry>") +
                                   "</Placemark></kml>"},
             Deep{"parts.gml", gml +
                                   nested("<gml:MultiGeometry><gml:geometryMember>",
                                          "</gml:geometryMember></gml:MultiGeometry>") +
                                   "</c:g></c:h></gml:featureMember></c:m>"},
             Deep{"wkt.csv", "id,WKT\n1,\"" + nested("GEOMETRYCOLLECTION(", ")") + "\"\n"},
             Deep{"open.csv", "id,WKT\n1,\"POLYGON" + times(kDeep, "(") + "\"\n"},
             Deep{"wkb.csv", "id,geom\n1," + times(kDeep, "010700000001000000") + "\n"},
             Deep{"parts.geojson",
                  "{\"type\":\"Feature\",\"geometry\":" +
                      nested("{\"type\":\"GeometryCollection\",\"geometries\":[", "]}") + "}"},
             Deep{"value.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":"
                                   "\"Feature\",\"properties\":{\"a\":" +
                                       nested("[", "]") + "},\"geometry\":null}]}"},
         }) {
        CAPTURE(std::string(deep.name));
        CHECK(message_of(files.write(deep.name, deep.text)) != "no error");
    }
}

TEST_CASE("a CSV as PostGIS writes it: hexadecimal WKB, EWKB, EWKT, columns of any name") {
    const TemporaryFiles files;
    for (const std::string& text :
         {"id,wkb_geometry\n1," + triangle_wkb(0, true) + "\n",
          "id;odd name\r\n1;" + triangle_wkb(4326, true) + "\r\n",
          "id,outline\n1," + triangle_wkb(4326, false) + "\n",
          "id\tEWKT\n1\t\"SRID=4326;" + kTriangle + "\"\n", "WKT\n\"" + kTriangle + "\"\n",
          "\xEF\xBB\xBFthe_geom\r\n\"" + kTriangle + "\"\r\n",
          "note,geom\n\"two\nlines, \"\"quoted\"\"\",\"" + kTriangle + "\"\n"}) {
        CAPTURE(text);
        const auto map = read_features(files.write("dump.csv", text));
        check_triangle(map);
        CHECK(map.features[0].layer == "dump");
    }
    const auto note = read_features(
        files.write("dump.csv", "note,geom\n\"two\nlines\",\"SRID=4326;" + kTriangle + "\"\n"));
    CHECK(note.features[0].properties.at("note") == "two\nlines");
    CHECK(note.crs == "EPSG:4326");
}

TEST_CASE("the SRID of a CSV is its CRS, and there is one") {
    const TemporaryFiles files;
    // By the definition of UTM zone 36, 500 000 E 0 N is 33 degrees east on the equator.
    const auto utm = read_features(files.write(
        "utm.csv",
        "id,g\n1,\"SRID=32636;POLYGON ((500000 0,600000 0,600000 100000,500000 0))\"\n"));
    CHECK(utm.crs == "EPSG:32636");
    CHECK(utm.features[0].region.ring(0)[0].lon == doctest::Approx(33).epsilon(1e-9));
    CHECK(has(message_of(files.write("two.csv", "id,g\n1,\"SRID=4326;" + kTriangle +
                                                    "\"\n2,\"SRID=32636;" + kTriangle + "\"\n")),
              "SRID 4326 and 32636; export them in one"));
    CHECK(has(message_of(files.write("figures.csv", "day,km2\n2022-09-08,12\n")),
              "none of its columns holds polygons"));
}

TEST_CASE("what macOS puts into a zip is no map") {
    const TemporaryFiles files;
    const std::string zip = files.path("held.zip");
    const std::string map =
        R"({"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,50]]]})";
    write_virtual("/vsizip/" + zip + "/held.geojson", map);
    write_virtual("/vsizip/" + zip + "/__MACOSX/._held.geojson", std::string("\0\5\x16\7", 4));
    write_virtual("/vsizip/" + zip + "/.hidden.geojson", "no map");
    check_triangle(read_features(zip));
    CHECK(has(message_of(files.path("none.zip")), "No such file"));
}

TEST_CASE("a brace in the path of an archive") {
    const TemporaryFiles files;
    const std::string map =
        R"({"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,50]]]})";
    write_virtual("/vsizip/" + files.path("plain.zip") + "/held.geojson", map);
    for (const char* name : {"a{b.zip", "a}b.zip", "{a}.zip"}) {
        std::filesystem::copy_file(files.path("plain.zip"), files.path(name));
        check_triangle(read_features(files.path(name)));
    }
}

TEST_CASE("what unpacks to far more than it is, is refused while it unpacks") {
    const TemporaryFiles files;
    const std::string blanks(150'000'000, ' ');
    write_virtual("/vsigzip/" + files.path("bomb.geojson.gz"), "{\"type\":" + blanks);
    CHECK(has(message_of(files.path("bomb.geojson.gz")), "more than 250 times its size"));
    write_virtual("/vsigzip/" + files.path("bomb.gml.gz"), "<x>" + blanks);
    CHECK(has(message_of(files.path("bomb.gml.gz")), "more than 250 times its size"));
    write_virtual("/vsizip/" + files.path("bomb.zip") + "/bomb.geojson", "{\"type\":" + blanks);
    CHECK(has(message_of(files.path("bomb.zip")), "more than 250 times its size"));
    shapes::ReadOptions options;
    options.max_bytes = 1'000'000;
    CHECK(has(message_of(files.path("bomb.zip"), options),
              "more than 1 MB; if it is to be so large"));
}

TEST_CASE("a KML whose holes share one innerBoundaryIs loses none") {
    const TemporaryFiles files;
    const auto ring = [](const std::string& positions) {
        return "<LinearRing><coordinates>" + positions + "</coordinates></LinearRing>";
    };
    const auto kml = [&](const std::string& between, const std::string& prefix) {
        std::string text =
            "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Placemark><name>x</name><Polygon>"
            "<outerBoundaryIs>" +
            ring("0,0 4,0 4,4 0,4 0,0") + "</outerBoundaryIs><innerBoundaryIs>" +
            ring("1,1 1,2 2,2 2,1 1,1") + between + ring("3,3 3,3.5 3.5,3.5 3.5,3 3,3") +
            "</innerBoundaryIs></Polygon></Placemark></kml>";
        if (!prefix.empty()) {
            for (std::size_t at = 0; (at = text.find('<', at)) != std::string::npos; ++at) {
                text.insert(at + (text[at + 1] == '/' ? 2 : 1), prefix + ":");
            }
            text.replace(text.find("xmlns="), 6, "xmlns:" + prefix + "=");
        }
        return text;
    };
    for (const std::string& text : {kml("", ""), kml("\n  ", ""), kml("", "k"),
                                    kml("</innerBoundaryIs><innerBoundaryIs>", "")}) {
        CAPTURE(text);
        const auto map = read_features(files.write("holes.kml", text));
        REQUIRE(map.features.size() == 1);
        CHECK(map.features[0].region.ring_count() == 3);
    }
    write_virtual("/vsizip/" + files.path("holes.kmz") + "/doc.kml", kml("", ""));
    CHECK(read_features(files.path("holes.kmz")).features.at(0).region.ring_count() == 3);
}

TEST_CASE("a KML that only links to a map says so") {
    const TemporaryFiles files;
    CHECK(has(message_of(files.write(
                  "link.kml", "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>"
                              "<NetworkLink><Link><href>http://localhost:1/x.kml</href></Link>"
                              "</NetworkLink></Document></kml>")),
              "NetworkLink"));
}

TEST_CASE("each object of a TopoJSON is a layer of its name, a single geometry as well") {
    const TemporaryFiles files;
    const std::string path = files.write(
        "map.json",
        R"({"type":"Topology","objects":{"be\"fore":{"type":"Polygon","arcs":[[0]]},)"
        R"("after":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[1]]}]}},)"
        R"("arcs":[[[30,50],[31,50],[31,51],[30,50]],[[0,0],[2,0],[2,2],[0,0]]]})");
    shapes::ReadOptions options;
    options.layer = "be\"fore";
    check_triangle(read_features(path, options));
    options.layer = "after";
    CHECK(read_features(path, options).features.size() == 1);
    CHECK(read_features(path).features.size() == 2);
}
