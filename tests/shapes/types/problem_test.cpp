// SPDX-License-Identifier: MIT
#include "shapes/types/problem.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

using shapes::ProblemCode;

TEST_CASE("every problem has a name of its own, the one that stands in JSON") {
    CHECK(std::string(name(ProblemCode::unclosed_ring)) == "unclosed_ring");
    CHECK(std::string(name(ProblemCode::self_crossing)) == "self_crossing");
    CHECK(std::string(name(ProblemCode::not_listed)) == "not_listed");
    std::set<std::string> names;
    for (int i = 0; i <= static_cast<int>(ProblemCode::not_listed); ++i) {
        CHECK(names.insert(name(static_cast<ProblemCode>(i))).second);
    }
    CHECK(names.count("unknown") == 0);
}
