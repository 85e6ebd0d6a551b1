// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/number.hpp"
#include "engine/claims/sentence.hpp"
#include "engine/claims/tables.hpp"
#include "engine/claims/text_claim.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace engine {

/// A claim being read: the value, and the tokens it stands on.
struct Draft {
    TextClaim claim;
    std::size_t first = 0;
    std::size_t last = 0; ///< one past
};

/// A hedge before token `first` and where the wording begins with it: "approximately", "some",
/// "an area of almost". Quotes and fillers may stand between.
struct HedgeFound {
    std::string id; ///< "" where there is none
    std::size_t first = 0;
};
HedgeFound hedge_before(const Annotated& text, Sentence sentence, std::size_t first);

/// The token after at most `count` fillers (articles, "of", "additional") from token i on.
std::size_t skip_fillers(const Annotated& text, std::size_t i, std::size_t end, int count);

/// The finders, each for one kind of wording; they look at one sentence and may find the same words
/// as another does, in which case keep_best() decides.
std::vector<Draft> find_areas(const Annotated& text, Sentence sentence);
std::vector<Draft> find_counts(const Annotated& text, Sentence sentence);
std::vector<Draft> find_sizes(const Annotated& text, Sentence sentence);
std::vector<Draft> find_shares(const Annotated& text, Sentence sentence);

/// Drops what overlaps something longer (of equal length: the one first in the list), and orders
/// the rest by place.
std::vector<Draft> keep_best(std::vector<Draft> drafts);

/// Sets figure, range and bands from a number in a unit; `hedge` may be "".
void set_figure(TextClaim& claim, const Quantity& quantity, const AreaUnit& unit,
                const std::string& hedge);

} // namespace engine
