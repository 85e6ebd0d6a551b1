// SPDX-License-Identifier: MIT
#include "tests/layers/layers.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace fs = std::filesystem;

TEST_CASE("the checker sees each kind of breach") {
    using layers::breaches;
    CHECK(breaches("shapes/area/x.cpp", "#include \"engine/verify.hpp\"\n").size() == 1);
    CHECK(breaches("engine/verify.cpp", "  # include \"tools/report/json.hpp\"").size() == 1);
    CHECK(breaches("shapes/types/x.hpp", "#include \"shapes/io/read.hpp\"").size() == 1);
    CHECK(breaches("engine/verify.cpp", "#include <geos_c.h>").size() == 1);
    CHECK(breaches("shapes/change/x.cpp", "#include <simdjson.h>").size() == 1);
    CHECK(breaches("engine/verify.cpp", "#include <fstream>").size() == 1);
    CHECK(breaches("shapes/io/read.cpp", "#include \"read.hpp\"").size() == 1);
}

TEST_CASE("the checker lets what points down pass") {
    using layers::breaches;
    CHECK(breaches("tools/areaclaim/main.cpp",
                   "#include \"engine/verify.hpp\"\n#include <CLI/CLI.hpp>")
              .empty());
    CHECK(breaches("shapes/io/read.cpp", "#include <simdjson.h>\n// #include <geos_c.h>").empty());
}

TEST_CASE("includes of shapes, engine and tools point down, foreign headers stay in their rooms") {
    const fs::path root(AREACLAIM_SOURCE_DIR);
    std::size_t files = 0;
    for (const char* library : {"shapes", "engine", "tools"}) {
        for (const auto& entry : fs::recursive_directory_iterator(root / library)) {
            const fs::path& path = entry.path();
            if (path.extension() != ".cpp" && path.extension() != ".hpp") {
                continue;
            }
            ++files;
            std::ifstream in(path);
            std::stringstream content;
            content << in.rdbuf();
            for (const auto& text :
                 layers::breaches(path.lexically_relative(root).generic_string(), content.str())) {
                FAIL_CHECK(text);
            }
        }
    }
    CHECK(files > 10);
}
