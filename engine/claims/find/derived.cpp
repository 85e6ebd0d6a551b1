// SPDX-License-Identifier: MIT
#include "engine/claims/find/derived.hpp"

#include "engine/claims/find/multiple.hpp"

#include <algorithm>
#include <cmath>

namespace engine {
namespace {

/// The token behind "by", "x" at token i; i where none stands there.
std::size_t behind_sides(const Annotated& text, std::size_t i, std::size_t end) {
    constexpr std::size_t kLongest = 2; // tokens of a word for it
    for (std::size_t at = i + 1; at <= i + kLongest && at < end; ++at) {
        if (text.phrase_before(at, text.lexicon().sides) == i) {
            return at;
        }
    }
    return i;
}

bool speaks_of_ground(const Annotated& text, Sentence s) {
    constexpr Meanings kGround =
        bit_of(Meaning::kAreaNoun) | bit_of(Meaning::kRegionNoun) | bit_of(Meaning::kNature);
    return speaks_of_area(text, s) || text.has_any(kGround, s.first, s.last);
}

} // namespace

std::optional<DerivedArea> rectangle(const Annotated& text, Sentence s, const Quantity& side) {
    const auto first_length = text.at(side.last, Meaning::kLength);
    const std::size_t first_end = first_length ? first_length->last : side.last;
    const std::size_t from = behind_sides(text, first_end, s.last);
    const auto other = from > first_end ? read_quantity(text, from, s.last) : std::nullopt;
    if (!other || other->range || other->vague || side.range || side.vague ||
        !(side.value > 0.0 && other->value > 0.0)) {
        return std::nullopt;
    }
    const auto second_length = text.at(other->last, Meaning::kLength);
    const auto length = second_length ? second_length : first_length;
    const std::size_t last = second_length ? second_length->last : other->last;
    if (!length || last > s.last || behind_sides(text, last, s.last) > last ||
        length->what->key.starts_with('~') ||
        (second_length && first_length && second_length->what != first_length->what) ||
        !speaks_of_ground(text, s)) {
        return std::nullopt;
    }
    DerivedArea out;
    out.unit = {area_unit(length->what->key), last, false};
    out.quantity = side;
    out.quantity.last = last;
    out.quantity.value = out.quantity.low = out.quantity.high = side.value * other->value;
    out.quantity.step = std::max(side.step * other->value, other->step * side.value);
    out.quantity.round = true;
    out.quantity.others.clear();
    out.quantity.warnings.push_back({WarningCode::rectangle});
    return out;
}

bool take_part(const Annotated& text, Sentence s, Quantity& q, double before) {
    constexpr int kMostFillers = 3; // "of the", "of those"
    std::size_t at = q.first;
    for (int n = 0; n <= kMostFillers && at > s.first; ++n) {
        const auto part = multiple_ending_at(text, s, at);
        const bool counts = part && part->form == Multiple::Form::kCount;
        const bool fraction = text.ending_at(at, Meaning::kFraction).has_value();
        if (part && !counts && (fraction || at < q.first)) {
            const double ratio = part->ratio.value;
            constexpr double kAlike = 0.25; // "245 km², roughly half of December's 488"
            const bool told = ratio > 1.0 || std::abs(ratio * q.value - before) <= kAlike * before;
            if (before > 0.0 && told) {
                return false;
            }
            q.first = part->first;
            q.value *= ratio;
            q.low *= ratio;
            q.high *= ratio;
            q.step *= ratio;
            q.round = true;
            q.others.clear();
            return ratio < 1.0;
        }
        const auto of = text.phrase_before(at, text.lexicon().of); // "36 процентов из 1268 кв. км"
        const auto filler = text.ending_at(at, Meaning::kFiller);
        // "fell 11 percent to 5,796 km²" is no part of it
        const bool to = filler && text.has_any(bit_of(Meaning::kRange) | bit_of(Meaning::kRangeAnd),
                                               filler->first, filler->last);
        const std::size_t start = filler ? filler->first : of.value_or(at);
        if (part || start == at || start < s.first || to) {
            return false;
        }
        at = start;
    }
    return false;
}

} // namespace engine
