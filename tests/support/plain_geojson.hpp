// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/region.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace support {

/// Properties of a feature as text (numbers and truth values as JSON writes them).
using Properties = std::map<std::string, std::string>;

/// The polygons of a GeoJSON file whose FeatureCollection may stand at a JSON pointer, feature
/// after feature, those for which `wanted` is true. A second, simple reader for tests and
/// benchmarks, so that they do not judge the product's readers by themselves. Throws on anything
/// unexpected.
shapes::Region read_plain_geojson(const std::string& path, const std::string& json_pointer = "",
                                  const std::function<bool(const Properties&)>& wanted = {});

/// Folder of the real maps (AREACLAIM_REAL_DATA, else ../shared/data beside the source directory),
/// or nothing where there are none.
std::optional<std::string> real_data();

/// What an NZZ map of a day holds, not united; the `losses` are not held.
shapes::Region nzz_drawn(const std::string& folder, const std::string& day);
/// What a DeepState map holds: any of its files, by name.
shapes::Region deepstate_drawn(const std::string& folder, const std::string& file);

} // namespace support
