// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/find/area_units.hpp"

#include <cstddef>

namespace engine {

/// Whether a number may count the same as the area before it: no word of size, and not a wholly
/// other order of magnitude.
bool is_like(const Quantity& quantity, const AreaBefore& before);

/// Whether nothing is counted that has a name, behind token `at`: "300 soldiers", "12 %".
bool ends_count(const Annotated& text, Sentence sentence, std::size_t at);

/// Whether no noun follows at token `at`: a mark does, or words that say when or where ("up from
/// 350 in the afternoon").
bool counts_no_noun(const Annotated& text, Sentence sentence, std::size_t at);

/// "30 ha in the night, in the morning 85 were burning", "sold 2.3 hectares and bought 4": a clause
/// of its own that tells what nature or a buyer does, with nothing counted.
bool is_clause_of_nature(const Annotated& text, Sentence sentence, const Quantity& quantity,
                         const AreaBefore& before);

/// "(Russia took 713 km²) while Ukraine retook 79", "während Russland 400 einnahm": a clause of its
/// own that tells the same deed or the opposite one, of about as much.
bool is_clause_of_deed(const Annotated& text, Sentence sentence, const Quantity& quantity,
                       const AreaBefore& before);

} // namespace engine
