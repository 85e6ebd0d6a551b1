// SPDX-License-Identifier: MIT
#include "shapes/io/gdal_module.hpp"
#include "shapes/io/read.hpp"
#include "shapes/modules/open_module.hpp"
#include "tests/shapes/io/temporary_files.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

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

TEST_CASE("a module of another version is refused, a missing one is named") {
    const auto message = [](const char* file, const shapes::ModuleInterface& expected) {
        try {
            shapes::open_module(file, expected);
            return std::string();
        } catch (const std::runtime_error& e) {
            return std::string(e.what());
        }
    };
    shapes::ModuleInterface other = shapes::io::kGdalInterface;
    CHECK(message("areaclaim_gdal.so", other) == "");
    ++other.version;
    CHECK(message("areaclaim_gdal.so", other).find("another version of areaclaim") !=
          std::string::npos);
    --other.version;
    other.table_bytes += sizeof(void*);
    CHECK(message("areaclaim_gdal.so", other).find("another version of areaclaim") !=
          std::string::npos);
    CHECK(message("areaclaim_none.so", {1, 8}).find("areaclaim_none.so") != std::string::npos);
}
