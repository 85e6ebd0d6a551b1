// SPDX-License-Identifier: MIT
#include "engine/verdict/joint.hpp"

#include <doctest/doctest.h>

#include <vector>

using engine::Joint;
using engine::joint_verdict;
using engine::Side;
using engine::Thresholds;
using engine::Verdict;
using engine::Vote;

namespace {

constexpr Thresholds kLimits{.precision_share = 0.5};

Joint of(const std::vector<Vote>& votes) {
    return joint_verdict(votes, kLimits);
}

constexpr Vote kUncovered{false, Verdict::overstated, Side::below, 10.0};

} // namespace

TEST_CASE("a source without maps of the period has no vote") {
    CHECK(of({kUncovered}).why == Joint::Why::not_covered);
    CHECK(of({kUncovered, {true, Verdict::consistent, Side::inside, 50.0}}).verdict ==
          Verdict::consistent);
}

TEST_CASE("a source that cannot decide does not stand in the way of one that can") {
    const Vote wide{true, Verdict::undecidable, Side::across, 900.0};
    CHECK(of({wide, {true, Verdict::overstated, Side::below, 30.0}}).verdict ==
          Verdict::overstated);
    CHECK(of({{true, Verdict::consistent, Side::inside, 30.0}, wide}).verdict ==
          Verdict::consistent);
    CHECK(of({wide, wide}).why == Joint::Why::undecided);
}

TEST_CASE("nobody is said to be wrong while a covering source bears him out") {
    const Vote rough_but_inside{true, Verdict::undecidable, Side::inside, 60.0};
    const Vote sure_below{true, Verdict::overstated, Side::below, 2.0};
    CHECK(of({rough_but_inside, sure_below}).why == Joint::Why::differ);
    const Vote above{true, Verdict::understated, Side::above, 60.0};
    CHECK(of({above, sure_below}).verdict == Verdict::undecidable);
}

// A small figure (14 km²) lies within the error of the source that draws it best (20 ± 12), and far
// below what a coarse one shows (219 ± 50). The coarse one alone must not call it wrong.
TEST_CASE("a coarse source does not accuse where a more exact one cannot tell") {
    const Vote coarse{true, Verdict::understated, Side::above, 50.0};
    const Vote exact{true, Verdict::undecidable, Side::above, 12.0};
    CHECK(of({coarse, exact}).verdict == Verdict::undecidable);
    CHECK(of({coarse, exact}).why == Joint::Why::differ);
    // The other way round the coarse one's doubt weighs nothing.
    const Vote sure{true, Verdict::overstated, Side::below, 12.0};
    const Vote doubtful{true, Verdict::undecidable, Side::below, 50.0};
    CHECK(of({doubtful, sure}).verdict == Verdict::overstated);
}

TEST_CASE("of sources that differ the more exact one decides") {
    const Vote exact{true, Verdict::consistent, Side::inside, 30.0};
    const Vote rough{true, Verdict::understated, Side::above, 130.0};
    const Joint joint = of({rough, exact});
    CHECK(joint.verdict == Verdict::consistent);
    CHECK(joint.why == Joint::Why::more_exact);
    CHECK(joint.decisive == 1);
    // Below the claim, but not told from it, is on the same side.
    const Vote near{true, Verdict::consistent, Side::below, 35.0};
    const Vote low{true, Verdict::overstated, Side::below, 10.0};
    CHECK(of({near, low}).verdict == Verdict::overstated);
    // As rough as the other, or of unknown error, it does not.
    CHECK(of({{true, Verdict::understated, Side::above, 50.0}, exact}).why == Joint::Why::differ);
    CHECK(of({{true, Verdict::understated, Side::above, std::nullopt}, exact}).why ==
          Joint::Why::differ);
}
