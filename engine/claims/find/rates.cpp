// SPDX-License-Identifier: MIT
// "40 km² a week", "every minute ten pitches": an area in a time.
#include "engine/claims/find/conversion.hpp"

namespace engine {
namespace {

void make_rate(TextClaim& claim, double days) {
    claim.figure_km2 = *claim.figure_km2 / days;
    claim.low_km2 = *claim.low_km2 / days;
    claim.high_km2 = *claim.high_km2 / days;
    for (Band* band : {&*claim.strict, &*claim.lenient}) {
        band->low_km2 /= days;
        band->high_km2 /= days;
    }
    for (Reading& reading : claim.readings) {
        reading.figure_km2 /= days;
    }
    claim.kind = ClaimKind::kRate;
}

constexpr int kMostWordsToRate = 4;

/// "40 km² of land a week".
bool join_rate_after(const Annotated& text, Sentence s, Draft& draft) {
    std::size_t at = draft.last;
    for (int n = 0; n < kMostWordsToRate && at < s.last; ++n) {
        if (const auto per = text.at(at, Meaning::kPer); per && per->last <= s.last) {
            make_rate(draft.claim, per->what->value);
            draft.last = per->last;
            return true;
        }
        const auto filler = text.at(at, Meaning::kFiller);
        const auto land = text.at(at, Meaning::kAreaNoun);
        const auto noun = land ? land : text.at(at, Meaning::kNature); // "of rainforest"
        if (!filler && !noun) {
            break;
        }
        at = noun ? noun->last : filler->last;
    }
    return false;
}

/// "a daily gain of about 40 km²", "täglich 40 Quadratkilometer".
void join_rate_before(const Annotated& text, Sentence s, Draft& draft) {
    std::size_t at = draft.first;
    for (int n = 0; n < kMostWordsToRate && at > s.first; ++n) {
        if (const auto per = text.ending_at(at, Meaning::kPerBefore);
            per && per->first >= s.first) {
            make_rate(draft.claim, per->what->value);
            draft.first = per->first;
            return;
        }
        if (text.tokens().is(at - 1, ",")) {
            --at; // "every minute, ten pitches"
            continue;
        }
        auto word = text.ending_at(at, Meaning::kFiller);
        for (const Meaning meaning : {Meaning::kTake, Meaning::kLose, Meaning::kAreaNoun}) {
            word = word ? word : text.ending_at(at, meaning);
        }
        if (!word || word->first < s.first) {
            return;
        }
        at = word->first;
    }
}

/// "Every minute some ten pitches vanish", "Pro Minute verschwinden zehn", "Cada año se pierden
/// 15.000 hectáreas": a time that opens the sentence, and a few words without a mark before the
/// figure. After a single word ("daily", "jährlich") only one may stand: it may belong to a noun.
/// What is held lasts, and is no rate.
void join_rate_at_start(const Annotated& text, Sentence s, Draft& draft) {
    constexpr int kMostWords = 1;
    constexpr int kMostWordsAfterPhrase = 6;
    const auto per = text.at(s.first, Meaning::kPerBefore);
    if (!per || per->last > draft.first) {
        return;
    }
    const bool brief = per->what->value < 1.0;
    const bool phrase = per->last > per->first + 1;
    if (text.has(Meaning::kHold, per->last, draft.first)) {
        return;
    }
    int unknown = 0;
    for (std::size_t i = per->last; i < draft.first; ++i) {
        const bool comma = text.tokens().is(i, ",");
        if (text.tokens().list[i].kind != TokenKind::kWord && !(comma && brief)) {
            return;
        }
        unknown += text.at(i, Meaning::kFiller) || comma ? 0 : 1;
    }
    if (unknown <= (phrase ? kMostWordsAfterPhrase : kMostWords)) {
        make_rate(draft.claim, per->what->value);
        draft.first = s.first;
    }
}

} // namespace

void join_rate(const Annotated& text, Sentence s, Draft& draft) {
    if (!join_rate_after(text, s, draft)) {
        join_rate_before(text, s, draft);
        if (draft.claim.kind != ClaimKind::kRate) {
            join_rate_at_start(text, s, draft);
        }
    }
}

} // namespace engine
