// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/words/sentence.hpp"

#include <cstddef>
#include <vector>

namespace engine {

/// Words with a capital that may be somebody's name, without titles and parties.
struct Name {
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t whole = 0; ///< where it begins with its titles and parties
    /// What stands beside it and says who that is: "the fire service's spokesman, …", "…, head of
    /// Luhansk,", "Instituto Nacional de Pesquisas Espaciais (…". A verb of speech is near to it
    /// where it is near to them.
    std::size_t near_first = 0;
    std::size_t near_last = 0;
    bool body = false; ///< of an office that the lexicon knows, with or without more words
};

/// The names in a sentence, in order; of somebody and those he works for only his own.
std::vector<Name> names_in(const Annotated& text, Sentence s);

/// "The spokesman of the Agentes Rurales, Òscar Peris", "Turkse minister van Volksgezondheid Kemal
/// Memişoğlu", "della Sanità turco, Fabio Ciciliano", "der Feuerwehr von New South Wales, Shane
/// Fitzsimmons": whether a full name stands right behind other words; between are a title, or a
/// place, or one word, and a comma.
bool stands_behind(const Annotated& text, const Name& other, const Name& name);

/// "…, head of the region," behind a name: where its apposition ends, before a verb of speech; or
/// the end of the name.
std::size_t end_of_apposition(const Annotated& text, Sentence s, const Name& name);

/// Where the words begin that an abbreviation in brackets at token i stands for; i where it is
/// none.
std::size_t spelled_out_before(const Annotated& text, Sentence s, std::size_t i);

} // namespace engine
