// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace areaclaim {

/// How many letters must be added, dropped, replaced or exchanged with a neighbour to make one word
/// of another (optimal string alignment: no letter is touched twice). Bytes count as letters.
std::size_t typing_distance(std::string_view a, std::string_view b);

/// The name that was most likely meant: the nearest within a third of its letters, or the only one
/// that begins with what was typed (three letters at least); empty where there is none.
std::string nearest_name(std::string_view typed, const std::vector<std::string>& names);

} // namespace areaclaim
