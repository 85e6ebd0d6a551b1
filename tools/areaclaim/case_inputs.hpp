// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/measure.hpp"
#include "engine/verify.hpp"
#include "tools/areaclaim/case_folder.hpp"
#include "tools/areaclaim/console.hpp"
#include "tools/areaclaim/options.hpp"

#include <optional>
#include <string>
#include <vector>

namespace areaclaim {

/// Claims and two maps given on the command line instead of a case file.
struct PairCase {
    std::string before;
    std::string after;
    std::vector<std::string> claims;
    std::optional<engine::Date> stated;     ///< none: the day of the map after
    std::optional<engine::Date> since;      ///< none: the day of the map before
    std::optional<engine::Measure> measure; ///< else what the words tell
    std::string lang;
    std::string holder;
    std::string within;  ///< a region of interest; may be empty
    std::string outline; ///< a border or coast that does not move; may be empty
};

/// Reads a case file, and every map that it names, relative to its own folder. `options` gives the
/// fill rule; profile, layer and condition are the case's. Throws engine::InputError for what the
/// case has no right to open.
engine::VerifyInputs load_case(const std::string& path, const MapOptions& options,
                               const CaseRights& rights, const Console& console);

/// The same for two maps. A map that tells no date of its own is of the day that `since` or
/// `stated` names; where that is not given either, throws engine::InputError.
engine::VerifyInputs load_pair(const PairCase& pair, const MapOptions& options,
                               const Console& console);

} // namespace areaclaim
