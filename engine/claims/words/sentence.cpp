// SPDX-License-Identifier: MIT
#include "engine/claims/words/sentence.hpp"

#include <algorithm>

namespace engine {
namespace {

constexpr std::size_t kLongestPhrase = 12; // tokens; no phrase of a lexicon is longer

// What belongs to a claim is looked for in its sentence, so the work grows with the square of a
// sentence; a text without full stops is cut here.
constexpr std::size_t kLongestSentence = 250; // tokens

bool ends_with_abbreviation(const Annotated& text, std::size_t stop) {
    return stop > 0 && text.ending_at(stop, Meaning::kAbbreviation).has_value();
}

bool is_closing(const Tokens& tokens, std::size_t i) {
    return tokens.is(i, "\"") || tokens.is(i, ")") || tokens.is(i, "'");
}

/// Whether the words before a line break ask for more: "the size of" / "Luxembourg".
bool hangs(const Annotated& text, std::size_t next) {
    return text.ending_at(next, Meaning::kFiller) || text.ending_at(next, Meaning::kSizeBefore) ||
           text.ending_at(next, Meaning::kTitle) || text.ending_at(next, Meaning::kSince) ||
           text.ending_at(next, Meaning::kUntil) || text.ending_at(next, Meaning::kBy);
}

/// "… 2000 кв. км. У четвер він …": the full stop of a unit ends a sentence too where a word
/// follows that is nobody's name.
bool begins_after_unit(const Annotated& text, std::size_t stop, std::size_t i) {
    constexpr Meanings kFunctionWords = bit_of(Meaning::kTitle) | bit_of(Meaning::kInMonth);
    constexpr Meanings kNames = bit_of(Meaning::kParty) | bit_of(Meaning::kRegionName) |
                                bit_of(Meaning::kMonth) | bit_of(Meaning::kDemonym);
    return text.ends_any(bit_of(Meaning::kUnit), stop) && text.tokens().list[i].capital &&
           !text.has_any(kNames, i, i + 1) &&
           (text.has_any(kFunctionWords, i, i + 1) ||
            text.phrase_at(i, text.lexicon().in_all, text.size()));
}

/// "Peter R. Holm", "said J. D. Halloran": the stop of an initial in a name whose next word is i.
bool is_initial(const Annotated& text, std::size_t stop, std::size_t i) {
    constexpr Meanings kBefore =
        bit_of(Meaning::kSpeech) | bit_of(Meaning::kTitle) | bit_of(Meaning::kAccording);
    constexpr Meanings kNoName = bit_of(Meaning::kTitle) | bit_of(Meaning::kFiller) |
                                 bit_of(Meaning::kInMonth) | bit_of(Meaning::kSince);
    const auto& tokens = text.tokens().list;
    if (stop < 2 || tokens[i].kind != TokenKind::kWord || !tokens[i].capital) {
        return false;
    }
    return is_one_capital(tokens[stop - 1]) && !text.has_any(kNoName, i, i + 1) &&
           (tokens[stop - 2].capital || text.tokens().is(stop - 2, ".") ||
            text.ends_any(kBefore, stop - 1));
}

bool boundary_before(const Annotated& text, std::size_t i) {
    const Tokens& tokens = text.tokens();
    const Token& token = tokens.list[i];
    if (i == 0 || !token.space_before) {
        return false;
    }
    std::size_t stop = i - 1;
    while (stop > 0 && is_closing(tokens, stop)) {
        --stop;
    }
    if (tokens.is(stop, "!") || tokens.is(stop, "?") || tokens.is(stop, "\xE2\x80\xA6")) {
        return token.capital || token.kind != TokenKind::kWord;
    }
    if (tokens.is(stop, ".")) {
        const bool opens = token.capital || token.kind != TokenKind::kWord;
        const bool after_digits = stop > 0 && tokens.list[stop - 1].kind == TokenKind::kDigits;
        const bool ordinal = after_digits && text.at(i, Meaning::kMonth).has_value();
        return opens && !ordinal && !is_initial(text, stop, i) &&
               (!ends_with_abbreviation(text, stop) || begins_after_unit(text, stop, i));
    }
    return token.newline_before && token.capital && !hangs(text, i);
}

} // namespace

Annotated::Annotated(std::string_view text, std::size_t base, const Lexicon& lexicon, bool certain)
    : lexicon_(lexicon), certain_(certain), tokens_(tokenize(text, base)),
      matches_(lexicon.phrases.find_all(tokens_)) {
    start_of_.reserve(tokens_.list.size() + 1);
    begin_.resize(tokens_.list.size() + 1);
    end_.resize(tokens_.list.size() + 1);
    std::size_t next = 0;
    for (std::size_t i = 0; i <= tokens_.list.size(); ++i) {
        for (; next < matches_.size() && matches_[next].first < i; ++next) {
            const Meanings bit = bit_of(lexicon.concepts[matches_[next].payload].meaning);
            begin_[matches_[next].first] |= bit;
            end_[matches_[next].last] |= bit;
        }
        start_of_.push_back(next);
    }
}

std::size_t Annotated::phrases_known() const {
    std::size_t known = 0;
    for (const PhraseMatch& match : matches_) {
        known += (match.last - match.first) * (match.last - match.first);
    }
    return known;
}

std::optional<Annotated::Found> Annotated::at(std::size_t i, Meaning meaning) const {
    if (i >= size() || (begin_[i] & bit_of(meaning)) == 0) {
        return std::nullopt;
    }
    for (std::size_t m = start_of_[i]; m < start_of_[i + 1]; ++m) {
        const Concept& what = lexicon_.concepts[matches_[m].payload];
        if (what.meaning == meaning) {
            return Found{i, matches_[m].last, &what};
        }
    }
    return std::nullopt;
}

std::vector<Annotated::Found> Annotated::all_at(std::size_t i, Meaning meaning) const {
    std::vector<Found> out;
    if (i >= size() || (begin_[i] & bit_of(meaning)) == 0) {
        return out;
    }
    for (std::size_t m = start_of_[i]; m < start_of_[i + 1]; ++m) {
        const Concept& what = lexicon_.concepts[matches_[m].payload];
        if (what.meaning == meaning) {
            out.push_back({i, matches_[m].last, &what});
        }
    }
    return out;
}

std::optional<Annotated::Found> Annotated::ending_at(std::size_t last, Meaning meaning) const {
    if (last > size() || (end_[last] & bit_of(meaning)) == 0) {
        return std::nullopt;
    }
    const std::size_t from = last > kLongestPhrase ? last - kLongestPhrase : 0;
    for (std::size_t i = from; i < last; ++i) {
        for (std::size_t m = start_of_[i]; m < start_of_[i + 1]; ++m) {
            const Concept& what = lexicon_.concepts[matches_[m].payload];
            if (matches_[m].last == last && what.meaning == meaning) {
                return Found{i, last, &what};
            }
        }
    }
    return std::nullopt;
}

std::vector<Annotated::Found> Annotated::all(Meaning meaning, std::size_t from,
                                             std::size_t to) const {
    std::vector<Found> out;
    for (std::size_t i = from; i < to && i < size(); ++i) {
        if (const auto found = at(i, meaning); found && found->last <= to) {
            out.push_back(*found);
        }
    }
    return out;
}

bool Annotated::has_any(Meanings meanings, std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to && i < size(); ++i) {
        if ((begin_[i] & meanings) != 0) {
            return true;
        }
    }
    return false;
}

