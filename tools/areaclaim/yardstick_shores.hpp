// SPDX-License-Identifier: MIT
#pragma once

#include "engine/verification.hpp"
#include "tools/areaclaim/console.hpp"
#include "tools/page/page_options.hpp"

#include <vector>

namespace areaclaim {

/// Adds the outlines of islands and lakes that the claims take as yardsticks, out of the shorelines
/// that Debian's gmt-gshhg packages bring: gmt-gshhg/binned_GSHHS_f.nc (else _h, _i, _l) in the
/// first of system_data_folders() that has one. Not of what `outlines` has already, nor where the
/// shore is not as large as the yardstick: the page then shows a square.
///
/// Nothing is looked for where no claim has such a yardstick. Warns where the file cannot be read.
void add_shores(std::vector<page::YardstickOutline>& outlines,
                const engine::Verification& verification, const Console& console);

} // namespace areaclaim
