// SPDX-License-Identifier: MIT
// What became of the land: taken, retaken, left, held; or burned and flooded, which nobody does.
#include "engine/claims/resolve/actors.hpp"
#include "engine/claims/resolve/who.hpp"

#include <algorithm>
#include <limits>

namespace engine {
namespace {

struct Verb {
    Meaning meaning = Meaning::kTake;
    Annotated::Found where;
    std::optional<Annotated::Found> out_of; ///< the hands it goes out of, where they are named
};

bool moves(const Annotated::Found& word) {
    return word.what->key == "move"; // "fell", "passed", before the words for holding
}

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
    std::optional<Verb> gone; // "out of their hands": told by another verb, if there is one
    std::size_t nearest = std::numeric_limits<std::size_t>::max();
    for (const Meaning meaning :
         {Meaning::kRegain, Meaning::kWithdraw, Meaning::kHold, Meaning::kTake, Meaning::kLose,
          Meaning::kBeside, Meaning::kNature}) {
        for (const Annotated::Found& found : text.all(meaning, s.first, s.last)) {
            if (meaning == Meaning::kHold && is_out_of(text, s, found)) {
                gone = Verb{Meaning::kLose, found, found};
                continue;
            }
            // "fell to Russian forces", but not "fell to 500 km²"
            const bool falls_to = found.what->key == "hands" && found.last == draft.first;
            const bool particle = meaning == Meaning::kBeside && found.what->key != "drive";
            if (particle || falls_to) {
                continue;
            }
            const std::size_t distance = gap(found.first, found.last, draft.first, draft.last);
            const bool both = takes && best && best->meaning == Meaning::kHold &&
                              meaning == Meaning::kTake && distance == nearest;
            // "came under control" says more than "control" does.
            const bool longer = best && distance == nearest &&
                                found.last - found.first > best->where.last - best->where.first;
            if (distance < nearest || both || longer) {
                nearest = distance;
                best = Verb{meaning == Meaning::kBeside ? Meaning::kLose : meaning, found,
                            std::nullopt};
            }
        }
    }
    if (!gone || !best || best->meaning == Meaning::kNature) {
        return gone ? gone : best;
    }
    best->out_of = gone->where;
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

/// "unter Kontrolle gebracht", "під окупацію потрапило": what moves stands behind.
bool comes_under(const Annotated& text, Sentence s, const Annotated::Found& holding) {
    constexpr std::size_t kReach = 2; // tokens
    const auto behind =
        text.all(Meaning::kBeside, holding.last, std::min(holding.last + kReach, s.last));
    return std::ranges::any_of(behind, moves);
}

/// "took control", "tok i august kontroll": who takes control does not hold yet. Only words stand
/// between, and no name.
bool takes_control(const Annotated& text, Sentence s, const Draft& draft,
                   const Annotated::Found& holding) {
    constexpr std::size_t kReach = 4; // tokens between, the figure apart
    std::size_t reach = kReach;
    for (std::size_t i = holding.first; i-- > s.first && reach-- > 0;) {
        if (i < draft.last && draft.first <= i) { // "kwam er 461 km² in Russische handen"
            i = draft.first;
            reach = kReach - 1;
            continue;
        }
        const bool genitive = text.tokens().is(i, "'"); // "Moscow's"
        const bool name = text.at(i, Meaning::kRegionName) && !text.at(i, Meaning::kParty);
        if ((text.tokens().list[i].kind != TokenKind::kWord && !genitive) || name) {
            return false;
        }
        const auto taking = text.at(i, Meaning::kTake);
        const auto beside = text.at(i, Meaning::kBeside);
        if ((taking && taking->last <= holding.first) ||
            (beside && moves(*beside) && beside->last <= holding.first)) {
            return true;
        }
    }
    return false;
}

/// "har erobret … tilbage": taken back. "Wieder in ukrainischer Hand": held again, beside the word
/// for holding; but what is taken again need not be regained.
bool comes_back(const Annotated& text, Sentence s, const Verb& verb) {
    constexpr std::size_t kBeside = 3; // tokens
    const auto words = text.all(Meaning::kBeside, s.first, s.last);
    return std::ranges::any_of(words, [&](const Annotated::Found& word) {
        if (word.what->key == "back") {
            return verb.meaning == Meaning::kTake;
        }
        return word.what->key == "again" && verb.meaning == Meaning::kHold &&
               word.first <= verb.where.last + kBeside && verb.where.first <= word.last + kBeside;
    });
}

/// "The area under Russian control grew by 200 km²": what came to it in the time, nothing that is
/// held.
std::optional<Annotated::Found> grows_by(const Annotated& text, Sentence s, const Draft& draft) {
    if (const auto behind = text.at(draft.last, Meaning::kGrow); behind && behind->last <= s.last) {
        return behind; // "um 4000 Quadratkilometer vergrößert"
    }
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

/// Who acts: in whose hands it comes, out of whose hands it goes, or the subject of the verb.
std::string doer_of(const Annotated& text, Sentence s, const Verb& verb) {
    const bool grip = verb.where.what->key == "hands" ||
                      text.has(Meaning::kHold, verb.where.first, verb.where.last);
    const std::string in_hands = grip ? grip_of(text, s, verb.where) : std::string();
    return in_hands.empty() ? actor_of(text, s, verb.where) : in_hands;
}

/// "The Russians were driven out of 300 km²": who is driven out loses it.
Deed driven_out(const Annotated& text, Sentence s, const Verb& verb, const std::string& party) {
    const std::string patient = patient_of(text, s, verb.where);
    if (patient.empty()) {
        return {};
    }
    if (!party.empty()) {
        return is_same(text, patient, party) ? lost() : gained();
    }
    const std::string actor = actor_of(text, s, verb.where);
    return is_holder(text, actor) && actor != patient ? gained() : lost();
}

/// "Captured 400 km² from Ukraine": whose it was says as much as who takes it; nothing where the
/// sentence does not say it.
std::optional<Deed> taken_from(const Annotated& text, Sentence s, const Draft& draft,
                               const Verb& verb, const std::string& party) {
    const std::string near = source_of(text, s, verb.where.last);
    const std::string told = near.empty() ? source_of(text, s, draft.last) : near;
    const std::string source = told.empty() && verb.out_of ? grip_of(text, s, *verb.out_of) : told;
    if (source.empty()) {
        return std::nullopt;
    }
    if (party.empty() ? is_holder(text, source) : is_same(text, source, party)) {
        return lost();
    }
    return verb.meaning == Meaning::kTake ? std::optional(gained()) : std::nullopt;
}

/// Land that changes hands, by who acts and on whom.
Deed changed(const Annotated& text, Sentence s, const Draft& draft, const Verb& verb,
             bool held_again, const std::string& holder) {
    const bool taking = verb.meaning == Meaning::kTake || verb.meaning == Meaning::kRegain;
    const std::string party = holder.empty() ? std::string() : party_of(holder, text.lexicon());
    if (verb.meaning == Meaning::kLose && verb.where.what->key == "drive") {
        return driven_out(text, s, verb, party);
    }
    if (const auto from = taking ? taken_from(text, s, draft, verb, party) : std::nullopt) {
        return *from;
    }
    const std::string actor = doer_of(text, s, verb);
    const bool by_holder = party.empty() ? is_holder(text, actor) : is_same(text, actor, party);
    if (held_again && by_holder && verb.meaning == Meaning::kRegain) {
        return held(text, s, draft, verb, holder); // "Russian forces again control …"
    }
    if (!party.empty() && !actor.empty()) {
        return is_same(text, actor, party) == taking ? gained() : lost();
    }
    if (verb.meaning == Meaning::kTake) {
        const bool by_holders = verb.where.what->key == "occupation" || holder_speaks(text, s);
        return actor.empty() && !by_holders ? Deed{} : gained();
    }
    const bool theirs = is_holder(text, actor) || (actor.empty() && holder_speaks(text, s));
    return verb.meaning == Meaning::kRegain && theirs ? Deed{} : lost();
}

Deed read_verb(const Annotated& text, Sentence s, const Draft& draft, const std::string& holder) {
    auto verb = nearest_verb(text, s, draft);
    if (const auto holds = verb && verb->meaning == Meaning::kNature
                               ? held_behind(text, s, verb->where)
                               : std::nullopt) {
        verb = Verb{Meaning::kHold, *holds, std::nullopt};
    }
    if (!verb || verb->meaning == Meaning::kNature ||
        ((verb->meaning == Meaning::kLose || verb->meaning == Meaning::kWithdraw) &&
         loses_nature(text, s, draft))) {
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
    if (verb->meaning == Meaning::kHold &&
        (takes_control(text, s, draft, verb->where) || comes_under(text, s, verb->where))) {
        verb->meaning = Meaning::kTake;
    }
    if (verb->meaning == Meaning::kHold) {
        return held(text, s, draft, *verb, holder);
    }
    return changed(text, s, draft, *verb, held_again, holder);
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
