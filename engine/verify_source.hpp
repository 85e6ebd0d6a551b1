// SPDX-License-Identifier: MIT
#pragma once

#include "engine/verification.hpp"
#include "engine/verify_inputs.hpp"
#include "shapes/types/valid_region.hpp"

namespace engine {

/// One source's timeline with its rows, alarms and what it leaves out. Takes the boundaries out of
/// `input`. `within` is the region of interest, or nullptr. Throws InputError where no map has a
/// day.
SourceReport report_of(SourceInput& input, const VerifyOptions& options,
                       const shapes::ValidRegion* within);

} // namespace engine
