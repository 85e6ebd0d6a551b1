// SPDX-License-Identifier: MIT
#include "tools/areaclaim/commands/command.hpp"
#include "tools/areaclaim/load.hpp"
#include "tools/areaclaim/measure.hpp"
#include "tools/areaclaim/options.hpp"

#include <CLI/CLI.hpp>
#include <memory>

namespace areaclaim {
namespace {

struct AreaOptions {
    std::vector<std::string> files;
    MapOptions maps;
    std::string within;
};

ExitCode run(const AreaOptions& options, const Console& console) {
    std::vector<report::MapArea> areas;
    const std::vector<std::string> files = expand(options.files, Folders::refused);
    const std::optional<Within> within = load_within(options.within, options.maps, console);
    const LoadedMaps loaded = load_maps(files, options.maps, console);
    const engine::RegionOfInterest place(within ? &within->region : nullptr);
    for (const engine::ControlBoundary& map : loaded.maps) {
        console.warn(nothing_counts(map, options.maps.level()));
        areas.push_back(map_area(map, options.maps, place));
    }
    console.out(console.json() ? report::area_json(areas, loaded.unread)
                               : report::area_text(areas, console.screen()));
    return loaded.exit_code();
}

} // namespace

Run setup_area(CLI::App& app, CommonOptions& common) {
    auto options = std::make_shared<AreaOptions>();
    app.add_option("FILE", options->files, "Map files or patterns; - for standard input")
        ->required();
    add_map_options(app, options->maps);
    add_strict_option(app, options->maps);
    add_cache_option(app, options->maps);
    add_classes_option(app, options->maps);
    add_within_option(app, options->within);
    add_common_options(app, common);
    add_examples(app, "  areaclaim area 2022-09-08.geojson\n"
                      "  areaclaim area --profile nzz --json nzz/2022-09-*.json\n");
    return [options](const Console& console) { return run(*options, console); };
}

} // namespace areaclaim
