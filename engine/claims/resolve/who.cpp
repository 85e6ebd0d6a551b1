// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/who.hpp"

#include "engine/claims/words/yardstick_names.hpp"

#include <algorithm>
#include <optional>

namespace engine {
namespace {

struct Run {
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t whole = 0; ///< where it begins with its titles and parties
};

bool belongs_to_name(const Annotated& text, std::size_t i) {
    const Token& token = text.tokens().list[i];
    return token.kind == TokenKind::kWord && token.capital && !text.at(i, Meaning::kWeekday) &&
           !text.at(i, Meaning::kMonth) && !text.at(i, Meaning::kOutlet);
}

/// "Militärexperte", "Regionalgouverneur": a compound that ends in a title.
bool is_compound_title(const Annotated& text, std::size_t i) {
    const std::string_view word = text.tokens().word(i);
    return text.lexicon().compounds &&
           std::ranges::any_of(text.lexicon().title_words, [&](const std::string& title) {
               return word.size() > title.size() && word.ends_with(title);
           });
}

/// Without leading titles ("President", "Den") and party names ("Ukraine ' s").
Run without_titles(const Annotated& text, Run run) {
    constexpr std::size_t kName = 2; // words
    while (run.first < run.last) {
        if (const auto body = text.at(run.first, Meaning::kBody)) {
            if (body->last + kName > run.last) {
                break; // the general of "General Staff" is none
            }
            run.first = body->last; // "(chief of the) General Staff Valery Gerasimov"
            continue;
        }
        if (run.first + 1 < run.last && is_compound_title(text, run.first)) {
            ++run.first;
            continue;
        }
        const auto title = text.at(run.first, Meaning::kTitle);
        const auto speech = text.at(run.first, Meaning::kSpeech);
        const auto party = text.at(run.first, Meaning::kParty);
        const auto found = title ? title : speech ? speech : party;
        if (!found) {
            break;
        }
        run.first = std::min(run.last, found->last);
    }
    while (run.last > run.first + 1 && text.at(run.last - 1, Meaning::kParty)) {
        --run.last; // "według analityka Clément Molin Rosja zajęła"
    }
    return run;
}

/// One word that the lexicon knows as anything else than a name.
bool is_common_word(const Annotated& text, const Run& run) {
    constexpr Meanings kNames = bit_of(Meaning::kRegionName) | bit_of(Meaning::kAbbreviation);
    return run.last == run.first + 1 && text.has_any(~kNames, run.first, run.last);
}

/// "in Kyiv said": a region's name, or a name after a word that says where.
bool is_place(const Annotated& text, Sentence s, const Run& run) {
    const auto region = yardstick_at(text, run.first);
    const bool in =
        text.is_locative(run.first) || (run.first > s.first && text.is_locative(run.first - 1));
    return in || (region && region->last >= run.last);
}

/// "Syrian Observatory for Human Rights": what stands before a short word that joins is of the same
/// name. A word that says where, or "and", or one that speaks joins nothing.
bool joins(const Annotated& text, const Run& before, const Run& run) {
    constexpr std::size_t kLongest = 4; // bytes: "for", "para", "для"
    constexpr Meanings kParting = bit_of(Meaning::kNumberAnd) | bit_of(Meaning::kSpeech) |
                                  bit_of(Meaning::kAccording) | bit_of(Meaning::kBy) |
                                  bit_of(Meaning::kSince) | bit_of(Meaning::kUntil);
    if (before.last + 1 != run.first || text.lexicon().nouns_capital) {
        return false;
    }
    const Token& token = text.tokens().list[before.last];
    return token.kind == TokenKind::kWord && !token.capital &&
           text.tokens().word(before.last).size() <= kLongest &&
           !text.has_any(kParting, before.last, before.last + 1) && !text.is_locative(before.last);
}

/// "Pasi Paroinen of the Black Bird Group": whom one works for does not speak.
bool is_employer(const Annotated& text, const Run& before, const Run& run) {
    constexpr std::size_t kMostWords = 2; // "of the"
    if (run.whole <= before.last || run.whole > before.last + kMostWords) {
        return false;
    }
    const auto article = text.at(run.whole - 1, Meaning::kFiller);
    const auto of = text.phrase_before(run.whole - 1, text.lexicon().of);
    return article && article->last == run.whole && of == before.last;
}

/// Whether a body stands behind other words of the run ("Erdbeobachtungsprogramm Copernicus"), or
/// the run inside a body's name ("Instituto para el Estudio de la Guerra").
bool names_body(const Annotated& text, Sentence s, const Run& run) {
    constexpr std::size_t kReach = 6; // tokens
    const std::size_t from = run.first > s.first + kReach ? run.first - kReach : s.first;
    for (std::size_t i = from; i < run.first; ++i) {
        const auto body = text.at(i, Meaning::kBody);
        if (body && body->last >= run.last) {
            return true;
        }
    }
    return text.has(Meaning::kBody, run.first + 1, run.last);
}

std::vector<Run> name_runs(const Annotated& text, Sentence s) {
    std::vector<Run> out;
    for (std::size_t i = s.first; i < s.last;) {
        if (!belongs_to_name(text, i)) {
            ++i;
            continue;
        }
        Run run{i, i + 1, i};
        while (run.last < s.last && belongs_to_name(text, run.last) && run.last - run.first < 6) {
            ++run.last;
        }
        i = run.last;
        run = without_titles(text, run);
        if (!out.empty() && run.first < run.last && joins(text, out.back(), run)) {
            out.back().last = run.last;
            if (text.at(out.back().whole, Meaning::kParty)) {
                out.back().first = out.back().whole; // "Syrian Observatory for …"
            }
            continue;
        }
        if (!out.empty() && is_employer(text, out.back(), run)) {
            continue;
        }
        if (run.first < run.last && !names_body(text, s, run) && !is_common_word(text, run) &&
            !is_place(text, s, run) && !text.at(run.first, Meaning::kBody)) {
            out.push_back(run);
        }
    }
    return out;
}

/// A name farther than this from the verb, in tokens, is somebody else's; titles do not count.
/// Where every noun has a capital a name must stand beside the verb, as an office must in any
/// language.
constexpr std::size_t kFarthestSpeaker = 8;
constexpr std::size_t kFarthestAmongNouns = 3;
constexpr std::size_t kFarthestBody = 4;

/// The tokens between a name and a verb of speech, without titles and parties ("sagte der
/// ukrainische Präsident Selenskyj").
std::size_t titled_gap(const Annotated& text, const Run& run, const Annotated::Found& verb) {
    const std::size_t from = verb.last <= run.first ? verb.last : run.last;
    const std::size_t to = verb.last <= run.first ? run.first : verb.first;
    std::size_t tokens = 0;
    for (std::size_t i = from; i < to; ++i) {
        const bool title =
            text.has_any(bit_of(Meaning::kTitle) | bit_of(Meaning::kParty), i, i + 1);
        tokens += title ? 0U : 1U;
    }
    return tokens;
}

/// "2,000 sq km liberated: Zelensky", "2,000 km² – DeepState.", "Zelensky: 2,000 sq km liberated".
bool stands_at_colon(const Annotated& text, Sentence s, const Run& run) {
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

std::string read_speaker(const Annotated& text, Sentence s, std::string_view input) {
    std::vector<Annotated::Found> verbs = text.all(Meaning::kSpeech, s.first, s.last);
    const auto according = text.all(Meaning::kAccording, s.first, s.last);
    verbs.insert(verbs.end(), according.begin(), according.end());
    std::optional<Run> best;
    std::size_t nearest = text.lexicon().nouns_capital ? kFarthestAmongNouns : kFarthestSpeaker;
    const std::vector<Run> names = name_runs(text, s);
    for (const Run& run : names) {
        if (stands_at_colon(text, s, run)) {
            best = run;
        }
    }
    const auto take_nearest = [&](const Run& run) {
        for (const Annotated::Found& verb : verbs) {
            // "told Putin", "added that the army"
            const bool told = verb.last <= run.first &&
                              (verb.what->key == "tell" ||
                               text.has_phrase(text.lexicon().that_words, verb.last, run.first));
            const std::size_t distance = titled_gap(text, run, verb);
            if (distance < nearest && !told) {
                nearest = distance;
                best = run;
            }
        }
    };
    for (const Run& run : names) {
        take_nearest(run);
    }
    nearest = std::min(nearest, best ? nearest : kFarthestBody);
    for (const Annotated::Found& body : text.all(Meaning::kBody, s.first, s.last)) {
        const Run run{body.first, body.last, body.first};
        take_nearest(run);
        if (!best && stands_at_colon(text, s, run)) {
            best = run;
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

} // namespace engine
