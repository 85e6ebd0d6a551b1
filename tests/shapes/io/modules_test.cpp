// SPDX-License-Identifier: MIT
#include "shapes/io/read.hpp"
#include "tests/shapes/io/temporary_files.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

// Skipped among the others, which open modules; CTest runs it in a process of its own.
TEST_CASE("GeoJSON is read without GDAL or PROJ in the process" * doctest::skip()) {
    const TemporaryFiles files;
    shapes::read_features(files.write(
        "map.geojson", R"({"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,50]]]})"));
    std::ifstream maps("/proc/self/maps");
    const std::string libraries{std::istreambuf_iterator<char>(maps),
                                std::istreambuf_iterator<char>()};
    CHECK(libraries.find("simdjson") != std::string::npos);
    CHECK(libraries.find("libgdal") == std::string::npos);
    CHECK(libraries.find("libproj") == std::string::npos);
}
