// SPDX-License-Identifier: MIT
#include "tools/areaclaim/commands/verify.hpp"
#include "engine/verify.hpp"
#include "tools/areaclaim/commands/command.hpp"
#include "tools/areaclaim/evidence_folder.hpp"
#include "tools/areaclaim/load.hpp"
#include "tools/areaclaim/options.hpp"
#include "tools/areaclaim/progress.hpp"
#include "tools/areaclaim/yardstick_outlines.hpp"
#include "tools/areaclaim/yardstick_shores.hpp"
#include "tools/report/map_warning_text.hpp"
#include "tools/report/reason_text.hpp"
#include "tools/report/scale.hpp"
#include "tools/report/verification.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <optional>

namespace areaclaim {
namespace {

// Either a case file, or two maps and a claim; the case says for itself what the flags would say.
void check_usage(const VerifyCommandOptions& options) {
    const engine::PairCase& pair = options.pair;
    const bool has_pair = !pair.before.empty() || !pair.after.empty() || !pair.claims.empty();
    if (options.case_file.empty()) {
        if (pair.before.empty() || pair.after.empty() || pair.claims.empty()) {
            throw UsageError(
                "verify: give a case file, or --before FILE --after FILE --claim TEXT");
        }
        return;
    }
    const bool has_flags = has_pair || !options.stated.empty() || !options.since.empty() ||
                           !options.published.empty() || !options.measure.empty() ||
                           !pair.lang.empty() || !pair.holder.empty() || !pair.within.empty() ||
                           !pair.outline.empty() || !options.maps.profile.empty() ||
                           !options.maps.layer.empty() || !options.maps.where.empty();
    if (has_flags) {
        throw UsageError(
            "verify: a case file names its maps and claims itself; leave out --before, "
            "--after, --claim and what goes with them, or the case file");
    }
}

// What is told of the files is told in the language of the report.
MapOptions in_report_language(const VerifyCommandOptions& options) {
    MapOptions maps = options.maps;
    maps.language = options.reasons_lang;
    return maps;
}

engine::VerifyInputs load(const VerifyCommandOptions& options, const Console& console) {
    MapOptions maps = in_report_language(options);
    maps.record_files = true;
    if (!options.case_file.empty()) {
        return load_case(options.case_file, maps, options.rights, console);
    }
    engine::PairCase pair = options.pair;
    pair.stated = day("--stated", options.stated);
    pair.since = day("--since", options.since);
    const auto published = day("--published", options.published);
    if (!pair.stated) {
        pair.stated = published; // said no later than published
    }
    pair.lang = language(pair.lang);
    pair.measure = engine::measure_from_name(options.measure);
    return load_pair(pair, maps, console);
}

ExitCode exit_code(const engine::Verification& verification,
                   const std::vector<std::string>& fail_on) {
    if (!verification.self_check.ok) {
        return ExitCode::self_check;
    }
    const bool failed =
        std::any_of(verification.claims.begin(), verification.claims.end(), [&](const auto& claim) {
            return std::find(fail_on.begin(), fail_on.end(), engine::name(claim.verdict)) !=
                   fail_on.end();
        });
    return failed ? ExitCode::verdict : ExitCode::done;
}

// What else decides the result, for whoever computes it again.
void record_options(engine::Provenance& provenance, const VerifyCommandOptions& options) {
    provenance.options["error_model"] = options.error_model;
    if (options.maps.sigma_km > 0.0) {
        provenance.options["sigma_km"] = std::to_string(options.maps.sigma_km);
    }
    provenance.options["reasons_lang"] = options.reasons_lang;
    if (options.simulate > 0) {
        provenance.options["simulate"] = std::to_string(options.simulate);
        provenance.options["seed"] = std::to_string(options.seed);
    }
    if (!options.scale.empty()) {
        provenance.options["scale"] = options.scale;
        provenance.files.push_back(input_record(options.scale));
    }
}

void add_pair_options(CLI::App& app, VerifyCommandOptions& options) {
    const char* group = "Instead of a case file";
    engine::PairCase& pair = options.pair;
    app.add_option("--before", pair.before, "The map of the start")->group(group);
    app.add_option("--after", pair.after, "The map of the end")->group(group);
    app.add_option("--claim", pair.claims, "A claim's words, such as \"2,000 km²\"; repeatable")
        ->allow_extra_args(false)
        ->group(group);
    app.add_option("--stated", options.stated, "Day the claim was made (default: of the map after)")
        ->group(group);
    app.add_option("--since", options.since,
                   "Day the claim counts from (default: of the map before)")
        ->group(group);
    app.add_option("--measure", options.measure,
                   "What it speaks of: lost, gained, net or held (default: as its words say)")
        ->check(CLI::IsMember({"lost", "gained", "net", "held"}))
        ->group(group);
    app.add_option("--lang", pair.lang, "Its language, such as en or da (default: detected)")
        ->group(group);
    app.add_option("--published", options.published,
                   "Day of publication, where --stated is not known")
        ->group(group);
    app.add_option("--holder", pair.holder, "Whose territory the maps show")->group(group);
    app.add_option("--within", pair.within, "Count only what lies in this region")->group(group);
    app.add_option("--outline", pair.outline,
                   "A state border or coast, which stands where it is drawn (polygons)")
        ->group(group);
}

void add_error_options(CLI::App& app, VerifyCommandOptions& options) {
    const char* group = "Boundary error";
    app.add_option("--sigma", options.maps.sigma_km,
                   "How exactly the maps' lines are drawn: standard deviation in km (default: as "
                   "the case or the profile says)")
        ->type_name("KM")
        ->check(CLI::Range(1e-6, 1e3))
        ->group(group);
    app.add_option("--error-model", options.error_model,
                   "What two maps of a source have to do with each other: redrawn or retraced")
        ->check(CLI::IsMember({"redrawn", "retraced"}))
        ->group(group);
    app.add_option("--simulate", options.simulate,
                   "Displace the boundaries N times and measure each time (1000 is plenty)")
        ->type_name("N")
        ->check(CLI::Range(2, 1'000'000))
        ->group(group);
    app.add_option("--seed", options.seed, "Of the simulation's random numbers (default: 1)")
        ->group(group);
}

// The same verification among its inputs, for whoever has only these.
Rerun rerun_of(const VerifyCommandOptions& options, const engine::Verification& verification) {
    const VerifyCommandOptions there =
        among_inputs(options, InputTree(verification.provenance.files));
    return {command_words(there), [there] { return verified_here(there); }};
}

} // namespace

engine::Verification
verified(const VerifyCommandOptions& options, const Console& console,
         const std::function<void(const engine::Provenance&)>& before_measuring) {
    engine::VerifyOptions how;
    std::optional<report::Scale> scale;
    if (!options.scale.empty()) {
        scale = report::parse_scale(read_text(options.scale), options.scale);
    }
    engine::VerifyInputs inputs = load(options, console);
    record_options(inputs.provenance, options);
    if (before_measuring) {
        before_measuring(inputs.provenance);
    }
    how.edges = options.maps.edge_model();
    how.threads = options.maps.thread_count();
    how.error_model = options.error_model == "retraced" ? engine::ErrorModel::retraced
                                                        : engine::ErrorModel::redrawn;
    Progress progress(console, "simulating", static_cast<std::size_t>(options.simulate));
    if (options.simulate > 0) {
        how.simulation =
            engine::SimulationOptions{options.simulate, options.seed, how.threads, [&](int done) {
                                          progress.at(static_cast<std::size_t>(done));
                                      }};
    }
    engine::Verification found = engine::verify(std::move(inputs), how);
    if (scale) {
        report::add_labels(found, *scale);
    }
    return found;
}

engine::Verification verified_here(VerifyCommandOptions options) {
    CommonOptions quiet;
    quiet.quiet = true;
    options.rights.all_below = ".";
    options.maps.no_cache = true; // evidence rests on its own files alone, and is measured afresh
    engine::Verification found = verified(options, Console(quiet));
    std::erase_if(found.warnings, [](const engine::MapWarning& warning) {
        return warning.code == engine::MapWarningCode::far_maps_unread; // nor are they there
    });
    return found;
}

ExitCode run_verify(const VerifyCommandOptions& options, const Console& console) {
    page::PageOptions page{
        console.screen().unit,
        load_outlines(options.outputs.outlines, in_report_language(options), console)};
    const engine::Verification verification =
        verified(options, console, [&](const engine::Provenance& provenance) {
            check_verify_outputs(options.outputs, provenance, {options.read_before, options.force});
        });
    for (const engine::MapWarning& warning : verification.warnings) {
        if (!is_of_reading(warning.code)) {
            console.warn(report::map_warning_text(warning, report::language_of(verification)));
        }
    }
    if (options.outputs.html.wanted || options.outputs.out.wanted) {
        add_shores(page.outlines, verification, console); // behind what the user named
    }
    write_verify_outputs(
        options.outputs, verification, page, [&] { return rerun_of(options, verification); },
        console);
    console.out(console.json()
                    ? report::verification_json(verification)
                    : report::verification_text(verification, console.screen(),
                                                options.explain ? report::Depth::explained
                                                                : report::Depth::first_screen));
    if (!verification.self_check.ok) {
        console.error("self-check failed: the figures above are not to be relied on");
    }
    return exit_code(verification, options.fail_on);
}

void add_verdict_options(CLI::App& app, VerifyCommandOptions& options) {
    add_error_options(app, options);
    app.add_option("--fail-on", options.fail_on,
                   "Exit with 1 where a claim gets one of these verdicts, separated by commas")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(CLI::IsMember(
            {"consistent", "overstated", "understated", "contradicted", "undecidable"}))
        ->group("Output");
    app.add_flag("--explain", options.explain,
                 "Everything that the verdicts rest on, beyond the first screen")
        ->group("Output");
    app.add_option("--reasons-lang,--report-lang", options.reasons_lang,
                   "Language of the report and its reasons: en, da, de, no (the same as nb) or uk")
        ->check(CLI::IsMember({"en", "da", "de", "no", "nb", "uk"}))
        ->group("Output");
    app.add_option("--scale", options.scale,
                   "A newsroom's own names for verdicts (TOML), shown beside ours")
        ->group("Output");
    add_verify_outputs(app, options.outputs);
    add_force_option(app, options.force);
}

void add_verify_options(CLI::App& app, VerifyCommandOptions& options) {
    app.add_option("CASE", options.case_file, "A case file (TOML)");
    add_pair_options(app, options);
    add_map_options(app, options.maps);
    add_cache_option(app, options.maps);
    add_all_maps_option(app, options.maps);
    add_verdict_options(app, options);
    app.add_flag("--allow-outside", options.rights.outside,
                 "Let the case read files that do not lie below its own folder")
        ->group("Reading");
    app.add_flag("--allow-network", options.rights.network, "Let the case read databases (PG:…)")
        ->group("Reading");
}

Run setup_verify(CLI::App& app, CommonOptions& common) {
    auto options = std::make_shared<VerifyCommandOptions>();
    add_verify_options(app, *options);
    add_common_options(app, common);
    add_examples(app,
                 "  areaclaim verify case.toml\n"
                 "  areaclaim verify --fail-on overstated,contradicted --json case.toml\n"
                 "  areaclaim verify --before 2022-09-08.geojson --after 2022-09-11.geojson \\\n"
                 "      --claim \"2,000 square kilometres (772 square miles)\"\n");
    return [options](const Console& console) {
        check_usage(*options);
        return run_verify(*options, console);
    };
}

} // namespace areaclaim
