// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/find/draft.hpp"
#include "engine/claims/resolve/who.hpp"
#include "engine/claims/words/sentence.hpp"

#include <optional>

namespace engine {

/// "A net gain of 2,500 km²", "449 km² net": of this figure. A net gain that another clause or a
/// deed of its own tells of is that one's ("gained 3,000 km², while their net gain was less").
bool is_net(const Annotated& text, Sentence sentence, const Draft& draft);

/// What a figure is of which the words behind it say that it is a difference: "holds 487 km² more
/// than in January", "gained 188 km² more than it lost" are balances; "took 107 km² more than in
/// May" is nothing that the maps of a time show, and stays open. nullopt where they do not say so.
std::optional<Deed> difference_of(const Annotated& text, Sentence sentence, const Draft& draft,
                                  const Deed& deed);

} // namespace engine
