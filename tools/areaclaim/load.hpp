// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sources/profile.hpp"
#include "engine/timeline/control_boundary.hpp"
#include "engine/timeline/figures_ahead.hpp"
#include "engine/timeline/map_warning.hpp"
#include "engine/verify.hpp"
#include "shapes/io/feature_collection.hpp"
#include "shapes/validity/validate.hpp"
#include "tools/areaclaim/console.hpp"
#include "tools/areaclaim/exit_code.hpp"
#include "tools/areaclaim/options.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace areaclaim {

// From paths on the command line or in a case to control boundaries. What cannot be read throws
// shapes::ReadError or engine::InputError, whose message is for a person.

/// Whether a folder stands for the map files in it.
enum class Folders { refused, listed };

/// The files that paths, patterns (`*`, `?`, `[…]`) and folders stand for, in the order given,
/// those of one pattern or folder by name. In a folder every file with a map's ending counts, but
/// CSV (tables of figures lie beside maps more often than maps are CSV) and hidden files. A pattern
/// that matches nothing and a folder without maps throw. Database addresses (`PG:…`) stand as they
/// are.
std::vector<std::string> expand(const std::vector<std::string>& paths, Folders folders);

/// A built-in profile by its name, or one from a TOML file.
engine::SourceProfile find_profile(const std::string& name_or_file);

/// A file as it stands, and the profile that says what it means.
struct FoundFile {
    std::string path;
    engine::SourceProfile profile;
    shapes::FeatureCollection contents;
    /// How the profile was chosen (profile_found), or that `plain` was named and another profile
    /// knows the file (profile_passed_over).
    std::optional<engine::MapWarning> fitting;
    /// Of the bytes that were read, and of the files that are read with it; empty without
    /// MapOptions::record_files.
    std::vector<engine::InputFile> records;
};

/// Whether a file may have nothing that passes the filter, or that the profile counts.
enum class Nothing { refused, allowed };

/// Reads a file. With a profile named, that one says what the file means. Without: the built-in
/// profile that knows every feature of the file by its fields, or the file by its name, else
/// `plain`.
FoundFile find_file(const std::string& path, const MapOptions& options,
                    Nothing nothing = Nothing::refused);

/// Chooses the profile of a file that was read, as `find_file` does.
void choose_profile(FoundFile& found, const MapOptions& options);

/// The maps of a source's files: what `find_file` found, as its profile reads it.
struct LoadedMaps {
    engine::SourceProfile profile;             ///< of the first file
    std::vector<engine::ControlBoundary> maps; ///< in the order of the files, those of one by date
    std::vector<engine::InputFile> files;      ///< in the order of the files
    std::vector<std::string> unread;           ///< files that were left out, each told of

    /// What the command ends with when all else went well.
    ExitCode exit_code() const { return unread.empty() ? ExitCode::done : ExitCode::input; }
};

/// Reads all files, on as many threads as the options say; the result does not depend on their
/// number. Files with the same bytes are parsed and proven once. Warnings and notes go to the
/// console in the order of the files, with progress. `paths` is not empty.
///
/// A file in which nothing is held by whom the profile or the filter names is a map of nothing,
/// with a warning, as long as another file has the holder; where none has, throws. A file that
/// cannot be read is told of as an error and left out; it throws where the options say `strict`,
/// and where no file can be read. `ahead` gets each map as it comes, unless files are parts of
/// maps.
LoadedMaps load_maps(const std::vector<std::string>& paths, const MapOptions& options,
                     const Console& console, engine::FiguresAhead* ahead = nullptr);

/// The maps of two files, of which each holds one, in this order; throws where one cannot be read
/// or holds several.
LoadedMaps load_two_maps(const std::string& before, const std::string& after,
                         const MapOptions& options, const Console& console);

/// A region of interest: all that a file draws, whatever it says of itself.
struct Within {
    shapes::Region drawn;
    shapes::ValidRegion region;
};

/// Reads one, with the fill rule of `options`.
shapes::Region load_region(const std::string& path, const MapOptions& options,
                           const Console& console);
/// The same, ready to clip by; nullopt for an empty path. Throws engine::InputError where the file
/// draws no area.
std::optional<Within> load_within(const std::string& path, const MapOptions& options,
                                  const Console& console);

/// Path, SHA-256 and size of a file, for the record.
engine::InputFile input_record(const std::string& path);

/// The same of a file and of those beside it that are read with it: the parts of a Shapefile, the
/// write-ahead log of a GeoPackage, …
std::vector<engine::InputFile> input_records(const std::string& path);

/// The same of a text that was read from it.
engine::InputFile input_record(const std::string& path, std::string_view text);

/// The whole text of a file; of standard input where the path is "-".
std::string read_text(const std::string& path);

} // namespace areaclaim
