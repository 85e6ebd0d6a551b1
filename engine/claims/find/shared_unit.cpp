// SPDX-License-Identifier: MIT
// Figures without a unit of their own: "610 in October and 725 km² in November".
#include "engine/claims/find/area_units.hpp"
#include "engine/claims/find/draft.hpp"
#include "engine/claims/find/elided_clause.hpp"
#include "engine/claims/find/elided_other.hpp"
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

/// "against", "up from" before token `at`; or "from" behind a verb of growth: "spadło do 5,7 … z 8
/// w marcu".
std::optional<Annotated::Found> compared_from(const Annotated& text, Sentence s, const Quantity& q,
                                              std::size_t at) {
    const auto from = text.ending_at(at, Meaning::kBetween);
    const bool article = from && text.at(from->first, Meaning::kFiller) &&
                         skip_place_and_month(text, s, q.last) == q.last;
    const bool fell = from && from->what->key == "from" && !article &&
                      text.has(Meaning::kGrow, s.first, from->first);
    const auto against = text.ending_at(at, Meaning::kAgainst);
    const auto the = at > s.first && !against ? text.ending_at(at, Meaning::kFiller) : std::nullopt;
    return fell ? from : the ? text.ending_at(the->first, Meaning::kAgainst) : against;
}

/// "(compared with) the 1,376 it had at the peak", "i 1.376 del momento migliore": an article
/// before and a small word behind leave no room for a noun, and what follows tells of holding or
/// taking.
bool stands_for_noun(const Annotated& text, Sentence s, const Quantity& q) {
    constexpr std::size_t kReach = 3; // tokens: "it had", "que controlaba"
    constexpr Meanings kSmall = bit_of(Meaning::kFiller) | bit_of(Meaning::kTitle);
    constexpr Meanings kNames =
        bit_of(Meaning::kParty) | bit_of(Meaning::kDemonym) | bit_of(Meaning::kRegionName);
    if (q.last >= s.last || text.has_any(kNames, q.last, q.last + 1) ||
        text.tokens().list[q.last].capital) {
        return false;
    }
    const bool clause = text.phrase_at(q.last, text.lexicon().clause_words, s.last).has_value();
    const bool small = text.ends_any(bit_of(Meaning::kFiller), q.first) &&
                       text.has_any(kSmall, q.last, q.last + 1);
    const std::size_t end = std::min(q.last + kReach, s.last);
    return (small || clause) && (text.has_any(kDeeds, q.last, end) ||
                                 text.has_phrase(text.lexicon().behind_part, q.last, end) ||
                                 text.has_phrase(text.lexicon().pace_nouns, q.last, end) ||
                                 text.has_phrase(text.lexicon().records, q.last, end));
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
    const auto against = over ? over : compared_from(text, s, q, at);
    return against && against->first > s.first && is_like(q, before) &&
           counts_nothing_else(text, s, against->first) &&
           is_digits(text.tokens(), q.first, q.last) &&
           (counts_no_noun(text, s, q.last) || stands_for_noun(text, s, q) ||
            text.has_any(kNamedDays, q.last, q.last + kDay) ||
            (average && text.has_any(kPeriod, q.last, q.last + 1)));
}

/// Whether the area before token `at` is the last that is counted; not so in "400 hectares burned
/// and 300 residents were moved, of whom 20".
bool follows_area(const Annotated& text, Sentence s, std::size_t at) {
    for (std::size_t i = at; i > s.first; --i) {
        if (text.ends_any(bit_of(Meaning::kUnit), i)) {
            return !text.has(Meaning::kSettlement, i, at);
        }
        const int year = short_number(text.tokens(), i - 1, s.last, 4);
        const bool date = text.has(Meaning::kMonth, i, std::min(i + 2, at)) || // "1er janvier"
                          (year >= 1900 && year < 2100);
        if (text.tokens().list[i - 1].kind == TokenKind::kDigits && !date) {
            return false;
        }
    }
    return false;
}

