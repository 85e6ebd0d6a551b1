// SPDX-License-Identifier: MIT
// "40 km² a week", "every minute ten pitches": an area in a time.
#include "engine/claims/find/conversion.hpp"

namespace engine {

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

namespace {

constexpr int kMostWordsToRate = 4;

/// Over a word that the lexicon does not know: an adjective between two nouns ("of primary
/// forest"), or any before a time so short that nothing else is meant ("of forest vanish every
/// minute").
std::size_t skip_unknown(const Annotated& text, Sentence s, std::size_t at, int words) {
    constexpr Meanings kLand = bit_of(Meaning::kAreaNoun) | bit_of(Meaning::kNature);
    const auto word = [&](std::size_t i) {
        return i < s.last && text.tokens().list[i].kind == TokenKind::kWord;
    };
    if (word(at) && word(at + 1) && text.has_any(kLand, at + 1, at + 2)) {
        return at + 1;
    }
    for (std::size_t i = at; words > 0 && word(i); ++i, --words) {
        const auto per = text.at(i, Meaning::kPer);
        if (per && per->what->value < 1.0) {
            return i;
        }
    }
    return at;
}

/// "40 km² of land a week".
bool join_rate_after(const Annotated& text, Sentence s, Draft& draft) {
    constexpr int kMostUnknown = 7;
    std::size_t at = draft.last;
    for (int n = 0; n < kMostWordsToRate && at < s.last; ++n) {
        const auto per = text.at(at, Meaning::kPer);
        const auto earlier = text.at(at, Meaning::kLastPeriod); // "11,011 a year earlier"
        if (earlier && per && earlier->last > per->last) {
            return false;
        }
        if (per && per->last <= s.last) {
            make_rate(draft.claim, per->what->value);
            draft.last = per->last;
            return true;
        }
        const auto filler = text.at(at, Meaning::kFiller);
        const auto land = text.at(at, Meaning::kAreaNoun);
        const auto nature = land ? land : text.at(at, Meaning::kNature); // "of rainforest"
        const auto noun = nature ? nature : text.at(at, Meaning::kTake); // "of gains"
        const std::size_t behind = noun     ? noun->last
                                   : filler ? filler->last
                                            : skip_unknown(text, s, at, kMostUnknown);
        if (behind == at) {
            break;
        }
        at = behind;
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
        if (const auto only = text.phrase_before(at, text.lexicon().only)) {
            at = *only; // "täglich nur noch 5,9"
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

/// "The average daily advance of the Russians was in January 12 km²": a time beside the noun for a
/// pace or an advance, with nothing counted from there to the figure.
bool join_pace(const Annotated& text, Sentence s, Draft& draft) {
    constexpr std::size_t kReach = 14; // tokens
    constexpr Meanings kAdvance = bit_of(Meaning::kTake) | bit_of(Meaning::kBeside);
    const std::size_t from = draft.first > s.first + kReach ? draft.first - kReach : s.first;
    for (std::size_t i = draft.first; i-- > from;) {
        const Token& token = text.tokens().list[i];
        if (token.kind == TokenKind::kDigits || text.tokens().is(i, ",") ||
            text.tokens().is(i, ";")) {
            return false;
        }
        const auto per = text.at(i, Meaning::kPerBefore);
        const bool noun = per && (text.has_any(kAdvance, per->last, per->last + 2) ||
                                  text.phrase_before(i, text.lexicon().pace_nouns) ||
                                  text.phrase_at(per->last, text.lexicon().pace_nouns, s.last));
        if (noun) {
            make_rate(draft.claim, per->what->value);
            return true;
        }
    }
    return false;
}

/// "Every minute some ten pitches vanish", "Pro Minute verschwinden zehn", "Cada año se pierden
/// 15.000 hectáreas": a time that opens the sentence, and a few words without a mark before the
/// figure. After a single word ("daily", "jährlich") only one may stand: it may belong to a noun.
/// A time shorter than a day may stand further on ("Na świecie co minutę znika …"). What is held
/// lasts, and is no rate.
void join_rate_at_start(const Annotated& text, Sentence s, Draft& draft) {
    constexpr int kMostWords = 1;
    constexpr int kMostWordsAfterPhrase = 6;
    auto per = text.at(s.first, Meaning::kPerBefore);
    for (const auto& found : text.all(Meaning::kPerBefore, s.first, draft.first)) {
        per = found.what->value < 1.0 ? std::optional(found) : per;
    }
    if (!per || per->last > draft.first || text.has(Meaning::kHold, per->last, draft.first)) {
        return;
    }
    const bool brief = per->what->value < 1.0;
    const bool adverb = text.lexicon().nouns_capital && !text.tokens().list[per->last].capital;
    const bool phrase = brief || adverb || per->last > per->first + 1; // "Täglich gehen …"
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
        draft.first = per->first;
    }
}

} // namespace

void join_rate(const Annotated& text, Sentence s, Draft& draft) {
    if (!join_rate_after(text, s, draft)) {
        join_rate_before(text, s, draft);
        if (draft.claim.kind != ClaimKind::kRate && !join_pace(text, s, draft)) {
            join_rate_at_start(text, s, draft);
        }
    }
}

} // namespace engine
