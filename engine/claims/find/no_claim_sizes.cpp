// SPDX-License-Identifier: MIT
#include "engine/claims/find/no_claim_sizes.hpp"

#include "engine/claims/find/draft.hpp"
#include "engine/claims/words/yardstick_names.hpp"

#include <algorithm>
#include <cmath>

namespace engine {
namespace {

constexpr Meanings kHappens = kDeeds | bit_of(Meaning::kNature) | bit_of(Meaning::kGrow);

/// "The size of the island of Montréal (480 km²)": in brackets behind what is compared with.
bool explains_size(const Annotated& text, Sentence s, std::size_t first) {
    constexpr std::size_t kReach = 8; // tokens of the name, with "the island of"
    if (first <= s.first || !text.tokens().is(first - 1, "(")) {
        return false;
    }
    const std::size_t from = first > s.first + kReach ? first - kReach : s.first;
    bool named = false;
    for (std::size_t i = first - 1; i-- > from;) {
        if (text.tokens().list[i].kind == TokenKind::kDigits) {
            return false;
        }
        if (text.ends_any(bit_of(Meaning::kSizeBefore) | bit_of(Meaning::kEquals), i + 1)) {
            return named;
        }
        named = named || text.tokens().list[i].capital;
    }
    return false;
}

/// Whether the figure is about what sources give for the region of this name. Of one that the news
/// name as who acts only where a noun for its land is beside ("Ukraine has an area of").
bool is_about(const Annotated& text, double km2, const NameFound& name, std::size_t figure) {
    constexpr double kAlike = 0.03;  // sources differ, and the press rounds
    constexpr std::size_t kNoun = 3; // tokens before the name: "the total area of"
    const std::size_t from = name.first > kNoun ? name.first - kNoun : 0;
    const bool land = text.has(Meaning::kAreaNoun, from, name.first) ||
                      text.has(Meaning::kAreaNoun, name.last, figure);
    return std::ranges::any_of(name.regions, [&](const Yardstick* region) {
        const double sizes[] = {region->total_km2, region->land_km2, region->low_km2,
                                region->high_km2};
        const bool acts = region->actor && (!land || region->kind == "city");
        return !acts && std::ranges::any_of(sizes, [&](double size) {
            return std::abs(km2 - size) <= kAlike * size;
        });
    });
}

/// Whether something is done, or burns, between the figure and the end of its clause.
bool happens_behind(const Annotated& text, Sentence s, std::size_t from) {
    for (std::size_t i = from; i < s.last; ++i) {
        const bool comma = text.tokens().is(i, ",") && i + 1 < s.last;
        if (comma || text.tokens().is(i, ";") || text.tokens().is(i, ":")) {
            return false;
        }
        if (text.has_any(kHappens, i, i + 1)) {
            return true;
        }
    }
    return false;
}

} // namespace

bool is_size_of_region(const Annotated& text, Sentence s, const Quantity& q,
                       const UnitFound& unit) {
    constexpr std::size_t kReach = 16; // tokens from the region to its size
    if (s.is_claim) {
        return false;
    }
    const std::size_t first = hedge_before(text, s, q.first).first;
    if (explains_size(text, s, first)) {
        return true;
    }
    const std::size_t from = first > s.first + kReach ? first - kReach : s.first;
    for (std::size_t i = first; i-- > from;) {
        const auto holds = text.at(i, Meaning::kHold); // "Denmark has", "Poland covers"
        const bool happens = text.has_any(kHappens & ~bit_of(Meaning::kHold), i, i + 1) ||
                             (holds && text.has(Meaning::kParty, s.first, s.last));
        if ((happens && !text.at(i, Meaning::kRegionName)) || text.at(i, Meaning::kPercent)) {
            return false;
        }
        const auto name = yardstick_at(text, i);
        if (name && name->last <= first && is_about(text, q.value * unit.unit->km2, *name, first)) {
            return !happens_behind(text, s, q.last);
        }
    }
    return false;
}

bool is_threshold(const Annotated& text, Sentence s, const Quantity& q, const UnitFound& unit) {
    constexpr int kLinks = 3; // "with an area of"
    const HedgeFound hedge = hedge_before(text, s, q.first);
    const auto after = text.at(unit.last, Meaning::kHedgeAfter);
    const bool bound = hedge.id == "more_than" || hedge.id == "less_than" ||
                       hedge.id == "at_least" || (after && after->what->key == "at_least");
    if (s.is_claim || !bound) {
        return false;
    }
    constexpr double kHectare = 0.01; // km²
    if (q.value == 1.0 && unit.unit->km2 <= kHectare) {
        return true; // "those that burned at least one hectare"
    }
    std::size_t at = hedge.first;
    for (int n = 0; n <= kLinks && at > s.first; ++n) {
        if (const auto fires = text.phrase_before(at, text.lexicon().fires)) {
            return *fires >= s.first;
        }
        const auto link = text.phrase_before(at, text.lexicon().fire_links);
        const auto noun = text.ending_at(at, Meaning::kAreaNoun);
        const auto filler = text.ending_at(at, Meaning::kFiller);
        const std::size_t next = link ? *link : noun ? noun->first : filler ? filler->first : at;
        if (next == at && !text.tokens().is(at - 1, ",")) {
            return false;
        }
        at = next == at ? at - 1 : next;
    }
    return false;
}

} // namespace engine
