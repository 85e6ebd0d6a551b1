// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/find/number.hpp"
#include "engine/claims/find/tables.hpp"
#include "engine/claims/words/sentence.hpp"

#include <cstddef>

namespace engine {

/// The unit behind a number.
struct UnitFound {
    const AreaUnit* unit = nullptr; ///< nullptr: none
    std::size_t last = 0;           ///< one past, in tokens
    bool length = false;            ///< a length was written: "2,000 kilometres of territory"
};

/// The unit of an area that follows a number, over fillers; or a length where an area is due.
UnitFound unit_after(const Annotated& text, Sentence sentence, const Quantity& quantity);

/// The unit that a number shares with another: "10" in "grew from 10 to 35 hectares", "610" in
/// "610 in October and 725 km² in November". `known` is the unit of the area before it in the
/// sentence, or nullptr.
UnitFound shared_unit(const Annotated& text, Sentence sentence, const Quantity& quantity,
                      const AreaUnit* known);

/// Where the wording ends with the noun for an area that follows token i, or 0.
std::size_t area_noun_after(const Annotated& text, std::size_t i, std::size_t end);

} // namespace engine
