// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/context.hpp"

#include "engine/claims/resolve/days.hpp"
#include "engine/claims/resolve/excepted.hpp"
#include "engine/claims/resolve/own_land.hpp"
#include "engine/claims/resolve/place.hpp"
#include "engine/claims/resolve/rough_place.hpp"
#include "engine/claims/resolve/who.hpp"

#include <algorithm>

namespace engine {
namespace {

/// A comparison may stand in the next sentence but one ("Derfor … Det svarer til …").
constexpr std::size_t kNearSentences = 2;

bool is_open(const StatedDay& day) {
    return day.words.empty() && !day.date;
}

// "That is almost the size of Lolland" speaks of the area, and so of the days, of the claim before.
void inherit(const TextClaim& before, TextClaim& claim) {
    if (claim.kind != ClaimKind::kYardstick) {
        return;
    }
    if (is_open(claim.since) && is_open(claim.as_of)) {
        claim.since = before.since;
        claim.as_of = before.as_of;
    }
    if (is_open(claim.stated)) {
        claim.stated = before.stated;
    }
    if (!claim.measure) {
        claim.direction = before.direction;
        claim.measure = before.measure;
        claim.of_another = before.of_another;
        if (claim.place.empty()) {
            claim.place = before.place;
        }
    }
    if (claim.speaker.empty()) {
        claim.speaker = before.speaker;
    }
}

/// The figure that something grew or shrank from was true when the window began.
void begin_with(TextClaim& claim) {
    const bool is_window = claim.since.date && claim.since.date != claim.as_of.date;
    const std::string words = claim.as_of.words;
    claim.as_of = is_window ? claim.since : StatedDay{};
    if (!is_window) {
        claim.as_of.words = words;
        claim.warnings.push_back({WarningCode::day_before_unsaid});
    }
    claim.since = {};
}

/// Whether a place in the sentence is the claim's: of land that changes hands or is held, even
/// where the measure is open ("they took") or stands elsewhere, as a case's does. Where it burned
/// is on the maps.
bool is_somewhere(const Annotated& text, Sentence s, const TextClaim& claim) {
    const auto nature = text.all(Meaning::kNature, s.first, s.last);
    const bool changed_hands = std::ranges::all_of(
        nature, [](const Annotated::Found& word) { return word.what->key == "hands"; });
    const bool open = (s.is_claim || !nature.empty() || speaks_of_control(text, s.first, s.last)) &&
                      changed_hands;
    return (claim.measure || open) && claim.kind != ClaimKind::kShare;
}

std::string place_of(const Annotated& text, Sentence s, const Draft& draft,
                     const std::string& holder, std::string_view input) {
    const auto region = read_place(text, s, draft, input);
    const auto rough = read_rough_place(text, s, draft, input);
    // "in der Region Donezk" is the region, "bei Charkiw" is near the city.
    const bool inside = region && rough && rough->words.find(region->words) != std::string::npos;
    const bool nearer = region && (!rough || region->gap <= rough->gap);
    if (region && (inside ? region->says_region : nearer)) {
        return region->words;
    }
    if (rough) {
        return rough->words;
    }
    return read_own_land(text, s, draft, holder, input);
}

} // namespace

void Context::complete(const Annotated& text, Sentence s, std::string_view input,
                       std::vector<Draft>& drafts) {
    ++sentences_since_;
    name_regions(text, s, drafts);
    if (drafts.empty()) {
        return;
    }
    const std::vector<SentenceDays> all_days =
        read_days(text, s, input, options_.published, drafts);
    const Voices voices = read_voices(text, s, input);
    const TextClaim* before = before_ ? &*before_ : nullptr;
    for (std::size_t d = 0; d < drafts.size(); ++d) {
        Draft& draft = drafts[d];
        const SentenceDays& days = all_days[d];
        TextClaim& claim = draft.claim;
        claim.stated = days.stated;
        claim.since = days.since;
        claim.as_of = days.as_of;
        // "from 333 km² between January and August 2018 to 640 between …": each has its window
        const bool own = d + 1 < drafts.size() && claim.since.date && claim.as_of.date &&
                         all_days[d + 1].since.date && all_days[d + 1].as_of.date &&
                         *claim.as_of.date < *all_days[d + 1].since.date;
        if (draft.at_start && !days.earlier && !own) {
            begin_with(claim);
        }
        claim.speaker = voices.speaker;
        claim.outlet = voices.outlet;
        const Deed deed = read_deed(text, s, draft, options_.holder);
        claim.direction = deed.direction;
        claim.measure = deed.measure;
        claim.of_another = deed.of_another;
        if (is_somewhere(text, s, claim)) {
            claim.place = place_of(text, s, draft, options_.holder, input);
        }
        if (claim.measure.value_or(Measure::held) == Measure::held) {
            claim.except = read_excepted(text, s, drafts, d, input);
        }
        claim.warnings.insert(claim.warnings.end(), days.warnings.begin(), days.warnings.end());
        if (before != nullptr && sentences_since_ <= kNearSentences) {
            inherit(*before, claim);
        }
        before = &claim;
        sentences_since_ = 0;
    }
    before_ = *before;
}

void Context::name_regions(const Annotated& text, Sentence s, std::vector<Draft>& drafts) {
    std::size_t noted = s.first;
    for (Draft& draft : drafts) {
        if (draft.open_share) {
            regions_.note_before_share(text, noted, draft.first);
            noted = draft.first;
            regions_.resolve(draft);
        }
    }
    regions_.note(text, noted, s.last);
}

} // namespace engine
