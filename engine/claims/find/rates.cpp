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

constexpr int kMostWordsToRate = 6;

/// A time that something happens in, as often as it passes: "a week", "every three seconds".
struct Time {
    std::size_t last = 0;
    double days = 0.0;
};

std::optional<Time> time_at(const Annotated& text, Sentence s, std::size_t i, Meaning meaning) {
    if (const auto per = text.at(i, meaning); per && per->last <= s.last) {
        return Time{per->last, per->what->value};
    }
    constexpr double kMost = 60.0; // of one unit
    const auto every = text.phrase_at(i, text.lexicon().every, s.last);
    const auto count = every ? read_quantity(text, *every, s.last) : std::nullopt;
    const auto unit = count ? text.at(count->last, Meaning::kTimeUnit) : std::nullopt;
    if (!unit || unit->last > s.last || !(count->value > 0.0) || count->value > kMost) {
        return std::nullopt;
    }
    return Time{unit->last, count->value * unit->what->value};
}

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
        const auto per = time_at(text, s, i, Meaning::kPer);
        if (per && per->days < 1.0) {
            return i;
        }
    }
    return at;
}

/// "40 km² of land a week".
bool join_rate_after(const Annotated& text, Sentence s, Draft& draft) {
    const AreaUnit* unit = area_unit(draft.claim.unit);
    const bool pitches = unit != nullptr && unit->system == "pitch"; // "of forest in Brazil were …"
    const int most_unknown = pitches ? 14 : 7;
    std::size_t at = draft.last;
    if (text.phrase_before(draft.first, text.lexicon().paces) && at + 1 < s.last &&
        text.at(at + 1, Meaning::kPer) && text.tokens().list[at].kind == TokenKind::kWord) {
        ++at; // "an average of 14 km² claimed each day"
    }
    for (int n = 0; n < kMostWordsToRate + (pitches ? 6 : 0) && at < s.last; ++n) {
        const auto per = time_at(text, s, at, Meaning::kPer);
        const auto earlier = text.at(at, Meaning::kLastPeriod); // "11,011 a year earlier"
        if (earlier && per && earlier->last > per->last) {
            return false;
        }
        if (per) {
            make_rate(draft.claim, per->days);
            draft.last = per->last;
            return true;
        }
        if (const auto pace = text.phrase_at(at, text.lexicon().paces, s.last)) {
            at = *pace; // "burn on average every second"
            continue;
        }
        const auto behind_dash =
            text.tokens().is(at, "-") ? time_at(text, s, at + 1, Meaning::kPer) : std::nullopt;
        if (behind_dash && (behind_dash->last == s.last ||
                            text.tokens().list[behind_dash->last].kind == TokenKind::kMark)) {
            ++at; // "an area like Iceland - every day"
            continue;
        }
        const auto filler = text.at(at, Meaning::kFiller);
        const auto land = text.at(at, Meaning::kAreaNoun);
        const auto nature = land ? land : text.at(at, Meaning::kNature); // "of rainforest"
        const auto noun = nature ? nature : text.at(at, Meaning::kTake); // "of gains"
        const std::size_t behind = noun     ? noun->last
                                   : filler ? filler->last
                                            : skip_unknown(text, s, at, most_unknown);
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

/// "Daily, the army in the Donbas loses on average 28 km²": a time and an average in one clause
/// before the figure, with nothing else counted.
bool join_average(const Annotated& text, Sentence s, Draft& draft) {
    bool average = false;
    for (std::size_t i = draft.first; i-- > s.first;) {
        if (text.tokens().list[i].kind != TokenKind::kWord) {
            return false;
        }
        average = average || text.phrase_before(i + 1, text.lexicon().paces).has_value();
        const auto per = text.at(i, Meaning::kPerBefore);
        if (per && average) {
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
    auto per = time_at(text, s, s.first, Meaning::kPerBefore);
    std::size_t first = s.first;
    for (std::size_t i = s.first; i < draft.first; ++i) {
        const auto other = time_at(text, s, i, Meaning::kPerBefore);
        if (other && other->days < 1.0) {
            per = other;
            first = i;
        }
    }
    if (!per || per->last > draft.first || text.has(Meaning::kHold, per->last, draft.first)) {
        return;
    }
    const bool brief = per->days < 1.0;
    const bool adverb = text.lexicon().nouns_capital && !text.tokens().list[per->last].capital;
    const bool phrase = brief || adverb || per->last > first + 1; // "Täglich gehen …"
    int unknown = 0;
    for (std::size_t i = per->last; i < draft.first; ++i) {
        const bool comma = text.tokens().is(i, ",");
        if (text.tokens().list[i].kind != TokenKind::kWord && !(comma && brief)) {
            return;
        }
        unknown += text.at(i, Meaning::kFiller) || comma ? 0 : 1;
    }
    if (unknown <= (phrase ? kMostWordsAfterPhrase : kMostWords)) {
        make_rate(draft.claim, per->days);
        draft.first = first;
    }
}

} // namespace

void join_rate(const Annotated& text, Sentence s, Draft& draft) {
    if (!join_rate_after(text, s, draft)) {
        join_rate_before(text, s, draft);
        if (draft.claim.kind != ClaimKind::kRate && !join_pace(text, s, draft) &&
            !join_average(text, s, draft)) {
            join_rate_at_start(text, s, draft);
        }
    }
}

} // namespace engine
