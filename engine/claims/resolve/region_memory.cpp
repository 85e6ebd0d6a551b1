// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/region_memory.hpp"

#include "engine/claims/words/yardstick_names.hpp"

#include <algorithm>
#include <sstream>

namespace engine {
namespace {

/// A verb may follow an auxiliary: "has seized", "har indtaget".
constexpr std::size_t kVerbWithin = 2; // tokens

constexpr Meanings kTaking = bit_of(Meaning::kTake) | bit_of(Meaning::kRegain);
constexpr Meanings kHolding = kTaking | bit_of(Meaning::kHold);

} // namespace

void RegionMemory::note(const Annotated& text, std::size_t first, std::size_t last) {
    note_unless(kTaking, text, first, last);
}

void RegionMemory::note_before_share(const Annotated& text, std::size_t first, std::size_t last) {
    note_unless(kHolding, text, first, last);
}

void RegionMemory::note_unless(Meanings deeds, const Annotated& text, std::size_t first,
                               std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
        const auto name = yardstick_at(text, i);
        if (!name || name->last > last) {
            forget_before_unknown(text, first, i, last);
            continue;
        }
        i = name->last - 1;
        // "In Donetsk-regionen rykkede de frem": a region that says where does nothing.
        const bool located = name->first > first && text.is_locative(name->first - 1);
        if (name->regions.front()->actor ||
            (!located && text.has_any(deeds, name->last, name->last + kVerbWithin))) {
            continue;
        }
        ++order_;
        for (const Yardstick* region : name->regions) {
            Named& named = last_by_kind_[region->kind];
            if (named.order != order_) {
                named = {order_, {}};
            }
            named.regions.push_back(region);
        }
    }
}

void RegionMemory::forget_before_unknown(const Annotated& text, std::size_t first, std::size_t i,
                                         std::size_t last) {
    constexpr Meanings kOther =
        bit_of(Meaning::kDemonym) | bit_of(Meaning::kParty) | bit_of(Meaning::kFiller);
    const bool name = i > first && text.tokens().list[i].capital && !text.lexicon().nouns_capital &&
                      !text.has_any(kOther, i, i + 1);
    const auto noun = name ? text.at(i + 1, Meaning::kRegionNoun) : std::nullopt;
    if (noun && noun->last <= last) {
        const std::string& kinds = noun->what->key;
        last_by_kind_[kinds.substr(0, kinds.find(','))] = {++order_, {}};
    }
}

void RegionMemory::resolve(Draft& draft) const {
    if (!draft.open_share) {
        return;
    }
    const Named* nearest = nullptr;
    std::istringstream kinds(draft.open_share->kinds);
    for (std::string kind; std::getline(kinds >> std::ws, kind, ',');) {
        const auto place = last_by_kind_.find(kind);
        if (place != last_by_kind_.end() &&
            (nearest == nullptr || place->second.order > nearest->order)) {
            nearest = &place->second;
        }
    }
    if (nearest == nullptr || nearest->regions.empty()) {
        draft.claim.warnings.push_back({WarningCode::region_unnamed});
        return;
    }
    set_share(draft.claim, draft.open_share->part, nearest->regions);
    draft.claim.warnings.push_back({WarningCode::region_from_text, nearest->regions.front()->name});
}

} // namespace engine
