// SPDX-License-Identifier: MIT
#pragma once

#include "tests/layers/rooms.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace layers {

/// Breaches of the house's include directions in one file, each as a sentence; empty where it is
/// clean. `path` is relative to the repository's root. Known circles that are met are marked as
/// used in `rooms`.
std::vector<std::string> breaches(std::string_view path, std::string_view content, Rooms& rooms);

} // namespace layers
