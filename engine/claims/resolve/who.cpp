// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/who.hpp"

#include "engine/claims/resolve/names.hpp"

#include <algorithm>
#include <optional>

namespace engine {
namespace {

/// A name farther than this from the verb, in tokens, is somebody else's; titles do not count.
/// Where every noun has a capital a name must stand beside the verb, as an office must in any
/// language.
constexpr std::size_t kFarthestSpeaker = 8;
constexpr std::size_t kFarthestAmongNouns = 3;
constexpr std::size_t kFarthestBody = 4;

/// The tokens between a name and a verb of speech, without titles and parties ("sagte der
/// ukrainische Präsident Selenskyj").
std::size_t titled_gap(const Annotated& text, const Name& run, const Annotated::Found& verb) {
    const std::size_t from = verb.last <= run.first ? verb.last : run.near_last;
    const std::size_t to = verb.last <= run.first ? run.near_first : verb.first;
    std::size_t tokens = 0;
    for (std::size_t i = from; i < to; ++i) {
        if (const auto day = text.at(i, Meaning::kWeekday); day && day->last <= to) {
            i = day->last - 1; // "divulgou na quarta-feira o …"
            continue;
        }
        const bool title =
            text.has_any(bit_of(Meaning::kTitle) | bit_of(Meaning::kParty), i, i + 1);
        const bool shortened = text.tokens().is(i, ".") || text.tokens().is(i + 1, ".");
        tokens += title || shortened ? 0U : 1U; // "st. bryg."
    }
    return tokens;
}

/// "According to" stands before whom it means, "zufolge" behind; and who stands beyond a figure of
/// the sentence is somebody else.
bool may_speak(const Annotated& text, const Name& name, const Annotated::Found& verb) {
    const bool before = name.last <= verb.first;
    const std::size_t from = before ? name.last : verb.last;
    const std::size_t to = before ? verb.first : name.first;
    const bool according = verb.what->meaning == Meaning::kAccording;
    // "near Eskisehir, said the minister": who speaks stands behind
    const bool inverted = before && name.near_last < verb.first && verb.first > 0 &&
                          text.tokens().is(verb.first - 1, ",") &&
                          !(name.whole > 0 && text.tokens().is(name.whole - 1, ","));
    // "analysts say, while people left Dobropillia": another clause
    bool elsewhere = false;
    for (std::size_t i = verb.last; !before && i + 1 < name.near_first; ++i) {
        elsewhere = elsewhere || (!according && text.tokens().is(i, ",") && i + 1 < name.whole);
    }
    for (std::size_t i = from; i < to; ++i) {
        elsewhere = elsewhere || text.tokens().is(i, ";");
    }
    if (inverted || elsewhere) {
        return false;
    }
    return !(according && before && verb.what->key != "behind") &&
           !text.has(Meaning::kUnit, from, to);
}

/// "2,000 sq km liberated: Zelensky", "2,000 km² – DeepState.", "Zelensky: 2,000 sq km liberated".
bool stands_at_colon(const Annotated& text, Sentence s, const Name& run) {
    constexpr Meanings kBefore = bit_of(Meaning::kTitle) | bit_of(Meaning::kParty) |
                                 bit_of(Meaning::kDemonym) | bit_of(Meaning::kRegionName);
    const Tokens& tokens = text.tokens();
    const std::size_t end = s.last - (tokens.is(s.last - 1, ".") ? 1U : 0U);
    const bool dash = run.whole > s.first && tokens.is(run.whole - 1, "-") &&
                      tokens.list[run.whole - 1].space_before &&
                      tokens.list[run.whole].space_before;
    const bool closes =
        run.last == end && run.whole > s.first && (dash || tokens.is(run.whole - 1, ":"));
    bool opens = tokens.is(run.last, ":");
    for (std::size_t i = s.first; i < run.first; ++i) { // "Ukraine's army chief Syrskyi:"
        opens =
            opens && (text.has_any(kBefore, i, i + 1) || tokens.is(i, "'") || tokens.is(i, "s"));
    }
    return closes || opens;
}

/// The word right behind a quotation is a verb of speech, whatever it is, where no other is near:
/// „Alles weg“, klagt Bezirksbrandmeister Sättele.
void add_verbs_behind_quotations(const Annotated& text, Sentence s,
                                 std::vector<Annotated::Found>& verbs) {
    static const Concept kSays{Meaning::kSpeech, "say", 0.0, 0.0};
    constexpr std::size_t kReach = 6; // tokens
    constexpr Meanings kNoVerb = bit_of(Meaning::kFiller) | bit_of(Meaning::kBy) |
                                 bit_of(Meaning::kNumberAnd) | bit_of(Meaning::kRangeAnd) |
                                 bit_of(Meaning::kAccording) | bit_of(Meaning::kTitle);
    const Tokens& tokens = text.tokens();
    for (std::size_t at = s.first + 1; at + 3 < s.last; ++at) {
        const std::size_t i = tokens.is(at + 1, "-") ? at + 1 : at; // ", – сетует"
        const bool quotation =
            (tokens.is(i - 1, "\"") && tokens.is(i, ",")) ||
            (tokens.is(i - 1, ",") && tokens.is(i, "\"") && !tokens.list[i].space_before);
        const Token& word = tokens.list[i + 1];
        if (!quotation || word.kind != TokenKind::kWord || word.capital ||
            text.has_any(kNoVerb, i + 1, i + 2) || text.is_locative(i + 1) ||
            text.phrase_at(i + 1, text.lexicon().clause_words, s.last) ||
            text.has(Meaning::kSpeech, i + 1, std::min(i + 1 + kReach, s.last))) {
            continue;
        }
        verbs.push_back({i + 1, i + 2, &kSays});
    }
}

/// What says that somebody speaks, in no order.
std::vector<Annotated::Found> verbs_of_speech(const Annotated& text, Sentence s) {
    std::vector<Annotated::Found> verbs = text.all(Meaning::kSpeech, s.first, s.last);
    const auto according = text.all(Meaning::kAccording, s.first, s.last);
    verbs.insert(verbs.end(), according.begin(), according.end());
    const std::vector<Annotated::Found> all = verbs;
    std::erase_if(verbs, [&](const Annotated::Found& verb) { // "précisé" of "a précisé"
        return std::ranges::any_of(all, [&](const Annotated::Found& longer) {
            return longer.first < verb.first && verb.last <= longer.last;
        });
    });
    add_verbs_behind_quotations(text, s, verbs);
    return verbs;
}

/// "confirmed the figure to ERR": to whom something is said.
bool is_told(const Annotated& text, const Name& run) {
    const bool to = text.ends_any(bit_of(Meaning::kRange), run.whole) ||
                    text.phrase_before(run.whole, text.lexicon().to_whom);
    return to && !text.ends_any(bit_of(Meaning::kAccording), run.whole);
}

/// Who speaks in sentence s, among the names from token `from` on.
std::string read_speaker(const Annotated& text, Sentence s, std::size_t from,
                         std::string_view input) {
    const std::vector<Annotated::Found> verbs = verbs_of_speech(text, s);
    std::optional<Name> best;
    std::size_t nearest = text.lexicon().nouns_capital ? kFarthestAmongNouns : kFarthestSpeaker;
    std::vector<Name> names = names_in(text, s);
    std::erase_if(names, [&](const Name& name) { return name.first < from; });
    for (const Name& run : names) {
        if (stands_at_colon(text, s, run)) {
            best = run;
        }
    }
    const auto take_nearest = [&](const Name& run) {
        for (const Annotated::Found& verb : verbs) {
            // "told Putin", "added that the army"
            const auto spoken = text.all_at(verb.first, Meaning::kSpeech); // "told the"
            const bool tells = std::ranges::any_of(
                spoken, [](const Annotated::Found& found) { return found.what->key == "tell"; });
            const bool told = verb.last <= run.first &&
                              (tells || is_told(text, run) ||
                               text.has_phrase(text.lexicon().that_words, verb.last, run.first));
            const std::size_t distance = titled_gap(text, run, verb);
            if (distance < nearest && !told && may_speak(text, run, verb)) {
                nearest = distance;
                best = run;
            }
        }
    };
    for (const Name& run : names) {
        take_nearest(run);
    }
    nearest = std::min(nearest, best ? nearest : kFarthestBody);
    for (const Annotated::Found& body : text.all(Meaning::kBody, s.first, s.last)) {
        Name run{body.first, body.last, body.first, spelled_out_before(text, s, body.first),
                 body.last,  true};
        run.near_last = end_of_apposition(text, s, run);
        if (best && run.last <= best->first &&
            (best->near_first <= run.first || stands_behind(text, run, *best))) {
            continue; // "des pompiers de la Gironde, Arnaud Mendousse"
        }
        const auto article = text.ending_at(run.first, Meaning::kFiller);
        const auto of = text.phrase_before(run.first, text.lexicon().of);
        const auto over =
            article ? text.phrase_before(article->first, text.lexicon().of) : std::nullopt;
        if (best && (of == best->last || over == best->last)) {
            continue; // "Christina Harward van het ISW"
        }
        take_nearest(run);
        if (!best && stands_at_colon(text, s, run)) {
            best = run;
        }
    }
    return best ? words_of(text, best->first, best->last, input) : std::string();
}

} // namespace

std::string attributed_to(const Annotated& text, Sentence s, std::string_view input) {
    const auto behind = text.phrase_at(s.first, text.lexicon().attributions, s.last);
    return behind ? read_speaker(text, s, *behind, input) : std::string();
}

Voices read_voices(const Annotated& text, Sentence s, std::string_view input) {
    Voices out;
    const auto outlets = text.all(Meaning::kOutlet, s.first, s.last);
    if (!outlets.empty()) {
        out.outlet = outlets.front().what->key;
    }
    out.speaker = read_speaker(text, s, s.first, input);
    return out;
}

} // namespace engine
