// SPDX-License-Identifier: MIT
#include "shapes/io/map_parts.hpp"

#include "shapes/io/file_text.hpp"
#include "shapes/io/read_message.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <string_view>

namespace shapes::io {
namespace {

namespace fs = std::filesystem;

std::string in_capitals(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

std::vector<std::string> endings_beside(const std::string& ending_in_capitals) {
    if (ending_in_capitals == ".SHP") {
        return {".shx", ".dbf", ".prj", ".cpg"};
    }
    if (ending_in_capitals == ".GML" || ending_in_capitals == ".XML") {
        return {".xsd", ".gfs"};
    }
    if (ending_in_capitals == ".CSV" || ending_in_capitals == ".TSV") {
        return {".csvt", ".prj"};
    }
    return {};
}

} // namespace

std::vector<std::string> parts_of_map(const std::string& path) {
    const std::string ending = in_capitals(fs::path(path).extension().string());
    std::vector<std::string> parts;
    std::error_code ignored;
    const auto add = [&](const std::string& part) {
        if (fs::exists(part, ignored)) {
            parts.push_back(part);
        }
    };
    for (const std::string& beside : endings_beside(ending)) {
        add(fs::path(path).replace_extension(beside).string());
        add(fs::path(path).replace_extension(in_capitals(beside)).string());
    }
    if (ending == ".GPKG") {
        add(path + "-wal");
    }
    return parts;
}

void check_parts_of_map(const std::string& path, std::size_t max_bytes) {
    for (const std::string& part : parts_of_map(path)) {
        if (!is_regular_file(part)) {
            cannot_read(part, "it is no file, and would be read with " + path,
                        "move it away, or put the file there");
        }
        check_size(part, max_bytes);
    }
}

} // namespace shapes::io
