// SPDX-License-Identifier: MIT
// Parts of a region: "a third of the oblast", "12 % of Crete", "20 % territorium Ukrainy".
#include "engine/claims/find/contest.hpp"
#include "engine/claims/find/draft.hpp"
#include "engine/claims/find/share_row.hpp"
#include "engine/claims/find/share_whole.hpp"

#include <algorithm>

namespace engine {
namespace {

struct PartFound {
    Part part;
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t both_last = 0; ///< of "50" in "from 50 to 75 percent": behind both; else 0
};

std::optional<PartFound> read_part(const Annotated& text, Sentence s, std::size_t i) {
    if (const auto fraction = text.at(i, Meaning::kFraction);
        fraction && fraction->last <= s.last) {
        const double ratio = fraction->what->value;
        return PartFound{{ratio, ratio, ratio, 0.0, false}, i, fraction->last};
    }
    const auto q = read_quantity(text, i, s.last);
    if (!q || !(q->value > 0.0) || q->value > 100.0 || q->vague) {
        return std::nullopt;
    }
    std::size_t after = q->last;
    if (text.tokens().is(after, "-")) {
        ++after;
    }
    const auto percent = text.at(after, Meaning::kPercent);
    if (!percent && is_from_to(text, i, s.last)) { // "from 50 to 75 percent"
        const auto to = text.at(q->last, Meaning::kRangeAnd);
        const auto other = to ? read_quantity(text, to->last, s.last) : std::nullopt;
        const auto both = other ? text.at(other->last, Meaning::kPercent) : std::nullopt;
        if (both) {
            const double ratio = q->value / 100.0;
            return PartFound{
                {ratio, ratio, ratio, q->step / 100.0, q->round}, i, q->last, both->last};
        }
    }
    if (!percent || percent->last > s.last) {
        return std::nullopt;
    }
    return PartFound{{q->value / 100.0, q->low / 100.0, q->high / 100.0, q->step / 100.0, q->round},
                     i,
                     percent->last};
}

/// "Half of a third of Ukraine", "80 % of the 20 % of it": a part of a part.
std::optional<PartFound> read_nested_part(const Annotated& text, Sentence s, std::size_t i) {
    auto outer = read_part(text, s, i);
    if (!outer || outer->both_last > 0) {
        return outer;
    }
    const auto inner = read_part(text, s, skip_fillers(text, outer->last, s.last, 2));
    if (inner) {
        outer->part = {outer->part.ratio * inner->part.ratio, outer->part.low * inner->part.low,
                       outer->part.high * inner->part.high, outer->part.step * inner->part.ratio,
                       outer->part.round};
        outer->last = inner->last;
    }
    return outer;
}

/// "A fifth of Ukraine": the region ends what is said, and nothing else is counted.
bool stands_alone(const Annotated& text, Sentence s, const Whole& whole) {
    const bool closes =
        whole.last >= s.last || text.tokens().list[whole.last].kind == TokenKind::kMark;
    return whole.name && closes && !text.has(Meaning::kNotLand, s.first, s.last);
}

bool speaks_of_land(const Annotated& text, Sentence s, const Whole& whole) {
    return s.is_claim || (whole.name && whole.says_region) ||
           text.has(Meaning::kAreaNoun, s.first, s.last) ||
           speaks_of_control(text, s.first, s.last) || stands_alone(text, s, whole);
}

/// "against", "up from" before a part, over its hedge.
bool is_against(const Annotated& text, Sentence s, std::size_t first) {
    const auto against = text.ending_at(hedge_before(text, s, first).first, Meaning::kAgainst);
    return against && against->first >= s.first;
}

/// ", ein Jahr zuvor waren es 62 Prozent.": a clause that only gives the share of another time.
bool is_of_other_time(const Annotated& text, Sentence s, const PartFound& part) {
    constexpr std::size_t kReach = 9; // tokens
    constexpr Meanings kTimes = bit_of(Meaning::kLastPeriod) | bit_of(Meaning::kMonth) |
                                bit_of(Meaning::kSeason) | bit_of(Meaning::kAgo);
    constexpr Meanings kOther = bit_of(Meaning::kParty) | bit_of(Meaning::kNotLand) |
                                bit_of(Meaning::kRegionName) | bit_of(Meaning::kRegionNoun);
    if (part.last < s.last && text.tokens().list[part.last].kind != TokenKind::kMark) {
        return false;
    }
    const std::size_t from = part.first > s.first + kReach ? part.first - kReach : s.first;
    int unknown = 0; // "waren es noch"
    for (std::size_t i = part.first; i-- > from;) {
        if (text.tokens().list[i].kind == TokenKind::kMark) {
            constexpr int kMostUnknown = 3;
            return text.tokens().is(i, ",") && unknown <= kMostUnknown &&
                   text.has_any(kTimes, i + 1, part.first);
        }
        const bool known = text.has_any(~Meanings{0}, i, i + 1);
        if (text.has_any(kOther, i, i + 1) || (!known && text.tokens().list[i].capital)) {
            return false;
        }
        unknown += known ? 0 : 1;
    }
    return false;
}

Bands bands_of(const Part& part, const std::string& hedge, const Yardstick& region) {
    if (const HedgeBand* band = hedge_band(hedge)) {
        return hedged_bands(*band, part.low * region.low_km2, part.high * region.high_km2);
    }
    if (part.low < part.high) {
        return hedged_bands(range_band(), part.low * region.low_km2, part.high * region.high_km2);
    }
    if (part.step <= 0.0) { // "a third" is rounded as "about" is
        return hedged_bands(*hedge_band("about"), part.ratio * region.low_km2,
                            part.ratio * region.high_km2);
    }
    Bands low = bare_bands(part.ratio * region.low_km2, part.step * region.low_km2, part.round);
    const Bands high =
        bare_bands(part.ratio * region.high_km2, part.step * region.high_km2, part.round);
    low.strict.high_km2 = high.strict.high_km2;
    low.lenient.high_km2 = high.lenient.high_km2;
    return low;
}

Draft make_share(const Annotated& text, Sentence s, const PartFound& found, const Whole& whole) {
    const HedgeFound hedge = hedge_before(text, s, found.first);
    Draft draft;
    draft.first = hedge.first;
    draft.last = whole.last;
    TextClaim& claim = draft.claim;
    claim.kind = ClaimKind::kShare;
    claim.hedge = hedge.id;
    claim.ratio = found.part.ratio;
    if (whole.name) {
        set_share(claim, found.part, whole.name->regions);
    } else {
        draft.open_share = OpenShare{found.part, whole.kinds};
    }
    return draft;
}

} // namespace

void set_share(TextClaim& claim, const Part& part, std::span<const Yardstick* const> regions) {
    const Yardstick& region = *regions.front();
    const Bands bands = bands_of(part, claim.hedge, region);
    claim.yardstick = region.name;
    claim.figure_km2 = part.ratio * region.usual_km2;
    claim.strict = bands.strict;
    claim.lenient = bands.lenient;
    claim.low_km2 = bands.strict.low_km2;
    claim.high_km2 = bands.strict.high_km2;
    add_namesakes(claim, regions.subspan(1), part.ratio);
}

namespace {

/// Past what may stand between a share and its whole: a closing quote, or "(1,268 km²)".
std::size_t past_insertion(const Annotated& text, Sentence s, std::size_t at) {
    constexpr std::size_t kLongest = 6; // tokens in brackets
    if (text.tokens().is(at, "\"")) {
        return at + 1;
    }
    for (std::size_t i = at; text.tokens().is(at, "(") && i < std::min(at + kLongest, s.last);
         ++i) {
        if (text.tokens().is(i, ")")) {
            return i + 1;
        }
    }
    return at;
}

/// "Lost 40 % of the oblast's land, over which it had taken control": of what it held there, which
/// is not the whole oblast.
bool is_of_held_part(const Annotated& text, Sentence s, std::size_t first, const Whole& whole) {
    constexpr std::size_t kWords = 3; // "over which"
    constexpr Meanings kHeld = bit_of(Meaning::kHold) | bit_of(Meaning::kTake);
    if (!whole.name || !text.tokens().is(whole.last, ",") ||
        !text.has(Meaning::kLose, s.first, first)) {
        return false;
    }
    for (std::size_t last = whole.last + 2; last <= whole.last + 1 + kWords && last <= s.last;
         ++last) {
        if (text.phrase_before(last, text.lexicon().clause_words)) {
            return text.has_any(kHeld, last, s.last);
        }
    }
    return false;
}

/// "18 % more land burned", "il 18% di territorio in più".
bool says_how_much_more(const Annotated& text, Sentence s, const PartFound& part,
                        const Whole& whole) {
    const auto compares = [&](std::size_t at) {
        return text.phrase_at(at, text.lexicon().more, s.last) ||
               text.phrase_at(at, text.lexicon().fewer, s.last);
    };
    return compares(part.last) || compares(whole.last);
}

/// "Enlarged what it controls by 2 percent, or 470 km²": a share of what was held before, and not
/// of a region named before it.
bool is_rate_of_growth(const Annotated& text, Sentence s, const PartFound& part) {
    constexpr std::size_t kReach = 8; // tokens: "expanded the area under its control a further"
    constexpr Meanings kSums =
        bit_of(Meaning::kRange) | bit_of(Meaning::kRangeAnd) | bit_of(Meaning::kNumberAnd);
    const std::size_t at = hedge_before(text, s, part.first).first;
    if (text.ends_any(kSums, at) || text.phrase_before(at, text.lexicon().extends_to)) {
        return false; // "grew to 20 percent"
    }
    const bool by =
        text.ending_at(at, Meaning::kBy) || text.phrase_before(at, text.lexicon().by_how_much);
    if (by) {
        return text.has(Meaning::kGrow, s.first, s.last);
    }
    const std::size_t behind = part.last + (text.tokens().is(part.last, ",") ? 1 : 0);
    const std::size_t from = at > s.first + kReach ? at - kReach : s.first;
    return text.at(behind, Meaning::kOr) && text.has(Meaning::kGrow, from, at);
}

} // namespace

std::vector<Draft> find_shares(const Annotated& text, Sentence s) {
    std::vector<Draft> out;
    if (!text.has_any(bit_of(Meaning::kFraction) | bit_of(Meaning::kPercent), s.first, s.last)) {
        return out;
    }
    const bool contest = !s.is_claim && is_contest(text, s);
    std::optional<Whole> named;
    ShareRow row(text, s);
    for (std::size_t i = s.first; i < s.last; ++i) {
        const auto found = read_nested_part(text, s, i);
        if (!found) {
            const std::size_t past = skip_digits(text, i, s.last);
            i = past > i ? past - 1 : i;
            continue;
        }
        const std::size_t behind =
            past_insertion(text, s, found->both_last > 0 ? found->both_last : found->last);
        Whole whole = read_whole(text, s, behind);
        if (whole.last > 0 && !whole.name && whole.kinds.empty()) {
            whole.name = region_of_clause(text, s, found->first);
        }
        if (whole.last == 0 || names_agent(text, s, found->first, whole)) {
            if (is_rate_of_growth(text, s, *found)) {
                i = found->last - 1;
                continue;
            }
            whole = whole_before(text, s, found->first, behind);
        }
        if (whole.last == 0 && named &&
            (is_against(text, s, found->first) || is_of_other_time(text, s, *found))) {
            whole = *named; // "against more than 40 % a year ago"
            whole.last = found->last;
        }
        if (whole.last == 0) {
            whole = row.beside(found->first, found->last);
        }
        if (is_of_held_part(text, s, found->first, whole)) {
            whole.name.reset();
            whole.kinds = "part"; // of no kind of region
        }
        if (!contest && !says_how_much_more(text, s, *found, whole) && whole.last >= found->last &&
            speaks_of_land(text, s, whole)) {
            out.push_back(make_share(text, s, *found, whole));
            if (text.tokens().is(found->last, "(") && behind > found->last + 1) {
                out.back().last = found->last; // what stands in the brackets is read by itself
            }
            if (found->both_last > 0) {
                out.back().last = found->last;
                out.back().at_start = true;
            }
            named = whole.name ? std::optional(whole) : named;
            row.note(found->first, whole);
            i = out.back().last - 1;
        } else {
            i = found->last - 1;
        }
    }
    return out;
}

} // namespace engine
