// SPDX-License-Identifier: MIT
#include "tools/areaclaim/options.hpp"

#include "engine/claims/read_claims.hpp"
#include "tools/areaclaim/exit_code.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <thread>

namespace areaclaim {
namespace {

constexpr int kMostThreads = 256;

} // namespace

shapes::FillRule MapOptions::fill_rule() const {
    return fill == "evenodd" ? shapes::FillRule::evenodd : shapes::FillRule::nonzero;
}

shapes::EdgeModel MapOptions::edge_model() const {
    return edges == "geodesic" ? shapes::EdgeModel::geodesic : shapes::EdgeModel::straight;
}

int MapOptions::thread_count() const {
    if (threads > 0) {
        return threads;
    }
    // Asked once: the answer comes from a file of the system's.
    static const int cores = static_cast<int>(std::thread::hardware_concurrency());
    return std::clamp(cores, 1, kMostThreads);
}

engine::ControlClass MapOptions::level() const {
    return engine::control_class_from_name(classes).value_or(engine::ControlClass::confirmed);
}

shapes::LongEdges MapOptions::long_edges() const {
    return antimeridian == "short"    ? shapes::LongEdges::short_way
           : antimeridian == "refuse" ? shapes::LongEdges::refused
           : antimeridian == "long"   ? shapes::LongEdges::long_way
                                      : shapes::LongEdges::unsettled;
}

void add_common_options(CLI::App& app, CommonOptions& options) {
    app.add_flag("--json", options.json, "One JSON document on standard output, nothing else there")
        ->group("Output");
    app.add_flag("--quiet,-q", options.quiet, "No notes, warnings or progress on standard error")
        ->group("Output");
    app.add_option("--color", options.color, "Colour: auto, always or never (NO_COLOR is honoured)")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->group("Output");
    app.add_option("--unit", options.unit,
                   "Show areas in km2, mi2, ha, acres or auto (as the claim was stated); JSON and "
                   "CSV stay with km²")
        ->check(CLI::IsMember({"km2", "mi2", "ha", "acres", "auto"}))
        ->group("Output");
}

void add_map_options(CLI::App& app, MapOptions& options, bool measures) {
    app.add_option("--profile", options.profile,
                   "What the file's fields mean: a built-in source profile's name, or a TOML file "
                   "(default: the one that fits the file)")
        ->group("Reading");
    app.add_option("--layer", options.layer, "Read this layer only")->group("Reading");
    app.add_option("--where", options.where,
                   "Read features that meet this condition only, as in ogr2ogr")
        ->group("Reading");
    app.add_option("--fill", options.fill, "What is inside a polygon: nonzero or evenodd")
        ->check(CLI::IsMember({"nonzero", "evenodd"}))
        ->group("Reading");
    app.add_option(
           "--antimeridian", options.antimeridian,
           "An edge over more than 180 degrees of longitude: measured as drawn, the long way "
           "(long), led across the antimeridian (short), or refused (refuse); where nothing is "
           "said, as drawn, with a star at its figures, and no verdict rests on it")
        ->check(CLI::IsMember({"short", "long", "refuse"}))
        ->group("Reading");
    app.add_option(
           "--max-size", options.max_bytes,
           "The most bytes that a file may have, and unpack to, such as 500MB (default: 4GB)")
        ->transform(CLI::AsSizeValue(true))
        ->default_str("4GB")
        ->group("Reading");
    if (!measures) {
        return;
    }
    app.add_option("--edges", options.edges,
                   "What joins two vertices: a straight line in longitude/latitude, or a geodesic")
        ->check(CLI::IsMember({"straight", "geodesic"}))
        ->group("Measuring");
    app.add_option("--threads", options.threads,
                   "Threads to use; the result is the same whatever their number (default: cores)")
        ->check(CLI::Range(1, kMostThreads))
        ->group("Measuring");
}

void add_classes_option(CLI::App& app, MapOptions& options) {
    app.add_option(
           "--classes", options.classes,
           "What counts as held: areas that the source is sure of (confirmed, the default), "
           "contested ones as well, or claimed ones too")
        ->check(CLI::IsMember({"confirmed", "contested", "claimed"}))
        ->group("Measuring");
}

void add_force_option(CLI::App& app, bool& force) {
    app.add_flag("--force", force,
                 "Write over files that areaclaim did not write; never over an input")
        ->group("Output");
}

void add_text_options(CLI::App& app, std::string& lang, std::string& published,
                      std::string& holder) {
    app.add_option("--lang", lang, "Language of the text, such as en or da (default: detected)")
        ->group("Reading");
    app.add_option("--published", published,
                   "Day of publication, such as 2022-09-10; weekdays are counted from it")
        ->group("Reading");
    app.add_option("--holder", holder, "Whose territory the maps show, to tell lost from gained")
        ->group("Reading");
}

void add_strict_option(CLI::App& app, MapOptions& options) {
    app.add_flag("--strict", options.strict,
                 "End at a file that cannot be read (default: name it, go on, exit with 3)")
        ->group("Reading");
}

void add_cache_option(CLI::App& app, MapOptions& options) {
    app.add_flag("--no-cache", options.no_cache,
                 "Read every file anew: neither use nor write the index of an archive")
        ->group("Reading");
}

void add_all_maps_option(CLI::App& app, MapOptions& options) {
    app.add_flag("--all-maps", options.all_maps,
                 "Read the maps far from the days of the claims too (default: those within a year)")
        ->group("Reading");
}

void add_within_option(CLI::App& app, std::string& within) {
    app.add_option("--within", within, "Count only what lies in the region that this file draws")
        ->group("Measuring");
}

void add_check_option(CLI::App& app, bool& check) {
    app.add_flag("--check", check,
                 "Compute the change a second time with GEOS; exit code 4 where the two differ")
        ->group("Measuring");
}

std::optional<engine::Date> day(const std::string& option, const std::string& text) {
    const auto parsed = engine::Date::parse_iso(text);
    if (!text.empty() && !parsed) {
        throw UsageError(option + ": '" + text + "' is no day; write it like 2022-09-08");
    }
    return parsed;
}

std::string language(const std::string& text) {
    if (text.empty()) {
        return text;
    }
    std::string list;
    for (const std::string& known : engine::known_languages()) {
        if (known == text) {
            return text;
        }
        list += (list.empty() ? "" : ", ") + known;
    }
    throw UsageError("--lang: '" + text + "' is not known; known are " + list);
}

void add_examples(CLI::App& app, const std::string& lines) {
    app.footer("Examples:\n" + lines);
}

} // namespace areaclaim
