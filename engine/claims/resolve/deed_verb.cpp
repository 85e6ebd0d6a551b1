// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/deed_verb.hpp"

#include "engine/claims/find/number.hpp"
#include "engine/claims/resolve/actors.hpp"

#include <algorithm>
#include <limits>

namespace engine {

bool parted(const Annotated& text, const Annotated::Found& one, const Annotated::Found& other) {
    const Tokens& tokens = text.tokens();
    const std::size_t end = std::max(one.first, other.first);
    bool joined = false;
    for (std::size_t i = std::min(one.last, other.last); i < end; ++i) {
        const bool comma = tokens.is(i, ",") && tokens.list[i + 1].space_before;
        joined = joined || text.at(i, Meaning::kNumberAnd);
        if (comma || tokens.is(i, ";") || text.phrase_before(i + 1, text.lexicon().clause_words) ||
            (joined && text.phrase_at(i, text.lexicon().behind_part, end))) {
            return true;
        }
    }
    return false;
}

namespace {

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
    const auto untils = text.all(Meaning::kUntil, s.first, s.last);
    const bool state = std::ranges::any_of(untils, [](const Annotated::Found& until) {
        return until.what->key == "state"; // "as of 12 November 108,651 km² were occupied"
    });
    const bool lasts = text.has_phrase(text.lexicon().imperfect, s.first, s.last);
    return draft.claim.kind != ClaimKind::kShare && !state && !lasts &&
           (draft.claim.kind == ClaimKind::kRate || // what is held is held, not by the day
            text.has_any(kWindow, s.first, s.last) || has_short_window(draft.claim));
}

/// "slipped out of Moscow's control": it went there; what "remains beyond" it is only not held.
bool goes_there(const Annotated& text, Sentence s, const Annotated::Found& out_of) {
    const auto words = text.all(Meaning::kBeside, s.first, s.last);
    return std::ranges::any_of(words, [&](const Annotated::Found& word) {
        const std::size_t from = std::min(word.last, out_of.last);
        return moves(word) && !parted(text, word, out_of) &&
               !text.has(Meaning::kNumberAnd, from, std::max(word.first, out_of.first));
    });
}

/// "fielen 1.280 Quadratkilometer an Russland": the figure stands between the falling and to whom.
std::optional<Verb> fall_to(const Annotated& text, Sentence s, const Draft& draft) {
    const auto falls = text.all(Meaning::kFall, s.first, draft.first);
    if (falls.empty() || recipient_of(text, s, draft.last).empty()) {
        return std::nullopt;
    }
    return Verb{Meaning::kLose, falls.back(), std::nullopt};
}

} // namespace

std::optional<std::size_t> contrast_between(const Annotated& text, std::size_t from,
                                            std::size_t to) {
    for (std::size_t last = to; last > from; --last) {
        const auto first = text.phrase_before(last, text.lexicon().contrast);
        if (first && *first >= from) {
            return first;
        }
    }
    return std::nullopt;
}

namespace {

/// "Kyiv got 500 km² back, while Russia took 400": the verb of another clause is none of the
/// claim's, where its own clause has somebody who acts.
bool is_anothers(const Annotated& text, Sentence s, const Draft& draft,
                 const Annotated::Found& verb) {
    const bool behind = draft.last <= verb.first;
    const auto contrast = behind ? contrast_between(text, draft.last, verb.first)
                                 : contrast_between(text, verb.last, draft.first);
    if (!contrast) {
        return false;
    }
    return behind ? text.has(Meaning::kParty, s.first, *contrast)
                  : text.has(Meaning::kParty, *contrast, draft.first);
}

} // namespace

bool is_said_of_whole(const Annotated& text, Sentence s, const Draft& draft, std::size_t verb) {
    return draft.of_whole && verb >= draft.last && text.has_any(kDeeds, s.first, draft.first);
}

bool moves(const Annotated::Found& word) {
    return word.what->key == "move";
}

bool is_advance(const Annotated::Found& word) {
    return word.what->key == "advance";
}

