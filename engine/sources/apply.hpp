// SPDX-License-Identifier: MIT
#pragma once

#include "engine/input_error.hpp"
#include "engine/sources/profile.hpp"
#include "engine/timeline/control_boundary.hpp"
#include "shapes/io/feature_collection.hpp"
#include "shapes/types/fill_rule.hpp"

#include <string>
#include <vector>

namespace engine {

struct ApplyOptions {
    shapes::FillRule fill = shapes::FillRule::nonzero;
    std::string source; ///< name to give the boundaries; empty: the profile's
    /// A file in which the profile finds nothing is a map on which nothing is held (the holder is
    /// gone from it), with a warning that says so. Only for a file beside others of its source in
    /// which the profile did find something.
    bool may_hold_nothing = false;
    bool asks_for_day = true; ///< warn where the file's name tells none
    /// What came of a file with the same bytes under another name: where the same is drawn, its
    /// proof is taken over, as another would find nothing else.
    const std::vector<ControlBoundary>* same = nullptr;
};

/// Thrown where no feature with polygons matches the profile.
class NothingMatches : public InputError {
  public:
    using InputError::InputError;
};

/// Says what a read file means: one boundary, or one per date where the profile says that a file
/// holds several, or where each of its features tells a day and these differ. Ordered by date.
///
/// A date that cannot be read (a file name such as `…AO02FEB22024`) gives a warning and no date,
/// never a guess. Throws NothingMatches where no feature with polygons matches the profile; its
/// message lists what the file does have: properties with their values and counts, layers, dates.
std::vector<ControlBoundary> apply(const SourceProfile& profile,
                                   const shapes::FeatureCollection& file,
                                   const ApplyOptions& options = {});

} // namespace engine
