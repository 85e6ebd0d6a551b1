// SPDX-License-Identifier: MIT
#pragma once

namespace shapes {

/// The instruction sets the inner loops are compiled for. Results are the same bits on each.
enum class Instructions { scalar, avx2, avx512 };

/// The best the machine we run on offers.
Instructions best_instructions();

/// Whether the machine can run this set (and this build has it).
bool available(Instructions);

} // namespace shapes
