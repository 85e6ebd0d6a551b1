// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace shapes {

/// Which of the two regions that are compared something belongs to.
enum class Operand : std::uint8_t { a, b };

} // namespace shapes
