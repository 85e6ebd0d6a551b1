// SPDX-License-Identifier: MIT
// Which files are meant, and their plain contents.
#include "engine/input_error.hpp"
#include "engine/sources/name_pattern.hpp"
#include "shapes/io/database_address.hpp"
#include "shapes/io/file_text.hpp"
#include "shapes/io/map_parts.hpp"
#include "shapes/io/read.hpp"
#include "tools/areaclaim/digest.hpp"
#include "tools/areaclaim/load.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <string_view>

namespace areaclaim {
namespace {

namespace fs = std::filesystem;
using engine::InputError;

constexpr std::array<std::string_view, 16> kMapEndings{
    ".json", ".geojson", ".topojson", ".shp", ".zip", ".shz",      ".gpkg", ".kml",
    ".kmz",  ".fgb",     ".gml",      ".gz",  ".xml", ".esrijson", ".tar",  ".tgz"};

bool has_map_ending(const std::string& name) {
    std::string lower = name;
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return std::any_of(kMapEndings.begin(), kMapEndings.end(), [&](std::string_view ending) {
        return std::string_view(lower).ends_with(ending);
    });
}

std::vector<std::string> maps_in_folder(const std::string& folder) {
    std::vector<std::string> result;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const std::string name = it->path().filename().string();
        std::error_code ignored;
        if (!name.starts_with('.') && has_map_ending(name) && it->is_regular_file(ignored)) {
            result.push_back(it->path().string());
        }
    }
    if (error) {
        throw InputError(folder + ": the folder cannot be listed: " + error.message());
    }
    if (result.empty()) {
        throw InputError(folder +
                         ": no map files in this folder; name the files or a pattern, such "
                         "as '" +
                         folder + "/*.csv'");
    }
    std::sort(result.begin(), result.end());
    return result;
}

// The entries of a folder whose names match, by name.
std::vector<fs::path> matching_entries(const fs::path& folder, const std::string& pattern) {
    std::vector<std::string> names;
    std::error_code error;
    const fs::path listed = folder.empty() ? fs::path(".") : folder;
    for (fs::directory_iterator it(listed, error), end; !error && it != end; it.increment(error)) {
        const std::string name = it->path().filename().string();
        if (engine::matches_file_pattern(pattern, name)) {
            names.push_back(name);
        }
    }
    std::ranges::sort(names);
    std::vector<fs::path> found;
    std::ranges::transform(names, std::back_inserter(found),
                           [&](const std::string& name) { return folder / name; });
    return found;
}

bool has_wildcard(const std::string& text) {
    return text.find_first_of("*?[") != std::string::npos;
}

// The files that a pattern stands for, component by component.
std::vector<std::string> matches(const std::string& pattern) {
    std::vector<fs::path> found{fs::path()};
    for (const fs::path& component : fs::path(pattern)) {
        std::vector<fs::path> next;
        for (const fs::path& folder : found) {
            if (has_wildcard(component.string())) {
                std::ranges::move(matching_entries(folder, component.string()),
                                  std::back_inserter(next));
            } else {
                next.push_back(folder / component);
            }
        }
        found = std::move(next);
    }
    std::vector<std::string> result;
    for (const fs::path& path : found) {
        std::error_code ignored;
        if (fs::exists(path, ignored)) {
            result.push_back(path.string());
        }
    }
    if (result.empty()) {
        throw InputError(pattern + ": no file matches this pattern");
    }
    return result;
}

// Standard input is the caller's own; what comes without end has one here.
std::string standard_input() {
    constexpr std::size_t kChunk = std::size_t{1} << 16;
    std::string text;
    std::array<char, kChunk> chunk;
    while (std::cin.read(chunk.data(), chunk.size()) || std::cin.gcount() > 0) {
        text.append(chunk.data(), static_cast<std::size_t>(std::cin.gcount()));
        if (text.size() > shapes::kDefaultMaxBytes) {
            throw InputError("standard input: is larger than 4 GB; give less");
        }
    }
    return text;
}

} // namespace

std::vector<std::string> expand(const std::vector<std::string>& paths, Folders folders) {
    std::vector<std::string> result;
    const auto append = [&](std::vector<std::string> more) {
        result.insert(result.end(), std::make_move_iterator(more.begin()),
                      std::make_move_iterator(more.end()));
    };
    for (const std::string& path : paths) {
        std::error_code ignored;
        const bool database = shapes::io::is_database_address(path);
        if (!database && fs::is_directory(path, ignored)) {
            if (folders == Folders::refused) {
                throw InputError(path + ": is a folder; name the map files in it (areaclaim "
                                        "timeline takes a folder)");
            }
            append(maps_in_folder(path));
        } else if (!database && !fs::exists(path, ignored) && has_wildcard(path)) {
            append(matches(path));
        } else {
            result.push_back(
                shapes::io::without_secrets(path)); // what is not there is the reader's to report
        }
    }
    return result;
}

engine::InputFile input_record(const std::string& path) {
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) {
        return {path, "", 0}; // a database has no bytes of its own
    }
    return {path, sha256_of_file(path), static_cast<std::size_t>(fs::file_size(path, ignored))};
}

std::vector<engine::InputFile> input_records(const std::string& path) {
    std::vector<engine::InputFile> records{input_record(path)};
    for (const std::string& part : shapes::io::parts_of_map(path)) {
        std::error_code ignored;
        if (fs::is_regular_file(part, ignored)) {
            records.push_back(input_record(part));
        }
    }
    return records;
}

engine::InputFile input_record(const std::string& path, std::string_view text) {
    return {path, sha256(text), text.size()};
}

std::string read_text(const std::string& path) {
    if (path == "-") {
        return standard_input();
    }
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) {
        throw InputError(path + ": is a folder, and a text file is due");
    }
    return std::string(shapes::io::file_text(path, shapes::kDefaultMaxBytes).view());
}

} // namespace areaclaim
