// SPDX-License-Identifier: MIT
#include "tests/layers/layers.hpp"
#include "tests/layers/sources.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

namespace {

layers::Rooms house() {
    return layers::Rooms::read(layers::text_of("tests/layers/rooms.txt"));
}

std::vector<std::string> breaches(std::string_view path, std::string_view content) {
    auto rooms = house();
    return layers::breaches(path, content, rooms);
}

} // namespace

TEST_CASE("the checker sees each kind of breach") {
    CHECK(breaches("shapes/area/x.cpp", "#include \"engine/verify.hpp\"\n").size() == 1);
    CHECK(breaches("engine/verify.cpp", "  # include \"tools/report/json.hpp\"").size() == 1);
    CHECK(breaches("shapes/types/x.hpp", "#include \"shapes/io/read.hpp\"").size() == 1);
    CHECK(breaches("shapes/edges/x.inc", "#include \"shapes/change/change_by_part.hpp\"").size() ==
          1);
    CHECK(
        breaches("shapes/modules/x.cpp", "#include \"shapes/projection/projection.hpp\"").size() ==
        1);
    CHECK(breaches("shapes/cellar/x.cpp", "#include \"shapes/types/box.hpp\"").size() == 1);
    CHECK(breaches("engine/verify.cpp", "#include <geos_c.h>").size() == 1);
    CHECK(breaches("shapes/change/x.cpp", "#include <simdjson.h>").size() == 1);
    CHECK(breaches("engine/verify.cpp", "#include <fstream>").size() == 1);
    CHECK(breaches("shapes/io/read.cpp", "#include \"read.hpp\"").size() == 1);
}

TEST_CASE("the checker lets what points down pass") {
    CHECK(breaches("tools/areaclaim/main.cpp",
                   "#include \"engine/verify.hpp\"\n#include <CLI/CLI.hpp>")
              .empty());
    CHECK(breaches("shapes/io/read.cpp", "#include <simdjson.h>\n// #include <geos_c.h>").empty());
}

TEST_CASE("a known circle passes and is remembered; one that nothing needs is told") {
    auto rooms =
        layers::Rooms::read("shapes/a # the lower one\nshapes/b\nknown shapes/a shapes/b\n");
    CHECK(rooms.unused_circles().size() == 1);
    CHECK(layers::breaches("shapes/a/x.cpp", "#include \"shapes/b/y.hpp\"", rooms).empty());
    CHECK(rooms.unused_circles().empty());
    CHECK_THROWS_AS(layers::Rooms::read("known shapes/a shapes/b"), std::runtime_error);
    CHECK_THROWS_AS(layers::Rooms::read("shapes/a shapes/b"), std::runtime_error);
}

TEST_CASE("includes of shapes, engine and tools point down, foreign headers stay in their rooms") {
    auto rooms = house();
    std::size_t files = 0;
    for (const char* library : {"shapes", "engine", "tools"}) {
        for (const layers::Source& source : layers::sources_below(library)) {
            ++files;
            CHECK_MESSAGE(rooms.room_of(source.path), source.path, " is in no room of rooms.txt");
            for (const auto& text : layers::breaches(source.path, source.content, rooms)) {
                FAIL_CHECK(text);
            }
        }
    }
    for (const std::string& circle : rooms.unused_circles()) {
        FAIL_CHECK("no longer needed in rooms.txt: known " << circle);
    }
    CHECK(files > 100);
}

TEST_CASE("every header of the core is included by a test") {
    std::string tests;
    for (const layers::Source& source : layers::sources_below("tests")) {
        tests += source.content;
    }
    for (const char* room : {"shapes/units", "shapes/types", "shapes/edges", "shapes/overlay",
                             "shapes/validity", "shapes/any_fill", "shapes/change"}) {
        for (const layers::Source& source : layers::sources_below(room)) {
            if (source.path.ends_with(".hpp")) {
                CHECK_MESSAGE(tests.find('"' + source.path + '"') != std::string::npos, source.path,
                              " is included by no test");
            }
        }
    }
}
