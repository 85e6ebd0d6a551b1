// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/words/lexicon.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// A piece of text, cut and looked up: its tokens, and what the phrases in it mean.
class Annotated {
  public:
    /// `certain`: the text is in the lexicon's language beyond doubt, as far as the writing of
    /// numbers goes.
    Annotated(std::string_view text, std::size_t base, const Lexicon& lexicon, bool certain);

    const Tokens& tokens() const { return tokens_; }
    const Lexicon& lexicon() const { return lexicon_; }
    bool language_is_certain() const { return certain_; }
    /// How much of the text the lexicon knows: the more, the longer its phrases ("square
    /// kilometres" says more than two words apart).
    std::size_t phrases_known() const;
    std::size_t size() const { return tokens_.list.size(); }

    struct Found {
        std::size_t first = 0;
        std::size_t last = 0; ///< one past
        const Concept* what = nullptr;
    };
    /// The longest phrase of a meaning that begins at token i.
    std::optional<Found> at(std::size_t i, Meaning meaning) const;
    /// All phrases of a meaning that begin at token i, longest first.
    std::vector<Found> all_at(std::size_t i, Meaning meaning) const;
    /// The longest phrase of a meaning that ends at token `last` (one past).
    std::optional<Found> ending_at(std::size_t last, Meaning meaning) const;
    /// All phrases of a meaning in [from, to), in order; of those that begin at one token, the
    /// longest.
    std::vector<Found> all(Meaning meaning, std::size_t from, std::size_t to) const;
    bool has(Meaning meaning, std::size_t from, std::size_t to) const {
        return has_any(bit_of(meaning), from, to);
    }
    /// Whether a phrase of any of these meanings begins in [from, to).
    bool has_any(Meanings meanings, std::size_t from, std::size_t to) const;
    /// Whether a phrase of any of these meanings ends at token `last` (one past).
    bool ends_any(Meanings meanings, std::size_t last) const {
        return last < end_.size() && (end_[last] & meanings) != 0;
    }
    /// Where the longest of these phrases begins that ends at token `last` (one past).
    std::optional<std::size_t> phrase_before(std::size_t last, const PhraseList& phrases) const {
        return phrases.ending_at(tokens_, last);
    }
    /// Whether one of these phrases stands in [from, to).
    bool has_phrase(const PhraseList& phrases, std::size_t from, std::size_t to) const;
    /// Where the longest of these phrases ends (one past) that begins at token i and ends before
    /// `end`.
    std::optional<std::size_t> phrase_at(std::size_t i, const PhraseList& phrases,
                                         std::size_t end) const;
    /// Whether token i is a word that says where: "in", "near".
    bool is_locative(std::size_t i) const;

  private:
    const Lexicon& lexicon_;
    bool certain_;
    Tokens tokens_;
    std::vector<PhraseMatch> matches_;
    std::vector<std::size_t> start_of_; ///< matches_ of token i: [start_of_[i], start_of_[i + 1])
    std::vector<Meanings> begin_;       ///< meanings of the phrases that begin at a token
    std::vector<Meanings> end_;         ///< of those that end there (one past)
};

/// The text of tokens [first, last), one at least, of the `input` that holds the annotated piece.
std::string words_of(const Annotated& text, std::size_t first, std::size_t last,
                     std::string_view input);

/// Tokens [first, last) of an annotated piece of text.
struct Sentence {
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t before = 0; ///< where the sentence before it begins; `first` where there is none
    bool is_claim = false;  ///< ReadOptions::is_claim
};

/// Where a piece of text falls into sentences. A full stop after an abbreviation or inside a number
/// ends none; a line break ends one where the next line begins with a capital and the line before
/// does not hang in mid-phrase (headlines have no full stop, wrapped text has line breaks).
std::vector<Sentence> split_sentences(const Annotated& text);

} // namespace engine
