// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/find/area_units.hpp"
#include "engine/claims/find/draft.hpp"

#include <optional>

namespace engine {

/// A figure that the text has in two parts.
struct DerivedArea {
    Quantity quantity;
    UnitFound unit;
};

/// "40 by 30 kilometres", "40 km sur 30": length times width, in the square of the length's unit,
/// with a warning. `side` is the first number. nullopt where only one side is there, neither has a
/// length, a third follows, or the sentence speaks of no area.
std::optional<DerivedArea> rectangle(const Annotated& text, Sentence sentence,
                                     const Quantity& side);

/// Makes "half of the 2,000", "20 per cent of the 2,000", "twice the 2,000" of the 2,000 that stand
/// in `quantity`: its value and where it begins. Left alone where no such part stands before it,
/// and where the area `before` (0: none) is only compared with it ("505 km² in November, twice the
/// 267 of October"). Whether it is a part of a whole now.
bool take_part(const Annotated& text, Sentence sentence, Quantity& quantity, double before);

} // namespace engine
