// SPDX-License-Identifier: MIT
#include "engine/timeline/timeline.hpp"
#include "engine/case/case_file.hpp"
#include "engine/input_error.hpp"
#include "shapes/io/atomic_file.hpp"
#include "tools/areaclaim/commands/command.hpp"
#include "tools/areaclaim/load.hpp"
#include "tools/areaclaim/measure.hpp"
#include "tools/areaclaim/options.hpp"
#include "tools/areaclaim/outputs.hpp"
#include "tools/areaclaim/period.hpp"
#include "tools/areaclaim/series_output.hpp"
#include "tools/chart/timeline_chart.hpp"
#include "tools/report/map_warning_text.hpp"
#include "tools/report/timeline.hpp"

#include <CLI/CLI.hpp>
#include <memory>

namespace areaclaim {
namespace {

constexpr const char* kStandardOutput = "-";

struct TimelineCommandOptions {
    std::vector<std::string> files;
    MapOptions maps;
    std::string within;
    bool every_file = false;
    bool weekly = false;
    bool monthly = false;
    std::string since;
    std::string until;
    std::vector<double> crossings_km2;
    std::string measure = "lost";
    std::string csv; ///< "-": standard output
    OutputName svg;
    std::string claims; ///< a case, of which the drawing shows the claims
    SeriesOutputs series;
    bool force = false;
};

// Maps without a day have no place in a timeline, as its warnings tell; none at all is no timeline.
void refuse_if_empty(const engine::Timeline& timeline) {
    std::string names;
    for (const engine::ControlBoundary& map : timeline.undated) {
        names += (names.empty() ? "" : ", ") + map.path();
    }
    if (timeline.snapshots.empty() && !names.empty()) {
        throw engine::InputError(names +
                                 ": no day is known of any of them; put it into their names, as in "
                                 "2022-09-08.geojson, or use a --profile whose date rule fits");
    }
}

/// The whole table: rows of every map, or of the last map of each week or month, and the alarms,
/// which look at every map of the period whatever the rows are and wherever they count.
void measure_rows(report::TimelineReport& result, const TimelineCommandOptions& options,
                  const Within* within) {
    engine::MeasureOptions how{result.counting, options.maps.edge_model(),
                               options.maps.thread_count(), nullptr};
    result.rows = engine::measure(result.timeline, how);
    result.alarms = engine::find_alarms(result.timeline, result.rows, result.counting,
                                        options.maps.thread_count());
    if (options.weekly || options.monthly) {
        thin_out(result.timeline, options.weekly ? Every::week : Every::month);
    }
    if (options.weekly || options.monthly || within != nullptr) {
        how.within = within != nullptr ? &within->region : nullptr;
        result.rows = engine::measure(result.timeline, how);
    }
}

/// Whether the rows are of every map, one after the other, and nobody needs regions of all of them
/// afterwards.
bool has_foreseen_rows(const TimelineCommandOptions& options) {
    return options.within.empty() && options.since.empty() && options.until.empty() &&
           !options.weekly && !options.monthly && !options.every_file &&
           !options.series.package.wanted && options.series.database.empty();
}

void add_crossings(report::TimelineReport& result, const TimelineCommandOptions& options) {
    const auto of = *engine::total_from_name(options.measure); // the option allows no other
    for (const double figure_km2 : options.crossings_km2) {
        const auto figure = shapes::Area::from_km2(figure_km2);
        const auto crossing = engine::find_crossing(result.timeline, result.rows, of, figure);
        if (crossing) {
            result.crossings.push_back(*crossing);
        } else {
            result.not_reached.push_back(figure);
        }
    }
}

/// Refuses what cannot be written before anything is read.
void check_outputs(TimelineCommandOptions& options, const Console& console,
                   const std::vector<std::string>& files) {
    if (console.json() && options.csv == kStandardOutput) {
        throw UsageError("timeline: standard output takes --json or --csv; --csv=FILE gives both");
    }
    OutputRules rules{files, options.force};
    rules.inputs.insert(rules.inputs.end(), {options.within, options.maps.profile, options.claims});
    if (!options.csv.empty() && options.csv != kStandardOutput) {
        check_output(options.csv, rules);
    }
    if (options.svg.wanted) {
        check_output(options.svg.path, rules);
    }
    check_series_outputs(options.series, rules);
}

std::vector<engine::Claim> claims_of(const TimelineCommandOptions& options) {
    return options.claims.empty()
               ? std::vector<engine::Claim>{}
               : engine::parse_case(read_text(options.claims), options.claims).claims;
}

void write_files(const report::TimelineReport& result, const std::vector<engine::Claim>& claims,
                 const TimelineCommandOptions& options, const Console& console) {
    if (!options.csv.empty() && options.csv != kStandardOutput) {
        shapes::write_file(options.csv, report::timeline_csv(result));
    }
    if (options.svg.wanted) {
        for (const engine::Claim& claim : claims) {
            if (!chart::is_on_chart(claim, result)) {
                console.note(claim.id +
                             ": is not drawn; a timeline shows claims of land lost, gained "
                             "or held as of a day that its maps reach");
            }
        }
        shapes::write_file(options.svg.path,
                           chart::timeline_svg(result, console.screen().unit, claims));
    }
    write_series(options.series, result.timeline, options.maps, options.force, console);
}

ExitCode run(TimelineCommandOptions& options, const Console& console) {
    const std::vector<std::string> files = expand(options.files, Folders::listed);
    check_outputs(options, console, files);
    const auto since = day("--since", options.since);
    const auto until = day("--until", options.until);
    if (since && until && *until < *since) {
        throw UsageError("--until: lies before --since; exchange the two");
    }
    const std::vector<engine::Claim> claims = claims_of(options);
    const std::optional<Within> within = load_within(options.within, options.maps, console);
    engine::FiguresAhead ahead(
        {options.maps.level(), options.maps.edge_model(), options.maps.thread_count(), nullptr});
    LoadedMaps loaded =
        load_maps(files, options.maps, console, has_foreseen_rows(options) ? &ahead : nullptr);
    const ExitCode done = loaded.exit_code();
    report::TimelineReport result;
    result.unread = loaded.unread;
    result.timeline = engine::build_timeline(loaded.profile.name, std::move(loaded.maps),
                                             {options.every_file, loaded.profile.parts});
    result.counting = options.maps.level();
    refuse_if_empty(result.timeline);
    keep_period(result.timeline, since, until);
    for (const engine::Snapshot& snapshot : result.timeline.snapshots) {
        console.warn(nothing_counts(snapshot.boundary, result.counting));
    }
    const report::Language& in = report::Language::of("en");
    for (const std::string& warning : report::map_warning_texts(result.timeline.warnings, in)) {
        console.warn(warning);
    }
    measure_rows(result, options, within ? &*within : nullptr);
    add_crossings(result, options);
    write_files(result, claims, options, console);
    if (options.csv == kStandardOutput) {
        console.out(report::timeline_csv(result));
        return done;
    }
    console.out(console.json() ? report::timeline_json(result)
                               : report::timeline_text(result, console.screen()));
    return done;
}

} // namespace

Run setup_timeline(CLI::App& app, CommonOptions& common) {
    auto options = std::make_shared<TimelineCommandOptions>();
    app.add_option("FILE", options->files,
                   "Map files, patterns, or a folder of them; - for standard input")
        ->required();
    add_map_options(app, options->maps);
    add_strict_option(app, options->maps);
    add_cache_option(app, options->maps);
    add_classes_option(app, options->maps);
    add_within_option(app, options->within);
    app.add_option("--since", options->since, "Leave out maps before this day")->group("Reading");
    app.add_option("--until", options->until, "Leave out maps after this day")->group("Reading");
    CLI::Option* weekly = app.add_flag("--weekly", options->weekly,
                                       "Rows of the first map and of the last one of each week "
                                       "(Monday to Sunday)")
                              ->group("Measuring");
    app.add_flag("--monthly", options->monthly, "The same by calendar month")
        ->excludes(weekly)
        ->group("Measuring");
    app.add_flag("--every-file", options->every_file,
                 "One row per file, by its own date, repeats and all")
        ->group("Measuring");
    app.add_option("--crossing", options->crossings_km2,
                   "Between which maps this figure in km² was first reached; may be repeated")
        ->allow_extra_args(false)
        ->group("Measuring");
    app.add_option("--measure", options->measure,
                   "What --crossing counts: lost, gained, net or gross (both together), summed up "
                   "from map to map, or held")
        ->check(CLI::IsMember({"lost", "gained", "net", "gross", "held"}))
        ->group("Measuring");
    app.add_flag("--csv{-}", options->csv, "CSV on standard output; --csv=FILE writes it to a file")
        ->group("Output");
    app.add_option("--svg", options->svg.path,
                   "Draw held, lost and gained so far, and the alarms, to this file")
        ->each([&svg = options->svg](const std::string&) { svg.wanted = true; })
        ->group("Output");
    app.add_option("--claims", options->claims,
                   "Draw the claims of this case file there too, each with the band of its words")
        ->type_name("CASE")
        ->needs(app.get_option("--svg"))
        ->group("Output");
    add_series_outputs(app, options->series);
    for (const char* output : {"--gpkg", "--postgis"}) { // which hold whole maps, one a day
        app.get_option(output)
            ->excludes(app.get_option("--within"))
            ->excludes(app.get_option("--every-file"));
    }
    add_force_option(app, options->force);
    add_common_options(app, common);
    add_examples(app, "  areaclaim timeline maps/\n"
                      "  areaclaim timeline --profile nzz --crossing 2000 'nzz/2022-09-*.json'\n"
                      "  areaclaim timeline --weekly --since 2022-09-01 maps/\n"
                      "  areaclaim timeline --csv maps/ > timeline.csv\n"
                      "  areaclaim timeline --svg timeline.svg --claims case.toml maps/\n"
                      "  areaclaim timeline --gpkg series.gpkg maps/ && areaclaim timeline "
                      "series.gpkg\n");
    return [options](const Console& console) { return run(*options, console); };
}

} // namespace areaclaim
