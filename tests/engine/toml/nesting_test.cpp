// SPDX-License-Identifier: MIT
#include "engine/toml/nesting.hpp"

#include "engine/input_error.hpp"
#include "engine/toml/table.hpp"

#include <doctest/doctest.h>

#include <string>

using engine::line_nested_too_deep;

namespace {

std::string repeated(const std::string& part, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) {
        all += part;
    }
    return all;
}

} // namespace

TEST_CASE("a text that nests too deep is refused before it is parsed, however it nests") {
    // Tens of thousands of levels ended the program on the parser's recursion.
    CHECK(line_nested_too_deep("x = 1\n" + repeated("a.", 40000) + "b = 1") == 2);
    CHECK(line_nested_too_deep("[" + repeated("a.", 40000) + "b]") == 1);
    CHECK(line_nested_too_deep("a = " + repeated("[", 40000)) == 1);
    CHECK(line_nested_too_deep("a = " + repeated("{b = ", 40000)) == 1);
    CHECK(line_nested_too_deep("a = " + repeated("[\n", 100)) == 65);
    CHECK_THROWS_AS(engine::TomlTable::parse(repeated("a.", 40000) + "b = 1", "c.toml"),
                    engine::InputError);
}

TEST_CASE("what a case holds is nowhere near, and strings and comments do not count") {
    CHECK_FALSE(line_nested_too_deep(""));
    CHECK_FALSE(line_nested_too_deep("a.b.c = [[1.5, 2.5]]\n[x.y.z]\nd = {e = {f = 1}}\n"));
    CHECK_FALSE(line_nested_too_deep("a = \"" + repeated(".[", 200) + "\""));
    CHECK_FALSE(line_nested_too_deep("a = '" + repeated(".[", 200) + "'"));
    CHECK_FALSE(line_nested_too_deep("a = \"\"\"\n" + repeated(".[\n", 200) + "\"\"\""));
    CHECK_FALSE(line_nested_too_deep("a = \"\\\"" + repeated("[", 200) + "\""));
    CHECK_FALSE(line_nested_too_deep("# " + repeated(".[", 200) + "\na = 1"));
    CHECK_FALSE(line_nested_too_deep(repeated("a = [1.5, 2.5]\n", 200)));
    // A string of several lines keeps the count of lines.
    CHECK(line_nested_too_deep("a = '''\n\n'''\nb = " + repeated("[", 100)) == 4);
    // Not closed, which is the parser's to say.
    CHECK_FALSE(line_nested_too_deep("a = \"open"));
    CHECK_FALSE(line_nested_too_deep("a = '''open"));
}
