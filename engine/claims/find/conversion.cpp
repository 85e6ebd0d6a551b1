// SPDX-License-Identifier: MIT
// A second figure for the same area in brackets or after "or".
#include "engine/claims/find/conversion.hpp"

#include "engine/claims/find/area_units.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace engine {
namespace {

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
    const double slack = 0.005 * *claim.figure_km2;
    const double rounding = (other.strict.high_km2 - other.strict.low_km2) / 2.0;
    return std::abs(q.value * unit.km2 - *claim.figure_km2) <= slack + rounding;
}

} // namespace

void join_conversion(const Annotated& text, Sentence s, Draft& draft, const Quantity& own) {
    ConversionPlace place = conversion_place(text, draft.last, s.last);
    if (const std::size_t noun = area_noun_after(text, draft.last, s.last);
        place.first == 0 && noun > 0) { // "25,000 hectares of forest - or 250 km²"
        place = conversion_place(text, noun, s.last);
    }
    if (place.first == 0) {
        return;
    }
    const auto other = read_conversion(text, s, place.first);
    const AreaUnit* unit = area_unit(draft.claim.unit);
    if (!other || other->unit.length) {
        return;
    }
    constexpr double kRounded = 0.02; // "7,070,919 hectares (7.1 million hectares)"
    const bool rounded = place.bracket && other->unit.unit->id == draft.claim.unit &&
                         std::abs(other->quantity.value - own.value) <= kRounded * own.value;
    if (other->unit.unit->id == draft.claim.unit && !rounded) {
        return;
    }
    const double other_km2 = other->quantity.value * other->unit.unit->km2;
    const double ratio = other_km2 / (own.value * unit->km2);
    const bool same = rounded || fits(draft.claim, other->quantity, *other->unit.unit);
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
            {WarningCode::conversion_differs,
             ConversionFigures{*draft.claim.figure_km2,
                               *draft.claim.figure_km2 / other->unit.unit->km2,
                               other->quantity.value, other->unit.unit->id}});
        draft.claim.readings.push_back({other_km2, "conversion", "", ""});
    }
}

} // namespace engine
