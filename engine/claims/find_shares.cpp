// SPDX-License-Identifier: MIT
// Parts of a region: "a third of the oblast", "12 % of Crete", "20 % territorium Ukrainy".
#include "engine/claims/draft.hpp"
#include "engine/claims/yardstick_names.hpp"

#include <algorithm>

namespace engine {
namespace {

struct Part {
    double ratio = 0.0;
    double low = 0.0;
    double high = 0.0;
    double step = 0.0; ///< worth of the last digit; 0 for a fraction in words
    bool round = false;
    std::size_t first = 0;
    std::size_t last = 0;
};

std::optional<Part> read_part(const Annotated& text, Sentence s, std::size_t i) {
    if (const auto fraction = text.at(i, Meaning::kFraction);
        fraction && fraction->last <= s.last) {
        const double ratio = fraction->what->value;
        return Part{ratio, ratio, ratio, 0.0, false, i, fraction->last};
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
    return Part{q->value / 100.0, q->low / 100.0, q->high / 100.0, q->step / 100.0, q->round, i,
                percent->last};
}

/// What the part is of.
struct Whole {
    std::optional<NameFound> name;
    std::size_t last = 0; ///< 0: not a region
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

bool changes_or_holds(const Annotated& text, Sentence s) {
    for (const Meaning meaning :
         {Meaning::kHold, Meaning::kTake, Meaning::kRegain, Meaning::kWithdraw, Meaning::kLose}) {
        if (text.has(meaning, s.first, s.last)) {
            return true;
        }
    }
    return false;
}

Whole read_whole(const Annotated& text, Sentence s, std::size_t at) {
    std::size_t region_last = 0;
    std::size_t noun_last = 0; // "20 % of its territory"
    for (int n = 0; n < 7 && at < s.last; ++n) {
        if (const auto name = yardstick_at(text, at); name && name->last <= s.last) {
            if (owns_something_else(text, name->last, s.last)) {
                return {};
            }
            return {name, skip_area_nouns(text, name->last, s.last)};
        }
        const auto region = text.at(at, Meaning::kRegionNoun);
        const auto noun = text.at(at, Meaning::kAreaNoun);
        const auto filler = text.at(at, Meaning::kFiller);
        if (region && region->last <= s.last) {
            region_last = at = region->last;
        } else if (noun || filler) {
            at = noun ? noun->last : filler->last;
            noun_last = noun ? at : noun_last;
        } else {
            break;
        }
    }
    if (region_last == 0 && noun_last <= s.last && changes_or_holds(text, s)) {
        region_last = noun_last;
    }
    if (region_last == 0 || owns_something_else(text, region_last, s.last)) {
        return {};
    }
    return {std::nullopt, skip_area_nouns(text, region_last, s.last)};
}

bool speaks_of_land(const Annotated& text, Sentence s) {
    return text.has(Meaning::kAreaNoun, s.first, s.last) || changes_or_holds(text, s);
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

void set_area(TextClaim& claim, const Part& part, const NameFound& name) {
    const Yardstick& region = *name.regions.front();
    const Bands bands = bands_of(part, claim.hedge, region);
    claim.yardstick = region.name;
    claim.figure_km2 = part.ratio * region.total_km2;
    claim.strict = bands.strict;
    claim.lenient = bands.lenient;
    claim.low_km2 = bands.strict.low_km2;
    claim.high_km2 = bands.strict.high_km2;
    for (std::size_t i = 1; i < name.regions.size(); ++i) {
        const Yardstick& other = *name.regions[i];
        claim.readings.push_back(
            {part.ratio * other.total_km2, other.name + " (" + other.kind + ")"});
        claim.warnings.push_back("the name may also mean " + other.name + " (" + other.kind + ")");
    }
}

Draft make_share(const Annotated& text, Sentence s, const Part& part, const Whole& whole) {
    const HedgeFound hedge = hedge_before(text, s, part.first);
    Draft draft;
    draft.first = hedge.first;
    draft.last = whole.last;
    TextClaim& claim = draft.claim;
    claim.kind = ClaimKind::kShare;
    claim.hedge = hedge.id;
    claim.ratio = part.ratio;
    if (whole.name) {
        set_area(claim, part, *whole.name);
    } else {
        claim.warnings.emplace_back(
            "a part of a region that the words do not name: its area is not known");
    }
    return draft;
}

} // namespace

std::vector<Draft> find_shares(const Annotated& text, Sentence s) {
    std::vector<Draft> out;
    const bool may_share = text.has(Meaning::kFraction, s.first, s.last) ||
                           text.has(Meaning::kPercent, s.first, s.last);
    if (!may_share || !speaks_of_land(text, s)) {
        return out;
    }
    for (std::size_t i = s.first; i < s.last; ++i) {
        const auto part = read_part(text, s, i);
        if (!part) {
            const std::size_t past = skip_digits(text, i, s.last);
            i = past > i ? past - 1 : i;
            continue;
        }
        const Whole whole = read_whole(text, s, part->last);
        if (whole.last > part->last) {
            out.push_back(make_share(text, s, *part, whole));
            i = out.back().last - 1;
        }
    }
    return out;
}

} // namespace engine
