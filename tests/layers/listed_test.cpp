// SPDX-License-Identifier: MIT
#include "tests/layers/sources.hpp"

#include <doctest/doctest.h>

#include <string>

// Sources are listed, so that what is built is what somebody wrote down; a file that was forgotten
// there would never be compiled, and a test in it never run.
TEST_CASE("every source stands in the list of its library or test") {
    for (const std::string library : {"shapes", "engine", "tools", "tests"}) {
        std::string lists = layers::text_of(library + "/CMakeLists.txt");
        for (const char* folder : {"/cli", "/fuzz", "/support"}) {
            if (library == "tests") {
                lists += layers::text_of(library + folder + "/CMakeLists.txt");
            }
        }
        for (const layers::Source& source : layers::sources_below(library)) {
            if (!source.path.ends_with(".cpp")) {
                continue;
            }
            const std::string name = source.path.substr(library.size() + 1);
            // Folders with a list of their own name their files, or the targets made of them.
            const std::string file = name.substr(name.rfind('/') + 1);
            const std::string last = file.substr(0, file.rfind('.'));
            const bool listed = lists.find(name) != std::string::npos ||
                                (library == "tests" && lists.find(last) != std::string::npos);
            CAPTURE(source.path);
            CHECK(listed);
        }
    }
}