namespace {

/// "pushed the occupiers out of more than 9,000 km²": who is pushed, and out of what.
bool pushes_out(const Annotated& text, Sentence s, const Annotated::Found& word) {
    constexpr std::size_t kParty = 3; // tokens to who is pushed
    constexpr std::size_t kOut = 3;   // tokens from there to "out of", with its own
    if (word.what->key != "push") {
        return false;
    }
    const auto whom = text.all(Meaning::kParty, word.last, std::min(word.last + kParty, s.last));
    if (whom.empty()) {
        return false;
    }
    return text.has_phrase(text.lexicon().out_of, whom.front().last,
                           std::min(whom.back().last + kOut, s.last));
}

/// A noun that is no land, as far as the lexicon knows: "men".
bool is_countable(const Annotated& text, std::size_t i) {
    constexpr std::size_t kShortest = 3; // bytes: no preposition
    constexpr Meanings kOther = ~(bit_of(Meaning::kNotArea) | bit_of(Meaning::kNotLand));
    return text.tokens().list[i].kind == TokenKind::kWord &&
           text.tokens().word(i).size() >= kShortest && !text.has_any(kOther, i, i + 1);
}

/// "and lost 28,000 men", "verloren dabei 28.000 Mann": what is counted there is no land.
bool counts_others(const Annotated& text, Sentence s, const Draft& draft,
                   const Annotated::Found& verb) {
    constexpr std::size_t kReach = 2; // tokens from the verb to its figure
    for (std::size_t i = verb.last; i <= verb.last + kReach && i < s.last; ++i) {
        if (i == draft.first || text.tokens().list[i].kind == TokenKind::kMark ||
            text.at(i, Meaning::kNumberAnd)) {
            break;
        }
        const bool digits = text.tokens().list[i].kind == TokenKind::kDigits;
        const auto figure = digits ? read_quantity(text, i, s.last) : std::nullopt;
        if (!figure) {
            continue;
        }
        return figure->last < s.last && is_countable(text, figure->last);
    }
    const std::size_t at = verb.first; // "28.000 Mann verloren"
    return draft.last < at && at >= s.first + 2 && is_countable(text, at - 1) &&
           text.tokens().list[at - 2].kind == TokenKind::kDigits;
}

/// "Drove the enemy out of 12 km² and cleared two villages": a verb behind "and" has an object of
/// its own, where another verb stands before the figure.
bool is_joined_behind(const Annotated& text, Sentence s, const Draft& draft,
                      const Annotated::Found& verb) {
    constexpr std::size_t kReach = 6; // tokens
    constexpr Meanings kVerbs = kDeeds | bit_of(Meaning::kBeside);
    const std::size_t from = draft.first > s.first + kReach ? draft.first - kReach : s.first;
    return draft.last <= verb.first && verb.first > s.first &&
           text.at(verb.first - 1, Meaning::kNumberAnd) && text.has_any(kVerbs, from, draft.first);
}

/// "Of the 1,376 km² it once held, some 593 have been lost": a verb of the clause before, where the
/// claim opens one of its own that has a verb.
bool is_of_clause_before(const Annotated& text, Sentence s, const Draft& draft,
                         const Annotated::Found& verb) {
    constexpr std::size_t kReach = 5; // tokens: "have since been"
    if (draft.first <= s.first || !text.tokens().is(draft.first - 1, ",") ||
        verb.last >= draft.first) {
        return false;
    }
    for (std::size_t i = draft.last; i < std::min(draft.last + kReach, s.last); ++i) {
        if (text.tokens().list[i].kind == TokenKind::kMark) {
            return false;
        }
        if (text.has_any(kDeeds, i, i + 1)) {
            return true;
        }
    }
    return false;
}

/// "The pace of the Russian advance fell to 5 km² a day": a noun that tells of taking where no verb
/// does.
std::optional<Verb> told_by_noun(const Annotated& text, Sentence s, const Draft& draft) {
    std::optional<Verb> best;
    std::size_t nearest = std::numeric_limits<std::size_t>::max();
    for (const auto& noun : text.all(Meaning::kBeside, s.first, s.last)) {
        const std::size_t distance = gap(noun.first, noun.last, draft.first, draft.last);
        if (is_advance(noun) && distance < nearest && !is_anothers(text, s, draft, noun)) {
            nearest = distance;
            best = Verb{Meaning::kTake, noun, std::nullopt};
        }
    }
    return best;
}

/// "Advanced 900 km², while Kyiv's counter-offensives brought 20": the noun has the figure behind
/// it, where the verb has one of its own before the noun.
std::optional<Verb> noun_of_its_own(const Annotated& text, Sentence s, const Draft& draft,
                                    const Verb& verb) {
    const auto noun = told_by_noun(text, s, draft);
    const bool own = noun && verb.where.last < noun->where.first &&
                     noun->where.last <= draft.first &&
                     text.has(Meaning::kUnit, verb.where.last, noun->where.first) &&
                     !text.has(Meaning::kUnit, noun->where.last, draft.first);
    return own ? noun : std::nullopt;
}

} // namespace

std::optional<Verb> nearest_verb(const Annotated& text, Sentence s, const Draft& draft) {
    if (auto split = split_verb(text, s, draft)) {
        return split;
    }
    std::optional<Verb> best;
    const bool takes = takes_rather(text, s, draft);
    std::optional<Verb> gone; // "out of their hands": told by another verb, if there is one
    constexpr std::size_t kJoined = 20; // tokens, farther than any verb of the clause
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
            const bool particle = meaning == Meaning::kBeside && found.what->key != "drive" &&
                                  !pushes_out(text, s, found);
            const auto party = text.at(found.first, Meaning::kParty); // "the occupiers"
            if (party && party->last >= found.last) {
                continue;
            }
            if (particle || falls_to || is_anothers(text, s, draft, found) ||
                is_said_of_whole(text, s, draft, found.first) ||
                counts_others(text, s, draft, found)) {
                continue;
            }
            const std::size_t distance = gap(found.first, found.last, draft.first, draft.last) +
                                         (is_joined_behind(text, s, draft, found) ||
                                                  is_of_clause_before(text, s, draft, found)
                                              ? kJoined
                                              : 0U);
            const bool both = takes && best && best->meaning == Meaning::kHold &&
                              meaning == Meaning::kTake && distance == nearest &&
                              found.last - found.first >= best->where.last - best->where.first;
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
    if (!gone) {
        auto verb = best ? best : fall_to(text, s, draft);
        const auto noun =
            verb ? noun_of_its_own(text, s, draft, *verb) : told_by_noun(text, s, draft);
        return noun ? noun : verb;
    }
    if (!best || best->meaning == Meaning::kNature || parted(text, best->where, gone->where)) {
        return goes_there(text, s, gone->where) ? gone : std::nullopt;
    }
    best->out_of = gone->where;
    return best;
}

} // namespace engine
