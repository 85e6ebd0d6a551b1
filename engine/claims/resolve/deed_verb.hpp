// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/find/draft.hpp"
#include "engine/claims/words/sentence.hpp"

#include <optional>

namespace engine {

/// The words that tell what became of a claim's land.
struct Verb {
    Meaning meaning = Meaning::kTake; ///< never kBeside: who is driven out loses
    Annotated::Found where;
    std::optional<Annotated::Found> out_of; ///< the hands it goes out of, where they are named
};

/// The verb nearest to a claim. What goes out of somebody's hands by no other verb is lost where a
/// word beside says that it moves; nullopt where nothing says what became of the land, as of what
/// "remains beyond their control".
std::optional<Verb> nearest_verb(const Annotated& text, Sentence sentence, const Draft& draft);

/// The verb that stands around a claim, or before or behind it with its last word apart: "tog 50
/// km² tilbage". nullopt where there is none, or only in another clause.
std::optional<Verb> split_verb(const Annotated& text, Sentence sentence, const Draft& draft);

/// The verb of growth where "the area under Russian control grew by 200 km²", "extended its control
/// over 200 km²": that came to it, and is no sum of what is held. Key "shrink": it went from it;
/// "firm": held more firmly, of which nothing says how long.
std::optional<Annotated::Found> grows_by(const Annotated& text, Sentence sentence,
                                         const Draft& draft);

/// Where the last word begins, in [from, to), that opens a clause of somebody else: "while", "but".
std::optional<std::size_t> contrast_between(const Annotated& text, std::size_t from,
                                            std::size_t to);

/// Whether another clause begins between two words: behind a comma, with a word that begins one, or
/// with "and" where a verb of its own follows ("seized the town and 400 km² remain").
bool parted(const Annotated& text, const Annotated::Found& one, const Annotated::Found& other);

/// "controls 450 of the 1,250 km² captured in August": with a verb before the figure of a part, one
/// behind it is said of the whole. `verb`: the token it begins at.
bool is_said_of_whole(const Annotated& text, Sentence sentence, const Draft& draft,
                      std::size_t verb);

/// "fell", "passed", before the words for holding: a word of Meaning::kBeside that moves.
bool moves(const Annotated::Found& word);

/// "Vormarsch", "offensive": a noun of Meaning::kBeside that tells of taking.
bool is_advance(const Annotated::Found& word);

} // namespace engine
