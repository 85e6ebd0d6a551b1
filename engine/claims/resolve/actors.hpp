// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/words/sentence.hpp"

#include <cstddef>
#include <string>

namespace engine {

/// The parties of a deed, each a key of the lexicons' parties ("russia"), or "" where the sentence
/// names none.

/// Whose deed the verb is: after "by" in the passive, else the party before the verb. Of several
/// the nearest that does not only report it.
std::string actor_of(const Annotated& text, Sentence sentence, const Annotated::Found& verb);

/// Who suffers it: the party right behind the verb ("drove the Russians out"), else the nearest
/// before it that is not behind "by" ("the Russians were driven out").
std::string patient_of(const Annotated& text, Sentence sentence, const Annotated::Found& verb);

/// From whom land is taken, in the few words from token `behind` on: "from Ukraine", "ai russi".
std::string source_of(const Annotated& text, Sentence sentence, std::size_t behind);

/// To whom land is lost, likewise: "to Russian forces", "an Russland".
std::string recipient_of(const Annotated& text, Sentence sentence, std::size_t behind);

/// In whose hands, under whose control: the party inside, right before or right behind the words
/// for holding.
std::string grip_of(const Annotated& text, Sentence sentence, const Annotated::Found& holding);

/// Whether the words for holding stand behind "out of" ("out of Moscow's control").
bool is_out_of(const Annotated& text, Sentence sentence, const Annotated::Found& holding);

/// "in eastern Ukraine", "from Ukraine": a place, nobody who acts. "In August Russian forces …" is
/// none.
bool is_place(const Annotated& text, Sentence sentence, const Annotated::Found& party);

/// The party that the holder of a case names.
std::string party_of(const std::string& holder, const Lexicon& lexicon);

/// Whether the speaker of a claim is one who speaks for a holder; where no speaker is known,
/// whether the sentence has the name of one.
bool holder_speaks(const Annotated& text, Sentence sentence, const std::string& speaker);

/// Whether two parties are one: the same key, or "the occupiers" and a holder.
bool is_same(const Annotated& text, const std::string& party, const std::string& holder);

/// Whether a party is one of the lexicons' `holders`, who hold land of others.
bool is_holder(const Annotated& text, const std::string& party);

/// Somebody is driven out: "drove", or "pushed" of those who are pushed out of an area.
bool drives_out(const Annotated::Found& word);

} // namespace engine
