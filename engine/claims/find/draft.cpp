// SPDX-License-Identifier: MIT
#include "engine/claims/find/draft.hpp"

#include <algorithm>

namespace engine {
namespace {

bool is_quote(const Tokens& tokens, std::size_t i) {
    return tokens.is(i, "\"") || tokens.is(i, "'") || tokens.is(i, "(");
}

constexpr int kMostFillers = 4;

/// The "over" of "has control over" hedges nothing.
bool belongs_to_control(const Annotated& text, const Annotated::Found& hedge) {
    for (const Meaning meaning :
         {Meaning::kHold, Meaning::kTake, Meaning::kLose, Meaning::kRegain}) {
        const auto phrase = text.ending_at(hedge.last, meaning);
        if (phrase && phrase->first < hedge.first) {
            return true;
        }
    }
    return false;
}

/// "from 10 to 40": the word between them hedges nothing, though alone it may ("до 40 га").
bool belongs_to_growth(const Annotated& text, Sentence s, const Annotated::Found& hedge) {
    constexpr std::size_t kReach = 5; // tokens of the number before it, with its unit
    const bool connects = text.at(hedge.first, Meaning::kRange).has_value() ||
                          text.at(hedge.first, Meaning::kRangeAnd).has_value();
    const std::size_t from = hedge.first > s.first + kReach ? hedge.first - kReach : s.first;
    if (connects && text.has(Meaning::kGrow, from, hedge.first)) {
        return true; // "spadło do 5,7 km² dziennie"
    }
    for (std::size_t i = hedge.first; connects && i-- > from;) {
        const auto before = text.ending_at(i, Meaning::kBetween);
        if (before && before->what->key == "from" && is_from_to(text, i, s.last)) {
            return true;
        }
    }
    return false;
}

} // namespace

HedgeFound hedge_before(const Annotated& text, Sentence sentence, std::size_t first) {
    HedgeFound out{"", first};
    std::size_t at = first;
    for (int gap = 0; gap <= kMostFillers && at > sentence.first; ++gap) {
        const auto hedge = text.ending_at(at, Meaning::kHedge);
        const auto noun = text.ending_at(at, Meaning::kAreaNoun); // "about an area the size of"
        const auto filler = noun ? noun : text.ending_at(at, Meaning::kFiller);
        const auto against = text.ending_at(at, Meaning::kAgainst); // "above the 584 of last year"
        const bool compares = against && filler && against->first < filler->first;
        if (compares) {
            break;
        }
        if (hedge &&
            (belongs_to_control(text, *hedge) || belongs_to_growth(text, sentence, *hedge))) {
            break;
        }
        if (hedge && hedge->first >= sentence.first) {
            if (out.id.empty() || out.id == "exactly") { // "almost the exact size"
                out.id = hedge->what->key;
            }
            at = out.first = hedge->first;
        } else if (filler && filler->first >= sentence.first) {
            at = filler->first;
        } else if (is_quote(text.tokens(), at - 1)) {
            --at;
        } else {
            break;
        }
    }
    return out;
}

std::size_t skip_fillers(const Annotated& text, std::size_t i, std::size_t end, int count) {
    for (int n = 0; n < count; ++n) {
        const auto filler = text.at(i, Meaning::kFiller);
        if (!filler || filler->last >= end) {
            break;
        }
        i = filler->last;
    }
    return i;
}

bool speaks_of_control(const Annotated& text, std::size_t first, std::size_t last) {
    return text.has_any(kDeeds | bit_of(Meaning::kNature), first, last);
}

bool speaks_of_area(const Annotated& text, Sentence s) {
    return s.is_claim ||
           text.has_any(bit_of(Meaning::kAreaNoun) | bit_of(Meaning::kUnit), s.before, s.last);
}

std::vector<Draft> keep_best(std::vector<Draft> drafts) {
    if (drafts.size() < 2) {
        return drafts;
    }
    const auto length = [](const Draft& d) { return d.last - d.first; };
    std::stable_sort(drafts.begin(), drafts.end(),
                     [&](const Draft& a, const Draft& b) { return length(a) > length(b); });
    std::vector<Draft> out;
    for (Draft& draft : drafts) {
        const bool free = std::none_of(out.begin(), out.end(), [&](const Draft& kept) {
            return draft.first < kept.last && kept.first < draft.last;
        });
        if (free) {
            out.push_back(std::move(draft));
        }
    }
    std::sort(out.begin(), out.end(),
              [](const Draft& a, const Draft& b) { return a.first < b.first; });
    return out;
}

namespace {

Bands bands_of(const Quantity& q, const AreaUnit& unit, const std::string& hedge) {
    const double low = q.low * unit.low_km2;
    const double high = q.high * unit.high_km2;
    if (q.vague) {
        return hedged_bands(vague_band(), low, high);
    }
    if (q.range) {
        return hedged_bands(range_band(), low, high);
    }
    if (const HedgeBand* band = hedge_band(hedge)) {
        return hedged_bands(*band, low, high);
    }
    if (unit.low_km2 < unit.high_km2) { // the unit is looser than any rounding
        return {{low, high}, {low, high}};
    }
    return bare_bands(q.value * unit.km2, q.step * unit.km2, q.round);
}

} // namespace

void add_namesakes(TextClaim& claim, std::span<const Yardstick* const> others, double ratio) {
    for (const Yardstick* other : others) {
        claim.readings.push_back({ratio * other->usual_km2, "namesake", other->name, other->kind});
        claim.warnings.push_back({WarningCode::namesake, claim.readings.back()});
    }
}

void set_figure(TextClaim& claim, const Quantity& q, const AreaUnit& unit,
                const std::string& hedge) {
    const Bands bands = bands_of(q, unit, hedge);
    claim.unit = unit.id;
    claim.hedge = hedge;
    claim.figure_km2 = q.value * unit.km2;
    claim.value = q.value;
    claim.strict = bands.strict;
    claim.lenient = bands.lenient;
    claim.low_km2 = bands.strict.low_km2;
    claim.high_km2 = bands.strict.high_km2;
    for (const OtherValue& other : q.others) {
        claim.readings.push_back({other.value * unit.km2, other.code, "", "", other.open});
    }
    for (const AreaUnit::Also& also : unit.also) {
        claim.readings.push_back({q.value * also.km2, also.code, "", ""});
    }
    claim.warnings.insert(claim.warnings.end(), q.warnings.begin(), q.warnings.end());
    if (unit.is_mistaken) {
        claim.warnings.push_back({WarningCode::unit_varies, unit.id});
    }
    if (!claim.readings.empty()) {
        claim.warnings.push_back({WarningCode::other_reading, claim.readings.front()});
    }
}

} // namespace engine
