// SPDX-License-Identifier: MIT
#include "engine/claims/find/season.hpp"

#include <algorithm>

namespace engine {
namespace {

bool is_elided(const Annotated::Found& season) {
    return season.what->key.ends_with("elided");
}

/// A half of a year or a month, of which "in the second" may be the other.
bool is_half(const Annotated::Found& season) {
    constexpr double kMonths = 5.0; // from its first to its last
    return season.what->value2 - season.what->value == kMonths;
}

bool is_quarter(const Annotated::Found& season) {
    constexpr double kMonths = 2.0; // from its first to its last
    return !is_elided(season) && season.what->value2 - season.what->value == kMonths;
}

} // namespace

std::optional<Annotated::Found> half_before(const Annotated& text, Sentence s, std::size_t i) {
    const auto before = text.all(Meaning::kSeason, s.first, i);
    const auto last = std::ranges::find_if_not(before.rbegin(), before.rend(), is_elided);
    return last != before.rend() && is_half(*last) ? std::optional(*last) : std::nullopt;
}

std::optional<Annotated::Found> season_at(const Annotated& text, Sentence s, std::size_t i) {
    constexpr Meanings kCounted = bit_of(Meaning::kTimeUnit) | bit_of(Meaning::kNumber) |
                                  bit_of(Meaning::kMonth) | bit_of(Meaning::kUnit) |
                                  bit_of(Meaning::kSettlement) | bit_of(Meaning::kRegionNoun);
    const auto found = text.at(i, Meaning::kSeason);
    if (!found || !is_elided(*found)) {
        return found;
    }
    const auto before = text.all(Meaning::kSeason, s.first, i);
    const bool named = std::ranges::any_of(before, is_quarter) || half_before(text, s, i);
    return named && !text.has_any(kCounted, found->last, found->last + 1) ? found : std::nullopt;
}

} // namespace engine
