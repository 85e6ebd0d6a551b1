// SPDX-License-Identifier: MIT
#include "tools/areaclaim/outputs.hpp"

#include "shapes/io/database_address.hpp"
#include "shapes/io/map_parts.hpp"
#include "tools/areaclaim/exit_code.hpp"
#include "tools/report/timeline.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string_view>

namespace areaclaim {
namespace {

namespace fs = std::filesystem;

bool is_same_file(const fs::path& a, const fs::path& b) {
    std::error_code ignored;
    return fs::equivalent(a, b, ignored);
}

/// By its own name, or as a part of a map: the .dbf of a Shapefile is as much of it as the .shp.
bool is_input(const std::string& path, const std::vector<std::string>& inputs) {
    return std::ranges::any_of(inputs, [&](const std::string& input) {
        const std::vector<std::string> parts = shapes::io::parts_of_map(input);
        return is_same_file(path, input) ||
               std::ranges::any_of(
                   parts, [&](const std::string& part) { return is_same_file(path, part); });
    });
}

/// What JSON, GeoJSON, pages, styles, drawings, projects and evidence are marked with.
bool is_marked(std::string_view text) {
    constexpr std::array<std::string_view, 5> kMarks{
        R"("generator": "areaclaim")", R"("generator":"areaclaim")",
        R"(name="generator" content="areaclaim")", "by areaclaim -->", "urn:areaclaim:terms"};
    return std::ranges::any_of(
        kMarks, [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

constexpr std::size_t kLongestMark = 64;

} // namespace

// Every format we write says near its beginning who made it, but for CSV, which has its header, and
// GeoPackage, which says so in the style: a database keeps its rows where it likes. A text that
// only speaks of the program is nobody's result.
bool is_result(const std::string& path) {
    std::array<char, 4096> text{};
    std::ifstream file(path, std::ios::binary);
    file.read(text.data(), text.size());
    const std::string_view begin(text.data(), static_cast<std::size_t>(file.gcount()));
    const bool is_database = begin.starts_with("SQLite format 3");
    std::string window(begin); // the end of one block, then the next
    while (!is_marked(window)) {
        if (!is_database || !file) {
            return begin.empty() || begin.starts_with(report::kTimelineHeader);
        }
        window.erase(0, window.size() - std::min(window.size(), kLongestMark));
        file.read(text.data(), text.size());
        window.append(text.data(), static_cast<std::size_t>(file.gcount()));
    }
    return true;
}

bool has_company(const std::string& path) {
    std::error_code ignored;
    return !fs::exists(path, ignored) || fs::is_regular_file(path, ignored);
}

void check_output_name(const std::string& path) {
    if (path.empty()) {
        throw UsageError("an output needs a name, and it is empty");
    }
    if (shapes::io::is_database_address(path) || path.find("://") != std::string::npos) {
        throw UsageError(path + ": results are written to files and folders; name one");
    }
}

void check_output(const std::string& path, const OutputRules& rules) {
    check_output_name(path);
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) {
        return;
    }
    if (is_input(path, rules.inputs)) {
        throw OutputError(path + ": is an input of this run and is not written over; name another "
                                 "file");
    }
    if (!rules.force && !is_result(path)) {
        throw OutputError(path + ": holds something that areaclaim did not write; name another "
                                 "file, or say --force");
    }
}

void check_change_map_output(const std::string& path, const OutputRules& rules) {
    if (fs::path(path).extension() == ".qml") {
        throw UsageError(path + ": the style of a map is written to a file of this ending beside "
                                "it; name the map .geojson");
    }
    check_output(path, rules);
    if (has_company(path)) {
        check_output(fs::path(path).replace_extension(".qml").string(), rules);
    }
}

void check_geopackage_output(const std::string& path, const OutputRules& rules) {
    if (fs::path(path).extension() == ".qgs") {
        throw UsageError(path + ": a QGIS project is written to a file of this ending beside it; "
                                "name the GeoPackage .gpkg");
    }
    check_package_output(path, rules);
    if (has_company(path)) {
        check_output(fs::path(path).replace_extension(".qgs").string(), rules);
    }
}

void check_package_output(const std::string& path, const OutputRules& rules) {
    check_output(path, rules);
    std::error_code ignored;
    for (const char* ending : {"-wal", "-journal"}) {
        if (fs::exists(path + ending, ignored)) {
            throw OutputError(path + ": is open in another program (" + path + ending +
                              " is there); close it there, and run areaclaim again");
        }
    }
}

void make_folder(const std::string& path) {
    std::error_code error;
    fs::create_directories(path, error);
    if (error) {
        throw OutputError(path + ": the folder cannot be made: " + error.message());
    }
}

} // namespace areaclaim
