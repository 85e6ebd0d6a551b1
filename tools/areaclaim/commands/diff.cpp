// SPDX-License-Identifier: MIT
#include "shapes/change/change_regions.hpp"
#include "tools/areaclaim/commands/command.hpp"
#include "tools/areaclaim/load.hpp"
#include "tools/areaclaim/map_output.hpp"
#include "tools/areaclaim/measure.hpp"
#include "tools/areaclaim/options.hpp"
#include "tools/areaclaim/outputs.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

namespace areaclaim {
namespace {

struct DiffOptions {
    std::string before;
    std::string after;
    MapOptions maps;
    std::string within;
    bool check = false;
    bool area_only = false;
    std::string geojson;
    bool wants_geojson = false;
    bool force = false;
};

// The pieces between two maps; lost, gained and unchanged tile all that is held on either date.
report::ChangeMap pieces(const engine::ControlBoundary& before,
                         const engine::ControlBoundary& after, const Within* within,
                         const DiffOptions& options) {
    const auto level = options.maps.level();
    const shapes::ValidRegion b = counted(before, level, within);
    const shapes::ValidRegion a = counted(after, level, within);
    const shapes::ChangeRegions change = shapes::change_regions(b, a);
    report::ChangeMap map;
    map.name = std::filesystem::path(options.geojson).stem().string();
    map.edges = options.maps.edge_model();
    const auto add = [&](const char* kind, const shapes::ValidRegion& region) {
        map.layers.push_back({kind, region, before.date(), after.date(), after.source});
    };
    add("unchanged", shapes::intersection(b, a));
    add("lost", change.lost);
    add("gained", change.gained);
    return map;
}

ExitCode run(const DiffOptions& options, const Console& console) {
    if (options.wants_geojson) {
        check_change_map_output(
            options.geojson,
            {{options.before, options.after, options.within, options.maps.profile}, options.force});
    }
    const LoadedMaps loaded = load_two_maps(options.before, options.after, options.maps, console);
    const engine::ControlBoundary& before = loaded.maps[0];
    const engine::ControlBoundary& after = loaded.maps[1];
    const auto level = options.maps.level();
    const std::string exchanged =
        exchanged_axes(after.path(), after.held_at(level).region().box(), before.path(),
                       before.held_at(level).region().box());
    console.warn(exchanged);
    console.warn(nothing_counts(before, level));
    console.warn(nothing_counts(after, level));
    const std::optional<Within> region = load_within(options.within, options.maps, console);
    const Within* within = region ? &*region : nullptr;
    const CheckedDifference checked = compare(before, after, options.maps, options.check, within);
    if (options.wants_geojson) {
        write_change_map(options.geojson, pieces(before, after, within, options),
                         report::Coordinates::all_digits);
    }
    console.out(console.json() ? report::difference_json(checked.difference)
                               : report::difference_text(checked.difference, console.screen()));
    if (!checked.failure.empty()) {
        console.error("self-check failed: " + checked.failure);
        return ExitCode::self_check;
    }
    return ExitCode::done;
}

} // namespace

Run setup_diff(CLI::App& app, CommonOptions& common) {
    auto options = std::make_shared<DiffOptions>();
    app.add_option("BEFORE", options->before, "The earlier map; - for standard input")->required();
    app.add_option("AFTER", options->after, "The later map; - for standard input")->required();
    add_map_options(app, options->maps);
    add_classes_option(app, options->maps);
    add_within_option(app, options->within);
    add_check_option(app, options->check);
    CLI::Option* area_only =
        app.add_flag("--area-only", options->area_only, "Areas only; no regions are built")
            ->group("Measuring");
    CLI::Option* geojson = app.add_option("--geojson", options->geojson,
                                          "Write the pieces (lost, gained, unchanged) to this "
                                          "file, and a QGIS style beside it")
                               ->excludes(area_only)
                               ->group("Output");
    add_force_option(app, options->force);
    add_common_options(app, common);
    add_examples(app,
                 "  areaclaim diff 2022-09-08.geojson 2022-09-11.geojson\n"
                 "  areaclaim diff --profile nzz --check --json 2022-09-08.json 2022-09-11.json\n"
                 "  areaclaim diff before.kmz after.kmz --geojson changes.geojson\n");
    return [options, geojson](const Console& console) {
        options->wants_geojson = geojson->count() > 0; // an empty name is refused, not ignored
        return run(*options, console);
    };
}

} // namespace areaclaim
