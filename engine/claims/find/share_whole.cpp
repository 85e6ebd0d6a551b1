// SPDX-License-Identifier: MIT
// The region that a share is a part of.
#include "engine/claims/find/share_whole.hpp"

#include "engine/claims/find/draft.hpp"

#include <algorithm>

namespace engine {
namespace {

/// Whether a noun for land or a region stands at token i, or behind at most two fillers ("areal på"
/// may be one, and its noun counts all the same).
bool is_land_at(const Annotated& text, std::size_t i, std::size_t end) {
    constexpr Meanings kLand = bit_of(Meaning::kAreaNoun) | bit_of(Meaning::kRegionNoun);
    const std::size_t behind = skip_fillers(text, i, end, 2);
    return text.has_any(kLand, i, i + 1) || text.has_any(kLand, behind, behind + 1);
}

/// "Ukraine's grain": what follows a name in the genitive is what is meant, unless it is its land.
bool owns_something_else(const Annotated& text, std::size_t last, std::size_t end) {
    const Tokens& tokens = text.tokens();
    if (tokens.is(last, "'") && tokens.is(last + 1, "s")) {
        return !is_land_at(text, last + 2, end);
    }
    const bool genitive =
        text.lexicon().genitive_before_noun && last > 0 && tokens.word(last - 1).ends_with("s");
    if (!genitive || last >= end || tokens.list[last].kind != TokenKind::kWord) {
        return false;
    }
    const std::size_t noun = skip_fillers(text, last, end, 2);
    return !is_land_at(text, last, end) && !text.at(noun, Meaning::kHold) &&
           !text.at(noun, Meaning::kTake);
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

/// Whether a region's noun is part of its name: "Харківської області", "Luhanskregionen".
bool says_region(const Annotated& text, const NameFound& name) {
    const std::string_view word = text.tokens().word(name.last - 1);
    const bool noun_first = name.last > name.first + 1; // "obwodzie chersońskim"
    return text.has(Meaning::kRegionNoun, name.first + (noun_first ? 0U : 1U), name.last) ||
           std::ranges::any_of(text.lexicon().place_endings,
                               [&](const std::string& noun) { return word.ends_with(noun); });
}

/// "the Russian region of Kursk": the adjective only says where the region lies; the token of its
/// noun, or 0.
std::size_t region_of_country(const Annotated& text, Sentence s, std::size_t at) {
    const auto adjective = text.at(at, Meaning::kDemonym);
    if (!adjective) {
        return 0;
    }
    const auto region = text.at(adjective->last, Meaning::kRegionNoun);
    const bool part = region && region->last <= s.last &&
                      region->what->key.find("country") == std::string::npos &&
                      !text.at(adjective->last, Meaning::kAreaNoun);
    return part ? adjective->last : 0;
}

/// "Iraqi territory", "der ukrainischen Landesfläche": an adjective of a country and a noun for
/// land.
Whole adjective_and_noun(const Annotated& text, Sentence s, std::size_t at) {
    const auto adjective = text.at(at, Meaning::kDemonym);
    if (!adjective) {
        return {};
    }
    const bool beside = skip_area_nouns(text, adjective->last, s.last) > adjective->last;
    const std::size_t noun =
        beside ? adjective->last : skip_fillers(text, adjective->last, s.last, 2);
    const std::size_t last = skip_area_nouns(text, noun, s.last);
    const auto regions = yardsticks_named(adjective->what->key);
    return last > noun && !regions.empty() ? Whole{NameFound{at, last, regions}, last, "", true}
                                           : Whole{};
}

/// "du territoire ukrainien": the adjective behind the noun.
Whole noun_and_adjective(const Annotated& text, std::size_t noun_last) {
    const auto adjective = text.at(noun_last, Meaning::kDemonym);
    if (!adjective) {
        return {};
    }
    const auto regions = yardsticks_named(adjective->what->key);
    return regions.empty()
               ? Whole{}
               : Whole{NameFound{noun_last, adjective->last, regions}, adjective->last, "", true};
}

/// "Ukraine's Luhansk region": the name that another owns.
std::optional<NameFound> owned_name(const Annotated& text, Sentence s, std::size_t last) {
    const bool english = text.tokens().is(last, "'") && text.tokens().is(last + 1, "s");
    const std::size_t at = skip_fillers(text, english ? last + 2 : last, s.last, 2);
    auto name = yardstick_at(text, at);
    return name && name->last <= s.last ? name : std::nullopt;
}

/// "54 % of the land Russia captured": who did it, not whose it is. Languages with a genitive
/// behind the noun need no "of" there ("территории Украины").
bool opens_relative_clause(const Annotated& text, Sentence s, const NameFound& name,
                           std::size_t noun_last) {
    constexpr std::size_t kReach = 2; // "has captured"
    constexpr Meanings kDone = bit_of(Meaning::kTake) | bit_of(Meaning::kHold) |
                               bit_of(Meaning::kLose) | bit_of(Meaning::kRegain);
    return noun_last == name.first && text.lexicon().bare_relative &&
           text.has_any(kDone, name.last, std::min(name.last + kReach, s.last));
}

/// A word that the lexicon does not know, between "of the" and the noun for land: "recognised".
bool is_unknown_adjective(const Annotated& text, Sentence s, std::size_t at) {
    const Token& token = text.tokens().list[at];
    return at + 1 < s.last && token.kind == TokenKind::kWord && !token.capital &&
           !text.has(Meaning::kNotLand, at, at + 1) &&
           text.has(Meaning::kAreaNoun, at + 1, std::min(at + 3, s.last)) &&
           text.tokens().list[at + 1].kind == TokenKind::kWord;
}

/// Past what is said to be done behind a share ("98 percent in Russian hands"); `last` where
/// nothing is.
std::size_t past_deed(const Annotated& text, Sentence s, std::size_t last) {
    constexpr int kMostBetween = 2; // "in Russian"
    constexpr Meanings kDone = bit_of(Meaning::kHold) | bit_of(Meaning::kTake) |
                               bit_of(Meaning::kRegain) | bit_of(Meaning::kNature);
    std::size_t at = last;
    for (int n = 0; n <= kMostBetween && at < s.last; ++n, ++at) {
        if (text.has_any(kDone, at, at + 1)) {
            return at + 1;
        }
        if (!text.is_locative(at) && !text.at(at, Meaning::kParty) && !text.at(at, Meaning::kBy)) {
            break;
        }
    }
    return last;
}

/// "на 70 %", "більш ніж на 70 %", "zu 99,7 Prozent": to what degree something is done.
bool is_to_a_degree(const Annotated& text, Sentence s, std::size_t first, std::size_t begin) {
    const auto& degrees = text.lexicon().degrees;
    for (std::size_t i = begin > s.first ? begin - 1 : begin; i < first; ++i) {
        if (std::ranges::find(degrees, text.tokens().word(i)) != degrees.end()) {
            return true;
        }
    }
    return false;
}

/// "obwodu pożaru", "the state's budget": the noun before is no region.
bool is_of_another(const Annotated& text, Sentence s, std::size_t last) {
    const bool of_fire = text.lexicon().genitive_behind_noun && text.at(last, Meaning::kNature);
    return of_fire || owns_something_else(text, last, s.last);
}

} // namespace

Whole read_whole(const Annotated& text, Sentence s, std::size_t at) {
    if (at < s.last && text.is_locative(at)) {
        return {}; // "23 % in Utrecht" are votes or voters
    }
    at = text.phrase_at(at, text.lexicon().of, s.last).value_or(at); // "від усієї території"
    std::size_t region_last = 0;
    std::size_t noun_last = 0; // "20 % of its territory"
    std::string kinds;
    for (int n = 0; n < 7 && at < s.last; ++n) {
        if (const auto name = yardstick_at(text, at); name && name->last <= s.last) {
            const bool part_of_it = // "the Kursk salient"
                text.has(Meaning::kNotLand, name->last, std::min(name->last + 1, s.last));
            if (part_of_it || opens_relative_clause(text, s, *name, noun_last)) {
                return {};
            }
            if (owns_something_else(text, name->last, s.last)) {
                const auto owned = owned_name(text, s, name->last);
                return owned && !owns_something_else(text, owned->last, s.last)
                           ? Whole{owned, skip_area_nouns(text, owned->last, s.last), "", true}
                           : Whole{};
            }
            const std::size_t last = skip_area_nouns(text, name->last, s.last);
            return {name, last, "",
                    region_last > 0 || last > name->last || says_region(text, *name)};
        }
        if (const std::size_t noun = region_of_country(text, s, at)) {
            at = noun;
            continue;
        }
        if (Whole adjective = adjective_and_noun(text, s, at); adjective.last > 0) {
            return adjective;
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
            if (Whole adjective = noun ? noun_and_adjective(text, at) : Whole{};
                adjective.last > 0) {
                return adjective;
            }
        } else if (n > 0 && is_unknown_adjective(text, s, at)) {
            ++at;
        } else {
            break;
        }
    }
    if (region_last == 0 && noun_last <= s.last && speaks_of_control(text, s.first, s.last)) {
        region_last = noun_last;
    }
    if (region_last == 0 || is_of_another(text, s, region_last)) {
        return {};
    }
    return {std::nullopt, skip_area_nouns(text, region_last, s.last), kinds, true};
}

bool names_agent(const Annotated& text, Sentence s, std::size_t first, const Whole& whole) {
    constexpr Meanings kDone = bit_of(Meaning::kHold) | bit_of(Meaning::kTake);
    if (!whole.name || !text.at(whole.name->first, Meaning::kParty)) {
        return false;
    }
    const auto by = text.ending_at(whole.name->first, Meaning::kBy);
    return by && by->first >= s.first && whole.name->last < s.last &&
           text.has_any(kDone, whole.name->last, whole.name->last + 1) &&
           is_to_a_degree(text, s, first, hedge_before(text, s, first).first);
}

std::optional<NameFound> region_of_clause(const Annotated& text, Sentence s, std::size_t at) {
    std::optional<NameFound> out;
    for (std::size_t i = s.first; i < at; ++i) {
        if (text.tokens().list[i].kind == TokenKind::kMark && !text.tokens().is(i, "-") &&
            !text.tokens().is(i, "'")) {
            out.reset();
        } else if (i > s.first && text.is_locative(i - 1)) {
            const std::size_t name = skip_fillers(text, i, at, 1);
            const auto found = yardstick_at(text, name);
            const bool region =
                found && found->last <= at &&
                (says_region(text, *found) || skip_area_nouns(text, found->last, at) > found->last);
            out = region ? found : out;
        }
    }
    return out;
}

Whole whole_before(const Annotated& text, Sentence s, std::size_t first, std::size_t last) {
    constexpr std::size_t kReach = 8; // tokens
    constexpr Meanings kDone = bit_of(Meaning::kHold) | bit_of(Meaning::kTake) |
                               bit_of(Meaning::kRegain) | bit_of(Meaning::kNature);
    const std::size_t begin = hedge_before(text, s, first).first;
    const bool to_a_degree = is_to_a_degree(text, s, first, begin);
    const std::size_t deed_last = past_deed(text, s, last);
    const bool done_after = deed_last > last;
    const std::size_t from = begin > s.first + kReach ? begin - kReach : s.first;
    Whole out;
    for (std::size_t i = from; i < begin; ++i) {
        if (text.tokens().list[i].kind != TokenKind::kWord) {
            out = {};
            continue;
        }
        const auto name = yardstick_at(text, i);
        if (!name || name->last > begin) {
            continue;
        }
        const std::size_t end = skip_area_nouns(text, name->last, s.last);
        const bool done_before = text.has_any(kDone, end, begin);
        // "its hold on Donetsk region has risen from 50 to 75 percent"
        const bool grown =
            text.has(Meaning::kGrow, end, begin) && text.has(Meaning::kHold, from, name->first);
        if ((to_a_degree && done_before) || (done_after && !done_before) || grown) {
            out = {name, deed_last, "", true};
        }
        i = name->last - 1;
    }
    return out;
}

} // namespace engine
