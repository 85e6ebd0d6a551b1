// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/titles.hpp"

#include <algorithm>

namespace engine {
namespace {

constexpr std::size_t kFullName = 2;      // words
constexpr std::size_t kShortestTitle = 5; // bytes: "the" stands in the lists too

/// The same of a word in the genitive: "Landwirtschaftsrats".
bool inflected_ends_with_any(const Lexicon& words, std::string_view word,
                             const std::vector<std::string>& endings) {
    const auto in_other_form = [&](const std::pair<std::string, std::string>& rule) {
        return rule.first.empty() && word.ends_with(rule.second) &&
               ends_with_any(word.substr(0, word.size() - rule.second.size()), endings);
    };
    return ends_with_any(word, endings) ||
           (words.compounds && std::ranges::any_of(words.name_endings, in_other_form));
}

/// "Militärexperte", "Regionalgouverneur": a compound that ends in a title.
bool is_compound_title(const Annotated& text, std::size_t i) {
    return text.lexicon().compounds &&
           inflected_ends_with_any(text.lexicon(), text.tokens().word(i),
                                   text.lexicon().title_words);
}

/// Whether token i says what somebody is whose name follows, of so many words. Its ending alone is
/// enough before a full name: "Winzerin Anna Berg".
bool says_what(const Annotated& text, std::size_t i, std::size_t words_behind) {
    const std::string_view word = text.tokens().word(i);
    const auto title = text.at(i, Meaning::kTitle);
    if ((title && word.size() >= kShortestTitle) || is_compound_title(text, i)) {
        return true;
    }
    constexpr std::size_t kCompound = 12; // bytes: longer than given names are
    if (text.lexicon().nouns_capital && words_behind >= kFullName && word.size() >= kCompound) {
        return true;
    }
    return words_behind >= kFullName &&
           inflected_ends_with_any(text.lexicon(), word, text.lexicon().title_endings) &&
           std::ranges::find(text.lexicon().given_names, word) == text.lexicon().given_names.end();
}

/// The words in [first, last), what hyphens and apostrophes join counted once.
std::size_t words_in(const Annotated& text, std::size_t first, std::size_t last) {
    std::size_t words = 0;
    for (std::size_t i = first; i < last; ++i) {
        const Token& token = text.tokens().list[i];
        const bool joined = i > first && !token.space_before;
        words += token.kind == TokenKind::kWord && !joined ? 1U : 0U;
    }
    return words;
}

/// Behind the last word of a run that says what somebody is: "Fire Behavior Analyst Dale Whitcomb".
std::size_t behind_titles(const Annotated& text, const Name& run) {
    std::size_t first = run.first;
    for (std::size_t i = run.first; i + 1 < run.last; ++i) {
        if (const auto body = text.at(i, Meaning::kBody)) {
            i = std::max(i, body->last - 1); // the general of "General Staff" is none
            continue;
        }
        const bool shortened = text.tokens().is(i + 1, ".") && i + 2 < run.last &&
                               text.tokens().word(i).size() > 1 &&
                               text.at(i, Meaning::kAbbreviation);
        if (shortened) { // "Prof. Dr. Lamia Becker"
            first = i + 2;
            continue;
        }
        const std::size_t words = words_in(text, i + 1, run.last);
        const bool joined = !text.tokens().list[i + 1].space_before; // "Oelmann-Frey"
        first = !joined && says_what(text, i, words) ? i + 1 : first;
    }
    return first;
}

/// "ΕΚΠΑ Ευθύμης Λεκκίδης": initials before a full name are of whom somebody works for.
std::size_t behind_initials(const Annotated& text, const Name& run) {
    const auto& tokens = text.tokens().list;
    std::size_t first = run.first;
    while (first + kFullName < run.last && tokens[first].initials && !tokens[first + 1].initials) {
        ++first;
    }
    return first;
}

/// Where the word begins that ends at token `last`, with what a hyphen joins to it.
std::size_t whole_word(const Annotated& text, const Name& run, std::size_t last) {
    if (last == run.first) {
        return last;
    }
    std::size_t first = last - 1;
    while (first >= run.first + 2 && text.tokens().is(first - 1, "-")) {
        first -= 2;
    }
    return first;
}

/// "dell'Ispra Ludovica Sanna", "des Eaux et Forêts Ousmane Sarr", "Pressechef i Naturstyrelsen Ib
/// Ravn": behind "of the" stands first whom somebody works for.
std::size_t behind_employer(const Annotated& text, const Name& run) {
    const Tokens& tokens = text.tokens();
    std::size_t first = run.first;
    while (first > 2 && text.at(first - 1, Meaning::kNumberAnd) && tokens.list[first - 2].capital) {
        first -= 2;
    }
    const auto of_the = text.phrase_before(first, text.lexicon().of_the);
    const auto works_for = text.phrase_before(first, text.lexicon().works_for);
    const auto of = of_the ? of_the : works_for;
    if (!of || *of == 0 || run.first != run.whole ||
        tokens.list[*of - 1].kind != TokenKind::kWord || run.last - run.first <= kFullName ||
        is_institution(text, run.last - kFullName, run.last)) {
        return run.first;
    }
    const bool behind_noun = of_the && !tokens.list[*of - 1].capital;
    const bool behind_title =
        words_in(text, run.first, run.last) == kFullName + 1 && says_what(text, *of - 1, kFullName);
    return behind_noun || behind_title ? whole_word(text, run, whole_word(text, run, run.last))
                                       : run.first;
}

/// "Глава Рослесхоза Александр Агафонов": behind a noun, whom somebody works for stands in the
/// genitive right before the name, where the language has cases. A patronymic is of the name.
std::size_t first_of_person(const Annotated& text, const Name& run) {
    if (!text.lexicon().genitive_behind_noun || run.last - run.first <= kFullName) {
        return run.first;
    }
    const bool behind_noun = [&] {
        if (run.first > run.whole || text.ends_any(bit_of(Meaning::kTitle), run.whole)) {
            return true;
        }
        const Token* before = run.whole > 0 ? &text.tokens().list[run.whole - 1] : nullptr;
        return before != nullptr && before->kind == TokenKind::kWord && !before->capital &&
               text.tokens().word(run.whole - 1).size() >= kShortestTitle &&
               !text.has_any(~Meanings{0}, run.whole - 1, run.whole);
    }();
    if (!behind_noun) {
        return run.first;
    }
    const std::size_t surname = whole_word(text, run, run.last);
    const std::size_t given = whole_word(text, run, surname);
    const bool patronymic =
        given > run.first && ends_with_any(text.tokens().word(given), text.lexicon().patronymics);
    return patronymic ? whole_word(text, run, given) : given;
}

/// Behind one title, party or region at the beginning of a run; where it begins if there is none.
std::size_t behind_one(const Annotated& text, const Name& run) {
    if (const auto body = text.at(run.first, Meaning::kBody)) {
        // "(chief of the) General Staff Valery Gerasimov"
        return body->last + kFullName > run.last ? run.first : body->last;
    }
    if (const auto according = text.at(run.first, Meaning::kAccording)) {
        return std::min(run.last, according->last); // "Zdaniem Paroinena"
    }
    const bool surname = run.first == run.whole && run.first + kFullName == run.last &&
                         run.first > 0 && // "ha aggiunto Di Stefano"
                         text.tokens().list[run.first - 1].kind == TokenKind::kWord &&
                         text.phrase_at(run.first, text.lexicon().name_beginnings, run.last);
    if (surname) {
        return run.first;
    }
    const auto region = text.at(run.first, Meaning::kRegionName);
    const bool titled =
        region && region->last < run.last &&
        (is_compound_title(text, region->last) || text.at(region->last, Meaning::kTitle));
    if (titled || (region && region->last + kFullName <= run.last)) {
        return region->last; // "Sachsens Innenminister", "Brazylii Marina Silva"
    }
    const auto title = text.at(run.first, Meaning::kTitle);
    const auto speech = text.at(run.first, Meaning::kSpeech);
    const auto party = text.at(run.first, Meaning::kParty);
    const auto found = title ? title : speech ? speech : party;
    return found ? std::min(run.last, found->last) : run.first;
}

} // namespace

bool ends_with_any(std::string_view word, const std::vector<std::string>& endings) {
    return std::ranges::any_of(endings, [&](const std::string& ending) {
        return word.size() > ending.size() && word.ends_with(ending);
    });
}

Name without_titles(const Annotated& text, Name run) {
    run.first = behind_titles(text, run);
    for (std::size_t before = run.last; run.first < run.last && before != run.first;) {
        before = run.first;
        run.first = behind_one(text, run);
    }
    while (run.last > run.first + kFullName && text.at(run.last - 1, Meaning::kParty) &&
           !text.tokens().is(run.last - 2, "-")) {
        --run.last; // "według analityka Clément Molin Rosja zajęła"
    }
    run.first = std::max(run.first, behind_initials(text, run));
    run.first = std::max(run.first, behind_employer(text, run));
    run.first = std::max(run.first, first_of_person(text, run));
    return run;
}

bool is_institution(const Annotated& text, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
        const std::string_view word = text.tokens().word(i);
        if (std::ranges::any_of(text.lexicon().institutions, [&](const std::string& beginning) {
                return word.starts_with(beginning);
            })) {
            return true;
        }
    }
    return false;
}

} // namespace engine
