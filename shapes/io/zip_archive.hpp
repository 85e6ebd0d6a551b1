// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace shapes::io {

/// A map within an archive.
struct ZipMember {
    std::string path;  ///< within the archive
    std::string where; ///< the name under which GDAL sees it
};

/// Whether a file of an archive is what macOS and other systems put beside others ("__MACOSX/",
/// "._name"), or hidden.
bool is_hidden_member(const std::string& path);

/// The maps in a zip archive, told by their ending, without those that are hidden. Where one is
/// called as the wanted `layer`, it alone.
///
/// Throws ReadError where the archive cannot be opened, holds no map or more than `kMostZipMembers`
/// files, or unpacks to more than its budget (shapes/io/budget.hpp).
std::vector<ZipMember> maps_in_zip(const std::string& path, const std::string& layer,
                                   std::size_t max_bytes);

/// The budget alone, of an archive that GDAL opens as one map (KMZ). Throws ReadError.
void check_zip_budget(const std::string& path, std::size_t max_bytes);

} // namespace shapes::io
