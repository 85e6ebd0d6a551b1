// SPDX-License-Identifier: MIT
// Bad input is normal: each case says which words its message must have (place, reason, remedy).
#include "shapes/io/read.hpp"
#include "tests/shapes/io/read_message_of.hpp"
#include "tests/shapes/io/temporary_files.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace {

void check_message(const std::string& message, const std::string& path,
                   const std::vector<std::string>& words) {
    CAPTURE(message);
    CHECK(message.starts_with(path + ": "));
    CHECK(message.find("; ") != std::string::npos); // a remedy
    for (const std::string& word : words) {
        CAPTURE(word);
        CHECK(message.find(word) != std::string::npos);
    }
}

std::string polygon(const std::string& ring) {
    return R"({"type":"Polygon","coordinates":[)" + ring + "]}";
}
std::string in_collection(const std::string& geometry) {
    return R"({"type":"FeatureCollection","features":[)"
           R"({"type":"Feature","properties":{},"geometry":null},)"
           R"({"type":"Feature","properties":{},"geometry":)" +
           geometry + "}]}";
}

} // namespace

TEST_CASE("a text that is not JSON: byte and line of the first fault") {
    struct Case {
        std::string text;
        std::vector<std::string> words;
    };
    const std::vector<Case> cases{
        {"{\"type\":\n\"Polygon\",\n\"coordinates\":[[[1,2],[3,",
         {"byte 45 (line 3)", "ends in the middle of an array", "cut off"}},
        {R"({"type":"Poly)", {"byte 13 (line 1)", "middle of a string"}},
        {R"({"type":)", {"byte 8", "middle of an object"}},
        {R"({"type":tr)", {"byte 10", "middle of an object"}},
        {R"({"a":1.)", {"byte 7", "middle of a number"}},
        {R"({"a":NaN})", {"byte 5", "NaN is not a number"}},
        {R"({"a":[1,Infinity]})", {"byte 8", "Infinity is not a number"}},
        {R"({"a":-Infinity})", {"byte 6", "Infinity is not a number"}},
        {R"({"a":1e999})", {"byte 5", "\"1e999\" is too large"}},
        {R"({"a":123456789012345678901234567890})", {"byte 5", "too large", "put it in quotes"}},
        {R"({"a":012})", {"begins with 0"}},
        {R"({"a":.5})", {"byte 5", "a value is due"}},
        {R"({"a":1,})", {"byte 7", "a key in quotes is due"}},
        {R"({"a":[1,]})", {"byte 8", "a value is due"}},
        {R"({"a" 1})", {"byte 5", "':' is due"}},
        {R"({"a":[1}})", {"byte 7", "',' or ']' is due"}},
        {R"({a:1})", {"byte 1", "a key in quotes is due"}},
        {R"({"a":"\x"})", {"byte 6", "an escape is not one of JSON's"}},
        {R"({"a":"\ud83d"})", {"byte 6", "one half of a character", "surrogate"}},
        {R"({"a":"x\ude00y"})", {"byte 7", "one half of a character"}},
        {R"({"a":"\ud83d\u0041"})", {"byte 6", "one half of a character"}},
        {R"({"\ud83d\ud83d":1})", {"byte 2", "one half of a character"}},
        {"{\"a\":\"\n\"}", {"byte 6", "control character"}},
        {"{\"a\":\"Krak\xF3w\"}", {"byte 10", "not UTF-8", "iconv"}},
        {"{\"a\":\"\xED\xA0\x80\"}", {"byte 6", "not UTF-8"}},
        {R"({"a":1} {"b":2})", {"byte 8", "after the end of the document"}},
        {R"({"a":)" + std::string(300, '[') + std::string(300, ']') + "}",
         {"nested deeper than 256 levels"}},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const TemporaryFiles files;
        const std::string path = files.write("map.json", c.text);
        check_message(message_of(path), path, c.words);
    }
}

