// SPDX-License-Identifier: MIT
#pragma once

#include "engine/case/case_file.hpp"
#include "engine/sources/profile.hpp"
#include "engine/timeline/control_boundary.hpp"
#include "engine/timeline/map_warning.hpp"
#include "engine/verification.hpp"
#include "shapes/types/region.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// One source's maps, read and understood.
struct SourceInput {
    std::string name;
    SourceProfile profile;
    std::optional<SourceAccuracy> accuracy; ///< of the case, else of the profile
    std::vector<ControlBoundary> boundaries;
    std::optional<shapes::Region> outline = std::nullopt; ///< that its profile names
    /// The first and the last map that the source has, where the boundaries are those near some
    /// days only; else empty.
    std::vector<ControlBoundary> ends = {};
    std::vector<MapWarning> warnings = {}; ///< about which maps these are
};

/// Everything that a verification starts from. No file is opened from here on.
struct VerifyInputs {
    Case the_case;
    std::vector<SourceInput> sources;     ///< in the case's order; at least one boundary each
    std::optional<shapes::Region> within; ///< of the case
    std::map<std::string, shapes::Region> claim_regions; ///< by Claim::within
    std::optional<shapes::Region> outline; ///< a state border or a coast: it does not move
    Provenance provenance;
};

} // namespace engine
