// SPDX-License-Identifier: MIT
// Comparisons with a named region: "twice the size of London", "ungefär Gotlands storlek".
#include "engine/claims/draft.hpp"
#include "engine/claims/yardstick_names.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace engine {
namespace {

/// The words around a name, read from the name outwards.
struct Comparison {
    std::string hedge; ///< of the size phrase or before it
    Quantity ratio;
    bool has_ratio = false;
    bool times_larger = false;
    bool is_size = false; ///< the words say that a size is meant
    std::size_t first = 0;
    std::size_t last = 0;
};

Quantity one() {
    Quantity q;
    q.value = q.low = q.high = 1.0;
    return q;
}

/// Back over "the island of", "den danske ø": to the token where the name's wording begins.
std::size_t skip_back_to_phrase(const Annotated& text, Sentence s, std::size_t at) {
    for (int n = 0; n < 5 && at > s.first; ++n) {
        if (text.ending_at(at, Meaning::kSizeBefore) || text.ending_at(at, Meaning::kEquals)) {
            return at;
        }
        const auto filler = text.ending_at(at, Meaning::kFiller);
        const auto region = text.ending_at(at, Meaning::kRegionNoun);
        const auto noun = region ? region : filler;
        if (!noun || noun->first < s.first) {
            return at;
        }
        at = noun->first;
    }
    return at;
}

/// "three times", "2,5 mal": a number and the word, ending at token `last`.
std::optional<Quantity> times_ending_at(const Annotated& text, Sentence s, std::size_t last) {
    const auto times = text.ending_at(last, Meaning::kTimes);
    if (!times) {
        return std::nullopt;
    }
    const std::size_t from = times->first > s.first + 8 ? times->first - 8 : s.first;
    for (std::size_t i = from; i < times->first; ++i) {
        auto q = read_quantity(text, i, times->first);
        if (q && q->last == times->first && q->value > 0.0 && q->value < 1e6) {
            return q;
        }
    }
    return std::nullopt;
}

void take_ratio(const Annotated& text, Sentence s, Comparison& found) {
    std::size_t at = found.first;
    for (int n = 0; n < 3 && at > s.first; ++n) { // "twice as large in area as"
        if (const auto times = times_ending_at(text, s, at)) {
            found.ratio = *times;
            found.first = times->first;
            found.has_ratio = true;
            return;
        }
        auto multiple = text.ending_at(at, Meaning::kMultiple);
        if (!multiple) {
            multiple = text.ending_at(at, Meaning::kFraction);
        }
        if (multiple && multiple->first >= s.first) {
            found.ratio.value = found.ratio.low = found.ratio.high = multiple->what->value;
            found.first = multiple->first;
            found.has_ratio = true;
            return;
        }
        const auto filler = text.ending_at(at, Meaning::kFiller);
        if (!filler || filler->first < s.first) {
            return;
        }
        at = filler->first;
    }
}

/// What stands before the name: "[hedge] [twice] the size of [the island of]".
void read_before(const Annotated& text, Sentence s, Comparison& found) {
    found.first = skip_back_to_phrase(text, s, found.first);
    if (const auto hedge = text.ending_at(found.first, Meaning::kHedge);
        hedge && hedge->first >= s.first) { // "svarer til omtrent Lolland"
        const std::size_t at = skip_back_to_phrase(text, s, hedge->first);
        if (text.ending_at(at, Meaning::kSizeBefore) || text.ending_at(at, Meaning::kEquals)) {
            found.hedge = hedge->what->key;
            found.first = at;
        }
    }
    if (const auto phrase = text.ending_at(found.first, Meaning::kSizeBefore);
        phrase && phrase->first >= s.first) {
        found.is_size = true;
        found.hedge = found.hedge.empty() ? phrase->what->key : found.hedge;
        found.first = phrase->first;
    } else if (const auto equals = text.ending_at(found.first, Meaning::kEquals);
               equals && equals->first >= s.first &&
               (speaks_of_area(text, s) || text.ending_at(equals->first, Meaning::kMultiple))) {
        found.is_size = true;
        found.hedge = found.hedge.empty() ? "size" : found.hedge;
        found.first = equals->first;
    }
    const std::size_t before_ratio = found.first;
    take_ratio(text, s, found);
    if (!found.is_size && found.has_ratio) { // "deux fois la Corse"
        // "half of Ukraine" is a part of it, which find_shares() reads; "corresponds to half of
        // Corsica" compares.
        const auto equals = text.ending_at(found.first, Meaning::kEquals);
        const bool land = speaks_of_area(text, s) || speaks_of_control(text, s.before, s.last);
        const bool compares = equals && equals->first >= s.first && speaks_of_area(text, s);
        found.is_size =
            compares || (land && found.ratio.value >= 1.0 && found.first < before_ratio);
        found.first = compares ? equals->first : found.first;
        found.hedge = "size";
    }
}

/// "Lolland-sized", "Gotlands storlek", "Luxembourg's size".
void read_after(const Annotated& text, Sentence s, Comparison& found) {
    std::size_t at = found.last;
    const Tokens& tokens = text.tokens();
    if (tokens.is(at, "'") && tokens.is(at + 1, "s")) {
        at += 2;
    }
    const auto phrase = text.at(at, Meaning::kSizeAfter);
    if (!phrase || phrase->last > s.last) {
        return;
    }
    found.is_size = true;
    found.hedge = phrase->what->key;
    found.last = phrase->last;
    if (!found.has_ratio) {
        take_ratio(text, s, found);
    }
}

/// "twice larger than": the words of the comparison itself, not "more than twice".
void read_times_larger(Comparison& found) {
    found.times_larger = found.has_ratio && found.ratio.value > 1.0 &&
                         (found.hedge == "more_than" || found.hedge == "less_than");
    if (found.times_larger) {
        found.hedge = "size";
    }
}

void take_outer_hedge(const Annotated& text, Sentence s, Comparison& found) {
    const HedgeFound outer = hedge_before(text, s, found.first);
    if (outer.id.empty()) {
        return;
    }
    found.first = outer.first;
    if (outer.id != "about" && outer.id != "exactly") {
        found.hedge = outer.id;
    } else if (found.hedge == "size" && outer.id == "about") {
        found.hedge = "about";
    }
}

/// "about the size of X" is as loose as the looser of the two.
Bands bands_for(const std::string& hedge, double low_km2, double high_km2) {
    const HedgeBand* size = hedge_band("size");
    const HedgeBand* band = hedge == "about" ? size : hedge_band(hedge);
    return hedged_bands(band != nullptr ? *band : *size, low_km2, high_km2);
}

void add_other_regions(TextClaim& claim, const NameFound& name, double ratio) {
    const Yardstick& region = *name.regions.front();
    if (std::abs(region.land_km2 - region.total_km2) > 0.02 * region.total_km2) {
        claim.readings.push_back({ratio * region.land_km2, region.name + ", land only", "land_only",
                                  region.name, region.kind});
    }
    if (region.high_km2 > 1.1 * region.low_km2) {
        claim.warnings.push_back("published areas of " + region.name +
                                 " differ; the band covers them: " + region.note);
    }
    add_namesakes(claim, std::span(name.regions).subspan(1), ratio);
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
        claim.warnings.emplace_back("\"times larger\" is read as \"times as large\"");
    }
    claim.hedge = found.hedge == "size" ? "" : found.hedge;
    claim.ratio = r.value;
    claim.figure_km2 = r.value * region.total_km2;
    const Bands bands = bands_for(found.hedge, r.low * region.low_km2, r.high * region.high_km2);
    claim.strict = bands.strict;
    claim.lenient = bands.lenient;
    claim.low_km2 = bands.strict.low_km2;
    claim.high_km2 = bands.strict.high_km2;
    add_other_regions(claim, name, r.value);
    return draft;
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
        draft.claim.warnings.push_back("the area given for " + draft.claim.yardstick +
                                       " differs from the published one by more than a tenth");
        draft.claim.readings.push_back({stated, "the area given in brackets", "brackets", "", ""});
    }
}

bool may_compare(const Annotated& text, Sentence s) {
    constexpr Meanings kComparing = bit_of(Meaning::kSizeBefore) | bit_of(Meaning::kSizeAfter) |
                                    bit_of(Meaning::kTimes) | bit_of(Meaning::kMultiple) |
                                    bit_of(Meaning::kEquals);
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
        Comparison found;
        found.ratio = one();
        found.first = name->first;
        found.last = name->last;
        read_before(text, s, found);
        if (!found.is_size) {
            read_after(text, s, found);
        }
        if (found.is_size) {
            read_times_larger(found);
            take_outer_hedge(text, s, found);
            out.push_back(make_size(*name, found));
            join_stated_area(text, s, out.back());
        }
        i = name->last - 1;
    }
    return out;
}

} // namespace engine
