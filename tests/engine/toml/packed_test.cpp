// SPDX-License-Identifier: MIT
#include "engine/toml/packed.hpp"

#include "engine/data/embedded.hpp"
#include "tools/embedded.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

namespace {

void check_files(std::span<const engine::EmbeddedFile> files, std::size_t at_least) {
    std::size_t compared = 0;
    for (const engine::EmbeddedFile& file : files) {
        CAPTURE(std::string(file.path));
        if (!file.path.ends_with(".toml")) {
            CHECK(file.packed.empty());
            continue;
        }
        CHECK(engine::unpack(file.packed) == toml::parse(file.content));
        ++compared;
    }
    CHECK(compared > at_least);
}

} // namespace

TEST_CASE("what is compiled in says what its text says") {
    check_files(engine::embedded_files(), 20);
    check_files(tools::embedded_files(), 10);
}

TEST_CASE("a packed table is the table") {
    const toml::table table = toml::parse(R"(
        text = "Ænes \u0000 end"
        empty = ""
        whole = -9223372036854775808
        number = 0.1
        endless = inf
        yes = true
        no = false
        day = 2022-09-08
        list = [1, "two", [3.0], {four = 4}]
        nothing = []
        [table.of.tables]
        [[rows]]
        a = 1
        [[rows]]
    )");
    CHECK(engine::unpack(engine::pack(table)) == table);
    CHECK(engine::unpack(engine::pack({})).empty());
}

TEST_CASE("a time of day is refused") {
    CHECK_THROWS_AS(engine::pack(toml::parse("at = 07:32:00")), std::invalid_argument);
}
