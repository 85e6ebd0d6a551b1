// SPDX-License-Identifier: MIT
// Parts of a region: "a third of the oblast", "12 % of Crete", "20 % territorium Ukrainy".
#include "engine/claims/draft.hpp"
#include "engine/claims/yardstick_names.hpp"

#include <algorithm>

namespace engine {
namespace {

struct PartFound {
    Part part;
    std::size_t first = 0;
    std::size_t last = 0;
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
    if (!percent || percent->last > s.last) {
        return std::nullopt;
    }
    return PartFound{{q->value / 100.0, q->low / 100.0, q->high / 100.0, q->step / 100.0, q->round},
                     i,
                     percent->last};
}

/// What the part is of.
struct Whole {
    std::optional<NameFound> name;
    std::size_t last = 0;     ///< 0: not a region
    std::string kinds;        ///< what a noun without a name may mean
    bool says_region = false; ///< "the Kharkiv region", and not "Ukraine"
};

/// "Ukraine's grain": what follows a name in the genitive is what is meant, unless it is its land.
bool owns_something_else(const Annotated& text, std::size_t last, std::size_t end) {
    const Tokens& tokens = text.tokens();
    if (tokens.is(last, "'") && tokens.is(last + 1, "s")) {
        const std::size_t noun = skip_fillers(text, last + 2, end, 2);
        return !text.at(noun, Meaning::kAreaNoun) && !text.at(noun, Meaning::kRegionNoun);
    }
    const bool genitive =
        text.lexicon().genitive_before_noun && last > 0 && tokens.word(last - 1).ends_with("s");
    if (!genitive || last >= end || tokens.list[last].kind != TokenKind::kWord) {
        return false;
    }
    const std::size_t noun = skip_fillers(text, last, end, 2);
    return !text.at(noun, Meaning::kAreaNoun) && !text.at(noun, Meaning::kRegionNoun) &&
           !text.at(noun, Meaning::kHold) && !text.at(noun, Meaning::kTake);
}

std::size_t skip_area_nouns(const Annotated& text, std::size_t at, std::size_t end) {
    for (;;) {
        std::size_t next = at;
        if (text.tokens().is(at, "'") && text.tokens().is(at + 1, "s")) {
            next = skip_fillers(text, at + 2, end, 2);
        }
        const auto noun = text.at(next, Meaning::kAreaNoun);
        const auto region = text.at(next, Meaning::kRegionNoun);
        const auto found = noun ? noun : region;
        if (!found || found->last > end) {
            return at;
        }
        at = found->last;
    }
}

/// Whether a region's noun is part of its name: "Харківської області".
bool says_region(const Annotated& text, const NameFound& name) {
    return text.has(Meaning::kRegionNoun, name.first + 1, name.last);
}

Whole read_whole(const Annotated& text, Sentence s, std::size_t at) {
    std::size_t region_last = 0;
    std::size_t noun_last = 0; // "20 % of its territory"
    std::string kinds;
    for (int n = 0; n < 7 && at < s.last; ++n) {
        if (const auto name = yardstick_at(text, at); name && name->last <= s.last) {
            if (owns_something_else(text, name->last, s.last)) {
                return {};
            }
            const std::size_t last = skip_area_nouns(text, name->last, s.last);
            return {name, last, "",
                    region_last > 0 || last > name->last || says_region(text, *name)};
        }
        const auto region = text.at(at, Meaning::kRegionNoun);
        const auto noun = text.at(at, Meaning::kAreaNoun);
        const auto filler = text.at(at, Meaning::kFiller);
        if (region && region->last <= s.last) {
            region_last = at = region->last;
            kinds = kinds.empty() ? region->what->key : kinds;
        } else if (noun || filler) {
            at = noun ? noun->last : filler->last;
            noun_last = noun ? at : noun_last;
        } else {
            break;
        }
    }
    if (region_last == 0 && noun_last <= s.last && speaks_of_control(text, s.first, s.last)) {
        region_last = noun_last;
    }
    if (region_last == 0 || owns_something_else(text, region_last, s.last)) {
        return {};
    }
    return {std::nullopt, skip_area_nouns(text, region_last, s.last), kinds, true};
}

bool speaks_of_land(const Annotated& text, Sentence s, const Whole& whole) {
    return s.is_claim || (whole.name && whole.says_region) ||
           text.has(Meaning::kAreaNoun, s.first, s.last) ||
           speaks_of_control(text, s.first, s.last);
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
    claim.figure_km2 = part.ratio * region.total_km2;
    claim.strict = bands.strict;
    claim.lenient = bands.lenient;
    claim.low_km2 = bands.strict.low_km2;
    claim.high_km2 = bands.strict.high_km2;
    add_namesakes(claim, regions.subspan(1), part.ratio);
}

std::vector<Draft> find_shares(const Annotated& text, Sentence s) {
    std::vector<Draft> out;
    if (!text.has_any(bit_of(Meaning::kFraction) | bit_of(Meaning::kPercent), s.first, s.last)) {
        return out;
    }
    for (std::size_t i = s.first; i < s.last; ++i) {
        const auto found = read_part(text, s, i);
        if (!found) {
            const std::size_t past = skip_digits(text, i, s.last);
            i = past > i ? past - 1 : i;
            continue;
        }
        const Whole whole = read_whole(text, s, found->last);
        if (whole.last > found->last && speaks_of_land(text, s, whole)) {
            out.push_back(make_share(text, s, *found, whole));
            i = out.back().last - 1;
        }
    }
    return out;
}

} // namespace engine
