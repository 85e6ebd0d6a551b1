// SPDX-License-Identifier: MIT
#include "tools/areaclaim/series_output.hpp"

#include "shapes/change/change_area.hpp"
#include "shapes/io/database_address.hpp"
#include "shapes/io/table_store.hpp"
#include "tools/areaclaim/exit_code.hpp"
#include "tools/areaclaim/map_reader.hpp"
#include "tools/areaclaim/progress.hpp"
#include "tools/report/series_tables.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>
#include <vector>

namespace areaclaim {
namespace {

namespace fs = std::filesystem;
using engine::ControlBoundary;
using engine::Date;
using StoredMaps = std::map<Date, ControlBoundary>;

bool is_something(const std::string& path) {
    std::error_code ignored;
    return fs::is_regular_file(path, ignored) && fs::file_size(path, ignored) > 0;
}

/// The maps that stand in the tables at `place`.
StoredMaps stored_maps(const std::string& place, const MapOptions& options) {
    MapOptions how;
    how.profile = "areaclaim";
    how.layer = report::kSnapshotTable;
    how.max_bytes = options.max_bytes;
    StoredMaps stored;
    for (ControlBoundary& map : read_maps(place, how, Nothing::allowed).maps) {
        if (const auto day = map.date()) {
            stored.emplace(*day, std::move(map));
        }
    }
    return stored;
}

/// Whether two maps hold the same, however their polygons stand in their files.
bool hold_the_same(const ControlBoundary& a, const ControlBoundary& b) {
    constexpr double kSameKm2 = 1e-6; // a square metre; maps are not drawn as finely
    return std::ranges::all_of(engine::kControlClasses, [&](engine::ControlClass c) {
        if (c != engine::ControlClass::confirmed && !a.has(c) && !b.has(c)) {
            return true; // both hold what they hold at the level below
        }
        const auto change = shapes::change_area(a.held_at(c), b.held_at(c));
        return (change.lost + change.gained).km2() <= kSameKm2;
    });
}

/// The maps of the timeline among those that are stored, by date.
std::vector<report::SeriesMap> merged(const engine::Timeline& timeline, const StoredMaps& stored,
                                      const std::string& place, const Console& console) {
    std::vector<report::SeriesMap> maps;
    for (const auto& [day, boundary] : stored) {
        maps.push_back({day, &boundary, "", true});
    }
    for (const engine::Snapshot& snapshot : timeline.snapshots) {
        const auto there = stored.find(snapshot.date);
        if (there == stored.end()) {
            maps.push_back({snapshot.date, &snapshot.boundary, timeline.source, false});
        } else if (!hold_the_same(there->second, snapshot.boundary)) {
            console.warn(place + ": has another map of " + snapshot.date.iso() + ", which stays; " +
                         snapshot.boundary.path() + " is not added");
        }
    }
    std::ranges::stable_sort(maps, {}, &report::SeriesMap::date);
    return maps;
}

void write_to(const std::string& place, bool anew, const engine::Timeline& timeline,
              const MapOptions& options, const Console& console) {
    const bool has_maps = !anew && shapes::io::has_table(place, report::kSnapshotTable);
    if (!has_maps && !anew && is_something(place)) {
        throw OutputError(place + ": holds no series of maps to add to; name another file, or say "
                                  "--force to write it anew");
    }
    std::vector<engine::RegionsOnDemand> regions;
    for (const engine::Snapshot& snapshot : timeline.snapshots) {
        regions.push_back(snapshot.boundary.regions);
    }
    bring(regions, options.thread_count());
    const StoredMaps stored = has_maps ? stored_maps(place, options) : StoredMaps();
    const std::vector<report::SeriesMap> maps = merged(timeline, stored, place, console);
    const std::size_t added = maps.size() - stored.size();
    if (added > 0) {
        Progress progress(console, "storing", maps.size());
        shapes::io::TablesToFill tables =
            report::series_tables(maps, options.edge_model(), [&] { progress.step(); });
        tables.target = place;
        shapes::io::store_tables(std::move(tables), anew);
    }
    console.note(place + ": " + std::to_string(added) + " map(s) added, " +
                 std::to_string(stored.size()) + " were there");
}

} // namespace

void add_series_outputs(CLI::App& app, SeriesOutputs& outputs) {
    app.add_option("--gpkg", outputs.package.path,
                   "Store the maps and their changes in this GeoPackage, as dated layers with QGIS "
                   "styles; where it has some already, add those of other days")
        ->each([&outputs](const std::string&) { outputs.package.wanted = true; })
        ->group("Output");
    app.add_option("--postgis", outputs.database,
                   "The same in a PostGIS database (PG:…), in the tables areaclaim_snapshots, "
                   "areaclaim_changes and layer_styles")
        ->type_name("PG:ADDRESS")
        ->group("Output");
}

void check_series_outputs(SeriesOutputs& outputs, const OutputRules& rules) {
    if (outputs.package.wanted) {
        check_package_output(outputs.package.path, rules);
    }
    if (outputs.database.empty()) {
        return;
    }
    if (!shapes::io::is_database_address(outputs.database)) {
        throw UsageError("--postgis: takes the address of a database, such as PG:dbname=maps");
    }
    outputs.database = shapes::io::without_secrets(outputs.database);
    if (std::ranges::find(rules.inputs, outputs.database) != rules.inputs.end()) {
        throw OutputError(outputs.database + ": is an input of this run and is not written to");
    }
}

void write_series(const SeriesOutputs& outputs, const engine::Timeline& timeline,
                  const MapOptions& options, bool force, const Console& console) {
    if (outputs.package.wanted) {
        const std::string& path = outputs.package.path;
        write_to(path, force || !is_something(path), timeline, options, console);
    }
    if (!outputs.database.empty()) {
        write_to(outputs.database, false, timeline, options, console);
    }
}

} // namespace areaclaim
