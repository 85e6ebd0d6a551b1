// SPDX-License-Identifier: MIT
#include "engine/claims/find/share_row.hpp"

#include "engine/claims/find/draft.hpp"
#include "engine/claims/words/yardstick_names.hpp"

#include <algorithm>

namespace engine {

void ShareRow::note(std::size_t first, const Whole& whole) {
    begun_ = true;
    const auto name = whole.name ? whole.name : region_of_clause(text_, s_, first);
    if (!name) {
        const std::string& kinds = whole.kinds;
        kind_ = kinds.empty() ? kind_ : kinds.substr(0, kinds.find(','));
        return;
    }
    kind_ = name->regions.front()->kind;
    if (name->last > name->first + 1) {
        noun_first_ = text_.at(name->first, Meaning::kRegionNoun).has_value();
        const std::size_t noun = noun_first_ ? name->first : name->last - 1;
        noun_ = text_.at(noun, Meaning::kRegionNoun) ? std::string(text_.tokens().word(noun)) : "";
    }
}

/// The name at a token: as the lists have it, or with the noun of the row ("Донецкой").
NameFound ShareRow::named_at(std::size_t at) const {
    if (at >= s_.last || text_.tokens().list[at].kind != TokenKind::kWord) {
        return {};
    }
    if (const auto name = yardstick_at(text_, at); name && name->last <= s_.last) {
        return *name;
    }
    if (noun_.empty()) {
        return {};
    }
    const std::string word(text_.tokens().word(at));
    return {
        at, at + 1,
        yardsticks_called(text_.lexicon(), noun_first_ ? noun_ + " " + word : word + " " + noun_)};
}

/// Of the regions of a name those of the row's kind: of oblasts in a row, none is a city. A name
/// with its noun may begin one.
Whole ShareRow::whole_of(const NameFound& name, std::size_t last) const {
    NameFound out{name.first, name.last, {}};
    const auto& parts = text_.lexicon().parts_of_countries;
    for (const Yardstick* region : name.regions) {
        const bool part = kind_.empty() && std::ranges::find(parts, region->kind) != parts.end() &&
                          text_.has(Meaning::kRegionNoun, name.first, name.last);
        if (region->kind == kind_ || part) {
            out.regions.push_back(region);
        }
    }
    return out.regions.empty() ? Whole{} : Whole{out, last, "", true};
}

/// "79% – Донецкой", "69 procent van Cherson": nothing but a mark or "and" behind it.
Whole ShareRow::behind(std::size_t at) const {
    at += text_.tokens().is(at, "-") ? 1U : 0U;
    at = text_.phrase_at(at, text_.lexicon().of, s_.last).value_or(at);
    const NameFound name = named_at(at);
    const bool ends = name.last == s_.last ||
                      text_.tokens().list[name.last].kind == TokenKind::kMark ||
                      text_.at(name.last, Meaning::kNumberAnd);
    return name.last > 0 && ends ? whole_of(name, name.last) : Whole{};
}

/// "в Херсонской — 76 %", "a Kherson è al 69 %".
Whole ShareRow::before(std::size_t first, std::size_t last) const {
    constexpr int kLinks = 3;           // tokens: "è al", " - "
    constexpr std::size_t kLongest = 3; // tokens of a name
    const Tokens& tokens = text_.tokens();
    std::size_t end = hedge_before(text_, s_, first).first;
    for (int n = 0; n <= kLinks && end > s_.first; ++n, --end) {
        for (std::size_t at = end; at-- > s_.first + 1 && end - at <= kLongest;) {
            const bool opened =
                text_.is_locative(at - 1) || text_.at(at - 1, Meaning::kFiller).has_value();
            const NameFound name = opened ? named_at(at) : NameFound{};
            if (name.last == end && !name.regions.empty()) {
                return whole_of(name, last);
            }
        }
        const bool link = tokens.is(end - 1, "-") || tokens.is(end - 1, ":") ||
                          tokens.is(end - 1, "(") || text_.at(end - 1, Meaning::kFiller) ||
                          text_.at(end - 1, Meaning::kHedge);
        if (!link) {
            break;
        }
    }
    return {};
}

Whole ShareRow::beside(std::size_t first, std::size_t last) const {
    if (!begun_) {
        return {};
    }
    Whole out = behind(last);
    return out.last > 0 ? out : before(first, last);
}

} // namespace engine
