// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace shapes::projection {

/// Why a text may not define a coordinate reference system; empty where it may.
///
/// A CRS comes with a map, and maps come from anywhere. PROJ takes from such a text the names of
/// grid files, pipelines and initialisation files, and opens what they name. So only this is handed
/// on:
/// - a name: "EPSG:3035", "urn:ogc:def:crs:…", "http://www.opengis.net/def/crs/…" (a name, nothing
///   is fetched), "WGS 84 / UTM zone 36N"; no '=' in it;
/// - WKT 1 or WKT 2 (ISO 19162:2019) whose keywords are in the list of the source file, which has
///   none that names a file or an operation of several steps, nested at most 32 deep.
/// PROJ strings ("+proj=…") and PROJJSON are refused whole.
std::string why_crs_is_refused(std::string_view text);

} // namespace shapes::projection
