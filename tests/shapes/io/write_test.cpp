// SPDX-License-Identifier: MIT
#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/io/atomic_file.hpp"
#include "shapes/io/read.hpp"
#include "shapes/io/write_geojson.hpp"
#include "shapes/validity/validate.hpp"
#include "tests/shapes/io/temporary_files.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <sys/stat.h>

using shapes::FeatureToWrite;
using shapes::Region;

namespace {

shapes::ValidRegion valid(std::vector<std::vector<shapes::Position>> rings) {
    Region region;
    region.add_polygon(rings);
    return shapes::validate(region).region;
}

std::string content(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::size_t files_in(const std::filesystem::path& directory) {
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator(directory), {}));
}

double twice_planar_area(shapes::Ring ring) {
    double sum = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        sum += ring[i].lon * ring[i + 1].lat - ring[i + 1].lon * ring[i].lat;
    }
    return sum;
}

} // namespace

TEST_CASE("what is written reads back the same, to the last bit") {
    const double third = 100.0 / 3.0;
    const std::vector<FeatureToWrite> features{
        {{{"kind", std::string("lost")},
          {"area_km2", 8365.704},
          {"note", std::string("a\"b\\\n\x01é")}},
         valid({{{third, 50.1}, {36.7, 50}, {36.5, 49.3}, {33.25, 49.3}},
                {{34, 49.5}, {35, 49.5}, {35, 49.75}, {34, 49.5}}})},
        {{{"kind", std::string("gained")}, {"area_km2", std::nan("")}}, {}}};
    const TemporaryFiles files;
    const std::string path = files.path("changes.geojson");
    shapes::write_file(path, shapes::geojson_text("changes", features));

    const auto map = shapes::read_features(path);
    REQUIRE(map.features.size() == 2);
    CHECK(map.features[0].layer == "changes");
    CHECK(map.features[0].properties.at("area_km2") == "8365.704");
    CHECK(map.features[0].properties.at("note") == "a\"b\\\n\x01é");
    CHECK(map.features[0].region == features[0].region.region());
    CHECK(map.features[1].region.empty());
    CHECK_FALSE(map.features[1].properties.contains("area_km2"));

    const Region& region = map.features[0].region;
    REQUIRE(region.ring_count() == 2);
    CHECK(twice_planar_area(region.ring(0)) > 0); // the shell counter-clockwise
    CHECK(twice_planar_area(region.ring(1)) < 0);
    const std::string text = content(path);
    CHECK(text.find("\"crs\"") == std::string::npos);
    CHECK(std::count(text.begin(), text.end(), '\n') == 4); // one feature a line
    CHECK(text.find(R"({"kind":"lost","area_km2":8365.704,)") != std::string::npos); // in order
}

TEST_CASE("bytes that are no text become replacement characters") {
    const std::vector<FeatureToWrite> features{{{{"a", std::string("Krak\xF3w")}}, {}}};
    CHECK(shapes::geojson_text("", features).find("Krak\xEF\xBF\xBDw") != std::string::npos);
}

TEST_CASE("a region across the antimeridian is split there") {
    const auto region = valid({{{170, -10}, {190, -10}, {190, 10}, {170, 10}}});
    const std::vector<FeatureToWrite> features{{{}, region}};
    const TemporaryFiles files;
    const std::string path = files.path("fiji.geojson");
    shapes::write_file(path, shapes::geojson_text("fiji", features));
    const auto map = shapes::read_features(path);
    CHECK(map.problems.empty());
    const Region& parts = map.features.at(0).region;
    CHECK(parts.polygon_count() == 2);
    double twice = 0;
    for (std::size_t r = 0; r < parts.ring_count(); ++r) {
        twice += twice_planar_area(parts.ring(r));
        for (const auto p : parts.ring(r)) {
            CHECK(std::abs(p.lon) >= 170);
            CHECK(std::abs(p.lon) <= 180);
        }
    }
    CHECK(twice == 2 * 20 * 20); // square degrees, by hand
}

TEST_CASE("a file appears whole or not at all, with the usual permissions") {
    const TemporaryFiles files;
    const std::string path = files.path("out.txt");
    shapes::write_file(path, "one");
    shapes::write_file(path, "two");
    CHECK(content(path) == "two");
    CHECK(files_in(files.directory()) == 1);

    const mode_t mask = ::umask(0);
    ::umask(mask);
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == (0666U & ~mask));

    std::filesystem::create_symlink(path, files.path("link"));
    shapes::write_file(files.path("link"), "three");
    CHECK(content(path) == "three");
    CHECK(std::filesystem::is_symlink(files.path("link")));

    shapes::write_file("/dev/null", "gone");
    CHECK_THROWS_AS(shapes::write_file(files.path("no/such/folder"), "x"), shapes::WriteError);
    CHECK_THROWS_AS(shapes::write_file(files.directory().string(), "x"), shapes::WriteError);
    CHECK_THROWS_AS(shapes::write_file("/dev/full", "x"), shapes::WriteError);
    CHECK(files_in(files.directory()) == 2);
}
