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

TEST_CASE("the texts of a packed document are told in its order") {
    const std::string packed = engine::pack(toml::parse(R"(
[b]
two = "2"
one = "1"
[a]
names = ["x", "", "z"]
)"));
    std::string told;
    for (const auto& [table, key, text] : engine::packed_texts(packed)) {
        told += std::string(table) + "." + std::string(key) + "=" + std::string(text) + ";";
    }
    CHECK(told == "a.names=x;a.names=;a.names=z;b.one=1;b.two=2;");
    CHECK(engine::packed_texts(engine::pack({})).empty());
    for (const char* other : {"a = 1", "[a]\nb = 1", "[a]\nb = [\"x\", 2]", "[a.b]\nc = \"x\""}) {
        CHECK_THROWS_AS(engine::packed_texts(engine::pack(toml::parse(other))),
                        std::invalid_argument);
    }
}
