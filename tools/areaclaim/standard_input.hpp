// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace areaclaim {

/// How a map file on standard input is named.
inline constexpr const char* kStandardInput = "-";

/// Standard input as a file that readers of maps can open: its bytes in a private folder that is
/// gone when the program ends, under a name whose ending says what they look like. Throws
/// engine::InputError where it is asked for twice, is empty, or cannot be kept.
std::string spooled_standard_input();

} // namespace areaclaim
