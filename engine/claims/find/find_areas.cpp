// SPDX-License-Identifier: MIT
// Figures with a unit of area, and what may follow them: a conversion in brackets, "a week".
#include "engine/claims/find/area_units.hpp"
#include "engine/claims/find/conversion.hpp"
#include "engine/claims/find/derived.hpp"
#include "engine/claims/find/draft.hpp"
#include "engine/claims/find/no_claim_sizes.hpp"

#include <algorithm>

namespace engine {
namespace {

/// "The shop has 1,200 square metres": what is counted in square metres or feet is a building's,
/// where nothing in the sentence speaks of land.
bool measures_building(const Annotated& text, Sentence s, const UnitFound& unit) {
    constexpr double kLargest = 1e-6; // km²: a square metre
    constexpr Meanings kLand = bit_of(Meaning::kAreaNoun) | bit_of(Meaning::kNature) |
                               bit_of(Meaning::kParty) | bit_of(Meaning::kRegionName) |
                               bit_of(Meaning::kEquals) | bit_of(Meaning::kSizeBefore);
    return !s.is_claim && unit.unit->km2 <= kLargest && !text.has_any(kLand, s.first, s.last);
}

/// "A town of 29 square kilometres": how large a place is, which nobody states of it.
bool describes_place(const Annotated& text, Sentence s, std::size_t first) {
    const auto of = text.phrase_before(first, text.lexicon().of);
    const auto noun =
        of && *of > s.first ? text.ending_at(*of, Meaning::kRegionNoun) : std::nullopt;
    return !s.is_claim && noun && noun->what->key.find("city") != std::string::npos;
}

/// "1.2 million square metres of housing", "30 m² per person" are no land. "Per one square
/// kilometre", "one hectare is 100 ares": a one in words counts only with a hedge or with the land
/// it measures ("about one square mile of forest").
bool counts_nothing(const Annotated& text, Sentence s, const Quantity& q, const UnitFound& unit) {
    const auto rooms = text.at(unit.last, Meaning::kNotArea);
    if (rooms && rooms->what->key == "rooms") {
        return true;
    }
    return q.value == 1.0 && !text.has(Meaning::kGrow, s.first, s.last) &&
           text.tokens().list[q.first].kind == TokenKind::kWord &&
           hedge_before(text, s, q.first).id.empty() &&
           area_noun_after(text, unit.last, s.last) == 0;
}

/// "A square kilometre is 100 hectares" measures nothing: a unit without a number right before.
bool is_definition(const Annotated& text, Sentence s, std::size_t first) {
    const auto equals = text.ending_at(first, Meaning::kEquals); // "an acre is equal to"
    const std::size_t reach = equals && equals->first > s.first ? first - equals->first + 2 : 2;
    for (std::size_t back = 1; back <= reach && first >= s.first + back; ++back) {
        const auto unit = text.ending_at(first - back, Meaning::kUnit);
        // "ha" is a verb in many languages, and no definition writes a unit so shortly
        const bool letters =
            unit && text.tokens().word(unit->first).size() <= 2 && unit->last == unit->first + 1;
        if (!unit || unit->first < s.first || letters) {
            continue;
        }
        const std::size_t at = unit->first;
        const auto number = text.ending_at(at, Meaning::kNumber);
        const bool counted = at > s.first && (is_digits(text.tokens(), at - 1, at) ||
                                              text.ending_at(at, Meaning::kMultiplier) ||
                                              (number && number->what->value != 1.0));
        return !counted && text.tokens().list[first - back].kind == TokenKind::kWord;
    }
    return false;
}

/// "500 km² to 700 km²", "between 500 km² and 700 km²": the unit written twice.
std::optional<Quantity> second_end(const Annotated& text, Sentence s, const Quantity& q,
                                   UnitFound& unit) {
    const bool between = text.ending_at(q.first, Meaning::kBetween).has_value();
    const auto to = text.at(unit.last, between ? Meaning::kRangeAnd : Meaning::kRange);
    if (!to || q.range || unit.length || is_from_to(text, q.first, s.last)) {
        return std::nullopt;
    }
    const auto upper = read_quantity(text, to->last, s.last);
    if (!upper || upper->range || upper->value <= q.value) {
        return std::nullopt;
    }
    const UnitFound again = unit_after(text, s, *upper);
    if (again.unit != unit.unit) {
        return std::nullopt;
    }
    unit = again;
    Quantity both = q;
    both.low = q.value;
    both.high = upper->value;
    both.value = (both.low + both.high) / 2.0;
    both.range = true;
    return both;
}

void warn_of_length(TextClaim& claim) {
    claim.warnings.insert(claim.warnings.begin(), ClaimWarning{WarningCode::length_for_area});
}

void warn_of_buildings(TextClaim& claim) {
    if (*claim.figure_km2 < 0.01) {
        claim.warnings.push_back({WarningCode::small_area});
    }
}

/// The token after "the province's", "the": of whose 4,000 square miles a part is told.
std::size_t behind_owner(const Annotated& text, std::size_t i, std::size_t end) {
    const std::size_t at = skip_fillers(text, i, end, 1);
    const Tokens& tokens = text.tokens();
    const bool owns = at + 2 < end && tokens.is(at + 1, "'") && tokens.word(at + 2) == "s";
    return owns ? at + 3 : at;
}

/// "180 of 365 square kilometres": the part in figures has the unit of its whole.
UnitFound unit_of_whole(const Annotated& text, Sentence s, const Quantity& part) {
    constexpr std::size_t kWords = 2; // of the longest "of"
    for (std::size_t at = part.last + 1; at <= part.last + kWords && at < s.last; ++at) {
        const auto of = text.phrase_before(at, text.lexicon().of);
        if (!of || *of != part.last || !is_digits(text.tokens(), part.first, part.last) ||
            may_be_year(text, part)) {
            continue;
        }
        const std::size_t owner = behind_owner(text, at, s.last);
        const auto hedge = text.at(owner, Meaning::kHedge); // "63 of the some 1,300"
        const auto whole = read_quantity(text, hedge ? hedge->last : owner, s.last);
        if (whole && whole->value > part.value) {
            return unit_after(text, s, *whole);
        }
    }
    return {};
}

Draft make_area(const Annotated& text, Sentence s, Quantity q, UnitFound unit,
                const AreaBefore& before) {
    if (const auto both = second_end(text, s, q, unit)) {
        q = *both;
    }
    const bool part = take_part(text, s, q, before.unit != nullptr ? before.value : 0.0);
    const HedgeFound hedge =
        unit.compared ? HedgeFound{"", q.first} : hedge_before(text, s, q.first);
    std::string id = hedge.id.empty() && q.about ? "about" : hedge.id;
    if (const auto after = text.at(q.last, Meaning::kHedgeAfter); after && id.empty()) {
        id = after->what->key;
    }
    Draft draft;
    draft.of_whole = part;
    draft.first = hedge.first;
    if (const auto between = text.ending_at(draft.first, Meaning::kBetween);
        between && q.range && between->first >= s.first) {
        draft.first = between->first;
    }
    draft.last = unit.last;
    const std::size_t noun =
        area_noun_after(text, draft.last, s.last); // "hectares de forêt environ"
    for (const std::size_t at : {draft.last, noun}) {
        if (const auto after = text.at(at, Meaning::kHedgeAfter); at > 0 && after && id.empty()) {
            id = after->what->key;
            draft.last = after->last;
        }
    }
    set_figure(draft.claim, q, *unit.unit, id);
    if (unit.length) {
        warn_of_length(draft.claim);
    }
    join_conversion(text, s, draft, q);
    join_rate(text, s, draft);
    warn_of_buildings(draft.claim);
    return draft;
}

/// "2,000 hectares have burned, equivalent to 2,800 football pitches": a figure in pitches behind
/// the same area in a unit is that area told again, for readers to see it.
void join_pitches(const Annotated& text, std::vector<Draft>& drafts) {
    const auto in_pitches = [](const Draft& draft) {
        const AreaUnit* unit = area_unit(draft.claim.unit);
        return unit != nullptr && unit->system == "pitch";
    };
    constexpr double kTold = 3.0; // times: the press reckons with fields of many sizes
    for (std::size_t i = 1; i < drafts.size();) {
        const Draft& pitches = drafts[i];
        TextClaim& before = drafts[i - 1].claim;
        const bool areas = before.figure_km2 && pitches.claim.kind == ClaimKind::kArea &&
                           !in_pitches(drafts[i - 1]);
        const double days =
            before.kind == ClaimKind::kRate && before.value && area_unit(before.unit) != nullptr
                ? *before.value * area_unit(before.unit)->km2 / *before.figure_km2
                : 1.0;
        const double km2 = areas ? *before.figure_km2 * days : 0.0;
        const bool same =
            pitches.claim.strict->low_km2 <= km2 && km2 <= pitches.claim.strict->high_km2;
        const bool told = text.has_any(bit_of(Meaning::kEquals) | bit_of(Meaning::kSizeBefore),
                                       drafts[i - 1].last, pitches.first + 1) &&
                          km2 < kTold * *pitches.claim.figure_km2 &&
                          km2 * kTold > *pitches.claim.figure_km2;
        if (!areas || !(same || told) || !in_pitches(pitches)) {
            ++i;
            continue;
        }
        const auto& tokens = text.tokens().list;
        before.again.push_back({tokens[pitches.first].begin, tokens[pitches.last - 1].end});
        drafts.erase(drafts.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

/// "10,100 football pitches, or more exactly 72.8 km²": the area behind is the better of the two.
void drop_pitches_before(std::vector<Draft>& drafts) {
    constexpr std::size_t kBetween = 5; // tokens
    for (std::size_t i = 1; i < drafts.size(); ++i) {
        const TextClaim& pitches = drafts[i - 1].claim;
        const AreaUnit* unit = area_unit(pitches.unit);
        const TextClaim& area = drafts[i].claim;
        const AreaUnit* other = area_unit(area.unit);
        const bool pair = unit != nullptr && other != nullptr && unit->system == "pitch" &&
                          other->system != "pitch" && pitches.kind == ClaimKind::kArea &&
                          area.kind == ClaimKind::kArea &&
                          drafts[i].first <= drafts[i - 1].last + kBetween;
        if (pair && pitches.strict->low_km2 <= *area.figure_km2 &&
            *area.figure_km2 <= pitches.strict->high_km2) {
            drafts.erase(drafts.begin() + static_cast<std::ptrdiff_t>(i - 1));
            --i;
        }
    }
}

/// "Of the 1,300 km² (that they held, 500 are lost)", at the beginning of a clause.
bool is_whole_of_part(const Annotated& text, Sentence s, const Draft& draft) {
    constexpr int kMostWords = 3; // "the once", "the original"
    const auto& words = text.lexicon().of;
    std::size_t at = draft.first;
    for (int n = 0; n <= kMostWords && at > s.first; ++n) {
        const auto of = text.phrase_before(at, words);
        const bool opens = of && (*of == s.first || text.tokens().is(*of - 1, ",") ||
                                  text.tokens().is(*of - 1, ":") || text.tokens().is(*of - 1, ";"));
        if (opens) {
            return true;
        }
        const auto filler = text.ending_at(at, Meaning::kFiller);
        const bool adjective = text.tokens().list[at - 1].kind == TokenKind::kWord &&
                               !text.has_any(~Meanings{0}, at - 1, at);
        if (!adjective && (!filler || filler->first < s.first)) {
            break;
        }
        at = filler ? filler->first : at - 1;
    }
    return draft.first == s.first && text.phrase_before(draft.first + 1, words).has_value();
}

/// The part in figures behind its whole, which has the unit: "some 500 have since been retaken".
UnitFound unit_of_part(const Annotated& text, Sentence s, const Draft& whole, const Quantity& q) {
    constexpr Meanings kOther = bit_of(Meaning::kSettlement) | bit_of(Meaning::kPercent) |
                                bit_of(Meaning::kNotLand) | bit_of(Meaning::kTimeUnit) |
                                bit_of(Meaning::kMonth) | bit_of(Meaning::kNotArea) |
                                bit_of(Meaning::kLength) | bit_of(Meaning::kMultiple);
    constexpr std::size_t kReach = 6;   // tokens: "801 are still in their hands"
    constexpr double kLeastPart = 0.01; // what is less is hardly told as land
    bool told = speaks_of_control(text, whole.last, std::min(q.last + kReach, s.last));
    for (std::size_t i = whole.last; i < q.first; ++i) {
        told = told || text.tokens().is(i, ",");
    }
    told = told ||
           text.phrase_at(q.last, text.lexicon().behind_part, s.last); // "nur noch 70 geblieben"
    const bool noun = q.last < s.last && text.lexicon().nouns_capital &&
                      text.tokens().list[q.last].capital; // "500 Soldaten"
    if (!told || noun || may_be_year(text, q) || !whole.claim.value ||
        q.value >= *whole.claim.value || q.value < kLeastPart * *whole.claim.value ||
        text.has_any(kOther, q.last, q.last + 1) || !counts_area(text, s, q)) {
        return {};
    }
    return {area_unit(whole.claim.unit), q.last, false};
}

/// "More than a football field every three seconds": one pitch, which counts only in a short time.
std::optional<Draft> one_pitch(const Annotated& text, Sentence s, std::size_t i) {
    const auto one = text.at(i, Meaning::kNumber);
    const auto a = text.phrase_at(i, text.lexicon().indefinite, s.last);
    const bool counts = a || (one && one->what->value == 1.0);
    const auto found = counts ? text.at(a ? *a : one->last, Meaning::kUnit) : std::nullopt;
    const AreaUnit* unit = found ? area_unit(found->what->key) : nullptr;
    if (unit == nullptr || unit->system != "pitch" || found->last > s.last) {
        return std::nullopt;
    }
    Quantity q;
    q.first = i;
    q.last = found->first;
    q.value = q.low = q.high = q.step = 1.0;
    Draft draft = make_area(text, s, q, {unit, found->last, false}, {});
    return draft.claim.kind == ClaimKind::kRate ? std::optional(draft) : std::nullopt;
}

/// A quantity at token i that may count an area; nothing is one only as a claim: "gained 0 km²".
std::optional<Quantity> area_quantity(const Annotated& text, Sentence s, std::size_t i) {
    auto q = read_quantity(text, i, s.last);
    const bool nothing = q && q->value == 0.0 && s.is_claim;
    if (!q || !(q->value > 0.0 || nothing)) {
        return std::nullopt;
    }
    if (nothing && (q->round || q->step <= 0.0)) { // its only digit says something
        q->round = false;
        q->step = 1.0;
    }
    return q;
}

/// Whether a quantity with its unit tells of something else than land that changed hands.
bool tells_no_area(const Annotated& text, Sentence s, const Quantity& q, const UnitFound& unit) {
    return counts_nothing(text, s, q, unit) || measures_building(text, s, unit) ||
           describes_place(text, s, q.first) || is_size_of_region(text, s, q, unit) ||
           is_threshold(text, s, q, unit) ||
           is_definition(text, s, hedge_before(text, s, q.first).first);
}

} // namespace

std::vector<Draft> find_areas(const Annotated& text, Sentence s) {
    std::vector<Draft> out;
    if (!text.has_any(bit_of(Meaning::kUnit) | bit_of(Meaning::kLength), s.first, s.last)) {
        return out;
    }
    AreaBefore before;
    for (std::size_t i = s.first; i < s.last;) {
        if (auto pitch = one_pitch(text, s, i)) {
            i = std::max(i + 1, pitch->last);
            out.push_back(std::move(*pitch));
            continue;
        }
        auto q = area_quantity(text, s, i);
        if (!q) {
            i = std::max(i + 1, skip_digits(text, i, s.last));
            continue;
        }
        UnitFound unit = unit_after(text, s, *q);
        if (const auto sides = rectangle(text, s, *q)) {
            q = sides->quantity;
            unit = sides->unit;
        }
        if (unit.unit == nullptr && out.size() == 1 && is_whole_of_part(text, s, out.back())) {
            unit = unit_of_part(text, s, out.back(), *q);
            if (unit.unit != nullptr) {
                out.clear(); // only the part is stated
            }
        }
        if (unit.unit == nullptr) {
            unit = shared_unit(text, s, *q, before);
        }
        const bool without_unit = unit_after(text, s, *q).unit == nullptr;
        const bool shared = unit.unit != nullptr;
        if (!shared) {
            unit = unit_of_whole(text, s, *q);
        }
        if (unit.unit == nullptr || tells_no_area(text, s, *q, unit)) {
            i = q->last;
            continue;
        }
        out.push_back(make_area(text, s, *q, unit, before));
        out.back().of_whole = out.back().of_whole || !shared;
        TextClaim& claim = out.back().claim;
        if (shared && without_unit && before.days > 0.0 && claim.kind == ClaimKind::kArea) {
            make_rate(claim, before.days); // "6 km² a day, down from 14 in November"
        }
        // "down from 538 in April" has a window of its own.
        out.back().at_start =
            is_from_to(text, q->first, s.last) && !text.at(out.back().last, Meaning::kInMonth);
        before = {unit.length ? nullptr : unit.unit, q->value,
                  claim.kind == ClaimKind::kRate ? q->value * unit.unit->km2 / *claim.figure_km2
                                                 : 0.0};
        i = std::max(i + 1, out.back().last);
    }
    join_pitches(text, out);
    drop_pitches_before(out);
    return out;
}

} // namespace engine
