// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/find/draft.hpp"
#include "engine/claims/resolve/place.hpp"
#include "engine/claims/words/sentence.hpp"

#include <optional>
#include <string_view>

namespace engine {

/// A place that a sentence gives to a claim in words that draw no border: "near Pokrovsk", "on the
/// Kupiansk axis", "in the south". In the words of the text; the one nearest to the claim in its
/// clause, nullopt where there is none. The east alone is none: it stands for the whole front as
/// often.
std::optional<PlaceFound> read_rough_place(const Annotated& text, Sentence sentence,
                                           const Draft& draft, std::string_view input);

/// Whether such a place, or a region that is part of a country, ends right before token `last`:
/// who follows it is not in it.
bool ends_place(const Annotated& text, Sentence sentence, std::size_t last);

} // namespace engine
