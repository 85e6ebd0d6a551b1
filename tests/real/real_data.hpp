// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sources/apply.hpp"
#include "engine/timeline/timeline.hpp"
#include "shapes/io/read.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

/// Real maps of others for tests; they are not part of this repository. Found through
/// AREACLAIM_REAL_DATA, else beside the source tree.
namespace real {

inline std::filesystem::path folder() {
    if (const char* given = std::getenv("AREACLAIM_REAL_DATA")) {
        return given;
    }
    return std::filesystem::path(AREACLAIM_SOURCE_DIR) / ".." / "shared" / "data";
}

/// What both maps of a pair of NZZ's days are apart by, km², by other tools: GEOS 3.11 overlays
/// with the exact authalic integral under each edge; good to the three decimals printed.
struct CheckedAnswer {
    const char* from;
    const char* to;
    double lost_km2;
    double gained_km2;
};
inline constexpr CheckedAnswer kNzzAnswers[] = {{"2022-09-06", "2022-09-08", 303.596, 11.105},
                                                {"2022-09-08", "2022-09-11", 8365.704, 0.557},
                                                {"2022-08-31", "2022-09-11", 8967.698, 16.512},
                                                {"2022-09-11", "2022-09-20", 285.973, 19.133},
                                                {"2022-08-31", "2022-09-08", 602.087, 16.049}};

inline bool present(const std::string& source) {
    if (std::filesystem::is_directory(folder() / source)) {
        return true;
    }
    MESSAGE("skipped: no real maps '" << source << "' (set AREACLAIM_REAL_DATA)");
    return false;
}

/// The boundaries of all files of a folder, by a built-in profile.
inline std::vector<engine::ControlBoundary> read_folder(const std::string& source,
                                                        const std::string& profile_name) {
    const engine::SourceProfile& profile = *engine::find_built_in_profile(profile_name);
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder() / source)) {
        paths.push_back(entry.path());
    }
    std::ranges::sort(paths);
    std::vector<engine::ControlBoundary> boundaries;
    for (const auto& path : paths) {
        shapes::ReadOptions options;
        options.json_pointer = profile.json_pointer;
        auto maps = engine::apply(profile, shapes::read_features(path.string(), options));
        std::ranges::move(maps, std::back_inserter(boundaries));
    }
    return boundaries;
}

} // namespace real
