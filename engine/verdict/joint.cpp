// SPDX-License-Identifier: MIT
#include "engine/verdict/joint.hpp"

#include <algorithm>
#include <vector>

namespace engine {
namespace {

bool finds_wrong(Verdict verdict) {
    return verdict != Verdict::consistent && verdict != Verdict::undecidable;
}

bool decides(const Vote& vote) {
    return vote.covered && vote.verdict != Verdict::undecidable;
}

/// The source whose spread is at most the share of every other covering one's.
std::optional<std::size_t> most_exact(std::span<const Vote> votes, double share) {
    for (std::size_t i = 0; i < votes.size(); ++i) {
        if (!decides(votes[i]) || !votes[i].spread_km2) {
            continue;
        }
        const bool outweighs = std::ranges::all_of(votes, [&](const Vote& other) {
            return &other == &votes[i] || !decides(other) ||
                   (other.spread_km2 && *votes[i].spread_km2 <= share * *other.spread_km2);
        });
        if (outweighs) {
            return i;
        }
    }
    return std::nullopt;
}

/// Whether a source cannot tell the claim from its maps, although it draws more exactly.
bool is_open_though_exact(const Vote& vote, const Vote& wrong) {
    return vote.verdict == Verdict::undecidable && vote.spread_km2 && wrong.spread_km2 &&
           *vote.spread_km2 < *wrong.spread_km2;
}

/// Whether a covering source bears the claim out, or leaves it open and should know better, while
/// `wrong` finds it wrong.
bool is_borne_out(std::span<const Vote> votes, const Vote& wrong) {
    return std::ranges::any_of(votes, [&](const Vote& v) {
        const bool opposite = (v.side == Side::below && wrong.side == Side::above) ||
                              (v.side == Side::above && wrong.side == Side::below);
        return &v != &wrong && v.covered &&
               (v.side == Side::inside || opposite || is_open_though_exact(v, wrong));
    });
}

} // namespace

Joint joint_verdict(std::span<const Vote> votes, const Thresholds& limits) {
    using Why = Joint::Why;
    if (std::ranges::none_of(votes, &Vote::covered)) {
        return {Verdict::undecidable, Why::not_covered};
    }
    const auto first = std::ranges::find_if(votes, decides);
    if (first == votes.end()) {
        return {Verdict::undecidable, Why::undecided};
    }
    const bool same = std::ranges::all_of(
        votes, [&](const Vote& v) { return !decides(v) || v.verdict == first->verdict; });
    if (same) {
        const bool doubtful = finds_wrong(first->verdict) && is_borne_out(votes, *first);
        return doubtful ? Joint{Verdict::undecidable, Why::differ}
                        : Joint{first->verdict, Why::agree};
    }
    const auto exact = most_exact(votes, limits.precision_share);
    if (!exact || (finds_wrong(votes[*exact].verdict) && is_borne_out(votes, votes[*exact]))) {
        return {Verdict::undecidable, Why::differ};
    }
    return {votes[*exact].verdict, Why::more_exact, exact};
}

} // namespace engine
