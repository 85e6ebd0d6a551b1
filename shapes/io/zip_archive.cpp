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
#include <fstream>
#include <ios>
#include <string>
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

[[noreturn]] void fail_as_crowded(const std::string& path) {
    cannot_read(path, "it holds more than " + std::to_string(kMostZipMembers) + " files",
                "unpack it, and name the maps in it");
}

/// Refuses an archive by what its last record says of the number of its members
/// (APPNOTE.TXT 6.3.10, 4.3.16): GDAL takes a minute to list a hundred thousand. What it says too
/// little is seen later.
void refuse_crowded(const std::string& path) {
    constexpr std::streamoff kRecordBytes = 22;
    constexpr std::streamoff kLongestComment = 0xFFFF;
    constexpr std::size_t kCountAt = 10; // within the record; 16 bits, little-endian
    std::ifstream file(path, std::ios::binary);
    file.seekg(0, std::ios::end);
    const std::streamoff size = file.tellg();
    if (size < kRecordBytes) {
        return; // no archive, or none that can be opened; listing it says so
    }
    const std::streamoff looked_at = std::min(size, kRecordBytes + kLongestComment);
    std::string end(static_cast<std::size_t>(looked_at), '\0');
    file.seekg(size - looked_at);
    file.read(end.data(), looked_at);
    const std::size_t record = end.rfind("PK\5\6");
    if (record == std::string::npos || end.size() - record < kRecordBytes) {
        return;
    }
    const auto byte = [&](std::size_t at) {
        return std::size_t{static_cast<unsigned char>(end[record + kCountAt + at])};
    };
    if ((byte(1) << 8U | byte(0)) > kMostZipMembers) { // 65,535 stands for more
        fail_as_crowded(path);
    }
}

std::vector<PackedFile> members_of(const std::string& path, const std::string& root) {
    refuse_crowded(path);
    return gdal_module().zip_members(root);
}

void check_budget(const std::string& path, const std::vector<PackedFile>& members,
                  std::size_t max_bytes) {
    if (members.size() > kMostZipMembers) {
        fail_as_crowded(path);
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
    check_budget(path, members_of(path, root_of(path)), max_bytes);
}

std::vector<ZipMember> maps_in_zip(const std::string& path, const std::string& layer,
                                   std::size_t max_bytes) {
    const std::string root = root_of(path);
    const std::vector<PackedFile> members = members_of(path, root);
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
