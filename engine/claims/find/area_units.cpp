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

} // namespace

UnitFound unit_after(const Annotated& text, Sentence s, const Quantity& q) {
    std::size_t at = q.last;
    if (text.tokens().is(at, "-")) {
        ++at; // "a 10-square-kilometre zone"
    }
    if (const auto after = text.at(at, Meaning::kHedgeAfter)) {
        at = after->last; // "2,000 or so square kilometres"
    }
    at = skip_fillers(text, at, s.last, 2);
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

namespace {

bool is_recent_year(const Quantity& q) {
    return q.value >= 1900.0 && q.value < 2100.0;
}

/// Over "in October", "de junio", "en 2023", "the month before" after a number; i where nothing of
/// the kind stands there.
std::size_t skip_month(const Annotated& text, std::size_t i, std::size_t end) {
    if (const auto before = text.at(i, Meaning::kLastPeriod); before && before->last <= end) {
        return before->last;
    }
    const auto opening = text.at(i, Meaning::kInMonth);
    if (const auto season = text.at(i, Meaning::kSeason); season && season->last <= end) {
        return season->last; // "in the second quarter"
    }
    const auto in = opening ? opening : text.at(i, Meaning::kFiller);
    if (!in || in->last >= end) {
        return i;
    }
    const auto month = text.at(in->last, Meaning::kMonth);
    std::size_t at = month ? month->last : in->last;
    const bool year = is_digits(text.tokens(), at, end) && text.tokens().word(at).size() == 4;
    at += year ? 1U : 0U;
    return month || (year && opening) ? at : i;
}

/// Over "near Velyka Novosilka in February" too; a place alone is not skipped.
std::size_t skip_place_and_month(const Annotated& text, std::size_t i, std::size_t end) {
    constexpr std::size_t kMostWords = 3; // of a name
    const auto near = text.phrase_at(i, text.lexicon().near, end);
    std::size_t at = near.value_or(i);
    for (std::size_t n = 0; near && n < kMostWords && at < end; ++n) {
        at += text.tokens().list[at].capital ? 1U : 0U;
    }
    const std::size_t after = skip_month(text, at, end);
    return after > at ? after : i;
}

/// ", 610 in November", "and about 725 in December".
bool continues_list(const Annotated& text, Sentence s, std::size_t first) {
    std::size_t at = hedge_before(text, s, first).first;
    const auto article = at > s.first ? text.ending_at(at, Meaning::kFiller) : std::nullopt;
    if (article && article->first > s.first && text.ending_at(article->first, Meaning::kAgainst)) {
        at = article->first; // "frente a los 588 de junio"
    }
    return at > s.first &&
           (text.tokens().is(at - 1, ",") || text.tokens().is(at - 1, ";") ||
            text.ending_at(at, Meaning::kNumberAnd) || text.ending_at(at, Meaning::kAgainst));
}

/// "400 km² in the south and another 200 in the east": nothing is counted that has a name.
bool is_another(const Annotated& text, Sentence s, const Quantity& q) {
    std::size_t at = q.first;
    for (int n = 0; n < 3 && at > s.first; ++n) {
        if (text.phrase_before(at, text.lexicon().another)) {
            const bool ends = q.last >= s.last ||
                              text.tokens().list[q.last].kind == TokenKind::kMark ||
                              text.at(q.last, Meaning::kInMonth).has_value();
            return ends || text.is_locative(q.last) ||
                   text.phrase_at(q.last, text.lexicon().near, s.last);
        }
        const auto hedge = text.ending_at(at, Meaning::kHedge);
        const auto word = hedge ? hedge : text.ending_at(at, Meaning::kFiller);
        if (!word || word->first < s.first) {
            return false;
        }
        at = word->first;
    }
    return false;
}

/// ", im Dezember waren es noch 476 gewesen", ", у вересні — 259": a clause that only gives the
/// figure of another month.
bool is_clause_of_month(const Annotated& text, Sentence s, const Quantity& q) {
    constexpr std::size_t kReach = 9; // tokens from the comma to the number
    const auto ends = [&](std::size_t i) {
        return i >= s.last || text.tokens().list[i].kind == TokenKind::kMark;
    };
    const bool verb = text.lexicon().nouns_capital && !ends(q.last) && ends(q.last + 1) &&
                      !text.tokens().list[q.last].capital;
    if (!ends(q.last) && !verb) { // what is counted has a name: "300 soldiers"
        return false;
    }
    const std::size_t from = q.first > s.first + kReach ? q.first - kReach : s.first;
    for (std::size_t i = q.first; i-- > from;) {
        const bool dash = text.tokens().is(i, "-") && i + 1 == q.first;
        if (text.tokens().list[i].kind == TokenKind::kWord || dash) {
            continue;
        }
        return (text.tokens().is(i, ",") || text.tokens().is(i, ";")) &&
               text.has_any(bit_of(Meaning::kMonth) | bit_of(Meaning::kLastPeriod) |
                                bit_of(Meaning::kSeason),
                            i + 1, q.first);
    }
    return false;
}

/// The unit of the number that begins at token `at`, hedges and fillers before it apart.
UnitFound unit_of_next(const Annotated& text, Sentence s, std::size_t at, const Quantity& q,
                       bool alike) {
    for (int n = 0; n < 3 && at < s.last; ++n) {
        if (const auto next = read_quantity(text, at, s.last)) {
            const bool near = next->value <= 20.0 * q.value && q.value <= 20.0 * next->value;
            const UnitFound unit = unit_after(text, s, *next);
            return unit.length || (alike && !near) ? UnitFound{} : unit;
        }
        const auto hedge = text.at(at, Meaning::kHedge);
        const auto word = hedge ? hedge : text.at(at, Meaning::kFiller);
        if (!word) {
            break;
        }
        at = word->last;
    }
    return {};
}

} // namespace

namespace {

/// "(300,000 hectares,) about 200,000 of which": the words stand behind the number.
bool is_part_behind(const Annotated& text, Sentence s, const Quantity& q) {
    constexpr std::size_t kWords = 3; // of "de las cuales"
    for (std::size_t last = q.last + 2; last <= std::min(q.last + kWords, s.last); ++last) {
        if (text.phrase_before(last, text.lexicon().another) == q.last) {
            return true;
        }
    }
    return false;
}

} // namespace

UnitFound shared_unit(const Annotated& text, Sentence s, const Quantity& q, const AreaUnit* known) {
    if (may_be_year(text, q) && is_recent_year(q)) {
        return {};
    }
    if (known != nullptr && (is_another(text, s, q) || is_part_behind(text, s, q))) {
        return {known, q.last, false};
    }
    if (known != nullptr && is_clause_of_month(text, s, q)) {
        return {known, q.last, false};
    }
    const std::size_t after = skip_place_and_month(text, q.last, s.last);
    if (known != nullptr && after > q.last && continues_list(text, s, q.first)) {
        return {known, q.last, false};
    }
    const bool grows = is_from_to(text, q.first, s.last);
    std::size_t at = after;
    if (const auto each = text.at(at, Meaning::kEach)) {
        at = each->last;
    } else if (const auto to = text.at(at, Meaning::kRangeAnd); to && grows) {
        at = to->last;
    } else if (const auto both = text.at(at, Meaning::kNumberAnd);
               both && q.value >= 10.0 &&
               (after > q.last || is_digits(text.tokens(), q.first, s.last))) {
        at = both->last;
    } else {
        return {};
    }
    UnitFound unit = unit_of_next(text, s, at, q, !grows);
    unit.last = q.last;
    return unit;
}

} // namespace engine
