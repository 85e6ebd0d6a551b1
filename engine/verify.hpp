// SPDX-License-Identifier: MIT
#pragma once

#include "engine/verification.hpp"
#include "engine/verify_inputs.hpp"

namespace engine {

/// Verifies a case. Pure and deterministic: no file, no clock, no printing. Throws InputError where
/// a source has no dated map at all or the region of interest is empty.
Verification verify(VerifyInputs inputs, const VerifyOptions& options = {});

} // namespace engine
