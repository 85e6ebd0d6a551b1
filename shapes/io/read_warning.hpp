// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

namespace shapes {

/// What a reader took for granted, or left out, without being stopped by it.
enum class ReadWarningCode {
    property_twice,   ///< feature `count` (from 0) has the property `name` twice: the last is taken
    long_edge,        ///< an edge spans more than 180 degrees of longitude, measured the long way
    degrees_in_plane, ///< the CRS `name` counts lengths, but all coordinates could be degrees
    no_crs,           ///< the layer `name` has none: taken as longitude/latitude on WGS84
    members_left_out, ///< `count` files of an archive are links or no JSON; one of them is `name`
    library_says,     ///< `name` is what the library that reads the format says, in its words
};

struct ReadWarning {
    ReadWarningCode code = ReadWarningCode::library_says;
    std::string name = {};
    std::size_t count = 0;

    friend bool operator==(const ReadWarning&, const ReadWarning&) = default;
};

} // namespace shapes
