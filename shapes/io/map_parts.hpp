// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace shapes::io {

/// The files beside a map that are read with it: of a Shapefile its .shx, .dbf, .prj and .cpg, of
/// a GeoPackage its write-ahead log, of a GML its .xsd and .gfs, of a CSV its .csvt and .prj.
/// Only those that are there, whatever they are; none of a path that is no such map.
std::vector<std::string> parts_of_map(const std::string& path);

/// Throws ReadError where one of them is no file but a pipe or a device, which may never end, or is
/// larger than `max_bytes`.
void check_parts_of_map(const std::string& path, std::size_t max_bytes);

} // namespace shapes::io