/// "35,000 acres, of which 13,690 lay above the town", "de las que 9.564 eran superficie forestal":
/// a part of the area before, where nothing else is counted between them nor behind.
bool is_of_which(const Annotated& text, Sentence s, const Quantity& q, const AreaBefore& before) {
    constexpr double kLeast = 0.001; // of the whole
    constexpr Meanings kLand = kDeeds | bit_of(Meaning::kNature) | bit_of(Meaning::kAreaNoun);
    std::size_t first = hedge_before(text, s, q.first).first;
    first -= first > s.first && text.tokens().is(first - 1, ",") ? 1U : 0U; // "de ellas, 15.000"
    const auto which = text.phrase_before(first, text.lexicon().of_which);
    if (!which || *which < s.first || !is_digits(text.tokens(), q.first, q.last) ||
        q.value >= before.value || q.value < kLeast * before.value ||
        !follows_area(text, s, *which)) {
        return false;
    }
    std::size_t at = q.last;
    while (const auto last = text.phrase_at(at, text.lexicon().behind_part, s.last)) {
        at = *last;
    }
    at = skip_fillers(text, at, s.last, 2);
    const auto is_end = [&](std::size_t i) {
        return i >= s.last || text.tokens().list[i].kind == TokenKind::kMark;
    };
    // "son arboladas.": one word that the lexicon need not know
    const bool ends = is_end(at) || (at > q.last && !text.tokens().list[at].capital &&
                                     !text.at(at, Meaning::kSettlement) && is_end(at + 1));
    const bool place = !ends && !text.lexicon().nouns_capital && at > q.last && at + 1 < s.last &&
                       !text.tokens().list[at].capital && text.tokens().list[at + 1].capital;
    return ends || place || text.is_locative(at) || text.has_any(kLand, at, at + 1) ||
           text.at(at, Meaning::kHedge) || // "lay above the reservoir"
           text.phrase_at(at, text.lexicon().near, s.last);
}

/// "400 km² in the south and another 200 in the east": nothing is counted that has a name; "of
/// which 155 were in the east" counts what is before it.
bool is_another(const Annotated& text, Sentence s, const Quantity& q, const AreaBefore& before) {
    std::size_t at = q.first;
    for (int n = 0; n < 3 && at > s.first; ++n) {
        const auto which = text.phrase_before(at, text.lexicon().of_which);
        if (which && !follows_area(text, s, *which)) {
            return false;
        }
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

/// Whether one of these times stands in [from, to); a month that owns what follows it ("we
/// wrześniowych walkach zginęło 300") is none.
bool names_time(const Annotated& text, Meanings times, std::size_t from, std::size_t to) {
    const auto months = text.all(Meaning::kMonth, from, to);
    const bool month = std::ranges::any_of(
        months, [](const Annotated::Found& found) { return !found.what->key.ends_with(" of"); });
    return month || text.has_any(times & ~bit_of(Meaning::kMonth), from, to);
}

/// ", in Griechenland waren es 2500": a place right behind the comma.
bool opens_with_place(const Annotated& text, std::size_t from, std::size_t to) {
    const auto contrast = text.phrase_at(from, text.lexicon().contrast, to); // ", a w Portugalii"
    from = contrast.value_or(from);
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
    const std::size_t hedged = hedge_before(text, s, q.first).first;
    for (std::size_t i = q.first; i-- > from;) {
        // "; em setembro, 447"
        const bool comma = text.tokens().is(i, ",") && text.ends_any(bit_of(Meaning::kMonth), i);
        const bool beside =
            (i + 1 == q.first || i + 1 == hedged) && (text.tokens().is(i, "-") || comma);
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
               (period || names_time(text, told, i + 1, q.first) ||
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

/// "(y 300 en noviembre) murieron": a word that no lexicon knows says what is counted.
bool begins_unknown(const Annotated& text, Sentence s, std::size_t at) {
    return at < s.last && text.tokens().list[at].kind == TokenKind::kWord &&
           !text.has_any(~Meanings{0}, at, at + 1) && !text.is_locative(at) &&
           !text.phrase_at(at, text.lexicon().behind_part, s.last);
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
        (is_another(text, s, q, before) || is_of_which(text, s, q, before) ||
         is_part_behind(text, s, q) || is_clause_of_month(text, s, q) ||
         follows_quarter(text, s, q) || is_clause_of_deed(text, s, q, before) ||
         is_clause_of_nature(text, s, q, before) || is_rate_alike(text, s, q, before) ||
         is_in_brackets_of_month(text, s, q) || is_compared_figure(text, s, q, before) ||
         is_figure_of_other_place(text, s, q, before))) {
        return {known, q.last, false};
    }
    const std::size_t after = skip_place_and_month(text, s, q.last);
    if (known != nullptr && after > q.last && is_like(q, before) &&
        !begins_unknown(text, s, after) && continues_list(text, s, q.first)) {
        return {known, q.last, false};
    }
    if (known != nullptr && is_figure_of_other_month(text, s, q, before)) {
        return {known, q.last, false, true};
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
