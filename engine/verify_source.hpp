// SPDX-License-Identifier: MIT
#pragma once

#include "engine/verification.hpp"
#include "engine/verify_inputs.hpp"
#include "shapes/types/valid_region.hpp"

namespace engine {

/// Of what a source leaves out, that which reaches into a region of interest, by more than a
/// thousandth of the region, and that in which most of it lies. Without one (nullptr) all that a
/// held area lacks.
OmissionsHere omissions_within(const std::vector<Omission>& all, const shapes::ValidRegion* within);

/// One source's timeline with its rows, alarms and what it leaves out. Takes the boundaries out of
/// `input`. `within` is the region of interest, or nullptr. Throws InputError where no map has a
/// day.
SourceReport report_of(SourceInput& input, const VerifyOptions& options,
                       const shapes::ValidRegion* within);

} // namespace engine
