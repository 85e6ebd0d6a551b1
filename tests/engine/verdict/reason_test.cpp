// SPDX-License-Identifier: MIT
#include "engine/verdict/reason.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

TEST_CASE("every remark has a name of its own") {
    std::set<std::string> names;
    for (const engine::Remark remark : engine::all_remarks()) {
        names.insert(name(remark));
    }
    CHECK(names.size() == engine::all_remarks().size());
    CHECK_FALSE(names.contains("unknown"));
}

TEST_CASE("codes keep the names that programs know") {
    CHECK(std::string(name(engine::ReasonCode::not_in_place)) == "not_in_place");
    CHECK(std::string(name(engine::ReasonCode::no_map_of_day)) == "no_map_of_day");
    CHECK(std::string(name(engine::ReasonCode::source_offset)) == "source_offset");
}
