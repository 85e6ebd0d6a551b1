// SPDX-License-Identifier: MIT
#pragma once

#include "engine/case/case.hpp"
#include "engine/verify.hpp"
#include "tools/areaclaim/case_folder.hpp"
#include "tools/areaclaim/console.hpp"
#include "tools/areaclaim/options.hpp"

#include <string>

namespace areaclaim {

/// Reads a case file, and every map that it names, relative to its own folder. `options` gives the
/// fill rule; profile, layer and condition are the case's. Throws engine::InputError for what the
/// case has no right to open.
engine::VerifyInputs load_case(const std::string& path, const MapOptions& options,
                               const CaseRights& rights, const Console& console);

/// The same for two maps; profile, layer and condition are those of `options`. A map that tells no
/// date of its own is of the day that `since` or `stated` names; where that is not given either,
/// throws engine::InputError.
engine::VerifyInputs load_pair(engine::PairCase pair, const MapOptions& options,
                               const Console& console);

} // namespace areaclaim
