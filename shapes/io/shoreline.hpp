// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/position.hpp"
#include "shapes/types/valid_region.hpp"
#include "shapes/units/area.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace shapes {

/// An island, or a lake, around a place, of an area within bounds.
struct ShoreWanted {
    Position place;
    Area low;
    Area high;
};

/// The islands, or the lakes, around places, from the shorelines of GSHHG 2.3 as the Generic
/// Mapping Tools have them (binned_GSHHS_f.nc and its like; Wessel and Smith 1996,
/// doi:10.1029/96JB00104). Of each the outer shore: lakes of an island count as island.
///
/// `file` is a local netCDF file. Its shores are cut along the lines of a grid of bins into
/// segments, each a run of points in steps of 1/65535 of a bin's side; where one segment ends the
/// next begins at the very same step, so that they are joined without any tolerance.
///
/// In the order of what is wanted. nullopt where no shore around the place has such an area, both
/// as the file says and as it is drawn (in a coarse file a small island may have lost much of its
/// coast). Throws ReadError where the file is missing, no such file, larger than 256 MB, or not
/// whole.
std::vector<std::optional<ValidRegion>> shores_around(const std::string& file,
                                                      std::span<const ShoreWanted> wanted);

} // namespace shapes
