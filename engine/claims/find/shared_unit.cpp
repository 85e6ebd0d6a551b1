// SPDX-License-Identifier: MIT
// Figures without a unit of their own: "610 in October and 725 km² in November".
#include "engine/claims/find/area_units.hpp"
#include "engine/claims/find/draft.hpp"
#include "engine/claims/find/elided_clause.hpp"
#include "engine/claims/find/season.hpp"

#include <algorithm>

namespace engine {

bool counts_area(const Annotated& text, Sentence s, const Quantity& part) {
    constexpr Meanings kTold = kDeeds | bit_of(Meaning::kNature) | bit_of(Meaning::kBeside);
    constexpr std::size_t kReach = 6; // tokens: "are still in their hands"
    std::size_t at = part.last;
    while (const auto last = text.phrase_at(at, text.lexicon().behind_part, s.last)) {
        at = *last; // "(20) have died" is none of land
    }
    const bool ends = at >= s.last || text.tokens().list[at].kind == TokenKind::kMark;
    const bool told =
        at > part.last && text.has_any(kTold, part.last, std::min(part.last + kReach, s.last));
    return ends || told || text.is_locative(at) || text.has_any(kTold, part.last, part.last + 1);
}

namespace {

constexpr Meanings kNamedDays = bit_of(Meaning::kWeekday) | bit_of(Meaning::kRelativeDay);

bool is_recent_year(const Quantity& q) {
    return q.value >= 1900.0 && q.value < 2100.0;
}

/// Over "in October", "de junio", "en 2023", "the month before" after a number; i where nothing of
/// the kind stands there.
std::size_t skip_month(const Annotated& text, Sentence s, std::size_t i) {
    if (const auto before = text.at(i, Meaning::kLastPeriod); before && before->last <= s.last) {
        return before->last;
    }
    const auto opening = text.at(i, Meaning::kInMonth);
    if (const auto season = season_at(text, s, i); season && season->last <= s.last) {
        return season->last; // "in the second quarter"
    }
    const auto in = opening ? opening : text.at(i, Meaning::kFiller);
    if (!in || in->last >= s.last) {
        return i;
    }
    if (const auto before = text.at(in->last, Meaning::kLastPeriod);
        before && before->last <= s.last) {
        return before->last; // "frente a las 287 mil de un año antes"
    }
    const auto month = text.at(in->last, Meaning::kMonth);
    std::size_t at = month ? month->last : in->last;
    const bool year = is_digits(text.tokens(), at, s.last) && text.tokens().word(at).size() == 4;
    at += year ? 1U : 0U;
    return month || (year && opening) ? at : i;
}

/// Over "near Velyka Novosilka in February" too; a place alone is not skipped.
std::size_t skip_place_and_month(const Annotated& text, Sentence s, std::size_t i) {
    constexpr std::size_t kMostWords = 3; // of a name
    const auto near = text.phrase_at(i, text.lexicon().near, s.last);
    std::size_t at = near.value_or(i);
    for (std::size_t n = 0; near && n < kMostWords && at < s.last; ++n) {
        at += text.tokens().list[at].capital ? 1U : 0U;
    }
    const std::size_t after = skip_month(text, s, at);
    return after > at ? after : i;
}

/// Whether nothing but the area before is counted ahead of token `at`: "2,000 hectares on Monday,
/// up from 1,200", but not "2,000 hectares, and 40 people fled, up from 30".
bool counts_nothing_else(const Annotated& text, Sentence s, std::size_t at) {
    constexpr std::size_t kReach = 15; // tokens
    constexpr Meanings kCounted = bit_of(Meaning::kVague) | bit_of(Meaning::kNumber) |
                                  bit_of(Meaning::kSettlement) | bit_of(Meaning::kNotLand) |
                                  bit_of(Meaning::kNotArea) | bit_of(Meaning::kPercent);
    const std::size_t from = at > s.first + kReach ? at - kReach : s.first;
    for (std::size_t i = at; i-- > from;) {
        if (text.ends_any(bit_of(Meaning::kUnit), i + 1)) {
            return true;
        }
        const bool number =
            text.tokens().list[i].kind == TokenKind::kDigits || text.has_any(kCounted, i, i + 1);
        if (number && !text.at(i, Meaning::kAgainst) && !text.at(i, Meaning::kFiller)) {
            return false;
        }
    }
    return false;
}

/// "against 400.", "up from 1,200 on Monday", "against an average of 200 between 2006 and 2021":
/// what an area is compared with.
bool is_compared_figure(const Annotated& text, Sentence s, const Quantity& q,
                        const AreaBefore& before) {
    constexpr std::size_t kDay = 2; // tokens: "on Monday"
    constexpr Meanings kPeriod =
        bit_of(Meaning::kInMonth) | bit_of(Meaning::kBetween) | bit_of(Meaning::kWithin);
    std::size_t at = hedge_before(text, s, q.first).first;
    const auto average = text.phrase_before(at, text.lexicon().paces);
    at = average.value_or(at);
    const auto article = average ? text.ending_at(at, Meaning::kFiller) : std::nullopt;
    const auto over = article ? text.ending_at(article->first, Meaning::kAgainst) : std::nullopt;
    const auto against = over ? over : text.ending_at(at, Meaning::kAgainst);
    return against && against->first > s.first && is_like(q, before) &&
           counts_nothing_else(text, s, against->first) &&
           is_digits(text.tokens(), q.first, q.last) &&
           (ends_count(text, s, q.last) || text.has_any(kNamedDays, q.last, q.last + kDay) ||
            (average && text.has_any(kPeriod, q.last, q.last + 1)));
}

/// ", 610 in November", "and about 725 in December", "twice the 267 of October".
bool continues_list(const Annotated& text, Sentence s, std::size_t first) {
    constexpr Meanings kCompared =
        bit_of(Meaning::kAgainst) | bit_of(Meaning::kMultiple) | bit_of(Meaning::kEquals);
    std::size_t at = hedge_before(text, s, first).first;
    if (at > s.first + 1 && text.ends_any(bit_of(Meaning::kNumberAnd), at - 1) &&
        std::ranges::find(text.lexicon().degrees, text.tokens().word(at - 1)) !=
            text.lexicon().degrees.end()) {
        return true; // "and by 22 the year before"
    }
    const auto article = at > s.first ? text.ending_at(at, Meaning::kFiller) : std::nullopt;
    if (article && article->first > s.first &&
        (text.ends_any(kCompared, article->first) ||
         text.phrase_before(article->first, text.lexicon().than))) {
        return true; // "frente a los 588 de junio", "minder dan de 634 van juli"
    }
    return at > s.first &&
           (text.tokens().is(at - 1, ",") || text.tokens().is(at - 1, ";") ||
            text.ending_at(at, Meaning::kNumberAnd) || text.ending_at(at, Meaning::kAgainst));
}

/// "400 km² in the south and another 200 in the east": nothing is counted that has a name; "of
/// which 155 were in the east" counts what is before it.
bool is_another(const Annotated& text, Sentence s, const Quantity& q, const AreaBefore& before) {
    std::size_t at = q.first;
    for (int n = 0; n < 3 && at > s.first; ++n) {
        if (const auto first = text.phrase_before(at, text.lexicon().another)) {
            const bool part =
                text.phrase_at(*first, text.lexicon().of, at) && q.value < before.value;
            if (part && counts_area(text, s, q)) {
                return true;
            }
            const bool ends = text.has_any(kDeeds | bit_of(Meaning::kNature), q.last, q.last + 1) ||
                              q.last >= s.last ||
                              text.tokens().list[q.last].kind == TokenKind::kMark ||
                              text.at(q.last, Meaning::kInMonth).has_value();
            return ends || text.is_locative(q.last) ||
                   text.has_any(kNamedDays, q.last, q.last + 2) ||
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

/// "and in the second 1,416", ", у вересні — 259": the quarter right before the number.
bool follows_quarter(const Annotated& text, Sentence s, const Quantity& q) {
    constexpr std::size_t kReach = 6; // tokens from the quarter to the number
    if (!ends_count(text, s, q.last)) {
        return false;
    }
    const std::size_t from = q.first > s.first + kReach ? q.first - kReach : s.first;
    for (std::size_t i = q.first; i-- > from;) {
        const auto quarter = season_at(text, s, i);
        if (quarter && quarter->last <= q.first) {
            return i > s.first &&
                   (text.tokens().is(i - 1, ",") || text.ending_at(i, Meaning::kNumberAnd));
        }
    }
    return false;
}

/// ", in Griechenland waren es 2500": a place right behind the comma.
bool opens_with_place(const Annotated& text, std::size_t from, std::size_t to) {
    return from + 1 < to && text.is_locative(from) && text.at(from + 1, Meaning::kRegionName);
}

/// "in 2011" in [from, to).
bool names_year(const Annotated& text, Sentence s, std::size_t from, std::size_t to) {
    for (const auto& in : text.all(Meaning::kInMonth, from, to)) {
        const auto year = in.last < to ? read_quantity(text, in.last, s.last) : std::nullopt;
        if (year && may_be_year(text, *year) && is_recent_year(*year)) {
            return true;
        }
    }
    return false;
}

/// "(505 km² in November, twice as much as) in October (267)": in the brackets of a month.
bool is_in_brackets_of_month(const Annotated& text, Sentence s, const Quantity& q) {
    const std::size_t at = q.first;
    return at > s.first + 1 && text.tokens().is(at - 1, "(") && text.tokens().is(q.last, ")") &&
           (text.ends_any(bit_of(Meaning::kMonth), at - 1) ||
            text.ends_any(bit_of(Meaning::kMonth), at - 2));
}

/// ", im Dezember waren es noch 476 gewesen", ", у вересні — 259", ", am Montag 20": a clause that
/// only gives the figure of another time.
bool is_clause_of_month(const Annotated& text, Sentence s, const Quantity& q) {
    constexpr std::size_t kReach = 9; // tokens from the comma to the number
    constexpr Meanings kMonths = bit_of(Meaning::kMonth) | bit_of(Meaning::kLastPeriod) |
                                 bit_of(Meaning::kSeason) | bit_of(Meaning::kThisPeriod);
    constexpr Meanings kTimes =
        bit_of(Meaning::kInMonth) | bit_of(Meaning::kSeason) | bit_of(Meaning::kMonth);
    const auto period = text.at(q.last, Meaning::kThisPeriod); // "in Sicilia 2.200 da inizio mese"
    const auto ends = [&](std::size_t i) {
        if (period && i == q.last) {
            return ends_count(text, s, period->last);
        }
        const auto both = text.at(i, Meaning::kNumberAnd); // "i september 447 och i augusti 594"
        return ends_count(text, s, i) || (both && text.at(both->last, Meaning::kInMonth));
    };
    const auto behind = text.phrase_at(q.last, text.lexicon().behind_part, s.last);
    const bool known_verb = behind && ends(*behind); // "gewesen"
    const bool verb = text.lexicon().nouns_capital && !ends(q.last) && ends(q.last + 1) &&
                      !text.tokens().list[q.last].capital;
    if (!ends(q.last) && !verb && !known_verb) { // what is counted has a name: "300 soldiers"
        return false;
    }
    const Meanings told = ends(q.last) || known_verb ? kMonths | kNamedDays : kMonths;
    const std::size_t from = q.first > s.first + kReach ? q.first - kReach : s.first;
    for (std::size_t i = q.first; i-- > from;) {
        // "; em setembro, 447"
        const bool comma = text.tokens().is(i, ",") && text.ends_any(bit_of(Meaning::kMonth), i);
        const bool beside = i + 1 == q.first && (text.tokens().is(i, "-") || comma);
        if (text.tokens().list[i].kind == TokenKind::kWord || beside) {
            continue;
        }
        const bool year =
            (text.tokens().list[i].kind == TokenKind::kDigits && text.ends_any(kTimes, i));
        if (year) {
            continue; // "; en 2011 medía 70"
        }
        const bool after_figure =
            text.tokens().list[i].kind == TokenKind::kDigits && text.at(i + 1, Meaning::kNumberAnd);
        return (text.tokens().is(i, ",") || text.tokens().is(i, ";") || after_figure) &&
               (period || text.has_any(told, i + 1, q.first) ||
                (ends_count(text, s, q.last) && opens_with_place(text, i + 1, q.first)) ||
                names_year(text, s, i + 1, q.first));
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

/// "(14 square kilometres a day,) half the pace of last year, when it took 25 a day".
bool is_rate_alike(const Annotated& text, Sentence s, const Quantity& q, const AreaBefore& before) {
    constexpr Meanings kTold =
        bit_of(Meaning::kTake) | bit_of(Meaning::kRegain) | bit_of(Meaning::kAgainst);
    const std::size_t hedged = hedge_before(text, s, q.first).first;
    if (q.value < before.value && text.at(q.last, Meaning::kPer) &&
        is_digits(text.tokens(), q.first, q.last) &&
        (text.phrase_before(hedged, text.lexicon().paces) ||
         text.phrase_before(q.first, text.lexicon().paces))) {
        return true; // "2,700 km², on average 15 a day"
    }
    return is_like(q, before) && text.at(q.last, Meaning::kPer) &&
           text.has(Meaning::kPer, s.first, q.first) && is_digits(text.tokens(), q.first, q.last) &&
           text.ends_any(kTold, hedged);
}

} // namespace

UnitFound shared_unit(const Annotated& text, Sentence s, const Quantity& q,
                      const AreaBefore& before) {
    const AreaUnit* known = before.unit;
    constexpr double kLastDay = 31.0;
    const bool day = text.lexicon().month_first && q.value <= kLastDay &&
                     text.ends_any(bit_of(Meaning::kMonth), q.first); // "on December 31"
    if (day || (may_be_year(text, q) && is_recent_year(q))) {
        return {};
    }
    if (known != nullptr &&
        (is_another(text, s, q, before) || is_part_behind(text, s, q) ||
         is_clause_of_month(text, s, q) || follows_quarter(text, s, q) ||
         is_clause_of_deed(text, s, q, before) || is_clause_of_nature(text, s, q, before) ||
         is_rate_alike(text, s, q, before) || is_in_brackets_of_month(text, s, q) ||
         is_compared_figure(text, s, q, before))) {
        return {known, q.last, false};
    }
    const std::size_t after = skip_place_and_month(text, s, q.last);
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
