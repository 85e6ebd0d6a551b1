// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/name_words.hpp"

#include <algorithm>

namespace engine {
namespace {

/// "Woordvoerder Jan Bakker": short for a month, were it not for the name behind it.
bool is_given_name(const Annotated& text, std::size_t i) {
    constexpr std::size_t kLongest = 3; // bytes
    constexpr Meanings kBefore = bit_of(Meaning::kInMonth) | bit_of(Meaning::kSince) |
                                 bit_of(Meaning::kUntil) | bit_of(Meaning::kFiller);
    const Tokens& tokens = text.tokens();
    return tokens.word(i).size() <= kLongest && i > 0 && i + 1 < text.size() &&
           tokens.list[i - 1].kind == TokenKind::kWord && !text.ends_any(kBefore, i) &&
           tokens.list[i + 1].kind == TokenKind::kWord && tokens.list[i + 1].capital &&
           !text.has_any(~Meanings{0}, i + 1, i + 2);
}

/// "Sang-hoon said": no "Kyiv-based analyst".
bool ends_with_lower_part(const Annotated& text, Sentence s, std::size_t hyphen) {
    constexpr Meanings kBehind =
        bit_of(Meaning::kSpeech) | bit_of(Meaning::kAccording) | bit_of(Meaning::kWeekday);
    const auto& tokens = text.tokens().list;
    if (tokens[hyphen + 1].kind != TokenKind::kWord || tokens[hyphen + 1].capital) {
        return false;
    }
    return hyphen + 2 >= s.last || tokens[hyphen + 2].kind == TokenKind::kMark ||
           text.has_any(kBehind, hyphen + 2, hyphen + 3);
}

/// Whether tokens i and i + 1 are written as one word.
bool joined(const Annotated& text, std::size_t i) {
    return !text.tokens().list[i + 1].space_before;
}

/// "O'Rourke", "d'Amico", "'t Hooft", "al-Rahman", "Suárez-Quiñones": where the part of a name ends
/// that begins at token i with a mark or in lower case; i where none does.
std::size_t end_of_marked_part(const Annotated& text, Sentence s, std::size_t i) {
    const Tokens& tokens = text.tokens();
    const bool apostrophe = tokens.is(i, "'") && i + 1 < s.last;
    if (apostrophe && !tokens.list[i].space_before && joined(text, i) &&
        belongs_to_name(text, i + 1)) {
        return i + 2;
    }
    if (apostrophe && tokens.is(i + 1, "t") && i + 2 < s.last && belongs_to_name(text, i + 2)) {
        return i + 3;
    }
    const bool hyphen = tokens.is(i, "-") && !tokens.list[i].space_before && i + 1 < s.last;
    if (hyphen && joined(text, i) && belongs_to_name(text, i + 1)) {
        return i + 2;
    }
    if (i + 2 >= s.last || tokens.list[i].capital || !joined(text, i) || !joined(text, i + 1) ||
        !belongs_to_name(text, i + 2)) {
        return i;
    }
    const bool short_for = tokens.is(i, "d") && tokens.is(i + 1, "'");
    const bool article = tokens.is(i + 1, "-") &&
                         text.phrase_at(i, text.lexicon().name_beginnings, i + 1).has_value();
    return short_for || article ? i + 3 : i;
}

/// "J.", "Prof.": where a full stop behind an initial or a short title ends, with a name behind it;
/// i where there is none.
std::size_t end_of_initial_stop(const Annotated& text, Sentence s, std::size_t i) {
    const Tokens& tokens = text.tokens();
    const bool initial = is_one_capital(tokens.list[i - 1]);
    const bool title = text.at(i - 1, Meaning::kAbbreviation).has_value();
    return (initial || title) && tokens.is(i, ".") && i + 1 < s.last && belongs_to_name(text, i + 1)
               ? i + 1
               : i;
}

} // namespace

bool belongs_to_name(const Annotated& text, std::size_t i) {
    const Token& token = text.tokens().list[i];
    constexpr Meanings kNoName = bit_of(Meaning::kWeekday) | bit_of(Meaning::kOutlet) |
                                 bit_of(Meaning::kUnit) | bit_of(Meaning::kMultiplier);
    return token.kind == TokenKind::kWord && token.capital && !text.has_any(kNoName, i, i + 1) &&
           !text.phrase_at(i, text.lexicon().channels, text.size()) &&
           (!text.at(i, Meaning::kMonth) || is_given_name(text, i));
}

std::size_t end_of_name_words(const Annotated& text, Sentence s, std::size_t i) {
    constexpr std::size_t kLongestName = 12; // tokens
    std::size_t last = i + 1;
    // At the beginning "L'Inpe" is an article and a name.
    const bool article = text.has_any(bit_of(Meaning::kTitle) | bit_of(Meaning::kFiller), i, i + 1);
    while (last < s.last && last - i < kLongestName) {
        const bool hyphen = text.tokens().is(last, "-") && !text.tokens().list[last].space_before &&
                            last + 1 < s.last && joined(text, last);
        if (hyphen && last > i + 1 && ends_with_lower_part(text, s, last)) {
            return last + 2; // "Park Sang-hoon"
        }
        const bool first_apostrophe = last == i + 1 && article && text.tokens().is(last, "'");
        const std::size_t behind_stop = end_of_initial_stop(text, s, last);
        const std::size_t marked = first_apostrophe ? last : end_of_marked_part(text, s, last);
        if (behind_stop > last || marked > last) {
            last = std::max(behind_stop, marked);
        } else if (belongs_to_name(text, last)) {
            ++last;
        } else {
            break;
        }
    }
    return last;
}

} // namespace engine
