// SPDX-License-Identifier: MIT
// Numbers of settlements: "30 towns and villages". Only where the sentence speaks of land changing
// hands or being held; a country also "has 98 towns".
#include "engine/claims/find/contest.hpp"
#include "engine/claims/find/draft.hpp"

#include <algorithm>
#include <utility>

namespace engine {
namespace {

/// Whether villages change hands or are held: those that are evacuated do so only where there is a
/// party, not before a fire.
bool speaks_of_holders(const Annotated& text, std::size_t first, std::size_t last) {
    constexpr Meanings kControl = bit_of(Meaning::kRegain) | bit_of(Meaning::kTake) |
                                  bit_of(Meaning::kLose) | bit_of(Meaning::kHold) |
                                  bit_of(Meaning::kNature);
    constexpr Meanings kHeld =
        bit_of(Meaning::kRegain) | bit_of(Meaning::kTake) | bit_of(Meaning::kHold);
    const auto nature = text.all(Meaning::kNature, first, last);
    const bool burns = std::ranges::any_of(nature, [](const Annotated::Found& word) {
        return word.what->key != "hands"; // "changed hands"
    });
    if (burns && !text.has(Meaning::kParty, first, last) && !text.has_any(kHeld, first, last)) {
        return false; // "floods have hit 1,655 villages, losses are put at …"
    }
    const auto beside = text.all(Meaning::kBeside, first, last);
    const bool driven = std::ranges::any_of(
        beside, [](const Annotated::Found& word) { return word.what->key == "drive"; });
    const bool left = (driven || text.has(Meaning::kWithdraw, first, last)) &&
                      text.has(Meaning::kParty, first, last);
    return left || text.has_any(kControl, first, last);
}

/// "On Thursday he spoke of 1,000 km² and 30 villages": beside an area the sentence before may say
/// what became of them.
bool tells_of_settlements(const Annotated& text, Sentence s) {
    const bool area = text.has(Meaning::kUnit, s.first, s.last);
    return text.has(Meaning::kSettlement, s.first, s.last) &&
           (speaks_of_holders(text, area ? s.before : s.first, s.last) ||
            text.has(Meaning::kFall, s.first, s.last)) &&
           !is_contest(text, s);
}

Draft make_count(const Annotated& text, Sentence s, const Quantity& q, std::size_t last) {
    const HedgeFound hedge = hedge_before(text, s, q.first);
    Draft draft;
    draft.first = hedge.first;
    draft.last = last;
    draft.claim.kind = ClaimKind::kCount;
    const auto after = text.at(q.last, Meaning::kHedgeAfter);
    const std::string behind = after ? after->what->key : q.about ? "about" : "";
    draft.claim.hedge = hedge.id.empty() ? behind : hedge.id;
    draft.claim.count = q.value;
    draft.claim.warnings = q.warnings;
    return draft;
}

/// "1,240 inhabitants of 12 towns", "1240 жителей 12 сел".
bool is_of_people(const Annotated& text, Sentence s, const Draft& draft) {
    constexpr Meanings kPeople = bit_of(Meaning::kNotArea) | bit_of(Meaning::kNotLand);
    const auto of = text.phrase_before(draft.first, text.lexicon().of);
    const std::size_t last = of.value_or(draft.first);
    return last >= s.first + 2 && text.ends_any(kPeople, last) &&
           text.tokens().list[last - 2].kind == TokenKind::kDigits;
}

/// More than a country has are seats ("60.000 localidades"); what happens in twelve villages
/// happens to none of them.
bool counts_places(const Annotated& text, Sentence s, const Draft& draft) {
    constexpr double kMost = 30000.0;
    const bool inside = draft.first > s.first && text.is_locative(draft.first - 1);
    return *draft.claim.count <= kMost && !inside && !is_of_people(text, s, draft);
}

/// "June 6": a number right behind a month, where the language writes days so.
bool may_be_day(const Annotated& text, const Quantity& q) {
    constexpr double kLastDay = 31.0;
    return text.lexicon().month_first && q.value <= kLastDay &&
           text.tokens().list[q.first].kind == TokenKind::kDigits &&
           text.ends_any(bit_of(Meaning::kMonth), q.first);
}

/// The noun that is counted, over a word that the lexicon does not know: "nine border villages".
std::optional<Annotated::Found> counted_noun(const Annotated& text, Sentence s, const Quantity& q) {
    const bool day = may_be_day(text, q);                     // "On June 6 entire villages fell"
    const auto hedge = text.at(q.last, Meaning::kHedgeAfter); // "ett 20-tal samhällen"
    const std::size_t from = hedge ? hedge->last : q.last;
    const std::size_t at = day ? from : skip_fillers(text, from, s.last, 2);
    const bool adjective =
        !day && at + 1 < s.last && text.tokens().list[at].kind == TokenKind::kWord &&
        !text.tokens().list[at].capital && !text.has_any(~bit_of(Meaning::kNotArea), at, at + 1);
    const auto noun = text.at(adjective ? at + 1 : at, Meaning::kSettlement);
    return noun && noun->last <= s.last ? noun : std::nullopt;
}

} // namespace

std::vector<Draft> find_counts(const Annotated& text, Sentence s) {
    std::vector<Draft> out;
    if (!tells_of_settlements(text, s)) {
        return out;
    }
    for (std::size_t i = s.first; i < s.last;) {
        const auto q = read_quantity(text, i, s.last);
        if (!q || !(q->value > 0.0)) {
            i = std::max(i + 1, skip_digits(text, i, s.last));
            continue;
        }
        if (const auto noun = counted_noun(text, s, *q)) {
            Draft draft = make_count(text, s, *q, noun->last);
            if (counts_places(text, s, draft)) {
                out.push_back(std::move(draft));
            }
        }
        i = q->last;
    }
    return out;
}

} // namespace engine
