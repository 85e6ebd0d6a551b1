// SPDX-License-Identifier: MIT
#pragma once

#include "engine/verdict/decide.hpp"
#include "engine/verdict/thresholds.hpp"
#include "engine/verdict/verdict.hpp"

#include <cstddef>
#include <optional>
#include <span>

namespace engine {

/// What one source says of a claim, as far as the joint verdict needs it.
struct Vote {
    bool covered = true; ///< it has maps of the whole period that count the same all through
    Verdict verdict = Verdict::undecidable;
    Side side = Side::across; ///< where its measurement lies towards the claim's band
    /// One standard deviation of its error and half of its bracket; nullopt where no error is
    /// known.
    std::optional<double> spread_km2;
};

/// The common verdict and what it rests on.
struct Joint {
    enum class Why {
        not_covered, ///< no source covers the period
        agree,       ///< all that decide say the same, and none supports another answer
        more_exact,  ///< `decisive` is so much more exact that it decides against others
        differ,      ///< the sources differ, and none is so much more exact
        undecided,   ///< none decides
    };
    Verdict verdict = Verdict::undecidable;
    Why why = Why::undecided;
    std::optional<std::size_t> decisive = std::nullopt; ///< index of the more exact source
};

/// One verdict for all sources. Those that do not cover the period have no vote; one that cannot
/// decide does not stand in the way of another, unless its own measurement lies in the band while
/// the other finds the claim wrong: nobody is said to be wrong while a source that covers the
/// period bears him out, or, being the more exact, cannot tell that he is. Where sources decide
/// differently, the most exact one decides if its spread is at most `precision_share` of every
/// other's, and, should it find the claim wrong, if the others lie on its side of the band.
Joint joint_verdict(std::span<const Vote> votes, const Thresholds& limits = thresholds());

} // namespace engine
