// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/control_boundary.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace areaclaim {

/// What tells that a file is the one it was, without reading it.
struct FileState {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::uint64_t bytes = 0;
    std::int64_t written_ns = 0; ///< since 1970
    std::int64_t changed_ns = 0; ///< likewise, of its inode: no program can set it back
    /// Any change from here on shows in the times: the last one is longer ago than the file system
    /// tells times apart.
    bool rested = false;
    friend bool operator==(const FileState&, const FileState&) = default;
    /// Whether nothing was written between the two.
    bool is_same_as(const FileState& other) const {
        FileState as_rested = other;
        as_rested.rested = rested;
        return *this == as_rested;
    }
};

/// Of a regular file; nothing for all else.
std::optional<FileState> state_of(const std::string& path);

/// What an index remembers of a file: all that reading it gave, but regions, and but what its path
/// and its profile tell.
struct RememberedFile {
    FileState state; ///< always rested
    std::string sha256;
    std::string profile;
    std::optional<engine::MapWarning> fitting; ///< as ReadMaps has it
    std::vector<engine::ControlBoundary> maps;
};

std::string encoded(const RememberedFile& file);
/// Of bytes of which nothing is known; nothing where they are not what `encoded` gives. The maps
/// that it gives have no regions, and an identity without a store.
std::optional<RememberedFile> decoded(std::string_view bytes);

} // namespace areaclaim
