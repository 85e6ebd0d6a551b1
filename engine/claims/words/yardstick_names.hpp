// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/words/sentence.hpp"
#include "engine/yardsticks/yardstick.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace engine {

/// Adds the names that texts in this language use for the yardsticks.
void add_yardstick_names(Lexicon& lexicon);

/// A yardstick's name in a text, in any of its forms ("Gotlands", "Харьковской области").
struct NameFound {
    std::size_t first = 0;
    std::size_t last = 0; ///< one past
    /// Best first; more than one where the name is shared (Georgia).
    std::vector<const Yardstick*> regions;
};

/// The longest name that begins at token i, in the text's language or in English. A proper name
/// needs its capital letter ("turkey" is none); "football pitch" does not.
std::optional<NameFound> yardstick_at(const Annotated& text, std::size_t i);

/// The regions of a whole name in one of its forms, in one language.
std::vector<const Yardstick*> yardsticks_called(const Lexicon& lexicon, std::string_view name);

/// The regions that a text of any known language may mean by this name in one of its inflected
/// forms ("Gotlands", "Saarlandes"), letter case apart; empty where there is none.
std::vector<const Yardstick*> find_inflected_yardsticks(std::string_view name);

} // namespace engine
