// SPDX-License-Identifier: MIT
// Comparisons with a named region: "twice the size of London", "ungefär Gotlands storlek".
#include "engine/claims/find/comparison.hpp"
#include "engine/claims/find/conversion.hpp"
#include "engine/claims/find/draft.hpp"
#include "engine/claims/words/yardstick_names.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace engine {
namespace {

/// "about the size of X" is as loose as the looser of the two.
Bands bands_for(const std::string& hedge, double low_km2, double high_km2) {
    const HedgeBand* size = hedge_band("size");
    const HedgeBand* band = hedge == "about" ? size : hedge_band(hedge);
    return hedged_bands(band != nullptr ? *band : *size, low_km2, high_km2);
}

void add_other_regions(TextClaim& claim, const NameFound& name, double ratio) {
    const Yardstick& region = *name.regions.front();
    if (std::abs(region.land_km2 - region.total_km2) > 0.02 * region.total_km2) {
        const bool land = region.usual_km2 == region.total_km2;
        claim.readings.push_back({ratio * (land ? region.land_km2 : region.total_km2),
                                  land ? "land_only" : "with_water", region.name, region.kind});
    }
    if (region.high_km2 > 1.1 * region.low_km2) {
        claim.warnings.push_back(
            {WarningCode::yardstick_varies, VaryingRegion{region.name, region.note}});
    }
    add_namesakes(claim, std::span(name.regions).subspan(1), ratio);
}

/// Several regions side by side: "Belgium and Luxembourg combined", "Maryland or Brandenburg".
struct Names {
    std::vector<NameFound> list;
    bool together = false; ///< they are added up; otherwise each is compared with
    bool says_so = false;  ///< by a word: "combined"
    std::size_t last = 0;
};

/// Over "the", "the island of" to the next name of a list, or nullopt.
std::optional<NameFound> next_name(const Annotated& text, Sentence s, std::size_t at) {
    for (int n = 0; n < 4 && at < s.last; ++n) {
        if (auto name = yardstick_at(text, at); name && name->last <= s.last) {
            return name;
        }
        const auto filler = text.at(at, Meaning::kFiller);
        const auto region = text.at(at, Meaning::kRegionNoun);
        const auto word = region ? region : filler;
        if (!word) {
            break;
        }
        at = word->last;
    }
    return std::nullopt;
}

Names read_names(const Annotated& text, Sentence s, const NameFound& first) {
    Names out{{first}, false, false, first.last};
    bool either = false;
    for (;;) {
        const auto both = text.at(out.last, Meaning::kNumberAnd);
        const auto range = text.at(out.last, Meaning::kRange);
        const auto other = text.at(out.last, Meaning::kOr);
        const bool comma = text.tokens().is(out.last, ",") || text.tokens().is(out.last, "+");
        const std::size_t at = both    ? both->last
                               : other ? other->last
                               : range ? range->last
                                       : out.last + (comma ? 1U : 0U);
        const auto name = at > out.last ? next_name(text, s, at) : std::nullopt;
        if (!name) {
            break;
        }
        either = either || (!both && !comma);
        out.list.push_back(*name);
        out.last = name->last;
    }
    if (const auto word = text.at(out.last, Meaning::kTogether); word && word->last <= s.last) {
        out.says_so = true;
        out.last = out.list.size() > 1 ? word->last : out.last;
    }
    out.together = out.list.size() > 1 && !either;
    return out;
}

Draft make_size(const NameFound& name, const Comparison& found) {
    const Yardstick& region = *name.regions.front();
    const Quantity& r = found.ratio;
    Draft draft;
    draft.first = found.first;
    draft.last = found.last;
    TextClaim& claim = draft.claim;
    claim.kind = ClaimKind::kYardstick;
    claim.yardstick = region.name;
    claim.warnings = r.warnings;
    if (found.times_larger) {
        claim.warnings.push_back({WarningCode::times_larger});
    }
    claim.hedge = found.hedge == "size" ? "" : found.hedge;
    claim.ratio = r.value;
    claim.figure_km2 = r.value * region.usual_km2;
    const Bands bands = bands_for(found.hedge, r.low * region.low_km2, r.high * region.high_km2);
    claim.strict = bands.strict;
    claim.lenient = bands.lenient;
    claim.low_km2 = bands.strict.low_km2;
    claim.high_km2 = bands.strict.high_km2;
    add_other_regions(claim, name, r.value);
    return draft;
}

/// The claim about all of them together, from the claim about the first.
void add_up(Draft& draft, const Names& names, const Comparison& found) {
    TextClaim& claim = draft.claim;
    const Quantity& r = found.ratio;
    double low = 0.0, high = 0.0, usual = 0.0;
    claim.yardstick.clear();
    for (const NameFound& name : names.list) {
        const Yardstick& region = *name.regions.front();
        claim.yardstick += (claim.yardstick.empty() ? "" : " + ") + region.name;
        low += region.low_km2;
        high += region.high_km2;
        usual += region.usual_km2;
    }
    claim.readings.clear();
    if (!names.says_so) {
        claim.readings.push_back({*claim.figure_km2, "each", "", ""});
    }
    claim.figure_km2 = r.value * usual;
    const Bands bands = bands_for(found.hedge, r.low * low, r.high * high);
    claim.strict = bands.strict;
    claim.lenient = bands.lenient;
    claim.low_km2 = bands.strict.low_km2;
    claim.high_km2 = bands.strict.high_km2;
    draft.last = std::max(draft.last, names.last);
}

/// "the size of Luxembourg (2,586 km²)": the yardstick's own area, stated.
void join_stated_area(const Annotated& text, Sentence s, Draft& draft) {
    if (!text.tokens().is(draft.last, "(") || draft.last >= s.last) {
        return;
    }
    const std::vector<Draft> areas = find_areas(text, {draft.last + 1, s.last});
    if (areas.empty() || areas.front().first != draft.last + 1) {
        return;
    }
    draft.last = areas.front().last;
    if (text.tokens().is(draft.last, ")")) {
        ++draft.last;
    }
    const double stated = *areas.front().claim.figure_km2;
    const double ratio = draft.claim.ratio.value_or(1.0);
    const double known = *draft.claim.figure_km2;
    if (std::abs(stated - known) > 0.1 * known && std::abs(stated - known / ratio) > 0.1 * known) {
        draft.claim.warnings.push_back({WarningCode::brackets_differ, draft.claim.yardstick});
        draft.claim.readings.push_back({stated, "brackets", "", ""});
    }
}

/// "the size of Maryland or Brandenburg": a claim for each; the others stand on their names.
void each_by_itself(std::vector<Draft>& out, const Names& names, const Comparison& found) {
    for (std::size_t n = 1; n < names.list.size(); ++n) {
        Comparison again = found;
        again.first = names.list[n].first;
        again.last = names.list[n].last;
        out.push_back(make_size(names.list[n], again));
    }
}

/// "as much as Öland three times": a multiple where none is read makes no claim.
bool is_multiplied_behind(const Annotated& text, Sentence s, std::size_t last) {
    const auto number = read_quantity(text, last, s.last);
    return (number && text.at(number->last, Meaning::kTimes)) ||
           text.at(last, Meaning::kMultiple).has_value();
}

/// "That is, 0.94 % of Ukrainian territory": per cent without a word for size is a share.
bool is_share_of(const Annotated& text, const Comparison& found) {
    constexpr Meanings kSize = bit_of(Meaning::kSizeBefore) | bit_of(Meaning::kSizeAfter);
    return text.has(Meaning::kPercent, found.first, found.last) &&
           text.has(Meaning::kEquals, found.first, found.last) &&
           !text.has_any(kSize, found.first, found.last);
}

bool may_compare(const Annotated& text, Sentence s) {
    constexpr Meanings kComparing = bit_of(Meaning::kSizeBefore) | bit_of(Meaning::kSizeAfter) |
                                    bit_of(Meaning::kTimes) | bit_of(Meaning::kMultiple) |
                                    bit_of(Meaning::kEquals) | bit_of(Meaning::kAreaNoun);
    return text.has(Meaning::kRegionName, s.first, s.last) &&
           text.has_any(kComparing, s.first, s.last);
}

} // namespace

std::vector<Draft> find_sizes(const Annotated& text, Sentence s) {
    std::vector<Draft> out;
    if (!may_compare(text, s)) {
        return out;
    }
    for (std::size_t i = s.first; i < s.last; ++i) {
        const auto name = yardstick_at(text, i);
        if (!name || name->last > s.last) {
            continue;
        }
        const auto found = read_comparison(text, s, name->first, name->last);
        i = name->last - 1;
        if (!found || is_multiplied_behind(text, s, name->last)) {
            continue;
        }
        if (is_share_of(text, *found)) {
            continue; // find_shares reads it
        }
        const Names names = read_names(text, s, *name);
        out.push_back(make_size(*name, *found));
        if (names.together && (names.says_so || found->hedge != "more_than")) {
            add_up(out.back(), names, *found);
        } else if (names.list.size() > 1) {
            each_by_itself(out, names, *found);
        } else {
            join_stated_area(text, s, out.back());
        }
        join_rate(text, s, out.back());
        if (out.back().claim.kind == ClaimKind::kRate && text.at(name->first, Meaning::kUnit)) {
            out.pop_back(); // a football pitch every second: find_areas() knows whose field it is
        }
        i = names.last - 1;
    }
    return out;
}

} // namespace engine