TEST_CASE("JSON that is no map, or a map with a fault: feature, ring and position") {
    struct Case {
        std::string text;
        std::vector<std::string> words;
    };
    const std::vector<Case> cases{
        {"   \n ", {"nothing but blanks"}},
        {"[1,2,3]", {"begins with '['"}},
        {R"({"a":1,"b":2})", {"no \"type\"", "\"a\", \"b\"", "profile"}},
        {R"({"type":"FeatureCollection","features":[]})", {"0 features"}},
        {R"({"type":"FeatureCollection"})", {"without \"features\""}},
        {R"({"type":"FeatureCollection","features":{}})", {"not an array"}},
        {R"({"type":"FeatureCollection","features":[3]})", {"feature 0", "not an object"}},
        {R"({"type":"FeatureCollection","features":[],"features":[]})", {"two members"}},
        {R"({"type":"FeatureCollection","features":[{"geometry":null}]})", {"not \"Feature\""}},
        {R"({"type":"Feature","geometry":null,"geometry":null})", {"two members \"geometry\""}},
        {R"({"type":"Feature","geometry":null})", {"none of its 1 features is a polygon"}},
        {R"({"type":"Feature","geometry":7})", {"feature 0", "not an object"}},
        {in_collection(R"({"type":"LineString","coordinates":[[1,2],[3,4]]})"),
         {"none of its 2 features is a polygon", "build them from the lines"}},
        {in_collection(R"({"type":"polygon","coordinates":[]})"),
         {"feature 1", "\"polygon\"", "case"}},
        {in_collection(R"({"coordinates":[]})"), {"feature 1", "no type"}},
        {in_collection(R"({"type":"Polygon"})"), {"feature 1", "no coordinates"}},
        {in_collection(R"({"type":"Polygon","coordinates":[],"coordinates":[]})"), {"two members"}},
        {in_collection(R"({"type":"Polygon","coordinates":{}})"), {"feature 1", "not an array"}},
        {in_collection(R"({"type":"Polygon","coordinates":[3]})"), {"feature 1", "not an array"}},
        {in_collection(R"({"type":"GeometryCollection"})"), {"no \"geometries\""}},
        {in_collection(polygon("[3]")),
         {"feature 1, ring 0, position 0", "not an array of numbers"}},
        {in_collection(polygon("[[1,2],[]]")), {"position 1", "no numbers"}},
        {in_collection(polygon("[[1,2],[3]]")), {"position 1", "one number"}},
        {in_collection(polygon("[[1,2],[3,null]]")), {"position 1", "null"}},
        {in_collection(polygon(R"([[1,2],["3","4"]])")),
         {"position 1", "\"3\" is written as text", "quotes"}},
        {in_collection(polygon("[[[1,2],[3,4]]]")),
         {"position 0", "array stands where", "MultiPolygon"}},
        {in_collection(polygon("[[1,2],[3,95],[1,3],[1,2]]")),
         {"feature 1, ring 0, position 1", "[3, 95]", "latitude beyond ±90"}},
        {in_collection(polygon("[[50,130],[50,131],[51,131],[50,130]]")), {"position 0", "swap"}},
        {in_collection(polygon("[[500000,5500000],[500001,5500000],[500000,5500001]]")),
         {"position 0", "metres", "EPSG:4326"}},
        {in_collection(polygon("[[541,0],[1,0],[1,1]]")), {"position 0", "longitude beyond ±540"}},
        {in_collection(polygon("[[1e300,0],[1,0],[1,1]]")), {"position 0", "[1e+300, 0]"}},
        {R"({"type":"Polygon","crs":{"type":"link"},"coordinates":[]})", {"crs"}},
        {std::string("\xFF\xFE{\0", 4), {"UTF-16", "iconv"}},
        {std::string("{\0\"\0", 4), {"UTF-16"}},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const TemporaryFiles files;
        const std::string path = files.write("map.geojson", c.text);
        check_message(message_of(path), path, c.words);
    }
}

