// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/names.hpp"

#include "engine/claims/resolve/name_words.hpp"
#include "engine/claims/resolve/titles.hpp"
#include "engine/claims/words/yardstick_names.hpp"

#include <algorithm>
#include <optional>

namespace engine {
namespace {

/// One word that the lexicon knows as anything else than a name.
bool is_common_word(const Annotated& text, Sentence s, const Name& run) {
    constexpr Meanings kLand = bit_of(Meaning::kNature) | bit_of(Meaning::kNotArea) |
                               bit_of(Meaning::kNotLand) | bit_of(Meaning::kAreaNoun);
    const bool inside = run.first > s.first && !text.lexicon().nouns_capital;
    const Meanings names = bit_of(Meaning::kRegionName) | bit_of(Meaning::kAbbreviation) |
                           (inside ? kLand : 0); // "Regnskogfondet" is no rainforest
    return run.last == run.first + 1 && text.has_any(~names, run.first, run.last);
}

/// "сотрудница Ростовского заповедника Жанна": of a noun that follows.
bool is_adjective(const Annotated& text, Sentence s, const Name& run) {
    constexpr Meanings kSpeaks = bit_of(Meaning::kSpeech) | bit_of(Meaning::kAccording);
    const auto is_lower_word = [&](std::size_t i) {
        return text.tokens().list[i].kind == TokenKind::kWord && !text.tokens().list[i].capital &&
               !text.has_any(kSpeaks, i, i + 1) && !text.ends_any(kSpeaks, i + 1);
    };
    return run.last == run.first + 1 && run.first > s.first && run.last < s.last &&
           is_lower_word(run.first - 1) && is_lower_word(run.last) &&
           ends_with_any(text.tokens().word(run.first), text.lexicon().adjective_endings);
}

/// "in Kyiv said": a region's name, or a name after a word that says where.
bool is_place(const Annotated& text, Sentence s, const Name& run) {
    const auto region = yardstick_at(text, run.first);
    const auto article = text.ending_at(run.first, Meaning::kFiller);
    const std::size_t at = article && article->first >= s.first ? article->first : run.first;
    const auto behind_locative = [&](std::size_t i) {
        return i > s.first && text.is_locative(i - 1); // "in der Gohrischheide"
    };
    const bool near = text.phrase_before(run.first, text.lexicon().near).has_value();
    // "Nello Rinaldi" is no "nello"
    const bool named = run.first > s.first && run.last > run.first + 1;
    const bool region_behind =
        text.lexicon().genitive_behind_noun && // "Курганской области"
        (text.at(run.last, Meaning::kRegionNoun) || is_adjective(text, s, run));
    const bool in = near || region_behind || (!named && text.is_locative(run.first)) ||
                    behind_locative(run.first) || behind_locative(at);
    return in || (region && region->last >= run.last);
}

/// "North Yorkshire's": what follows is meant.
bool owns(const Annotated& text, const Name& run) {
    return text.tokens().is(run.last, "'") && run.last + 1 < text.size() &&
           text.tokens().word(run.last + 1) == "s";
}

/// "Syrian Observatory for Human Rights": what stands before a short word that joins is of the same
/// name. A word that says where, or "and", or one that speaks joins nothing.
bool joins(const Annotated& text, const Name& before, const Name& run) {
    constexpr std::size_t kLongest = 4;  // bytes: "for", "para", "для"
    constexpr std::size_t kFullName = 2; // words
    const auto in_list = [&](const PhraseList& phrases) {
        return text.phrase_at(before.last, phrases, run.last) == run.first;
    };
    // "João Paulo da Silva", but "Duarte Costa da ANEPC", "Sjoerd Haverkamp van Staatsbosbeheer"
    const bool surname = in_list(text.lexicon().particles) && in_list(text.lexicon().of_the) &&
                         run.last - run.first == 1 && !text.tokens().list[run.first].initials &&
                         !is_institution(text, run.first, run.last);
    if (!surname && before.last - before.first >= kFullName &&
        !is_institution(text, before.first, before.last) &&
        text.phrase_at(before.last, text.lexicon().works_for, run.last)) {
        return false;
    }
    constexpr Meanings kParting = bit_of(Meaning::kNumberAnd) | bit_of(Meaning::kSpeech) |
                                  bit_of(Meaning::kAccording) | bit_of(Meaning::kBy) |
                                  bit_of(Meaning::kSince) | bit_of(Meaning::kUntil) |
                                  bit_of(Meaning::kRange);
    if (text.phrase_at(before.last, text.lexicon().particles, run.last) == run.first) {
        return before.last - before.first == 1 || run.last - run.first == 1; // "Roderik van de Wal"
    }
    if (before.last + 1 != run.first || text.lexicon().nouns_capital || owns(text, run)) {
        return false;
    }
    if (text.ends_any(bit_of(Meaning::kRange), run.first)) {
        return false; // "informó Sirski a Zelenski"
    }
    const Token& token = text.tokens().list[before.last];
    return token.kind == TokenKind::kWord && !token.capital &&
           text.tokens().word(before.last).size() <= kLongest &&
           !text.has_any(kParting, before.last, before.last + 1) &&
           !text.is_locative(before.last) &&
           !text.phrase_at(before.last, text.lexicon().to_whom, run.first); // "told NTB"
}

/// "Pasi Paroinen of the Black Bird Group": whom one works for does not speak.
bool is_employer(const Annotated& text, const Name& before, const Name& run) {
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
bool names_body(const Annotated& text, Sentence s, const Name& run) {
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

/// "«Коммерсанту»": in quotation marks stands no person.
bool is_quoted(const Annotated& text, Sentence s, const Name& run) {
    return run.whole > s.first && run.last < s.last && text.tokens().is(run.whole - 1, "\"") &&
           text.tokens().is(run.last, "\"");
}

/// "Head of the Estonian Fund": whom an office is of does not speak.
bool is_behind_office(const Annotated& text, const Name& run) {
    constexpr std::size_t kShortestTitle = 4; // bytes
    const auto of = text.phrase_before(run.whole, text.lexicon().of_the);
    if (!of || *of == 0 || run.first != run.whole ||
        text.ends_any(bit_of(Meaning::kAccording), run.whole)) {
        return false;
    }
    const Token& office = text.tokens().list[*of - 1];
    return office.kind == TokenKind::kWord && office.end - office.begin >= kShortestTitle &&
           text.at(*of - 1, Meaning::kTitle);
}

std::vector<Name> name_runs(const Annotated& text, Sentence s) {
    std::vector<Name> out;
    for (std::size_t i = s.first; i < s.last;) {
        if (!belongs_to_name(text, i)) {
            const auto outlet = text.at(i, Meaning::kOutlet); // "der Deutschen Welle"
            i = outlet ? outlet->last : i + 1;
            continue;
        }
        Name run{i, end_of_name_words(text, s, i), i, i, i + 1};
        i = run.near_last = run.last;
        run = without_titles(text, run);
        if (!out.empty() && run.first < run.last && joins(text, out.back(), run)) {
            out.back().last = run.last;
            if (text.at(out.back().whole, Meaning::kParty)) {
                out.back().first = out.back().whole; // "Syrian Observatory for …"
            }
            continue;
        }
        if (text.phrase_before(run.whole, text.lexicon().media) || is_quoted(text, s, run)) {
            continue; // "informó la radio Onda Azul"
        }
        const bool of = !out.empty() && owns(text, run) && // "Laura Bennett of North Yorkshire's …"
                        text.phrase_before(run.whole, text.lexicon().of) == out.back().last;
        if (of || (!out.empty() && is_employer(text, out.back(), run))) {
            continue;
        }
        const auto body = text.at(run.first, Meaning::kBody);
        const bool counted = text.lexicon().nouns_capital && run.whole > s.first && // "24 Menschen"
                             text.tokens().list[run.whole - 1].kind == TokenKind::kDigits;
        const bool common = !body && (counted || is_common_word(text, s, run));
        if (run.first < run.last && !common && !is_place(text, s, run)) {
            run.body = body || names_body(text, s, run) || is_behind_office(text, run);
            run.last = std::max(run.last, body ? body->last : 0); // "Protezione civile"
            out.push_back(run);
        }
    }
    return out;
}

/// Leaves out whom those work for who are named beside them, and offices.
std::vector<Name> without_employers(const Annotated& text, Sentence s,
                                    const std::vector<Name>& names) {
    std::vector<Name> out;
    for (Name name : names) {
        name.near_first = spelled_out_before(text, s, name.whole);
        if (text.tokens().is(name.whole - 1, "(") && name.whole > s.first) {
            if (name.near_first == name.whole && !out.empty() &&
                out.back().last + 1 == name.whole) {
                out.back().near_last = name.last + 1; // "Armin Schuster (CDU)"
                continue;
            }
            std::erase_if(out, [&](const Name& part) { return part.first >= name.near_first; });
        }
        if (!out.empty() && out.back().near_last > name.first) {
            continue; // "Pasechnik, head of the Luhansk People's Republic, told"
        }
        while (!out.empty() && stands_behind(text, out.back(), name)) {
            name.near_first = out.back().near_first;
            out.pop_back();
        }
        name.near_last = end_of_apposition(text, s, name);
        out.push_back(name);
    }
    std::erase_if(out, [](const Name& name) { return name.body; });
    return out;
}

/// "Markus Höfer von der Feuerwehr Cottbus": behind whom somebody works for, or the end of the
/// name.
std::size_t end_of_employer(const Annotated& text, Sentence s, const Name& name) {
    constexpr std::size_t kLongest = 12; // tokens
    constexpr Meanings kNoEmployer = bit_of(Meaning::kSpeech) | bit_of(Meaning::kAccording) |
                                     bit_of(Meaning::kWeekday) | bit_of(Meaning::kMonth) |
                                     bit_of(Meaning::kUnit) | bit_of(Meaning::kHedge);
    const Tokens& tokens = text.tokens();
    if (name.last - name.first < 2) {
        return name.last;
    }
    const auto behind_word = text.phrase_at(name.last, text.lexicon().works_for, s.last);
    if (!behind_word) {
        return name.last;
    }
    std::size_t i = *behind_word;
    for (; i < s.last; ++i) {
        const bool joint = (tokens.is(i, "-") || tokens.is(i, "'")) && !tokens.list[i].space_before;
        if ((tokens.list[i].kind != TokenKind::kWord && !joint) ||
            text.has_any(kNoEmployer, i, i + 1) ||
            text.phrase_at(i, text.lexicon().clause_words, s.last)) {
            break;
        }
    }
    return i - name.last > kLongest ? name.last : i;
}

} // namespace

bool stands_behind(const Annotated& text, const Name& other, const Name& name) {
    constexpr std::size_t kWords = 6;
    const Tokens& tokens = text.tokens();
    const bool comma = tokens.is(name.near_first - 1, ",");
    const std::size_t to = name.near_first - (comma ? 1 : 0);
    if (name.last - name.first < 2 || to < other.last || to - other.last > kWords) {
        return false;
    }
    constexpr std::size_t kShortestTitle = 5; // bytes
    constexpr std::size_t kAdjectives = 2;
    bool places = false;
    bool title = false;
    bool plain = true;
    for (std::size_t i = other.last; i < to; ++i) {
        const auto region = text.at(i, Meaning::kRegionName);
        if (region && region->last <= to) { // "der Feuerwehr von New South Wales, Shane …"
            i = region->last - 1;
            places = true;
            continue;
        }
        if (tokens.is(i, "-") && !tokens.list[i].space_before) {
            continue; // "EU-kommissionens talesman"
        }
        const bool titled = text.at(i, Meaning::kTitle).has_value(); // "υπουργός Υγείας"
        if (tokens.list[i].kind != TokenKind::kWord || (tokens.list[i].capital && !titled) ||
            text.has_any(bit_of(Meaning::kSpeech) | bit_of(Meaning::kAccording), i, i + 1)) {
            return false;
        }
        const bool only = !text.has_any(~bit_of(Meaning::kTitle), i, i + 1) && // "after", "while"
                          !text.phrase_at(i, text.lexicon().clause_words, to + 1);
        title = title || (titled && only && tokens.word(i).size() >= kShortestTitle);
        plain = plain && only && !titled && !text.is_locative(i);
    }
    // "della Protezione civile regionale Mauro Casinghini"
    const bool adjective = other.body && plain && to - other.last <= kAdjectives;
    title = title && !text.is_locative(other.last) && other.last - other.whole <= kWords / 2 &&
            !text.phrase_at(other.last, text.lexicon().to_whom, name.first);
    const bool of = text.phrase_at(other.last, text.lexicon().of, to + 1) == to ||
                    (text.lexicon().genitive_behind_noun && // "Γεωλογίας του ΕΚΠΑ Ευθύμης Λεκκίδης"
                     text.phrase_at(other.last, text.lexicon().works_for, to + 1) == to);
    // "NRKs korrespondent Ellen Viseth"
    const bool owner = text.lexicon().genitive_before_noun && plain &&
                       tokens.word(other.last - 1).ends_with('s') && to > other.last &&
                       to - other.last <= kAdjectives && other.last - other.first == 1;
    // "des Eaux et Forêts Ousmane Sarr"
    const bool chain =
        name.whole < name.first && to == other.last + 1 && text.at(other.last, Meaning::kNumberAnd);
    // "Pressechef i Naturstyrelsen Ib Ravn"
    const bool employer = text.lexicon().genitive_before_noun && name.whole < name.first &&
                          other.last - other.first == 1 &&
                          text.phrase_at(other.last, text.lexicon().works_for, to + 1) == to;
    return to == other.last || of || title || adjective || owner || chain || employer ||
           (comma && (places || to == other.last + 1));
}

std::size_t end_of_apposition(const Annotated& text, Sentence s, const Name& name) {
    constexpr std::size_t kLongest = 18; // tokens
    constexpr std::size_t kVerb = 3;     // tokens to the verb: "told", "ha detto lunedì"
    constexpr Meanings kSpeaks = bit_of(Meaning::kSpeech) | bit_of(Meaning::kAccording);
    constexpr Meanings kOther = kSpeaks | bit_of(Meaning::kUnit) | bit_of(Meaning::kPercent);
    const Tokens& tokens = text.tokens();
    const std::size_t from = end_of_employer(text, s, name);
    const bool name_behind = from + 1 < s.last && tokens.list[from + 1].capital &&
                             !tokens.list[from + 1].initials && !text.at(from + 1, Meaning::kTitle);
    const bool noun = text.lexicon().nouns_capital && name.last == name.first + 1 &&
                      text.ending_at(name.first, Meaning::kFiller); // "die Auswertung, die …"
    if (!tokens.is(from, ",") || noun || (name_behind && !text.lexicon().nouns_capital)) {
        return from;
    }
    const std::size_t to = std::min(from + kLongest, s.last);
    for (std::size_t i = from + 1; i < to && !text.has_any(kOther, i, i + 1); ++i) {
        if (tokens.is(i, ",")) {
            const bool another = text.at(i + 1, Meaning::kFiller) && // ", the mappers wrote"
                                 !text.at(i + 1, Meaning::kSpeech);
            return !another && text.has_any(kSpeaks, i + 1, std::min(i + 1 + kVerb, s.last)) ? i + 1
                                                                                             : from;
        }
    }
    return from;
}

std::size_t spelled_out_before(const Annotated& text, Sentence s, std::size_t i) {
    constexpr std::size_t kLongest = 12; // tokens
    constexpr Meanings kSpeaks = bit_of(Meaning::kSpeech) | bit_of(Meaning::kAccording);
    const Tokens& tokens = text.tokens();
    if (i < s.first + 2 || !tokens.is(i - 1, "(")) {
        return i;
    }
    std::size_t first = i;
    std::size_t same_letter = i;
    const std::size_t least = i > s.first + 1 + kLongest ? i - 1 - kLongest : s.first;
    for (std::size_t at = i - 1; at-- > least;) {
        const bool word = tokens.list[at].kind == TokenKind::kWord || tokens.is(at, "'");
        if (!word || text.has_any(kSpeaks, at, at + 1)) {
            break;
        }
        first = tokens.list[at].capital ? at : first;
        const bool same = tokens.list[at].capital && tokens.word(at)[0] == tokens.word(i)[0];
        same_letter = same ? at : same_letter;
    }
    // "feux de forêt (Effis)" is spelled out in another language, "Armin Schuster (CDU)" is not.
    return same_letter < i || tokens.list[i - 2].capital ? same_letter : first;
}

std::vector<Name> names_in(const Annotated& text, Sentence s) {
    return without_employers(text, s, name_runs(text, s));
}

} // namespace engine
