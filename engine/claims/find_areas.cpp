// SPDX-License-Identifier: MIT
// Figures with a unit of area, and what may follow them: a conversion in brackets, "a week".
#include "engine/claims/draft.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace engine {
namespace {

struct UnitFound {
    const AreaUnit* unit = nullptr;
    std::size_t last = 0;
    bool length = false; ///< a length was written: "2,000 kilometres of territory"
};

/// The area noun that a length needs to be an area; where the wording ends with it, or 0.
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

/// "per one square kilometre", "one hectare is 100 ares": a one in words counts only with a hedge
/// or with the land it measures ("about one square mile of forest").
bool counts_nothing(const Annotated& text, Sentence s, const Quantity& q, const UnitFound& unit) {
    return q.value == 1.0 && text.tokens().list[q.first].kind == TokenKind::kWord &&
           hedge_before(text, s, q.first).id.empty() &&
           area_noun_after(text, unit.last, s.last) == 0;
}

/// "drove 20 km 2 hours ago" has no "km 2" in it.
bool is_number_of_time(const Annotated& text, std::size_t unit_last) {
    return text.tokens().list[unit_last - 1].kind == TokenKind::kDigits &&
           text.at(unit_last, Meaning::kTimeUnit).has_value();
}

/// "A square kilometre is 100 hectares" measures nothing: a unit without a number right before.
bool is_definition(const Annotated& text, Sentence s, std::size_t first) {
    for (std::size_t back = 1; back <= 2 && first >= s.first + back; ++back) {
        const auto unit = text.ending_at(first - back, Meaning::kUnit);
        if (!unit || unit->first < s.first) {
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
    if (const std::size_t last = area_noun_after(text, length->last, s.last)) {
        return {area_unit(length->what->key), last, true};
    }
    if (q.value >= 100.0 && is_object_of_regaining(text, s, q.first, length->last)) {
        return {area_unit(length->what->key), length->last, true};
    }
    return {};
}

std::string plain_number(double value) {
    char text[40];
    std::snprintf(text, sizeof text, value >= 100.0 ? "%.0f" : "%.3g", value);
    return text;
}

/// Where a second figure for the same area would begin: "(", "or", "/", ",".
struct ConversionPlace {
    std::size_t first = 0; ///< 0: none
    bool bracket = false;
};

ConversionPlace conversion_place(const Annotated& text, std::size_t i, std::size_t end) {
    const Tokens& tokens = text.tokens();
    if (i >= end) {
        return {};
    }
    const bool bracket = tokens.is(i, "(") || tokens.is(i, "[");
    if (bracket || tokens.is(i, "/") || tokens.is(i, ",") || tokens.is(i, "-")) {
        const auto either = text.at(i + 1, Meaning::kOr);
        return {either ? either->last : i + 1, bracket};
    }
    if (const auto either = text.at(i, Meaning::kOr)) {
        return {either->last, false};
    }
    return {};
}

struct Conversion {
    Quantity quantity;
    UnitFound unit;
};

std::optional<Conversion> read_conversion(const Annotated& text, Sentence s, std::size_t from) {
    std::size_t at = from;
    for (int n = 0; n < 4 && at < s.last; ++n) { // "about", "an area of roughly"
        if (auto q = read_quantity(text, at, s.last)) {
            const UnitFound unit = unit_after(text, s, *q);
            return unit.unit != nullptr ? std::optional(Conversion{*q, unit}) : std::nullopt;
        }
        const auto hedge = text.at(at, Meaning::kHedge);
        const auto filler = text.at(at, Meaning::kFiller);
        if (!hedge && !filler) {
            break;
        }
        at = hedge ? hedge->last : filler->last;
    }
    return std::nullopt;
}

/// Whether two figures are one area within their roundings, hedges apart: 2,000 km² are 772 square
/// miles, and "about 700" is neither.
bool fits(const TextClaim& claim, const Quantity& q, const AreaUnit& unit) {
    const Bands other = bare_bands(q.value * unit.km2, q.step * unit.km2, q.round);
    const double slack = std::max(0.005 * *claim.figure_km2, 0.0);
    const double rounding = (other.strict.high_km2 - other.strict.low_km2) / 2.0;
    return std::abs(q.value * unit.km2 - *claim.figure_km2) <= slack + rounding;
}

void join_conversion(const Annotated& text, Sentence s, Draft& draft, const Quantity& own) {
    const ConversionPlace place = conversion_place(text, draft.last, s.last);
    if (place.first == 0) {
        return;
    }
    const auto other = read_conversion(text, s, place.first);
    const AreaUnit* unit = area_unit(draft.claim.unit);
    if (!other || other->unit.unit->id == draft.claim.unit || other->unit.length) {
        return;
    }
    const double other_km2 = other->quantity.value * other->unit.unit->km2;
    const double ratio = other_km2 / (own.value * unit->km2);
    const bool same = fits(draft.claim, other->quantity, *other->unit.unit);
    const bool foreign =
        unit->system != other->unit.unit->system && ratio <= 1.5 && ratio >= 1.0 / 1.5;
    if (!place.bracket && !same && !foreign) {
        return; // a claim of its own
    }
    draft.last = other->unit.last;
    if (place.bracket && (text.tokens().is(draft.last, ")") || text.tokens().is(draft.last, "]"))) {
        ++draft.last;
    }
    if (!same) {
        draft.claim.warnings.push_back(
            "the conversion does not fit: " + plain_number(*draft.claim.figure_km2) + " km² are " +
            plain_number(*draft.claim.figure_km2 / other->unit.unit->km2) + ", not " +
            plain_number(other->quantity.value) + " " + other->unit.unit->id);
        draft.claim.readings.push_back(
            {other_km2, "the figure given as its conversion", "conversion", "", ""});
    }
}

void make_rate(TextClaim& claim, double days) {
    claim.figure_km2 = *claim.figure_km2 / days;
    claim.low_km2 = *claim.low_km2 / days;
    claim.high_km2 = *claim.high_km2 / days;
    for (Band* band : {&*claim.strict, &*claim.lenient}) {
        band->low_km2 /= days;
        band->high_km2 /= days;
    }
    for (Reading& reading : claim.readings) {
        reading.figure_km2 /= days;
    }
    claim.kind = ClaimKind::kRate;
}

constexpr int kMostWordsToRate = 4;

/// "40 km² of land a week".
bool join_rate_after(const Annotated& text, Sentence s, Draft& draft) {
    std::size_t at = draft.last;
    for (int n = 0; n < kMostWordsToRate && at < s.last; ++n) {
        if (const auto per = text.at(at, Meaning::kPer); per && per->last <= s.last) {
            make_rate(draft.claim, per->what->value);
            draft.last = per->last;
            return true;
        }
        const auto filler = text.at(at, Meaning::kFiller);
        const auto noun = text.at(at, Meaning::kAreaNoun);
        if (!filler && !noun) {
            break;
        }
        at = noun ? noun->last : filler->last;
    }
    return false;
}

/// "a daily gain of about 40 km²", "täglich 40 Quadratkilometer".
void join_rate_before(const Annotated& text, Sentence s, Draft& draft) {
    std::size_t at = draft.first;
    for (int n = 0; n < kMostWordsToRate && at > s.first; ++n) {
        if (const auto per = text.ending_at(at, Meaning::kPerBefore);
            per && per->first >= s.first) {
            make_rate(draft.claim, per->what->value);
            draft.first = per->first;
            return;
        }
        auto word = text.ending_at(at, Meaning::kFiller);
        for (const Meaning meaning : {Meaning::kTake, Meaning::kLose, Meaning::kAreaNoun}) {
            word = word ? word : text.ending_at(at, meaning);
        }
        if (!word || word->first < s.first) {
            return;
        }
        at = word->first;
    }
}

/// The figure becomes km² a day.
void join_rate(const Annotated& text, Sentence s, Draft& draft) {
    if (!join_rate_after(text, s, draft)) {
        join_rate_before(text, s, draft);
    }
}

/// "500 km² to 700 km²", "between 500 km² and 700 km²": the unit written twice.
std::optional<Quantity> second_end(const Annotated& text, Sentence s, const Quantity& q,
                                   UnitFound& unit) {
    const bool between = text.ending_at(q.first, Meaning::kBetween).has_value();
    const auto to = text.at(unit.last, between ? Meaning::kRangeAnd : Meaning::kRange);
    if (!to || q.range || unit.length) {
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
    claim.warnings.insert(claim.warnings.begin(),
                          "a length stands where an area is due: read as square kilometres, the "
                          "word \"square\" is missing");
}

void warn_of_buildings(TextClaim& claim) {
    if (*claim.figure_km2 < 0.01) {
        claim.warnings.emplace_back("smaller than a hectare: a building or a plot rather than "
                                    "territory");
    }
}

Draft make_area(const Annotated& text, Sentence s, Quantity q, UnitFound unit) {
    if (const auto both = second_end(text, s, q, unit)) {
        q = *both;
    }
    const HedgeFound hedge = hedge_before(text, s, q.first);
    std::string id = hedge.id;
    if (const auto after = text.at(q.last, Meaning::kHedgeAfter); after && id.empty()) {
        id = after->what->key;
    }
    Draft draft;
    draft.first = hedge.first;
    if (const auto between = text.ending_at(draft.first, Meaning::kBetween);
        between && q.range && between->first >= s.first) {
        draft.first = between->first;
    }
    draft.last = unit.last;
    if (const auto after = text.at(draft.last, Meaning::kHedgeAfter); after && id.empty()) {
        id = after->what->key;
        draft.last = after->last;
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

} // namespace

std::vector<Draft> find_areas(const Annotated& text, Sentence s) {
    std::vector<Draft> out;
    if (!text.has(Meaning::kUnit, s.first, s.last) &&
        !text.has(Meaning::kLength, s.first, s.last)) {
        return out;
    }
    for (std::size_t i = s.first; i < s.last;) {
        const auto q = read_quantity(text, i, s.last);
        if (!q || !(q->value > 0.0)) {
            i = std::max(i + 1, skip_digits(text, i, s.last));
            continue;
        }
        const UnitFound unit = unit_after(text, s, *q);
        if (unit.unit == nullptr || counts_nothing(text, s, *q, unit) ||
            is_definition(text, s, hedge_before(text, s, i).first)) {
            i = q->last;
            continue;
        }
        out.push_back(make_area(text, s, *q, unit));
        i = std::max(i + 1, out.back().last);
    }
    return out;
}

} // namespace engine
