// SPDX-License-Identifier: MIT
// Who acts, on whom, and from whom: the parties around a verb.
#include "engine/claims/resolve/actors.hpp"

#include "engine/claims/find/draft.hpp"
#include "engine/claims/resolve/deed_verb.hpp"
#include "engine/claims/resolve/place.hpp"
#include "engine/claims/resolve/rough_place.hpp"

#include <algorithm>
#include <optional>

namespace engine {
bool drives_out(const Annotated::Found& word) {
    return word.what->key == "drive" || word.what->key == "push";
}

namespace {

/// The first party that begins in [from, to).
std::optional<Annotated::Found> party_in(const Annotated& text, std::size_t from, std::size_t to) {
    const auto parties = text.all(Meaning::kParty, from, to);
    return parties.empty() ? std::nullopt : std::optional(parties.front());
}

/// Whether nothing but parties, their armies, articles and the marks of a genitive stands in
/// [from, to).
bool only_names_parties(const Annotated& text, std::size_t from, std::size_t to) {
    constexpr Meanings kNames = bit_of(Meaning::kParty) | bit_of(Meaning::kFiller) |
                                bit_of(Meaning::kBody) | bit_of(Meaning::kNotLand);
    for (std::size_t i = from; i < to; ++i) {
        const bool mark = text.tokens().is(i, "'") || text.tokens().word(i) == "s" ||
                          (text.tokens().word(i) == "l" && text.tokens().is(i + 1, "'"));
        if (!mark && !text.has_any(kNames, i, i + 1)) {
            return false;
        }
    }
    return true;
}

/// The party close behind a "by" that ends before token `from`: "the Russian", "l'armée russe".
std::optional<Annotated::Found> party_behind_by(const Annotated& text, Sentence s,
                                                std::size_t from) {
    constexpr std::size_t kReach = 3; // tokens, whatever they are
    constexpr std::size_t kArmy = 6;  // where they only name an army
    if (const auto near = party_in(text, from, std::min(from + kReach, s.last))) {
        return near;
    }
    const auto far = party_in(text, from, std::min(from + kArmy, s.last));
    return far && only_names_parties(text, from, far->first) ? far : std::nullopt;
}

/// The party after "by", before or after the verb: "von russischen Truppen erobert".
std::string agent_of(const Annotated& text, Sentence s) {
    for (const Annotated::Found& by : text.all(Meaning::kBy, s.first, s.last)) {
        if (const auto party = party_behind_by(text, s, by.last)) {
            return party->what->key;
        }
        if (by.first > s.first) { // "російськими військами"
            if (const auto party = text.at(by.first - 1, Meaning::kParty)) {
                return party->what->key;
            }
        }
    }
    return {};
}

/// "Im Mai eroberten russische Truppen …": right behind the verb, where the language puts it there.
std::string subject_behind(const Annotated& text, Sentence s, const Annotated::Found& verb) {
    const auto adjective = text.at(verb.last, Meaning::kParty);
    if (text.lexicon().adjective_behind && adjective &&
        !text.has_any(bit_of(Meaning::kAreaNoun) | bit_of(Meaning::kRegionNoun), adjective->last,
                      std::min(adjective->last + 1, s.last))) {
        return adjective->what->key; // "el avance ruso"
    }
    // Who loses may stand there in other languages too; nobody loses a party.
    const bool loses = verb.what->meaning == Meaning::kLose && !drives_out(verb);
    const bool free = loses && text.lexicon().subject_behind_loss;
    const std::size_t at = skip_fillers(text, verb.last, s.last, 1);
    const std::size_t elided = verb.last + (text.tokens().is(verb.last + 1, "'") ? 2U : 0U);
    for (const std::size_t place : {verb.last, at, elided}) { // "l'Ukraine"
        const auto party = text.at(place, Meaning::kParty);
        if ((text.lexicon().verb_second || free) && party &&
            !(loses && text.phrase_before(place, text.lexicon().to_whom)) &&
            !(place > verb.last && text.phrase_before(place, text.lexicon().clause_words)) &&
            party->last <= s.last && !text.at(party->last, Meaning::kAreaNoun)) {
            return party->what->key;
        }
    }
    return {};
}

/// "an Russland verloren", "tabt til Rusland": to whom it is lost is not who loses it.
bool is_told_recipient(const Annotated& text, const Annotated::Found& verb,
                       const Annotated::Found& party) {
    return verb.what->meaning == Meaning::kLose &&
           text.phrase_before(party.first, text.lexicon().to_whom).has_value();
}

/// The party behind one of these words, in the few tokens from `behind` on.
std::string party_told(const Annotated& text, Sentence s, std::size_t behind,
                       const PhraseList& from) {
    constexpr std::size_t kReach = 5; // tokens: "of land from the"
    constexpr Meanings kLand = bit_of(Meaning::kAreaNoun) | bit_of(Meaning::kRegionNoun);
    const auto is_border = [&](std::size_t i) { // "from the Russian border to Kupiansk"
        const auto noun = text.at(i, Meaning::kNotArea);
        return noun && noun->what->key == "border";
    };
    for (const Annotated::Found& party :
         text.all(Meaning::kParty, behind, std::min(behind + kReach, s.last))) {
        const auto article = text.ending_at(party.first, Meaning::kFiller);
        const auto whole = text.phrase_before(party.last, from); // "aux russes"
        const bool told = text.phrase_before(party.first, from) ||
                          (whole && *whole <= party.first) ||
                          (article && text.phrase_before(article->first, from));
        const bool place = text.has_any(kLand, party.last, std::min(party.last + 1, s.last)) ||
                           is_border(party.last);
        if (told && !place) {
            return party.what->key;
        }
    }
    return {};
}

} // namespace

bool is_place(const Annotated& text, Sentence s, const Annotated::Found& party) {
    constexpr std::size_t kReach = 3; // tokens
    constexpr Meanings kTimes = bit_of(Meaning::kMonth) | bit_of(Meaning::kWeekday) |
                                bit_of(Meaning::kTimeUnit) | bit_of(Meaning::kSeason) |
                                bit_of(Meaning::kRelativeDay) | bit_of(Meaning::kLastPeriod) |
                                bit_of(Meaning::kThisPeriod);
    const std::size_t from = party.first > s.first + kReach ? party.first - kReach : s.first;
    if (ends_place(text, s, party.first) && !is_country(text, party.first)) {
        return false; // "w rejonie Pokrowska Rosjanie …", but "в Херсонской области Украины"
    }
    for (std::size_t i = party.first; i-- > from;) {
        if (text.has_any(kTimes, i, i + 1) || text.has(Meaning::kSpeech, i, i + 1) ||
            text.phrase_at(i, text.lexicon().no_places, s.last) ||
            text.phrase_before(i + 1, text.lexicon().paces)) {
            return false; // "в прошлом месяце Россия …", "у середньому росіяни …"
        }
        const bool out_of = text.at(i, Meaning::kBetween) && !text.at(i, Meaning::kFiller);
        if (text.is_locative(i) || out_of) { // but "les troupes de Moscou" are who acts
            return true;
        }
        if (text.tokens().list[i].kind != TokenKind::kWord || text.at(i, Meaning::kParty)) {
            return false;
        }
    }
    return false;
}

std::string actor_of(const Annotated& text, Sentence s, const Annotated::Found& verb) {
    if (const auto by = text.at(verb.last, Meaning::kBy); by && by->last < s.last) {
        if (const auto agent = party_behind_by(text, s, by->last)) {
            return agent->what->key; // "that Ukraine held were recaptured by Russian troops"
        }
    }
    constexpr std::size_t kGenitive = 5; // tokens: "des troupes russes"
    const auto noun = text.at(verb.first, Meaning::kBeside);
    if (noun && is_advance(*noun)) { // "темпи просування росіян", "l'avancée des troupes russes"
        const auto behind = party_in(text, verb.last, std::min(verb.last + kGenitive, s.last));
        if (behind && only_names_parties(text, verb.last, behind->first)) {
            return behind->what->key;
        }
    }
    const auto before = text.all(Meaning::kParty, s.first, verb.first);
    constexpr Meanings kReporting = bit_of(Meaning::kSpeech) | bit_of(Meaning::kAccording);
    std::string reporter;
    for (auto party = before.rbegin(); party != before.rend(); ++party) {
        const bool is_taken = text.at(party->last, Meaning::kAreaNoun) ||
                              text.ends_any(bit_of(Meaning::kUnit), party->first);
        if (is_taken || is_place(text, s, *party) || is_told_recipient(text, verb, *party)) {
            continue; // "ukrainisches Gebiet", "502 Quadratkilometer ukrainischen Bodens"
        }
        if (!text.has_any(kReporting, party->last, verb.first)) {
            return party->what->key;
        }
        reporter = reporter.empty() ? party->what->key : reporter;
    }
    const std::string agent = agent_of(text, s);
    const std::string subject = subject_behind(text, s, verb);
    // "Los 120 km² que perdió Rusia fueron recuperados por Kiev": by whom they were regained
    const bool loses = verb.what->meaning == Meaning::kLose && !subject.empty();
    const std::string behind = agent.empty() || loses ? subject : agent;
    return behind.empty() ? reporter : behind;
}

std::string patient_of(const Annotated& text, Sentence s, const Annotated::Found& verb) {
    constexpr std::size_t kBehind = 3; // tokens: "the", "last"
    if (const auto inside = party_in(text, verb.first, verb.last)) {
        return inside->what->key; // "drove the Russians out"
    }
    const auto behind = party_in(text, verb.last, std::min(verb.last + kBehind, s.last));
    if (behind && !text.has(Meaning::kBy, verb.last, behind->first) &&
        !is_place(text, s, *behind) && !text.at(behind->last, Meaning::kAreaNoun)) {
        return behind->what->key;
    }
    const auto before = text.all(Meaning::kParty, s.first, verb.first);
    for (auto party = before.rbegin(); party != before.rend(); ++party) {
        if (!is_place(text, s, *party) && !text.ending_at(party->first, Meaning::kBy)) {
            return party->what->key;
        }
    }
    return {};
}

std::string source_of(const Annotated& text, Sentence s, std::size_t behind) {
    return party_told(text, s, behind, text.lexicon().from_whom);
}

std::string recipient_of(const Annotated& text, Sentence s, std::size_t behind) {
    return party_told(text, s, behind, text.lexicon().to_whom);
}

std::string grip_of(const Annotated& text, Sentence s, const Annotated::Found& holding) {
    constexpr std::size_t kBefore = 3; // tokens: "Moscow", "'", "s"
    constexpr std::size_t kBehind = 6; // "de l'armée russe"
    if (const auto inside = party_in(text, holding.first, holding.last)) {
        return inside->what->key;
    }
    const std::size_t from = holding.first > s.first + kBefore ? holding.first - kBefore : s.first;
    const auto before = text.all(Meaning::kParty, from, holding.first);
    if (!before.empty() && only_names_parties(text, before.back().last, holding.first)) {
        return before.back().what->key;
    }
    const auto behind = party_in(text, holding.last, std::min(holding.last + kBehind, s.last));
    return behind && only_names_parties(text, holding.last, behind->first) ? behind->what->key
                                                                           : std::string();
}

bool is_out_of(const Annotated& text, Sentence s, const Annotated::Found& holding) {
    constexpr std::size_t kReach = 5; // tokens: "Moscow", "'", "s"
    const auto& out_of = text.lexicon().out_of;
    if (text.phrase_before(holding.last, out_of)) {
        return true; // "des mains"
    }
    const std::size_t from = holding.first > s.first + kReach ? holding.first - kReach : s.first;
    for (std::size_t i = holding.first; i > from; --i) {
        if (text.phrase_before(i, out_of)) {
            return only_names_parties(text, i, holding.first);
        }
    }
    return false;
}

std::string party_of(const std::string& holder, const Lexicon& lexicon) {
    const Annotated words(holder, 0, lexicon, true);
    const auto parties = words.all(Meaning::kParty, 0, words.size());
    return parties.empty() ? std::string() : parties.front().what->key;
}

bool holder_speaks(const Annotated& text, Sentence s, const std::string& speaker) {
    const auto& voices = text.lexicon().voices_of_holders;
    if (speaker.empty()) {
        return text.has_phrase(voices, s.first, s.last);
    }
    const Annotated words(speaker, 0, text.lexicon(), true);
    return words.has_phrase(voices, 0, words.size());
}

bool is_same(const Annotated& text, const std::string& party, const std::string& holder) {
    const auto& unnamed = text.lexicon().unnamed_holders;
    return party == holder ||
           (std::ranges::find(unnamed, party) != unnamed.end() && is_holder(text, holder));
}

bool is_holder(const Annotated& text, const std::string& party) {
    const auto& holders = text.lexicon().holders;
    return std::ranges::find(holders, party) != holders.end();
}

} // namespace engine
