// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/position.hpp"
#include "shapes/types/valid_region.hpp"
#include "shapes/units/area.hpp"

#include <optional>
#include <string>

namespace shapes {

/// The island, or the lake, around a place, from the shorelines of GSHHG 2.3 as the Generic Mapping
/// Tools have them (binned_GSHHS_f.nc and its like; Wessel and Smith 1996,
/// doi:10.1029/96JB00104). Of it the outer shore: lakes of an island count as island.
///
/// `file` is a local netCDF file. Its shores are cut along the lines of a grid of bins into
/// segments, each a run of points in steps of 1/65535 of a bin's side; where one segment ends the
/// next begins at the very same step, so that they are joined without any tolerance.
///
/// nullopt where no shore around the place has an area from `low` to `high`, both as the file says
/// and as it is drawn (in a coarse file a small island may have lost much of its coast). Throws
/// ReadError where the file is missing, no such file, larger than 256 MB, or not whole.
std::optional<ValidRegion> shore_around(const std::string& file, Position place, Area low,
                                        Area high);

} // namespace shapes
