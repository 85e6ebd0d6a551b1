// SPDX-License-Identifier: MIT
#include "engine/claims/who.hpp"

#include <algorithm>
#include <limits>
#include <optional>

namespace engine {
namespace {

struct Run {
    std::size_t first = 0;
    std::size_t last = 0;
};

bool belongs_to_name(const Annotated& text, std::size_t i) {
    const Token& token = text.tokens().list[i];
    return token.kind == TokenKind::kWord && token.capital && !text.at(i, Meaning::kWeekday) &&
           !text.at(i, Meaning::kMonth) && !text.at(i, Meaning::kOutlet);
}

/// Without leading titles ("President", "Den") and party names ("Ukraine ' s").
Run without_titles(const Annotated& text, Run run) {
    while (run.first < run.last) {
        const auto title = text.at(run.first, Meaning::kTitle);
        const auto speech = text.at(run.first, Meaning::kSpeech);
        const auto party = text.at(run.first, Meaning::kParty);
        const auto found = title ? title : speech ? speech : party;
        if (!found) {
            break;
        }
        run.first = std::min(run.last, found->last);
    }
    return run;
}

std::vector<Run> name_runs(const Annotated& text, Sentence s) {
    std::vector<Run> out;
    for (std::size_t i = s.first; i < s.last;) {
        if (!belongs_to_name(text, i)) {
            ++i;
            continue;
        }
        Run run{i, i + 1};
        while (run.last < s.last && belongs_to_name(text, run.last) && run.last - run.first < 6) {
            ++run.last;
        }
        i = run.last;
        run = without_titles(text, run);
        const bool known_noun =
            run.last == run.first + 1 &&
            (text.at(run.first, Meaning::kParty) || text.at(run.first, Meaning::kRegionNoun) ||
             text.at(run.first, Meaning::kFiller) || text.at(run.first, Meaning::kAreaNoun) ||
             text.at(run.first, Meaning::kWithinBare));
        if (run.first < run.last && !known_noun) {
            out.push_back(run);
        }
    }
    return out;
}

std::string words_of(const Annotated& text, std::size_t first, std::size_t last,
                     std::string_view input) {
    const std::size_t begin = text.tokens().list[first].begin;
    return std::string(input.substr(begin, text.tokens().list[last - 1].end - begin));
}

std::size_t gap(std::size_t first, std::size_t last, std::size_t other_first,
                std::size_t other_last) {
    return other_last <= first ? first - other_last : last <= other_first ? other_first - last : 0;
}

/// A name farther than this from the verb, in tokens, is somebody else's.
constexpr std::size_t kFarthestSpeaker = 8;

/// "2,000 sq km liberated: Zelensky", "Zelensky: 2,000 sq km liberated".
bool stands_at_colon(const Annotated& text, Sentence s, const Run& run) {
    const Tokens& tokens = text.tokens();
    const bool closes = run.last == s.last && run.first > s.first && tokens.is(run.first - 1, ":");
    const bool opens = run.first == s.first && tokens.is(run.last, ":");
    return closes || opens;
}

std::string read_speaker(const Annotated& text, Sentence s, std::string_view input) {
    std::vector<Annotated::Found> verbs = text.all(Meaning::kSpeech, s.first, s.last);
    const auto according = text.all(Meaning::kAccording, s.first, s.last);
    verbs.insert(verbs.end(), according.begin(), according.end());
    std::optional<Run> best;
    std::size_t nearest = kFarthestSpeaker;
    const std::vector<Run> names = name_runs(text, s);
    for (const Run& run : names) {
        if (stands_at_colon(text, s, run)) {
            best = run;
        }
    }
    for (const Run& run : names) {
        for (const Annotated::Found& verb : verbs) {
            const std::size_t distance = gap(run.first, run.last, verb.first, verb.last);
            if (distance < nearest) {
                nearest = distance;
                best = run;
            }
        }
    }
    return best ? words_of(text, best->first, best->last, input) : std::string();
}

} // namespace

Voices read_voices(const Annotated& text, Sentence s, std::string_view input) {
    Voices out;
    const auto outlets = text.all(Meaning::kOutlet, s.first, s.last);
    if (!outlets.empty()) {
        out.outlet = outlets.front().what->key;
    }
    out.speaker = read_speaker(text, s, input);
    return out;
}

namespace {

struct Deed {
    Meaning meaning = Meaning::kTake;
    Annotated::Found where;
};

std::optional<Deed> nearest_deed(const Annotated& text, Sentence s, std::size_t first,
                                 std::size_t last) {
    std::optional<Deed> best;
    std::size_t nearest = std::numeric_limits<std::size_t>::max();
    for (const Meaning meaning :
         {Meaning::kRegain, Meaning::kWithdraw, Meaning::kTake, Meaning::kLose}) {
        for (const Annotated::Found& found : text.all(meaning, s.first, s.last)) {
            const std::size_t distance = gap(found.first, found.last, first, last);
            if (distance < nearest) {
                nearest = distance;
                best = Deed{meaning, found};
            }
        }
    }
    return best;
}

/// "liberated and seized": who takes what was his regains it.
bool beside_regaining(const Annotated& text, Sentence s, const Annotated::Found& taking) {
    constexpr std::size_t kReach = 3; // tokens
    const std::size_t from = taking.first > s.first + kReach ? taking.first - kReach : s.first;
    return text.has(Meaning::kRegain, from, std::min(taking.last + kReach, s.last));
}

/// Whose deed it is: the party before the verb, or after "by" in the passive.
std::string actor_of(const Annotated& text, Sentence s, const Annotated::Found& verb) {
    for (const Annotated::Found& by : text.all(Meaning::kBy, verb.last, s.last)) {
        for (std::size_t i = by.last; i < std::min(by.last + 3, s.last); ++i) {
            if (const auto party = text.at(i, Meaning::kParty)) {
                return party->what->key;
            }
        }
    }
    const auto before = text.all(Meaning::kParty, s.first, verb.first);
    return before.empty() ? std::string() : before.front().what->key;
}

std::string party_of(const std::string& holder, const Lexicon& lexicon) {
    const Annotated words(holder, 0, lexicon, true);
    const auto parties = words.all(Meaning::kParty, 0, words.size());
    return parties.empty() ? std::string() : parties.front().what->key;
}

} // namespace

ClaimDirection read_direction(const Annotated& text, Sentence s, std::size_t first,
                              std::size_t last, const std::string& holder) {
    auto deed = nearest_deed(text, s, first, last);
    if (!deed) {
        return ClaimDirection::kUnknown;
    }
    if (deed->meaning == Meaning::kTake &&
        (text.has(Meaning::kBack, s.first, s.last) || beside_regaining(text, s, deed->where))) {
        deed->meaning = Meaning::kRegain; // "har erobret … tilbage"
    }
    const bool taking = deed->meaning == Meaning::kTake || deed->meaning == Meaning::kRegain;
    const std::string party = holder.empty() ? std::string() : party_of(holder, text.lexicon());
    const std::string actor = party.empty() ? std::string() : actor_of(text, s, deed->where);
    if (!actor.empty()) {
        return (actor == party) == taking ? ClaimDirection::kGained : ClaimDirection::kLost;
    }
    return deed->meaning == Meaning::kTake ? ClaimDirection::kGained : ClaimDirection::kLost;
}

} // namespace engine