bool Annotated::has_phrase(const PhraseList& phrases, std::size_t from, std::size_t to) const {
    for (std::size_t last = from + 1; last <= to; ++last) {
        const auto first = phrase_before(last, phrases);
        if (first && *first >= from) {
            return true;
        }
    }
    return false;
}

std::optional<std::size_t> Annotated::phrase_at(std::size_t i, const PhraseList& phrases,
                                                std::size_t end) const {
    if (i >= size() || !phrases.may_begin(tokens_.word(i))) {
        return std::nullopt;
    }
    for (std::size_t last = std::min(i + phrases.longest(), end); last > i; --last) {
        if (phrases.is(tokens_, i, last)) {
            return last;
        }
    }
    return std::nullopt;
}

bool Annotated::is_locative(std::size_t i) const {
    return i < size() &&
           std::ranges::find(lexicon_.locatives, tokens_.word(i)) != lexicon_.locatives.end();
}

std::string words_of(const Annotated& text, std::size_t first, std::size_t last,
                     std::string_view input) {
    const std::size_t begin = text.tokens().list[first].begin;
    return std::string(input.substr(begin, text.tokens().list[last - 1].end - begin));
}

std::vector<Sentence> split_sentences(const Annotated& text) {
    std::vector<Sentence> out;
    std::size_t first = 0;
    std::size_t before = 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (boundary_before(text, i) || i - first >= kLongestSentence) {
            out.push_back({first, i, before, false});
            before = first;
            first = i;
        }
    }
    if (first < text.size()) {
        out.push_back({first, text.size(), before, false});
    }
    return out;
}

} // namespace engine
