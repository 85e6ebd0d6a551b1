// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace shapes {

/// Says to which of two compared regions something belongs.
enum class Operand : std::uint8_t { a, b };

} // namespace shapes
