// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/find/draft.hpp"
#include "engine/claims/words/sentence.hpp"

#include <string>
#include <string_view>

namespace engine {

/// Land of the holder's own country, near a claim: "of Russian territory", "inside Russia". Maps of
/// what a side has taken do not draw it, so that nothing lost there can be measured on them.
/// `holder` as in ReadOptions; where it is empty, any party that holds land of others. In the words
/// of the text; "" where there is none.
std::string read_own_land(const Annotated& text, Sentence sentence, const Draft& draft,
                          const std::string& holder, std::string_view input);

} // namespace engine
