// SPDX-License-Identifier: MIT
#include "tests/layers/layers.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace layers {
namespace {

/// Foreign headers, by how their names begin, and the only rooms that may see them.
struct Foreign {
    std::string_view prefix;
    std::vector<std::string_view> rooms;
};
const std::vector<Foreign>& foreign() {
    static const std::vector<Foreign> rules{
        {"proj", {"shapes/projection/"}},
        {"geodesic.h", {"shapes/projection/"}},
        {"geos", {"shapes/geos/"}},
        {"gdal", {"shapes/io/"}},
        {"ogr", {"shapes/io/"}},
        {"cpl_", {"shapes/io/"}},
        {"sqlite3", {"shapes/io/"}},
        {"simdjson", {"shapes/io/"}},
        {"Eigen/", {"engine/uncertainty/"}},
        {"toml++/", {"engine/toml/", "engine/claims/", "engine/yardsticks/"}},
        {"nlohmann/", {"tools/"}},
        {"CLI/", {"tools/"}},
    };
    return rules;
}

/// Headers that would let the engine touch files, the clock or the terminal.
constexpr std::array<std::string_view, 4> kImpure{"fstream", "iostream", "filesystem", "ctime"};

struct Include {
    std::string_view name;
    bool quoted;
};

std::optional<Include> parse_include(std::string_view line) {
    const std::size_t hash = line.find_first_not_of(" \t");
    if (hash == std::string_view::npos || line[hash] != '#') {
        return std::nullopt;
    }
    const std::size_t word = line.find("include", hash);
    const std::size_t open = line.find_first_of("\"<", hash);
    if (word == std::string_view::npos || open == std::string_view::npos || word > open) {
        return std::nullopt;
    }
    const std::size_t close = line.find_first_of("\">", open + 1);
    if (close == std::string_view::npos) {
        return std::nullopt;
    }
    return Include{line.substr(open + 1, close - open - 1), line[open] == '"'};
}

std::optional<std::string> breach(std::string_view path, Include include, Rooms& rooms) {
    if (const auto to = rooms.room_of(include.name)) {
        const auto from = rooms.room_of(path);
        if (!from) {
            return "is included from a file that is in no room of tests/layers/rooms.txt";
        }
        if (!rooms.allows(*from, *to) && !rooms.knows_circle(*from, *to)) {
            return "points up, from " + rooms.name(*from) + " to " + rooms.name(*to);
        }
        return std::nullopt;
    }
    if (include.quoted) {
        return "is not included from the root of the repository";
    }
    for (const Foreign& rule : foreign()) {
        if (!include.name.starts_with(rule.prefix)) {
            continue;
        }
        const bool allowed = std::any_of(rule.rooms.begin(), rule.rooms.end(),
                                         [&](std::string_view r) { return path.starts_with(r); });
        if (!allowed) {
            return "is a foreign header outside its room";
        }
    }
    if (path.starts_with("engine/") &&
        std::find(kImpure.begin(), kImpure.end(), include.name) != kImpure.end()) {
        return "lets the engine touch files, the clock or the terminal";
    }
    return std::nullopt;
}

} // namespace

std::vector<std::string> breaches(std::string_view path, std::string_view content, Rooms& rooms) {
    std::vector<std::string> found;
    std::size_t line_number = 0;
    while (!content.empty()) {
        const std::size_t end = std::min(content.find('\n'), content.size());
        const std::string_view line = content.substr(0, end);
        content.remove_prefix(std::min(end + 1, content.size()));
        ++line_number;
        if (const auto include = parse_include(line)) {
            if (const auto why = breach(path, *include, rooms)) {
                found.push_back(std::string(path) + ":" + std::to_string(line_number) + ": " +
                                std::string(include->name) + " " + *why);
            }
        }
    }
    return found;
}

} // namespace layers
