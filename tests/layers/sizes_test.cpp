// SPDX-License-Identifier: MIT
#include "tests/layers/sizes.hpp"
#include "tests/layers/sources.hpp"

#include <doctest/doctest.h>

TEST_CASE("functions are found by their braces") {
    const auto found = layers::functions("namespace a {\n"
                                         "struct S {\n"
                                         "    int one() const { return 1; }\n"
                                         "    int list[2] = {1, 2};\n"
                                         "};\n"
                                         "// not here {\n"
                                         "template<class T>\n"
                                         "int two(T t,\n"
                                         "        char c = '{') {\n"
                                         "    const auto f = [&] { return \"}\"; };\n"
                                         "    if (t) {\n"
                                         "    }\n"
                                         "    return 2;\n"
                                         "}\n"
                                         "}\n");
    REQUIRE(found.size() == 2);
    CHECK(found[0].line == 3);
    CHECK(found[0].lines == 1);
    CHECK(found[1].line == 7);
    CHECK(found[1].lines == 8);
}

TEST_CASE("a function of sixty lines passes, one of sixty-one does not") {
    const auto source = [](int lines) {
        std::string text = "void f() {\n";
        for (int i = 2; i < lines; ++i) {
            text += "    g();\n";
        }
        return text + "}\n";
    };
    CHECK(layers::too_long("x.cpp", source(60)).empty());
    CHECK(layers::too_long("x.cpp", source(61)).size() == 1);
    CHECK(layers::too_long("x.cpp", source(401)).size() == 2);
}

TEST_CASE("no source file is over 400 lines, no function over 60") {
    std::size_t files = 0;
    for (const char* folder : {"shapes", "engine", "tools", "tests", "benchmarks", "cmake"}) {
        for (const layers::Source& source : layers::sources_below(folder)) {
            ++files;
            for (const std::string& text : layers::too_long(source.path, source.content)) {
                FAIL_CHECK(text);
            }
        }
    }
    CHECK(files > 100);
}
