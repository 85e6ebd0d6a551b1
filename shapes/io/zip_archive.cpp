// SPDX-License-Identifier: MIT
#include "shapes/io/zip_archive.hpp"

#include "shapes/io/budget.hpp"
#include "shapes/io/gdal_module.hpp"
#include "shapes/io/read.hpp"
#include "shapes/io/read_message.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <string_view>

namespace shapes::io {
namespace {

namespace fs = std::filesystem;

bool has_balanced_braces(std::string_view text) {
    int depth = 0;
    for (const char c : text) {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (depth < 0) {
            return false;
        }
    }
    return depth == 0;
}

/// GDAL's name for the root of an archive. In braces any ending will do, but then those of the path
/// have to pair up; without braces the path has to end in .zip.
std::string root_of(const std::string& path) {
    const std::string absolute = fs::absolute(path).string();
    if (has_balanced_braces(absolute)) {
        return "/vsizip/{" + absolute + "}";
    }
    if (!absolute.ends_with(".zip")) {
        cannot_read(path, "a brace in its path hides the archive",
                    "rename it, or let its name end in .zip");
    }
    return "/vsizip/" + absolute;
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool is_map(const fs::path& member) {
    constexpr std::array<std::string_view, 10> kMaps{
        ".geojson", ".json", ".topojson", ".shp", ".gpkg", ".kml", ".kmz", ".fgb", ".gml", ".csv"};
    return std::ranges::find(kMaps, lower(member.extension().string())) != kMaps.end();
}

void check_budget(const std::string& path, const std::vector<PackedFile>& members,
                  std::size_t max_bytes) {
    if (members.size() > kMostZipMembers) {
        cannot_read(path, "it holds more than " + std::to_string(kMostZipMembers) + " files",
                    "unpack it, and name the maps in it");
    }
    std::size_t unpacked = 0;
    for (const PackedFile& member : members) {
        unpacked += std::min(member.bytes, max_bytes);
    }
    const UnpackBudget budget = budget_of(path, max_bytes);
    if (unpacked > most_unpacked(budget)) {
        fail_beyond(path, budget);
    }
}

} // namespace

bool is_hidden_member(const std::string& path) {
    const fs::path member(path);
    return std::ranges::any_of(member, [](const fs::path& part) {
        const std::string name = part.string();
        return name == "__MACOSX" || (name.size() > 1 && name != ".." && name.starts_with('.'));
    });
}

void check_zip_budget(const std::string& path, std::size_t max_bytes) {
    check_budget(path, gdal_module().zip_members(root_of(path)), max_bytes);
}

std::vector<ZipMember> maps_in_zip(const std::string& path, const std::string& layer,
                                   std::size_t max_bytes) {
    const std::string root = root_of(path);
    const std::vector<PackedFile> members = gdal_module().zip_members(root);
    check_budget(path, members, max_bytes);
    std::vector<ZipMember> maps;
    bool is_named = false;
    for (const PackedFile& member : members) {
        const fs::path name(member.path);
        if (is_named || is_hidden_member(member.path) || !is_map(name)) {
            continue;
        }
        is_named = !layer.empty() && name.stem() == layer;
        if (is_named) {
            maps.clear();
        }
        maps.push_back({member.path, root + "/" + member.path});
    }
    if (maps.empty()) {
        cannot_read(path, "the archive cannot be opened or holds no map",
                    "maps in it are told by their ending, e.g. .shp or .geojson");
    }
    return maps;
}

} // namespace shapes::io
