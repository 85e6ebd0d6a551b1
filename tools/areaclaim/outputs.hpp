// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace areaclaim {

/// A file or folder to write, where one was asked for: an empty name is refused, not ignored.
struct OutputName {
    std::string path;
    bool wanted = false;
};

/// What must not be written over: the inputs of this run, ever; and, without --force, whatever
/// stands at an output's place and does not look like a result of this program.
struct OutputRules {
    std::vector<std::string> inputs;
    bool force = false;
};

/// Refuses a name that is empty, or an address of something that is no file. Throws UsageError.
void check_output_name(const std::string& path);

/// Refuses an output's place before anything is measured. Throws UsageError for an empty name and
/// OutputError, naming the file and the remedy, for a place that is an input (by whatever path or
/// link, or as a part of one, such as the .dbf of a Shapefile) or holds a file of somebody else's.
/// What is not there, and what is no regular file
/// (/dev/stdout), is free.
void check_output(const std::string& path, const OutputRules& rules);

/// The same for a map of changes: for it and for the style beside it. A GeoJSON that ends in .qml
/// would be replaced by its own style, which is a UsageError.
void check_change_map_output(const std::string& path, const OutputRules& rules);

/// The same for a database in a file (GeoPackage), which is refused also where another program has
/// it open: what that has not yet put into the file would be lost, or put into another one.
void check_package_output(const std::string& path, const OutputRules& rules);

/// The same for a GeoPackage and the project beside it (.qgs).
void check_geopackage_output(const std::string& path, const OutputRules& rules);

/// Whether a file looks like a result of this program, or is empty.
bool is_result(const std::string& path);

/// Whether something is put beside an output, its style or its project: nothing is, where that is a
/// device, such as /dev/stdout.
bool has_company(const std::string& path);

/// Makes a folder and those above it where they are not there. Throws OutputError.
void make_folder(const std::string& path);

} // namespace areaclaim
