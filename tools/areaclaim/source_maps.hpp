// SPDX-License-Identifier: MIT
#pragma once

#include "engine/case/case.hpp"
#include "engine/timeline/map_warning.hpp"
#include "tools/areaclaim/console.hpp"
#include "tools/areaclaim/load.hpp"
#include "tools/areaclaim/options.hpp"

#include <string>
#include <vector>

namespace areaclaim {

/// The maps of one source of a case.
struct SourceMaps {
    LoadedMaps loaded;
    std::vector<engine::ControlBoundary> ends = {}; ///< SourceInput::ends
    std::vector<std::string> left_out = {};         ///< files that were not read
    std::vector<engine::MapWarning> warnings = {};  ///< about which maps these are
};

/// Reads the files of a source, `how` they are to be read: without MapOptions::all_maps those near
/// the days that the claims speak of (near_files.hpp), and all where that leaves nothing to go by.
/// Maps are measured as they come. Throws as `load_maps` does.
SourceMaps load_source(const std::vector<std::string>& paths, const engine::Case& of,
                       const MapOptions& how, const Console& console);

} // namespace areaclaim
