// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/find/area_units.hpp"

#include <cstddef>
#include <optional>

namespace engine {

/// Where the month begins whose figure stands at token `number`: "September's 447", "septembers
/// 447", "сентябрьских 447".
std::optional<std::size_t> owning_month(const Annotated& text, std::size_t number);

/// Over "in October", "near Velyka Novosilka in February", "the month before" at token i; i where
/// nothing of the kind stands there, or a place alone.
std::size_t skip_place_and_month(const Annotated& text, Sentence sentence, std::size_t i);

/// Whether nothing but the area before is counted ahead of token `at`: "2,000 hectares on Monday,
/// up from 1,200", but not "2,000 hectares, and 40 people fled, up from 30".
bool counts_nothing_else(const Annotated& text, Sentence sentence, std::size_t at);

/// ", 610 in November", "and about 725 in December", "twice the 267 of October": the words before
/// a number, of which skip_place_and_month() has found the month.
bool continues_list(const Annotated& text, Sentence sentence, std::size_t first);

/// "(461 km² in October,) a little more than September's 447", "algo más que los 447 de
/// septiembre": the figure of another month that the area before is compared with.
bool is_figure_of_other_month(const Annotated& text, Sentence sentence, const Quantity& quantity,
                              const AreaBefore& before);

/// "343,000 hectares in Spain and some 216,000 in Portugal": a figure of another place, told like
/// the one before it.
bool is_figure_of_other_place(const Annotated& text, Sentence sentence, const Quantity& quantity,
                              const AreaBefore& before);

} // namespace engine
