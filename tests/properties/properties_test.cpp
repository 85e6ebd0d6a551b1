// SPDX-License-Identifier: MIT
// A few thousand random cases; AREACLAIM_CASES and AREACLAIM_SEED ask for others and more
// (`./dev fuzz` runs a million).
#include "tests/support/from_environment.hpp"
#include "tests/support/properties.hpp"
#include "tests/support/random.hpp"

#include <doctest/doctest.h>

TEST_CASE("what must hold of any two drawings") {
    const std::uint64_t cases = support::from_environment("AREACLAIM_CASES", 2000);
    const std::uint64_t first = support::from_environment("AREACLAIM_SEED", 1);
    // The exact truth is slow: of every so many cases one is judged by it in any event.
    const std::uint64_t truth_every = cases > 10'000 ? 100 : 10;
    constexpr int most_reported = 10;
    int reported = 0;
    for (std::uint64_t seed = first; seed < first + cases && reported < most_reported; ++seed) {
        const support::Pair pair = support::random_pair(seed);
        std::vector<std::string> failed;
        try {
            failed = properties::broken(pair, support::mix(seed), seed % truth_every == 0);
        } catch (const std::exception& e) {
            failed.push_back(std::string("threw: ") + e.what());
        }
        if (!failed.empty()) {
            ++reported;
            std::string text;
            for (const std::string& line : failed) {
                text += line + '\n';
            }
            FAIL_CHECK(text << support::describe(pair, seed));
        }
    }
    MESSAGE(cases << " cases from seed " << first);
}
