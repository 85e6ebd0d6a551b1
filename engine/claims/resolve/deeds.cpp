// SPDX-License-Identifier: MIT
// What became of the land: taken, retaken, left, held; or burned and flooded, which nobody does.
#include "engine/claims/resolve/actors.hpp"
#include "engine/claims/resolve/deed_verb.hpp"
#include "engine/claims/resolve/net.hpp"
#include "engine/claims/resolve/who.hpp"

#include <algorithm>

namespace engine {
namespace {

/// "remains under occupation": who holds it stands right behind a word that says no more than that
/// it is there.
std::optional<Annotated::Found> held_behind(const Annotated& text, Sentence s,
                                            const Annotated::Found& word) {
    constexpr std::size_t kReach = 5; // tokens: "steht weiter unter russischer Kontrolle"
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

/// "Brings the area under Russian control to 5,000 km²": a total, of which nothing says how much
/// was taken.
bool is_total(const Annotated& text, Sentence s, const Draft& draft,
              const Annotated::Found& holding) {
    constexpr Meanings kBetween = bit_of(Meaning::kParty) | bit_of(Meaning::kFiller) |
                                  bit_of(Meaning::kAreaNoun) |
                                  bit_of(Meaning::kBeside); // "under Russian control came to"
    const auto range = text.ending_at(draft.first, Meaning::kRange);
    const auto other = text.ending_at(draft.first, Meaning::kRangeAnd);
    const bool directed = !range && other && other->what->key == "direction" &&
                          text.has(Meaning::kAreaNoun, s.first, draft.first);
    if (!range && !directed) {
        return false;
    }
    const std::size_t to = range ? range->first : other->first;
    for (std::size_t i = holding.last; i < to; ++i) {
        if (!text.has_any(kBetween, i, i + 1)) {
            return false;
        }
    }
    return true;
}

/// "took control", "tok i august kontroll": who takes control does not hold yet. Only words of one
/// clause stand between, and no name.
bool takes_control(const Annotated& text, Sentence s, const Draft& draft,
                   const Annotated::Found& holding) {
    constexpr std::size_t kReach = 4; // tokens between, the figure apart
    bool over_figure = false;
    bool joined = false; // "took two villages and 500 km² under control"
    std::size_t reach = kReach;
    for (std::size_t i = holding.first; i-- > s.first && reach-- > 0;) {
        if (i < draft.last && draft.first <= i) { // "kwam er 461 km² in Russische handen"
            i = draft.first;
            reach = kReach - 1;
            over_figure = true;
            continue;
        }
        joined = joined || text.at(i, Meaning::kNumberAnd);
        if ((joined && !over_figure) || text.phrase_before(i + 1, text.lexicon().clause_words)) {
            return false; // "winter came and Russia holds"
        }
        const bool genitive = text.tokens().is(i, "'"); // "Moscow's"
        const bool name = text.at(i, Meaning::kRegionName) && !text.at(i, Meaning::kParty);
        if ((text.tokens().list[i].kind != TokenKind::kWord && !genitive) || name) {
            return false;
        }
        const auto taking = text.at(i, Meaning::kTake);
        const auto beside = text.at(i, Meaning::kBeside);
        if ((taking && taking->last <= holding.first) ||
            (beside && !joined && moves(*beside) && beside->last <= holding.first)) {
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
            return verb.meaning == Meaning::kTake && !parted(text, verb.where, word);
        }
        return word.what->key == "again" && verb.meaning == Meaning::kHold &&
               word.first <= verb.where.last + kBeside && verb.where.first <= word.last + kBeside;
    });
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

/// "Remain under Kyiv's control", "held by Ukraine", "stehen unter ukrainischer Kontrolle": the
/// words for holding name another than the holder. "Ukraine's occupied south" names whose it was.
bool is_in_hands_of_another(const Annotated& text, Sentence s, const Verb& verb,
                            const std::string& party) {
    constexpr std::size_t kReach = 3; // tokens: "the Ukrainian"
    if (party.empty()) {
        return false;
    }
    std::string grip;
    if (const auto by = text.at(verb.where.last, Meaning::kBy)) {
        const auto whom = text.all(Meaning::kParty, by->last, std::min(by->last + kReach, s.last));
        grip = whom.empty() ? grip : whom.front().what->key;
    } else if (!text.at(verb.where.first, Meaning::kTake)) {
        const bool somebody = text.has(Meaning::kParty, s.first, verb.where.first);
        const auto behind = grip_of(text, s, verb.where);
        const std::size_t from =
            verb.where.first > s.first + kReach ? verb.where.first - kReach : s.first;
        const bool before = text.has(Meaning::kParty, from, verb.where.last);
        grip = before || !somebody ? behind : grip; // "Russia has control of Ukraine's coast"
    }
    return !grip.empty() && !is_same(text, grip, party);
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
    return {ClaimDirection::kUnknown, Measure::held,
            is_of_another(text, s, draft, verb, party) ||
                is_in_hands_of_another(text, s, verb, party)};
}

/// "Под контроль России перешли 449 км²": the words for holding right before a verb that moves,
/// over whose control it is.
std::optional<Annotated::Found> grip_before(const Annotated& text, Sentence s,
                                            const Annotated::Found& verb) {
    constexpr std::size_t kReach = 4; // tokens: "control of the Russian army"
    const auto word = text.at(verb.first, Meaning::kBeside);
    const std::size_t from = verb.first > s.first + kReach ? verb.first - kReach : s.first;
    const auto holds = text.all(Meaning::kHold, from, verb.first);
    if (!word || !moves(*word) || holds.empty()) {
        return std::nullopt;
    }
    const auto parties = text.all(Meaning::kParty, holds.back().last, verb.first);
    return parties.empty() ? std::nullopt : std::optional(holds.back());
}

/// Who acts: in whose hands it comes, out of whose hands it goes, or the subject of the verb.
std::string doer_of(const Annotated& text, Sentence s, const Verb& verb) {
    const bool grip = verb.where.what->key == "hands" ||
                      text.has(Meaning::kHold, verb.where.first, verb.where.last);
    const auto under = grip ? std::nullopt : grip_before(text, s, verb.where);
    const std::string in_hands = grip    ? grip_of(text, s, verb.where)
                                 : under ? grip_of(text, s, *under)
                                         : std::string();
    return in_hands.empty() ? actor_of(text, s, verb.where) : in_hands;
}

/// "The Russians were driven out of 300 km²": who is driven out loses it. "Drove the enemy out":
/// whoever that is, it is not who acts.
Deed driven_out(const Annotated& text, Sentence s, const Verb& verb, const std::string& party) {
    const std::size_t whom = skip_fillers(text, verb.where.last, s.last, 1);
    if (text.phrase_at(whom, text.lexicon().foes, s.last)) {
        const std::string victor = actor_of(text, s, verb.where);
        const bool wins = party.empty() ? is_holder(text, victor) : is_same(text, victor, party);
        return victor.empty() ? Deed{} : wins ? gained() : lost();
    }
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

/// "Russia captured 400 km² from Russian positions to the river": nobody takes land from himself.
/// Who acts is named apart from them, ahead of the land and the verb.
bool takes_himself(const Annotated& text, Sentence s, const Draft& draft, const Verb& verb,
                   const std::string& source) {
    const auto before = text.all(Meaning::kParty, s.first, std::min(draft.first, verb.where.first));
    const bool apart = std::ranges::any_of(
        before, [&](const Annotated::Found& party) { return party.what->key == source; });
    return apart && doer_of(text, s, verb) == source;
}

/// "Captured 400 km² from Ukraine": whose it was says as much as who takes it; nothing where the
/// sentence does not say it.
std::optional<Deed> taken_from(const Annotated& text, Sentence s, const Draft& draft,
                               const Verb& verb, const std::string& party) {
    const std::string near = source_of(text, s, verb.where.last);
    const std::string told = near.empty() ? source_of(text, s, draft.last) : near;
    const std::string source = told.empty() && verb.out_of ? grip_of(text, s, *verb.out_of) : told;
    if (source.empty() || takes_himself(text, s, draft, verb, source)) {
        return std::nullopt;
    }
    if (party.empty() ? is_holder(text, source) : is_same(text, source, party)) {
        return lost();
    }
    return verb.meaning == Meaning::kTake ? std::optional(gained()) : std::nullopt;
}

/// Taken or retaken, where the sentence does not say by whom. What is occupied, or taken as a voice
/// of the holders has it, is theirs; what is liberated was theirs, if none of them says so.
Deed by_nobody(const Annotated& text, Sentence s, const Draft& draft, const Verb& verb,
               const std::string& party) {
    const bool sees_holder = party.empty() || is_holder(text, party);
    if (verb.where.what->key == "occupation") {
        return sees_holder ? gained() : lost();
    }
    const bool by_holders = holder_speaks(text, s, draft.claim.speaker);
    const bool theirs = verb.meaning == Meaning::kTake ? by_holders : !by_holders;
    if (!theirs || !sees_holder) {
        return {};
    }
    return verb.meaning == Meaning::kTake ? gained() : lost();
}

/// "150 km² were lost in August", and nobody named in the sentence: who mourns it need not be the
/// holder. Words that are all a claim are the user's, who says what the holder lost.
bool is_anybodys(const Annotated& text, Sentence s, const Draft& draft) {
    return !s.is_claim && !text.has(Meaning::kParty, s.first, s.last) &&
           !holder_speaks(text, s, draft.claim.speaker);
}

/// Lost or left, where the sentence does not say by whom: whoever wins it tells ("lost to Russia").
/// Nullopt where it is the holder's loss.
std::optional<Deed> gone_by_nobody(const Annotated& text, Sentence s, const Draft& draft,
                                   const Verb& verb, const std::string& party) {
    const std::string near = recipient_of(text, s, verb.where.last);
    const std::string winner = near.empty() ? recipient_of(text, s, draft.last) : near;
    if (winner.empty()) {
        const bool open = verb.meaning == Meaning::kLose && is_anybodys(text, s, draft);
        return open ? std::optional<Deed>(Deed{}) : std::nullopt;
    }
    if (verb.meaning == Meaning::kWithdraw) {
        return Deed{}; // "ceded to Russia", "a retreat to the Russian lines"
    }
    const bool wins = party.empty() ? is_holder(text, winner) : is_same(text, winner, party);
    return wins ? gained() : lost();
}

/// Land that changes hands, by who acts and on whom.
Deed changed(const Annotated& text, Sentence s, const Draft& draft, const Verb& verb,
             bool held_again, const std::string& holder) {
    const bool taking = verb.meaning == Meaning::kTake || verb.meaning == Meaning::kRegain;
    const std::string party = holder.empty() ? std::string() : party_of(holder, text.lexicon());
    if (verb.meaning == Meaning::kLose && drives_out(verb.where)) {
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
    if (actor.empty() && taking) {
        return by_nobody(text, s, draft, verb, party);
    }
    if (actor.empty() && !taking) {
        if (const auto deed = gone_by_nobody(text, s, draft, verb, party)) {
            return *deed;
        }
    }
    if (verb.meaning == Meaning::kTake) {
        return gained();
    }
    return verb.meaning == Meaning::kRegain && is_holder(text, actor) ? Deed{} : lost();
}

/// "Ukraine retook 500 km² while they took 400": who "they" are the words do not say, unless the
/// clause before tells the same of somebody ("Russia took 713 in July, while in May they took …").
bool acts_unnamed(const Annotated& text, Sentence s, const Verb& verb) {
    const auto contrast = contrast_between(text, s.first, verb.where.first);
    const auto beside = text.all(Meaning::kBeside, s.first, contrast.value_or(s.first));
    const bool back = std::ranges::any_of(
        beside, [](const Annotated::Found& word) { return word.what->key == "back"; });
    return contrast && !text.has(Meaning::kParty, *contrast, verb.where.first) &&
           text.has_phrase(text.lexicon().pronouns, *contrast, verb.where.first) &&
           (back || !text.has(verb.meaning, s.first, *contrast));
}

Deed read_verb(const Annotated& text, Sentence s, const Draft& draft, const std::string& holder) {
    auto verb = nearest_verb(text, s, draft);
    if (verb && acts_unnamed(text, s, *verb)) {
        return {};
    }
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
    if (const auto grows =
            verb->meaning == Meaning::kHold ? grows_by(text, s, draft) : std::nullopt) {
        const std::string& how = grows->what->key;
        return how == "firm" ? Deed{} : how == "shrink" ? lost() : gained();
    }
    if (verb->meaning == Meaning::kHold && !is_total(text, s, draft, verb->where) &&
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
    deed = difference_of(text, s, draft, deed).value_or(deed);
    if (deed.measure && draft.claim.kind != ClaimKind::kShare && is_net(text, s, draft)) {
        deed.measure = Measure::net; // the balance of what was gained and lost
    }
    return deed;
}

} // namespace engine
