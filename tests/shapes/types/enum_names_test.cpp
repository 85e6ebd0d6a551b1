// SPDX-License-Identifier: MIT
#include "shapes/types/enum_names.hpp"

#include <doctest/doctest.h>

#include <string_view>

namespace {
enum class Tide { ebb, flood, slack };
constexpr auto kTides = shapes::enum_names<Tide, Tide::slack>("ebb", "flood", "slack");
} // namespace

TEST_CASE("names of an enumeration, there and back") {
    static_assert(std::string_view(kTides.of(Tide::flood)) == "flood");
    CHECK(kTides.find("slack") == Tide::slack);
    CHECK_FALSE(kTides.find("neap"));
    CHECK_FALSE(kTides.find(""));
    CHECK(std::string_view(kTides.of(static_cast<Tide>(7))) == "unknown");
}
