// SPDX-License-Identifier: MIT
// Figures without a unit that have a month or a place of their own: "September's 447".
#include "engine/claims/find/elided_other.hpp"

#include "engine/claims/find/draft.hpp"
#include "engine/claims/find/elided_clause.hpp"
#include "engine/claims/find/season.hpp"

#include <algorithm>

namespace engine {

std::optional<std::size_t> owning_month(const Annotated& text, std::size_t number) {
    const Tokens& tokens = text.tokens();
    if (number == 0 || number >= text.size() || tokens.list[number].kind != TokenKind::kDigits) {
        return std::nullopt;
    }
    const bool apart = number > 2 && tokens.word(number - 1) == "s" && tokens.is(number - 2, "'");
    const auto month = text.ending_at(apart ? number - 2 : number, Meaning::kMonth);
    const bool genitive = month && (apart || month->what->key.ends_with(" of"));
    const bool capital =
        genitive && (!text.lexicon().months_capital || tokens.list[month->first].capital);
    return capital ? std::optional(month->first) : std::nullopt;
}

namespace {

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

} // namespace

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
        const bool difference = text.phrase_at(i + 1, text.lexicon().more, at) || // "o 115 więcej"
                                text.phrase_at(i + 1, text.lexicon().fewer, at);
        const bool date = text.ends_any(bit_of(Meaning::kInMonth) | bit_of(Meaning::kMonth), i) ||
                          text.at(i + 1, Meaning::kMonth); // "in 2024", "12 August"
        if (number && !difference && !date && !text.at(i, Meaning::kAgainst) &&
            !text.at(i, Meaning::kFiller)) {
            return false;
        }
    }
    return false;
}

namespace {

/// "12 refineries": a number of what no lexicon knows, between the area before and token `at`.
bool counts_something_unknown(const Annotated& text, Sentence s, std::size_t at) {
    for (std::size_t i = at; i-- > s.first && !text.ends_any(bit_of(Meaning::kUnit), i + 1);) {
        const bool number = text.tokens().list[i].kind == TokenKind::kDigits ||
                            text.at(i, Meaning::kNumber).has_value();
        if (number && i + 1 < at && text.tokens().list[i + 1].kind == TokenKind::kWord &&
            !text.has_any(~Meanings{0}, i + 1, i + 2)) {
            return true;
        }
    }
    return false;
}

} // namespace

bool continues_list(const Annotated& text, Sentence s, std::size_t first) {
    constexpr Meanings kCompared = bit_of(Meaning::kAgainst) | bit_of(Meaning::kMultiple) |
                                   bit_of(Meaning::kEquals) | bit_of(Meaning::kFraction);
    std::size_t at = hedge_before(text, s, first).first;
    if (at > s.first + 1 && text.ends_any(bit_of(Meaning::kNumberAnd), at - 1) &&
        std::ranges::find(text.lexicon().degrees, text.tokens().word(at - 1)) !=
            text.lexicon().degrees.end()) {
        return true; // "and by 22 the year before"
    }
    if (at > s.first && text.ends_any(kCompared & ~bit_of(Meaning::kAgainst), at)) {
        return true; // "poco più della metà dei 464 di agosto"
    }
    const auto article = at > s.first ? text.ending_at(at, Meaning::kFiller) : std::nullopt;
    if (article && article->first > s.first &&
        (text.ends_any(kCompared, article->first) ||
         text.phrase_before(article->first, text.lexicon().than))) {
        return true; // "frente a los 588 de junio", "minder dan de 634 van juli"
    }
    if (const auto against = at > s.first ? text.ending_at(at, Meaning::kAgainst) : std::nullopt) {
        return !counts_something_unknown(text, s, against->first); // but "12 refineries, up from 8"
    }
    return at > s.first && (text.tokens().is(at - 1, ",") || text.tokens().is(at - 1, ";") ||
                            text.ending_at(at, Meaning::kNumberAnd));
}

namespace {

/// ", algo más que los (447 de septiembre)", ", just above the": words behind a mark that compare.
bool is_compared_with(const Annotated& text, Sentence s, std::size_t first) {
    constexpr int kMostWords = 3; // "only a little"
    const HedgeFound hedge = hedge_before(text, s, first);
    if (hedge.id != "more_than" && hedge.id != "less_than" && hedge.id != "almost") {
        return false;
    }
    std::size_t at = hedge.first;
    for (int n = 0; n <= kMostWords && at > s.first + 1; ++n, --at) {
        if (text.tokens().list[at - 1].kind != TokenKind::kWord) {
            return text.tokens().is(at - 1, ",") || text.tokens().is(at - 1, "-") ||
                   text.tokens().is(at - 1, "(");
        }
        const bool adverb = text.phrase_at(at - 1, text.lexicon().only, hedge.first) ||
                            text.at(at - 1, Meaning::kFiller);
        if (!adverb) {
            return false; // ", wounding more than 150 in June"
        }
    }
    return false;
}

} // namespace

bool is_figure_of_other_month(const Annotated& text, Sentence s, const Quantity& q,
                              const AreaBefore& before) {
    if (!is_like(q, before) || !is_digits(text.tokens(), q.first, q.last)) {
        return false;
    }
    const auto month = owning_month(text, q.first);
    if (month && *month > s.first) {
        return counts_no_noun(text, s, q.last) && counts_nothing_else(text, s, *month);
    }
    const std::size_t after = skip_place_and_month(text, s, q.last);
    return after > q.last && counts_no_noun(text, s, after) && is_compared_with(text, s, q.first) &&
           counts_nothing_else(text, s, q.first);
}

namespace {

/// "in Spain": a word that says where, and a name.
bool is_place_named(const Annotated& text, Sentence s, std::size_t i) {
    const auto name = [&](std::size_t at) {
        return at < s.last && text.tokens().list[at].capital && !text.at(at, Meaning::kMonth) &&
               !text.at(at, Meaning::kWeekday) &&
               (!text.lexicon().nouns_capital || text.at(at, Meaning::kRegionName));
    };
    return text.is_locative(i) && (name(i + 1) || name(skip_fillers(text, i + 1, s.last, 1)));
}

} // namespace

bool is_figure_of_other_place(const Annotated& text, Sentence s, const Quantity& q,
                              const AreaBefore& before) {
    const std::size_t at = hedge_before(text, s, q.first).first;
    const bool joined = at > s.first && text.ends_any(bit_of(Meaning::kNumberAnd), at);
    std::size_t behind = q.last + 1; // "and 300 in Portugal were evacuated" are no hectares
    while (behind < s.last &&
           (text.tokens().list[behind].capital || text.at(behind, Meaning::kFiller))) {
        ++behind;
    }
    if (!joined || !ends_count(text, s, behind) || !is_like(q, before) ||
        !is_place_named(text, s, q.last) || !is_digits(text.tokens(), q.first, q.first + 1) ||
        !counts_nothing_else(text, s, at)) {
        return false;
    }
    for (std::size_t i = at; i-- > s.first;) {
        if (text.ends_any(bit_of(Meaning::kUnit), i + 1)) {
            return false;
        }
        if (is_place_named(text, s, i)) {
            return true;
        }
    }
    return false;
}

} // namespace engine
