// SPDX-License-Identifier: MIT
#include "tools/areaclaim/case_inputs.hpp"

#include "engine/input_error.hpp"
#include "shapes/io/database_address.hpp"
#include "tools/areaclaim/load.hpp"
#include "tools/areaclaim/version.hpp"

#include <algorithm>
#include <filesystem>

namespace areaclaim {
namespace {

namespace fs = std::filesystem;
using engine::ControlBoundary;
using engine::VerifyInputs;

void record_files(engine::Provenance& provenance, const std::vector<std::string>& paths) {
    for (const std::string& path : paths) {
        provenance.files.push_back(input_record(path));
    }
}

engine::Provenance provenance_of(const MapOptions& options) {
    engine::Provenance provenance;
    provenance.program = std::string("areaclaim ") + program_version();
    provenance.libraries = used_library_versions();
    provenance.options = {{"edges", options.edges}, {"fill", options.fill}};
    return provenance;
}

engine::SourceInput load_source(const engine::CaseSource& source, const std::string& case_path,
                                const CaseFolder& folder, const MapOptions& options,
                                const Console& console, engine::Provenance& provenance) {
    MapOptions how = options;
    const bool is_built_in = engine::find_built_in_profile(source.profile) != nullptr;
    const bool is_named = is_built_in || source.profile.empty();
    how.profile = is_named ? source.profile : folder.file(source.profile);
    how.layer = source.layer;
    how.where = source.where;
    const std::vector<std::string> paths = folder.files(source.files);
    LoadedMaps loaded = load_maps(paths, how, console);
    record_files(provenance, paths);

    engine::SourceInput input;
    input.name = source.name;
    input.accuracy = engine::accuracy_of(source, loaded.profile.accuracy, case_path);
    input.profile = std::move(loaded.profile);
    input.boundaries = std::move(loaded.maps);
    return input;
}

// Gives a map the day it is of, where it does not tell itself.
void settle_date(ControlBoundary& map, const std::optional<engine::Date>& given,
                 const char* option) {
    if (map.date()) {
        return;
    }
    if (!given) {
        throw engine::InputError(map.path() +
                                 ": tells no date of its own; say which day it shows "
                                 "with " +
                                 option +
                                 ", or put the day into its name, "
                                 "such as 2022-09-08.geojson");
    }
    map.file_date = given;
}

// The claims of the command line: what no flag tells is taken from their words, and days that these
// leave open from the two maps.
std::vector<engine::Claim> claims_of(const PairCase& pair, const ControlBoundary& before,
                                     const ControlBoundary& after) {
    std::vector<engine::Claim> claims;
    for (std::size_t i = 0; i < pair.claims.size(); ++i) {
        engine::Claim claim;
        claim.id = "claim-" + std::to_string(i + 1);
        claim.text = pair.claims[i];
        claim.lang = pair.lang;
        claim.stated = pair.stated;
        claim.since = pair.since;
        claim = engine::read_claim(std::move(claim), pair.holder, "--claim");
        if (pair.measure) {
            claim.measure = *pair.measure;
        } else {
            engine::take_measure_from_words(claim);
        }
        if (!claim.end()) {
            claim.stated = after.date();
        }
        if (!claim.since) {
            claim.since = before.date();
        }
        claims.push_back(std::move(claim));
    }
    return claims;
}

// The case is shown in reports: nothing of it may hold a password from here on.
void hide_secrets(engine::Case& the_case) {
    for (engine::CaseSource& source : the_case.sources) {
        std::ranges::transform(source.files, source.files.begin(), shapes::io::without_secrets);
    }
    the_case.within = shapes::io::without_secrets(the_case.within);
    the_case.outline = shapes::io::without_secrets(the_case.outline);
}

} // namespace

VerifyInputs load_case(const std::string& path, const MapOptions& options, const CaseRights& rights,
                       const Console& console) {
    VerifyInputs inputs;
    inputs.the_case = engine::parse_case(read_text(path), path);
    inputs.provenance = provenance_of(options);
    record_files(inputs.provenance, {path});
    hide_secrets(inputs.the_case);
    const CaseFolder folder(path, rights);
    for (const engine::CaseSource& source : inputs.the_case.sources) {
        inputs.sources.push_back(
            load_source(source, path, folder, options, console, inputs.provenance));
    }
    if (!inputs.the_case.within.empty()) {
        const std::string within = folder.file(inputs.the_case.within);
        inputs.within = load_region(within, options, console);
        record_files(inputs.provenance, {within});
    }
    if (!inputs.the_case.outline.empty()) {
        const std::string outline = folder.file(inputs.the_case.outline);
        inputs.outline = load_region(outline, options, console);
        record_files(inputs.provenance, {outline});
    }
    return inputs;
}

VerifyInputs load_pair(const PairCase& pair, const MapOptions& options, const Console& console) {
    VerifyInputs inputs;
    inputs.provenance = provenance_of(options);
    LoadedMaps loaded = load_maps({pair.before, pair.after}, options, console);
    if (loaded.maps.size() != 2) {
        throw engine::InputError(
            pair.before + " and " + pair.after + ": hold " + std::to_string(loaded.maps.size()) +
            " dated maps, and one each is due; choose with --layer or --where");
    }
    settle_date(loaded.maps[0], pair.since, "--since");
    settle_date(loaded.maps[1], pair.stated, "--stated");

    engine::Case& the_case = inputs.the_case;
    the_case.name = "command line";
    the_case.title = fs::path(pair.before).filename().string() + " → " +
                     fs::path(pair.after).filename().string();
    the_case.holder = pair.holder;
    the_case.sources.push_back({loaded.profile.name,
                                loaded.profile.name,
                                {pair.before, pair.after},
                                options.layer,
                                options.where,
                                {}});
    the_case.claims = claims_of(pair, loaded.maps[0], loaded.maps[1]);
    record_files(inputs.provenance, {pair.before, pair.after});
    if (!pair.within.empty()) {
        the_case.within = pair.within;
        inputs.within = load_region(pair.within, options, console);
        record_files(inputs.provenance, {pair.within});
    }
    if (!pair.outline.empty()) {
        the_case.outline = pair.outline;
        inputs.outline = load_region(pair.outline, options, console);
        record_files(inputs.provenance, {pair.outline});
    }
    engine::SourceInput source;
    source.name = loaded.profile.name;
    source.accuracy = loaded.profile.accuracy;
    source.profile = std::move(loaded.profile);
    source.boundaries = std::move(loaded.maps);
    inputs.sources.push_back(std::move(source));
    return inputs;
}

} // namespace areaclaim
