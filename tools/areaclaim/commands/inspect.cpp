// SPDX-License-Identifier: MIT
#include "engine/input_error.hpp"
#include "engine/sources/apply.hpp"
#include "engine/sources/contents.hpp"
#include "tools/areaclaim/commands/command.hpp"
#include "tools/areaclaim/load.hpp"
#include "tools/areaclaim/measure.hpp"
#include "tools/areaclaim/options.hpp"
#include "tools/report/map_warning_text.hpp"

#include <CLI/CLI.hpp>
#include <memory>

namespace areaclaim {
namespace {

struct InspectOptions {
    std::vector<std::string> files;
    MapOptions maps;
};

void add_warnings(report::Inspection& result, std::vector<engine::MapWarning> warnings) {
    for (engine::MapWarning& warning : warnings) {
        warning.paths = {result.path};
        result.warnings.push_back(report::map_warning_text(warning, report::Language::of("en")));
    }
}

// The profile's view of the file; where it finds nothing, that is one of the things to be told.
void add_maps(report::Inspection& result, const FoundFile& file, const MapOptions& options) {
    try {
        for (const engine::ControlBoundary& map :
             engine::apply(file.profile, file.contents, {options.fill_rule(), ""})) {
            result.maps.push_back(map_area(map, options));
            result.problems.insert(result.problems.end(), map.problems.begin(), map.problems.end());
            add_warnings(result, map.warnings);
        }
        result.profile = file.profile.name;
    } catch (const engine::InputError& error) {
        result.problems = file.contents.problems;
        for (const shapes::ReadWarning& said : file.contents.warnings) {
            add_warnings(result, {{.code = engine::MapWarningCode::reader_says, .reader = said}});
        }
        result.warnings.emplace_back(error.what());
    }
}

report::Inspection inspect(const std::string& path, const MapOptions& options) {
    const FoundFile file = find_file(path, options);
    report::Inspection result;
    result.path = path;
    result.format = file.contents.format;
    result.crs = file.contents.crs;
    result.features = file.contents.features.size();
    for (const shapes::Feature& feature : file.contents.features) {
        result.polygons += feature.region.polygon_count();
        result.rings += feature.region.ring_count();
        result.vertices += feature.region.edge_count();
        result.box.add(feature.region.box());
    }
    result.contents = engine::describe_contents(file.contents);
    add_maps(result, file, options);
    return result;
}

void warn_of_exchanged_axes(std::vector<report::Inspection>& files) {
    for (report::Inspection& file : files) {
        for (const report::Inspection& other : files) {
            std::string warning = exchanged_axes(file.path, file.box, other.path, other.box);
            if (!warning.empty()) {
                file.warnings.push_back(std::move(warning));
                break;
            }
        }
    }
}

ExitCode run(const InspectOptions& options, const Console& console) {
    std::vector<report::Inspection> files;
    for (const std::string& path : expand(options.files, Folders::refused)) {
        files.push_back(inspect(path, options.maps));
    }
    warn_of_exchanged_axes(files);
    console.out(console.json() ? report::inspection_json(files)
                               : report::inspection_text(files, console.screen()));
    return ExitCode::done;
}

} // namespace

Run setup_inspect(CLI::App& app, CommonOptions& common) {
    auto options = std::make_shared<InspectOptions>();
    app.add_option("FILE", options->files, "Map files or patterns")->required();
    add_map_options(app, options->maps);
    add_common_options(app, common);
    add_examples(app, "  areaclaim inspect 2022-09-08.geojson\n"
                      "  areaclaim inspect --profile isw --json layers.zip\n");
    return [options](const Console& console) { return run(*options, console); };
}

} // namespace areaclaim
