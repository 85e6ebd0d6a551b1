// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/find/draft.hpp"
#include "engine/claims/words/sentence.hpp"

namespace engine {

/// "A net gain of 2,500 km²", "449 km² net": of this figure. A net gain that another clause or a
/// deed of its own tells of is that one's ("gained 3,000 km², while their net gain was less").
bool is_net(const Annotated& text, Sentence sentence, const Draft& draft);

} // namespace engine
