// SPDX-License-Identifier: MIT
#pragma once

#include "engine/case/case_file.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace areaclaim {

/// An archive of maps that a desk uses again and again.
struct DeskSource {
    engine::CaseSource source; ///< `files` relative to the desk file; an empty profile is detected
};

struct DeskOutline {
    std::string yardstick;
    std::string file; ///< relative to the desk file
};

/// A desk's archives, named once:
///
///     holder = "Russian forces"          # whose territory the maps show; may be left out
///
///     [[source]]
///     name    = "NZZ"
///     profile = "nzz"                    # left out: the one that fits
///     files   = "archive/nzz/*.json"     # relative to this file
///     licence = "CC BY 4.0"
///     link    = "https://example.org/maps"
///     retrieved = 2022-09-14             # when the archive was fetched from there
///
///     [source.error]
///     position_sigma_km = 1.0
///     correlation_km    = 10.0
///
///     [[outline]]                        # of a yardstick, for the page: a coast, a border
///     yardstick = "Lolland"
///     file      = "outlines/lolland.geojson"
struct Desk {
    std::string path;
    std::string holder;
    std::vector<DeskSource> sources;
    std::vector<DeskOutline> outlines;
};

/// Reads a desk's file from TOML text; `path` stands in messages. Throws engine::InputError naming
/// the line and the key for anything unknown, missing or of the wrong type, and without a source.
Desk parse_desk(std::string_view toml, const std::string& path);

/// Where it is looked for: $XDG_CONFIG_HOME/areaclaim/desk.toml, else that of ~/.config; empty
/// where neither variable is set.
std::string default_desk_path();

/// The desk of a path, or, with an empty one, the default one if there is a file.
std::optional<Desk> find_desk(const std::string& path);

} // namespace areaclaim
