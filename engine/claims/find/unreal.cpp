// SPDX-License-Identifier: MIT
#include "engine/claims/find/unreal.hpp"

#include "engine/claims/find/digits.hpp"
#include "engine/claims/words/yardstick_names.hpp"

#include <algorithm>
#include <chrono>

namespace engine {
namespace {

/// Between clauses stand marks, and words ("but", "that", "which"). The comma of a number has no
/// space behind it.
bool parts_clauses(const Annotated& text, std::size_t i) {
    const Tokens& tokens = text.tokens();
    const bool spaced = i + 1 < text.size() && tokens.list[i + 1].space_before;
    const bool comma = tokens.is(i, ",") && spaced;
    const bool dash = tokens.is(i, "-") && spaced && tokens.list[i].space_before;
    return comma || dash || tokens.is(i, ";") || tokens.is(i, ":") || tokens.is(i, "(") ||
           tokens.is(i, ")") || text.phrase_before(i + 1, text.lexicon().clause_words).has_value();
}

std::size_t clause_begin(const Annotated& text, Sentence s, std::size_t at) {
    while (at > s.first && !parts_clauses(text, at - 1)) {
        --at;
    }
    return at;
}

/// The clause that holds a claim: the claim's own words may have marks inside. What stands beside
/// another ("…, an area the size of India") belongs to the clause before its comma.
Sentence clause_of(const Annotated& text, Sentence s, const Draft& draft) {
    constexpr std::size_t kBeside = 3; // tokens before the claim in a clause of its own
    Sentence clause = s;
    clause.first = clause_begin(text, s, draft.first);
    const bool comma = clause.first > s.first && text.tokens().is(clause.first - 1, ",");
    if (comma && draft.first - clause.first <= kBeside) {
        clause.first = clause_begin(text, s, clause.first - 1);
    }
    clause.last = std::min(draft.last, s.last);
    while (clause.last < s.last && !parts_clauses(text, clause.last)) {
        ++clause.last;
    }
    return clause;
}

/// "without Crimea": land is left out, and no deed.
bool leaves_out_land(const Annotated& text, Sentence s, std::size_t last) {
    constexpr int kFillers = 2;
    return text.phrase_before(last, text.lexicon().without) &&
           yardstick_at(text, skip_fillers(text, last, s.last, kFillers));
}

/// Whether a phrase is part of another that says nothing of the kind: "not" in "not only".
bool is_harmless(const Annotated& text, Sentence s, std::size_t first, std::size_t last) {
    constexpr std::size_t kReach = 4; // tokens
    if (leaves_out_land(text, s, last)) {
        return true;
    }
    const std::size_t end = std::min(last + kReach, s.last);
    for (std::size_t at = last; at <= end; ++at) {
        const auto real = text.phrase_before(at, text.lexicon().real);
        if (real && *real <= first) {
            return true;
        }
    }
    const std::size_t from = first > s.first + kReach ? first - kReach : s.first;
    for (std::size_t i = from; i <= first; ++i) { // "no more than"
        const auto hedge = text.at(i, Meaning::kHedge);
        if (hedge && hedge->last >= last) {
            return true;
        }
    }
    return false;
}

bool says(const Annotated& text, Sentence s, std::size_t from, std::size_t to,
          const PhraseList& phrases) {
    for (std::size_t last = from; last <= to; ++last) {
        const auto first = text.phrase_before(last, phrases);
        // A capital inside a sentence begins a name: the month of May, Will.
        const bool name = first && *first > s.first && text.tokens().list[*first].capital &&
                          !text.lexicon().nouns_capital;
        if (first && *first >= s.first && !name && !is_harmless(text, s, *first, last)) {
            return true;
        }
    }
    return false;
}

/// "Did they take 300 km²?": a question mark ends the sentence, quotes and brackets apart.
bool is_question(const Annotated& text, Sentence s, std::size_t from) {
    for (std::size_t i = from; i < s.last; ++i) {
        if (text.tokens().is(i, "?")) {
            return true;
        }
    }
    return false;
}

/// "If Crimea is included, Russia holds 18 %": where a condition of counting ends, at its comma or,
/// without one, behind its verb; the sentence's first token where there is none.
std::size_t behind_counting(const Annotated& text, Sentence s) {
    constexpr std::size_t kReach = 9; // tokens
    const std::size_t end = std::min(s.first + kReach, s.last);
    for (std::size_t i = s.first; i < end; ++i) {
        if (const auto last = text.phrase_at(i, text.lexicon().counts_in, end)) {
            return *last;
        }
    }
    return s.first;
}

/// "If nothing changes, 300 km² are lost", quotes apart.
bool opens_with_condition(const Annotated& text, Sentence s) {
    constexpr std::size_t kLongest = 4; // tokens, with a quote
    for (std::size_t last = s.first + 1; last <= std::min(s.first + kLongest, s.last); ++last) {
        const auto first = text.phrase_before(last, text.lexicon().conditions);
        const bool opens = first && (*first == s.first ||
                                     (*first == s.first + 1 && text.tokens().is(s.first, "\"")));
        if (opens) {
            return behind_counting(text, s) == s.first;
        }
    }
    return false;
}

/// "by 2030", "bis 2030": a year to come, behind a word that says when or up to when.
bool names_year_to_come(const Annotated& text, Sentence clause, const Draft& draft,
                        std::optional<Date> published) {
    constexpr int kMostYears = 80;
    constexpr Meanings kWhen = bit_of(Meaning::kInMonth) | bit_of(Meaning::kUntil) |
                               bit_of(Meaning::kRange) | bit_of(Meaning::kRangeAnd);
    if (!published) {
        return false;
    }
    const int now = static_cast<int>(std::chrono::year_month_day(published->days()).year());
    for (std::size_t i = clause.first + 1; i < clause.last; ++i) {
        const int year = short_number(text.tokens(), i, clause.last, 4);
        const bool to_come = year > now && year <= now + kMostYears;
        const bool inside = draft.first <= i && i < draft.last;
        if (to_come && !inside && text.ends_any(kWhen, i) &&
            !text.has_any(bit_of(Meaning::kUnit), i + 1, i + 2)) {
            return true;
        }
    }
    return false;
}

/// "For comparison, a wheat field has 24 hectares": set beside, where nothing is done and no time
/// is named.
bool only_compares(const Annotated& text, Sentence s) {
    constexpr std::size_t kOpens = 6; // tokens
    constexpr Meanings kDone = bit_of(Meaning::kNature) | bit_of(Meaning::kMonth) |
                               bit_of(Meaning::kLastPeriod) | bit_of(Meaning::kThisPeriod) |
                               bit_of(Meaning::kAgo);
    if (!text.has_phrase(text.lexicon().comparisons, s.first, std::min(s.first + kOpens, s.last)) ||
        text.has_any(kDone, s.first, s.last)) {
        return false;
    }
    for (std::size_t i = s.first; i < s.last; ++i) {
        const int year = short_number(text.tokens(), i, s.last, 4);
        if (year >= 1900 && year < 2100) {
            return false;
        }
    }
    return !text.has_any(kDeeds, s.first, s.last) || !text.has(Meaning::kParty, s.first, s.last);
}

/// "the planned 500 hectares", "las 900 hectáreas previstas": right beside the claim.
bool is_planned(const Annotated& text, Sentence s, const Draft& draft) {
    const PhraseList& planned = text.lexicon().planned;
    const auto before = text.phrase_before(draft.first, planned);
    return (before && *before >= s.first) ||
           text.phrase_at(draft.last, planned, s.last).has_value();
}

} // namespace

bool is_unreal(const Annotated& text, Sentence s, const Draft& draft,
               std::optional<Date> published) {
    if (s.is_claim) {
        return false; // a person states it
    }
    Sentence clause = clause_of(text, s, draft);
    clause.first = std::max(clause.first, std::min(behind_counting(text, s), draft.first));
    return is_question(text, s, draft.last) || is_planned(text, s, draft) ||
           opens_with_condition(text, s) || only_compares(text, s) ||
           names_year_to_come(text, clause, draft, published) ||
           says(text, s, clause.first, clause.last, text.lexicon().unreal) ||
           says(text, s, clause.first, draft.first, text.lexicon().purpose) ||
           says(text, s, s.first, draft.first, text.lexicon().denials);
}

} // namespace engine
