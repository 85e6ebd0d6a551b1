// SPDX-License-Identifier: MIT
// What became of the land: taken, retaken, left, held; or burned and flooded, which nobody does.
#include "engine/claims/resolve/who.hpp"

#include <algorithm>
#include <limits>

namespace engine {
namespace {

struct Verb {
    Meaning meaning = Meaning::kTake;
    Annotated::Found where;
};

std::size_t gap(std::size_t first, std::size_t last, std::size_t other_first,
                std::size_t other_last) {
    return other_last <= first ? first - other_last : last <= other_first ? other_first - last : 0;
}

/// "occupied 4,168 km² in 2024": the window has two ends, a year apart at most.
bool has_short_window(const TextClaim& claim) {
    constexpr int kYear_days = 366;
    return claim.since.date && claim.as_of.date && *claim.since.date < *claim.as_of.date &&
           *claim.as_of.date - *claim.since.date <= kYear_days;
}

/// "has occupied 500 km² this month": a word for both holding and taking takes where a window is
/// named, and holds for a share ("has occupied a fifth of it").
bool takes_rather(const Annotated& text, Sentence s, const Draft& draft) {
    constexpr Meanings kWindow = bit_of(Meaning::kWithin) | bit_of(Meaning::kLastPeriod) |
                                 bit_of(Meaning::kThisPeriod) | bit_of(Meaning::kMonth) |
                                 bit_of(Meaning::kTimeUnit);
    return draft.claim.kind != ClaimKind::kShare &&
           (draft.claim.kind == ClaimKind::kRate || // what is held is held, not by the day
            text.has_any(kWindow, s.first, s.last) || has_short_window(draft.claim));
}

std::optional<Verb> nearest_verb(const Annotated& text, Sentence s, const Draft& draft) {
    std::optional<Verb> best;
    const bool takes = takes_rather(text, s, draft);
    std::size_t nearest = std::numeric_limits<std::size_t>::max();
    for (const Meaning meaning : {Meaning::kRegain, Meaning::kWithdraw, Meaning::kHold,
                                  Meaning::kTake, Meaning::kLose, Meaning::kNature}) {
        for (const Annotated::Found& found : text.all(meaning, s.first, s.last)) {
            const std::size_t distance = gap(found.first, found.last, draft.first, draft.last);
            const bool both = takes && best && best->meaning == Meaning::kHold &&
                              meaning == Meaning::kTake && distance == nearest;
            // "came under control" says more than "control" does.
            const bool longer = best && distance == nearest &&
                                found.last - found.first > best->where.last - best->where.first;
            if (distance < nearest || both || longer) {
                nearest = distance;
                best = Verb{meaning, found};
            }
        }
    }
    return best;
}

/// "remains under occupation": who holds it stands right behind a word that says no more than that
/// it is there.
std::optional<Annotated::Found> held_behind(const Annotated& text, Sentence s,
                                            const Annotated::Found& word) {
    constexpr std::size_t kReach = 3; // tokens
    const auto holds = text.all(Meaning::kHold, word.last, std::min(word.last + kReach, s.last));
    return holds.empty() ? std::nullopt : std::optional(holds.front());
}

/// "liberated and seized", "freed from occupation": who takes what was his regains it.
bool beside_regaining(const Annotated& text, Sentence s, const Annotated::Found& taking) {
    constexpr std::size_t kReach = 3; // tokens
    const std::size_t from = taking.first > s.first + kReach ? taking.first - kReach : s.first;
    return text.has(Meaning::kRegain, from, std::min(taking.last + kReach, s.last));
}

/// "took control", "tok i august kontroll": who takes control does not hold yet. Only words stand
/// between, and no name.
bool takes_control(const Annotated& text, Sentence s, const Annotated::Found& holding) {
    constexpr std::size_t kReach = 3; // tokens between
    const std::size_t from = holding.first > s.first + kReach ? holding.first - kReach : s.first;
    for (std::size_t i = holding.first; i-- > from;) {
        if (text.tokens().list[i].kind != TokenKind::kWord || text.at(i, Meaning::kRegionName)) {
            return false;
        }
        const auto taking = text.at(i, Meaning::kTake);
        if (taking && taking->last <= holding.first) {
            return true;
        }
    }
    return false;
}

/// "har erobret … tilbage": taken back. "Wieder in ukrainischer Hand": held again, beside the word
/// for holding; but what is taken again need not be regained.
bool comes_back(const Annotated& text, Sentence s, const Verb& verb) {
    constexpr std::size_t kBeside = 3; // tokens
    const auto words = text.all(Meaning::kBack, s.first, s.last);
    return std::ranges::any_of(words, [&](const Annotated::Found& word) {
        if (word.what->key != "again") {
            return verb.meaning == Meaning::kTake;
        }
        return verb.meaning == Meaning::kHold && word.first <= verb.where.last + kBeside &&
               verb.where.first <= word.last + kBeside;
    });
}

/// "The area under Russian control grew by 200 km²": what came to it in the time, nothing that is
/// held.
std::optional<Annotated::Found> grows_by(const Annotated& text, Sentence s, const Draft& draft) {
    std::size_t at = draft.first;
    for (int n = 0; n < 2 && at > s.first; ++n) {
        const auto grows = text.ending_at(at, Meaning::kGrow);
        if (grows && grows->first >= s.first && at < draft.first) {
            return grows;
        }
        const auto by = text.ending_at(at, Meaning::kBy);
        const auto word = by ? by : text.ending_at(at, Meaning::kFiller);
        if (!word) {
            return std::nullopt;
        }
        at = word->first;
    }
    return std::nullopt;
}

bool is_locative(const Annotated& text, std::size_t i) {
    const auto& words = text.lexicon().locatives;
    return std::find(words.begin(), words.end(), text.tokens().word(i)) != words.end();
}

/// "in eastern Ukraine", "from Ukraine": a place, nobody who acts. "In August Russian forces …" is
/// none.
bool is_place(const Annotated& text, Sentence s, const Annotated::Found& party) {
    constexpr std::size_t kReach = 3; // tokens
    constexpr Meanings kTimes = bit_of(Meaning::kMonth) | bit_of(Meaning::kWeekday) |
                                bit_of(Meaning::kTimeUnit) | bit_of(Meaning::kSeason) |
                                bit_of(Meaning::kRelativeDay) | bit_of(Meaning::kLastPeriod) |
                                bit_of(Meaning::kThisPeriod);
    const std::size_t from = party.first > s.first + kReach ? party.first - kReach : s.first;
    for (std::size_t i = party.first; i-- > from;) {
        if (text.has_any(kTimes, i, i + 1)) {
            return false; // "в прошлом месяце Россия …"
        }
        const bool out_of = text.at(i, Meaning::kBetween) && !text.at(i, Meaning::kFiller);
        if (is_locative(text, i) || out_of) { // but "les troupes de Moscou" are who acts
            return true;
        }
        if (text.tokens().list[i].kind != TokenKind::kWord || text.at(i, Meaning::kParty)) {
            return false;
        }
    }
    return false;
}

/// The party after "by", before or after the verb: "von russischen Truppen erobert".
std::string agent_of(const Annotated& text, Sentence s) {
    constexpr std::size_t kReach = 3; // tokens
    for (const Annotated::Found& by : text.all(Meaning::kBy, s.first, s.last)) {
        for (std::size_t i = by.last; i < std::min(by.last + kReach, s.last); ++i) {
            if (const auto party = text.at(i, Meaning::kParty)) {
                return party->what->key;
            }
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
    const std::size_t at = skip_fillers(text, verb.last, s.last, 1);
    for (const std::size_t place : {verb.last, at}) {
        const auto party = text.at(place, Meaning::kParty);
        if (text.lexicon().verb_second && party && party->last < s.last &&
            !text.at(party->last, Meaning::kAreaNoun)) {
            return party->what->key;
        }
    }
    return {};
}

/// Whose deed it is: after "by" in the passive, else the party before the verb. Of several the
/// nearest that does not only report it.
std::string actor_of(const Annotated& text, Sentence s, const Annotated::Found& verb) {
    const auto before = text.all(Meaning::kParty, s.first, verb.first);
    constexpr Meanings kReporting = bit_of(Meaning::kSpeech) | bit_of(Meaning::kAccording);
    std::string reporter;
    for (auto party = before.rbegin(); party != before.rend(); ++party) {
        if (is_place(text, s, *party)) {
            continue;
        }
        if (!text.has_any(kReporting, party->last, verb.first)) {
            return party->what->key;
        }
        reporter = reporter.empty() ? party->what->key : reporter;
    }
    const std::string agent = agent_of(text, s);
    const std::string behind = agent.empty() ? subject_behind(text, s, verb) : agent;
    return behind.empty() ? reporter : behind;
}

std::string party_of(const std::string& holder, const Lexicon& lexicon) {
    const Annotated words(holder, 0, lexicon, true);
    const auto parties = words.all(Meaning::kParty, 0, words.size());
    return parties.empty() ? std::string() : parties.front().what->key;
}

/// "Russia recaptured 400 km²": of those who held them it is lost, and the maps may show Russia's.
bool is_holder(const Annotated& text, const std::string& actor) {
    const auto& holders = text.lexicon().holders;
    return std::ranges::find(holders, actor) != holders.end();
}

Deed lost() {
    return {ClaimDirection::kLost, Measure::lost, false};
}

Deed gained() {
    return {ClaimDirection::kGained, Measure::gained, false};
}

/// "The Amazon lost 6,000 km² of forest", "the ice sheet lost": nobody does it to anybody. The word
/// for what nature has stands beside the figure, or who loses is no party.
bool loses_nature(const Annotated& text, Sentence s, const Draft& draft) {
    constexpr std::size_t kReach = 4; // tokens
    const std::size_t from = draft.first > s.first + kReach ? draft.first - kReach : s.first;
    const std::size_t to = std::min(draft.last + kReach, s.last);
    return text.has(Meaning::kNature, from, to) || (text.has(Meaning::kNature, s.first, s.last) &&
                                                    !text.has(Meaning::kParty, s.first, s.last));
}

/// "Ukraine now controls 1,250 km²": who holds it is the party right before the verb, and another
/// than the holder. "18 % of Ukraine is occupied" names the land there, and the figure before.
bool is_of_another(const Annotated& text, Sentence s, const Draft& draft, const Verb& verb,
                   const std::string& party) {
    constexpr std::size_t kReach = 2; // tokens: "now", "already"
    const auto before = text.all(Meaning::kParty, s.first, verb.where.first);
    if (party.empty() || before.empty() || draft.first < verb.where.last ||
        text.has(Meaning::kBy, s.first, s.last)) {
        return false;
    }
    const Annotated::Found& subject = before.back();
    const bool stands_there = verb.where.first <= subject.last + kReach;
    const bool is_land = text.phrase_before(subject.first, text.lexicon().of).has_value() ||
                         is_place(text, s, subject);
    const bool names_holder = std::ranges::any_of(
        before, [&](const Annotated::Found& f) { return f.what->key == party; });
    return stands_there && !is_land && !names_holder;
}

/// A lake "occupies" as an army does: a weak word holds only where a party is named.
Deed held(const Annotated& text, Sentence s, const Draft& draft, const Verb& verb,
          const std::string& holder) {
    const bool weak = verb.where.what->key == "weak";
    const bool somebody = !holder.empty() || text.has(Meaning::kParty, s.first, s.last);
    if (weak && !somebody) {
        return {};
    }
    const std::string party = holder.empty() ? std::string() : party_of(holder, text.lexicon());
    return {ClaimDirection::kUnknown, Measure::held, is_of_another(text, s, draft, verb, party)};
}

/// "A net 143 km²": the balance of what was gained and lost.
bool is_balance(const Annotated& text, Sentence s) {
    for (std::size_t last = s.first + 1; last <= s.last; ++last) {
        const auto first = text.phrase_before(last, text.lexicon().net);
        if (first && *first >= s.first) {
            return true;
        }
    }
    return false;
}

Deed read_verb(const Annotated& text, Sentence s, const Draft& draft, const std::string& holder) {
    auto verb = nearest_verb(text, s, draft);
    if (const auto holds = verb && verb->meaning == Meaning::kNature
                               ? held_behind(text, s, verb->where)
                               : std::nullopt) {
        verb = Verb{Meaning::kHold, *holds};
    }
    if (!verb || verb->meaning == Meaning::kNature ||
        (verb->meaning == Meaning::kLose && loses_nature(text, s, draft))) {
        return {};
    }
    const bool takes = verb->meaning == Meaning::kTake || verb->meaning == Meaning::kHold;
    const bool held_again = verb->meaning == Meaning::kHold; // "again in Ukrainian hands"
    if (comes_back(text, s, *verb) || (takes && beside_regaining(text, s, verb->where))) {
        verb->meaning = Meaning::kRegain;
    }
    if (const auto grows = grows_by(text, s, draft); grows && verb->meaning == Meaning::kHold) {
        return grows->what->key == "shrink" ? lost() : gained();
    }
    if (verb->meaning == Meaning::kHold && takes_control(text, s, verb->where)) {
        verb->meaning = Meaning::kTake;
    }
    if (verb->meaning == Meaning::kHold) {
        return held(text, s, draft, *verb, holder);
    }
    const bool taking = verb->meaning == Meaning::kTake || verb->meaning == Meaning::kRegain;
    const std::string party = holder.empty() ? std::string() : party_of(holder, text.lexicon());
    const std::string actor = actor_of(text, s, verb->where);
    const bool by_holder = party.empty() ? is_holder(text, actor) : actor == party;
    if (held_again && by_holder) {
        return held(text, s, draft, *verb, holder); // "Russian forces again control …"
    }
    if (!party.empty() && !actor.empty()) {
        return (actor == party) == taking ? gained() : lost();
    }
    if (verb->meaning == Meaning::kTake) {
        return actor.empty() ? Deed{} : gained();
    }
    return verb->meaning == Meaning::kRegain && is_holder(text, actor) ? Deed{} : lost();
}

} // namespace

Deed read_deed(const Annotated& text, Sentence s, const Draft& draft, const std::string& holder) {
    Deed deed = read_verb(text, s, draft, holder);
    const bool is_flow = deed.measure == Measure::lost || deed.measure == Measure::gained;
    if (is_flow && is_balance(text, s)) {
        deed.measure = Measure::net;
    }
    return deed;
}

} // namespace engine