TEST_CASE("geometry collections are followed to a depth, then refused") {
    std::string nested = R"({"type":"Polygon","coordinates":[]})";
    const auto wrap = [&](int times) {
        for (int i = 0; i < times; ++i) {
            nested = R"({"type":"GeometryCollection","geometries":[)" + nested + "]}";
        }
    };
    const TemporaryFiles files;
    wrap(32);
    CHECK(shapes::read_features(files.write("deep.json", nested)).features.size() == 1);
    wrap(1);
    const std::string path = files.write("deep.json", nested);
    check_message(message_of(path), path, {"nested deeper than 32"});
}

TEST_CASE("files that are none") {
    const TemporaryFiles files;
    const auto check = [&](const std::string& path, const std::vector<std::string>& words) {
        check_message(message_of(path), path, words);
    };
    check(files.path("missing.geojson"), {"No such file"});
    check(files.directory().string(), {"directory", "*.geojson"});
    check(files.write("empty.geojson", ""), {"empty (0 bytes)"});
    check(files.write("junk.geojson", "\x7F"
                                      "ELF\x02\x01"),
          {"byte 0"});
    check("https://example.org/map.geojson", {"nothing remote"});
    check("/vsicurl/https://example.org/map.geojson", {"nothing remote"});
    check("<OGRVRTDataSource/>", {"nothing remote or virtual"});
    check(files.write("map.vrt",
                      "<OGRVRTDataSource><OGRVRTLayer name='a'><SrcDataSource>/etc/passwd"
                      "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"),
          {"no format that is read"});
    const std::string closed = files.write("closed.geojson", "{}");
    std::filesystem::permissions(closed, std::filesystem::perms::none);
    if (::geteuid() == 0) {
        MESSAGE("skipped: root may read every file, so no permission can be denied");
    } else {
        check(closed, {"Permission denied", "permissions"});
    }
}

TEST_CASE("a byte order mark, blanks in front and a pipe do no harm") {
    const std::string square = polygon("[[30,50],[31,50],[31,51],[30,50]]");
    const TemporaryFiles files;
    CHECK(shapes::read_features(files.write("bom.json", "\xEF\xBB\xBF" + square)).features.size() ==
          1);
    CHECK(shapes::read_features(files.write("blanks", " \r\n\t" + square)).features.size() == 1);

    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    REQUIRE(::write(ends[1], square.data(), square.size()) == static_cast<ssize_t>(square.size()));
    ::close(ends[1]);
    CHECK(shapes::read_features("/proc/self/fd/" + std::to_string(ends[0])).features.size() == 1);
    ::close(ends[0]);
}

TEST_CASE("of a property that stands twice the last is taken, and said so") {
    const TemporaryFiles files;
    const auto map = shapes::read_features(
        files.write("twice.json", R"({"type":"Feature","properties":{"a":1,"a":2},"geometry":)" +
                                      polygon("[[30,50],[31,50],[31,51],[30,50]]") + "}"));
    CHECK(map.features.at(0).properties.at("a") == "2");
    REQUIRE(map.warnings.size() == 1);
    CHECK(map.warnings[0] == shapes::ReadWarning{shapes::ReadWarningCode::property_twice, "a", 0});
}

TEST_CASE("a file of 100 MB of brackets is refused within a bounded memory") {
    const std::size_t size = 100'000'000;
    const TemporaryFiles files;
    const std::string brackets(size, '[');
    for (const std::string& front : {std::string(), std::string(R"({"type":)"),
                                     std::string(R"({"type":"FeatureCollection","features":)")}) {
        const std::string path = files.write("brackets.json", front + brackets);
        const std::string message = message_of(path);
        CAPTURE(message);
        CHECK(message.starts_with(path));
        const bool refused = message.find("begins with '['") != std::string::npos ||
                             message.find("nested deeper") != std::string::npos;
        CHECK(refused);
    }
}
