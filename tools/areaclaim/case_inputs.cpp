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

void record(engine::Provenance& provenance, std::vector<engine::InputFile> files) {
    for (engine::InputFile& file : files) {
        provenance.files.push_back(std::move(file));
    }
}

// A region of interest is all that its file draws.
shapes::Region region_of(const std::string& path, const MapOptions& options, const Console& console,
                         engine::Provenance& provenance) {
    shapes::Region region = load_region(path, options, console);
    record(provenance, input_records(path));
    return region;
}

engine::Provenance provenance_of(const MapOptions& options) {
    engine::Provenance provenance;
    provenance.program = std::string("areaclaim ") + program_version();
    provenance.libraries = used_library_versions();
    provenance.options = {{"edges", options.edges}, {"fill", options.fill}};
    return provenance;
}

// The border that a profile names lies beside the profile's own file.
std::string beside_profile(const std::string& profile, const std::string& outline) {
    return (fs::path(profile).parent_path() / outline).string();
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
    how.strict = true; // a verdict rests on all the maps that a case names
    const std::vector<std::string> paths = folder.files(source.files);
    LoadedMaps loaded = load_maps(paths, how, console);
    if (!is_named) {
        record(provenance, {input_record(how.profile)});
    }
    record(provenance, std::move(loaded.files));

    engine::SourceInput input;
    input.name = source.name;
    input.accuracy = engine::accuracy_of(source, loaded.profile.accuracy, case_path);
    input.profile = std::move(loaded.profile);
    input.boundaries = std::move(loaded.maps);
    if (!input.profile.outline.empty()) {
        const std::string outline = beside_profile(source.profile, input.profile.outline);
        input.outline = region_of(folder.file(outline), options, console, provenance);
    }
    return input;
}

// What the option says of how exactly lines are drawn goes before the case and the profile.
void take_sigma(std::vector<engine::SourceInput>& sources, const MapOptions& options) {
    for (engine::SourceInput& source : sources) {
        if (options.sigma_km > 0.0) {
            source.accuracy = engine::with_sigma(
                source.accuracy ? source.accuracy : source.profile.accuracy, options.sigma_km);
        }
    }
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

// Two files that are one map, or that stand the wrong way round in time, give every claim a wrong
// verdict: nothing changed, or it changed the other way.
void check_order(const PairCase& pair, const ControlBoundary& before,
                 const ControlBoundary& after) {
    const std::string both = pair.before + " and " + pair.after + ": ";
    if (before.map_date && after.map_date && *before.map_date == *after.map_date) {
        throw engine::InputError(both + "carry the same map, that of " + before.map_date->iso() +
                                 ", so that nothing can have changed between them; name two maps "
                                 "of different days");
    }
    if (before.drawn == after.drawn) {
        throw engine::InputError(both + "draw the very same map, so that nothing can have changed "
                                        "between them; name two maps of different days");
    }
    if (*after.date() < *before.date()) {
        throw engine::InputError(both + "the map after (" + after.date()->iso() +
                                 ") is older than the map before (" + before.date()->iso() +
                                 "); exchange --before and --after");
    }
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
    for (engine::Claim& claim : the_case.claims) {
        claim.within = shapes::io::without_secrets(claim.within);
    }
}

} // namespace

VerifyInputs load_case(const std::string& path, const MapOptions& options, const CaseRights& rights,
                       const Console& console) {
    VerifyInputs inputs;
    const std::string text = read_text(path);
    inputs.the_case = engine::parse_case(text, path);
    inputs.provenance = provenance_of(options);
    record(inputs.provenance, {input_record(path, text)});
    hide_secrets(inputs.the_case);
    const CaseFolder folder(path, rights);
    for (const engine::CaseSource& source : inputs.the_case.sources) {
        inputs.sources.push_back(
            load_source(source, path, folder, options, console, inputs.provenance));
    }
    take_sigma(inputs.sources, options);
    if (!inputs.the_case.within.empty()) {
        inputs.within =
            region_of(folder.file(inputs.the_case.within), options, console, inputs.provenance);
    }
    for (const engine::Claim& claim : inputs.the_case.claims) {
        if (!claim.within.empty() && !inputs.claim_regions.contains(claim.within)) {
            inputs.claim_regions[claim.within] =
                region_of(folder.file(claim.within), options, console, inputs.provenance);
        }
    }
    if (!inputs.the_case.outline.empty()) {
        inputs.outline =
            region_of(folder.file(inputs.the_case.outline), options, console, inputs.provenance);
    }
    return inputs;
}

VerifyInputs load_pair(const PairCase& pair, const MapOptions& options, const Console& console) {
    VerifyInputs inputs;
    inputs.provenance = provenance_of(options);
    LoadedMaps loaded = load_two_maps(pair.before, pair.after, options, console);
    settle_date(loaded.maps[0], pair.since, "--since");
    settle_date(loaded.maps[1], pair.stated, "--stated");
    check_order(pair, loaded.maps[0], loaded.maps[1]);

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
    record(inputs.provenance, std::move(loaded.files));
    if (!pair.within.empty()) {
        the_case.within = pair.within;
        inputs.within = region_of(pair.within, options, console, inputs.provenance);
    }
    if (!pair.outline.empty()) {
        the_case.outline = pair.outline;
        inputs.outline = region_of(pair.outline, options, console, inputs.provenance);
    }
    engine::SourceInput source;
    source.name = loaded.profile.name;
    source.accuracy = loaded.profile.accuracy;
    source.profile = std::move(loaded.profile);
    source.boundaries = std::move(loaded.maps);
    if (!source.profile.outline.empty()) {
        source.outline = region_of(beside_profile(options.profile, source.profile.outline), options,
                                   console, inputs.provenance);
    }
    inputs.sources.push_back(std::move(source));
    take_sigma(inputs.sources, options);
    return inputs;
}

} // namespace areaclaim
