// SPDX-License-Identifier: MIT
#include "engine/claims/find/area_units.hpp"

#include "engine/claims/find/draft.hpp"

#include <algorithm>

namespace engine {

std::size_t area_noun_after(const Annotated& text, std::size_t i, std::size_t end) {
    for (int n = 0; n < 4; ++n) {
        if (const auto noun = text.at(i, Meaning::kAreaNoun); noun && noun->last <= end) {
            return noun->last;
        }
        const std::size_t next = skip_fillers(text, i, end, 1);
        if (next == i) {
            break;
        }
        i = next;
    }
    return 0;
}

namespace {

/// "has liberated 2,000 kilometres": a regaining verb right before, nothing after that makes the
/// length a line.
bool is_object_of_regaining(const Annotated& text, Sentence s, std::size_t first,
                            std::size_t last) {
    if (!s.is_claim && !text.ending_at(hedge_before(text, s, first).first, Meaning::kRegain)) {
        return false;
    }
    const std::size_t next = skip_fillers(text, last, s.last, 3);
    return next == last && !text.at(last, Meaning::kNotArea);
}

/// "40 km kw. tygodniowo": the full stop of an abbreviation, where the sentence goes on.
std::size_t with_full_stop(const Annotated& text, Sentence s, std::size_t last) {
    const bool stop = text.tokens().is(last, ".") && last + 1 < s.last &&
                      text.ending_at(last, Meaning::kAbbreviation).has_value();
    return stop ? last + 1 : last;
}

/// "drove 20 km 2 hours ago" has no "km 2" in it.
bool is_number_of_time(const Annotated& text, std::size_t unit_last) {
    return text.tokens().list[unit_last - 1].kind == TokenKind::kDigits &&
           text.at(unit_last, Meaning::kTimeUnit).has_value();
}

/// "an area of 1,500 km": the noun right before the number, over "of" and a hedge.
bool follows_area_noun(const Annotated& text, Sentence s, std::size_t first) {
    std::size_t at = first;
    for (int n = 0; n < 3 && at > s.first; ++n) {
        const auto noun = text.ending_at(at, Meaning::kAreaNoun);
        if (noun && noun->first >= s.first) {
            return true;
        }
        const auto hedge = text.ending_at(at, Meaning::kHedge);
        const auto filler = hedge ? hedge : text.ending_at(at, Meaning::kFiller);
        if (!filler || filler->first < s.first) {
            return false;
        }
        if (text.has(Meaning::kAreaNoun, filler->first, filler->last)) {
            return true; // "an area of" may be one phrase
        }
        at = filler->first;
    }
    return false;
}

/// "svidd av 4000 mål": a word that is a unit among other things, right behind a large number,
/// where the sentence speaks of land.
UnitFound loose_unit(const Annotated& text, Sentence s, const Quantity& q,
                     const Annotated::Found& unit) {
    constexpr double kLeast = 10.0;
    constexpr Meanings kLand =
        bit_of(Meaning::kNature) | bit_of(Meaning::kAreaNoun) | bit_of(Meaning::kRegionNoun);
    const bool land =
        unit.first == q.last && q.value >= kLeast && text.has_any(kLand, s.first, s.last);
    return land ? UnitFound{area_unit(unit.what->key.substr(1)), unit.last, false} : UnitFound{};
}

bool is_area_of_length(const Annotated& text, Sentence s, const Quantity& q, std::size_t last) {
    return q.value >= 100.0 && follows_area_noun(text, s, q.first) &&
           !text.at(last, Meaning::kNotArea);
}

/// "8,500 flooded hectares": over a word in lower case before the unit that means nothing else.
std::size_t skip_adjective(const Annotated& text, Sentence s, const Quantity& q, std::size_t at) {
    if (at + 1 >= s.last || may_be_year(text, q)) {
        return at;
    }
    const Token& word = text.tokens().list[at];
    const bool adjective = word.kind == TokenKind::kWord && !word.capital &&
                           !text.has_any(~bit_of(Meaning::kNature), at, at + 1);
    return adjective && text.at(at + 1, Meaning::kUnit) ? at + 1 : at;
}

} // namespace

UnitFound unit_after(const Annotated& text, Sentence s, const Quantity& q) {
    std::size_t at = q.last;
    if (text.tokens().is(at, "-")) {
        ++at; // "a 10-square-kilometre zone"
    }
    if (const auto after = text.at(at, Meaning::kHedgeAfter)) {
        at = after->last; // "2,000 or so square kilometres"
    }
    at = skip_adjective(text, s, q, skip_fillers(text, at, s.last, 2));
    if (const auto unit = text.at(at, Meaning::kUnit);
        unit && unit->last <= s.last && !is_number_of_time(text, unit->last)) {
        return {area_unit(unit->what->key), with_full_stop(text, s, unit->last), false};
    }
    const auto length = text.at(at, Meaning::kLength);
    if (!length || length->last > s.last) {
        return {};
    }
    if (length->what->key.starts_with('~')) {
        return loose_unit(text, s, q, *length);
    }
    if (const std::size_t last = area_noun_after(text, length->last, s.last)) {
        return {area_unit(length->what->key), last, true};
    }
    if (is_area_of_length(text, s, q, length->last)) {
        return {area_unit(length->what->key), length->last, true};
    }
    if (q.value >= 100.0 && is_object_of_regaining(text, s, q.first, length->last)) {
        return {area_unit(length->what->key), length->last, true};
    }
    return {};
}

} // namespace engine
