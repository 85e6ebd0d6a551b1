// SPDX-License-Identifier: MIT
#include "shapes/difference/overlay.hpp"

#include "tests/shapes/difference/overlay_checks.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

using shapes::InsideRule;
using shapes::Region;
using testing::rings_of;

namespace {

/// Cases to try: a few thousand, or as many as `./dev fuzz` asks for.
std::uint64_t fuzz_cases(std::uint64_t usual) {
    const char* asked = std::getenv("AREACLAIM_FUZZ_CASES");
    return asked != nullptr ? std::strtoull(asked, nullptr, 10) : usual;
}

} // namespace

TEST_CASE("Overlays of degenerate random chains are valid and have the right area") {
    const std::uint64_t cases = fuzz_cases(3000);
    for (std::uint64_t seed = 0; seed < cases; ++seed) {
        const testing::Case c = testing::random_case(seed);
        const bool small = c.a.edge_count() + c.b.edge_count() <= 60;
        const auto fault = testing::overlay_fault(c.a, c.b, small);
        REQUIRE_MESSAGE(!fault, "seed " << seed << ": " << fault.value_or(""));
    }
}
