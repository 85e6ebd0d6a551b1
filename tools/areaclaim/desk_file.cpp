// SPDX-License-Identifier: MIT
#include "tools/areaclaim/desk_file.hpp"

#include "engine/toml/table.hpp"
#include "shapes/io/database_address.hpp"
#include "tools/areaclaim/load.hpp"
#include "tools/areaclaim/user_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>

namespace areaclaim {
namespace {

namespace fs = std::filesystem;

constexpr const char* kBelowConfig = "areaclaim/desk.toml";

DeskSource read_source(const engine::TomlTable& table) {
    DeskSource found;
    found.source.name = table.required_text("name");
    found.source.profile = table.text("profile").value_or("");
    found.source.files = table.texts("files");
    // A draft is written of them, and shown: no password goes further than this.
    std::ranges::transform(found.source.files, found.source.files.begin(),
                           shapes::io::without_secrets);
    if (found.source.files.empty()) {
        table.fail("", "a [[source]] needs 'files': a path, a pattern, or an array of them");
    }
    found.source.layer = table.text("layer").value_or("");
    found.source.where = table.text("where").value_or("");
    if (const auto error = table.table("error")) {
        found.source.error.position_sigma_km = engine::length_km(*error, "position_sigma_km");
        found.source.error.correlation_km = engine::length_km(*error, "correlation_km");
        error->finish();
    }
    found.source.licence = table.text("licence").value_or("");
    found.source.link = table.text("link").value_or("");
    found.source.retrieved = table.day("retrieved");
    table.finish();
    return found;
}

DeskOutline read_outline(const engine::TomlTable& table) {
    DeskOutline outline{table.required_text("yardstick"), table.required_text("file")};
    table.finish();
    return outline;
}

} // namespace

Desk parse_desk(std::string_view toml, const std::string& path) {
    const engine::TomlTable table = engine::TomlTable::parse(toml, path);
    Desk desk;
    desk.path = path;
    desk.holder = table.text("holder").value_or("");
    const auto sources = table.tables("source");
    std::ranges::transform(table.tables("outline"), std::back_inserter(desk.outlines),
                           read_outline);
    table.finish();
    if (sources.empty()) {
        table.fail("", "a desk needs at least one [[source]] with 'name' and 'files'");
    }
    std::set<std::string> names;
    for (const engine::TomlTable& source : sources) {
        desk.sources.push_back(read_source(source));
        if (!names.insert(desk.sources.back().source.name).second) {
            source.fail("name", "there is another source of this name");
        }
    }
    return desk;
}

std::string default_desk_path() {
    const std::string config = user_folder("XDG_CONFIG_HOME", ".config");
    return config.empty() ? "" : (fs::path(config) / kBelowConfig).string();
}

std::optional<Desk> find_desk(const std::string& path) {
    if (!path.empty()) {
        return parse_desk(read_text(path), path);
    }
    const std::string usual = default_desk_path();
    std::error_code ignored;
    if (usual.empty() || !fs::exists(usual, ignored)) {
        return std::nullopt;
    }
    return parse_desk(read_text(usual), usual);
}

} // namespace areaclaim
