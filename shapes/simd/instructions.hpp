// SPDX-License-Identifier: MIT
#pragma once

namespace shapes {

/// The instruction sets for which the inner loops are compiled. All of them give the same bits.
enum class Instructions { scalar, avx2, avx512 };

/// The fastest instruction set that this machine can run and this build has.
Instructions best_instructions();

/// Whether this machine can run an instruction set and this build has it.
bool available(Instructions);

} // namespace shapes
