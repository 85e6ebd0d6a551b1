// SPDX-License-Identifier: MIT
#include "tools/areaclaim/outputs.hpp"

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

} // namespace

// Every format we write names the program near its beginning, but for CSV, which has its header,
// and GeoPackage, which names it as the style's: a database keeps its rows where it likes.
bool is_result(const std::string& path) {
    constexpr std::string_view kProgram = "areaclaim";
    std::array<char, 4096> text{};
    std::ifstream file(path, std::ios::binary);
    file.read(text.data(), text.size());
    const std::string_view begin(text.data(), static_cast<std::size_t>(file.gcount()));
    const bool is_database = begin.starts_with("SQLite format 3");
    std::string window(begin); // the end of one block, then the next
    while (window.find(kProgram) == std::string::npos) {
        if (!is_database || !file) {
            return begin.empty() || begin.starts_with(report::kTimelineHeader);
        }
        window.erase(0, window.size() - std::min(window.size(), kProgram.size()));
        file.read(text.data(), text.size());
        window.append(text.data(), static_cast<std::size_t>(file.gcount()));
    }
    return true;
}

bool has_company(const std::string& path) {
    std::error_code ignored;
    return !fs::exists(path, ignored) || fs::is_regular_file(path, ignored);
}

void check_output(const std::string& path, const OutputRules& rules) {
    if (path.empty()) {
        throw UsageError("an output needs a name, and it is empty");
    }
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) {
        return;
    }
    const bool is_input = std::ranges::any_of(
        rules.inputs, [&](const std::string& input) { return is_same_file(path, input); });
    if (is_input) {
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
