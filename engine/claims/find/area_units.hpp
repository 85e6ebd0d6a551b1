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
    /// Of another month, with which the area before is compared: "a little more than the 447" are
    /// no more than 447.
    bool compared = false;
};

/// The unit of an area that follows a number, over fillers; or a length where an area is due.
UnitFound unit_after(const Annotated& text, Sentence sentence, const Quantity& quantity);

/// The area before a number in its sentence.
struct AreaBefore {
    const AreaUnit* unit = nullptr; ///< nullptr: none, or a length
    double value = 0.0;             ///< in that unit
    double days = 0.0;              ///< of a rate: the days it is told for; 0 of none
};

/// The unit that a number shares with another: "10" in "grew from 10 to 35 hectares", "610" in
/// "610 in October and 725 km² in November", "79" in "while Ukraine retook 79".
UnitFound shared_unit(const Annotated& text, Sentence sentence, const Quantity& quantity,
                      const AreaBefore& before);

/// Whether what stands behind the number of a part ("have been retaken", "remain") says nothing of
/// what else might be counted, as "300 soldiers" does.
bool counts_area(const Annotated& text, Sentence sentence, const Quantity& part);

/// Where the wording ends with the noun for an area that follows token i, or 0.
std::size_t area_noun_after(const Annotated& text, std::size_t i, std::size_t end);

} // namespace engine
