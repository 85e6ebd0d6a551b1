// SPDX-License-Identifier: MIT
#include "tools/areaclaim/case_inputs.hpp"

#include "engine/case/case_file.hpp"
#include "engine/input_error.hpp"
#include "shapes/io/database_address.hpp"
#include "tools/areaclaim/load.hpp"
#include "tools/areaclaim/source_maps.hpp"
#include "tools/areaclaim/version.hpp"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <iterator>
#include <utility>

namespace areaclaim {
namespace {

namespace fs = std::filesystem;
using engine::CaseSource;
using engine::ControlBoundary;
using engine::VerifyInputs;

bool is_profile_file(const std::string& profile) {
    return !profile.empty() && engine::find_built_in_profile(profile) == nullptr;
}

// The case is shown in reports: nothing of it may hold a password.
engine::Case without_secrets(engine::Case the_case) {
    for (CaseSource& source : the_case.sources) {
        std::ranges::transform(source.files, source.files.begin(), shapes::io::without_secrets);
    }
    the_case.within = shapes::io::without_secrets(the_case.within);
    the_case.outline = shapes::io::without_secrets(the_case.outline);
    for (engine::Claim& claim : the_case.claims) {
        claim.within = shapes::io::without_secrets(claim.within);
    }
    return the_case;
}

// Turns a case, whoever told it, into what a verification starts from.
class Loading {
  public:
    // `file` makes a path as the case writes it one that holds from the working folder.
    Loading(engine::Case the_case, const MapOptions& options, const Console& console,
            std::function<std::string(const std::string&)> file)
        : options_(options), console_(console), file_(std::move(file)) {
        inputs_.the_case = without_secrets(std::move(the_case));
        inputs_.provenance.program = std::string("areaclaim ") + program_version();
        inputs_.provenance.libraries = used_library_versions();
        inputs_.provenance.options = {{"edges", options.edges}, {"fill", options.fill}};
    }

    engine::Case& the_case() { return inputs_.the_case; }

    void record(std::vector<engine::InputFile> files) {
        for (engine::InputFile& file : files) {
            inputs_.provenance.files.push_back(std::move(file));
        }
    }

    // How the maps of a source are to be read.
    MapOptions options_of(const CaseSource& source) const {
        MapOptions how = options_;
        how.profile = is_profile_file(source.profile) ? file_(source.profile) : source.profile;
        how.layer = source.layer;
        how.where = source.where;
        how.strict = true; // a verdict rests on all the maps that a case names
        return how;
    }

    void add_source(const CaseSource& source, SourceMaps maps) {
        LoadedMaps& loaded = maps.loaded;
        if (is_profile_file(source.profile)) {
            record({input_record(file_(source.profile))});
        }
        record(std::move(loaded.files));
        engine::SourceInput input;
        input.name = source.name;
        input.accuracy =
            engine::accuracy_of(source, loaded.profile.accuracy, inputs_.the_case.name);
        if (options_.sigma_km > 0.0) { // goes before the case and the profile
            input.accuracy = engine::with_sigma(input.accuracy, options_.sigma_km);
        }
        input.profile = std::move(loaded.profile);
        if (!source.licence.empty()) {
            input.profile.licence = source.licence;
        }
        input.boundaries = std::move(loaded.maps);
        input.ends = std::move(maps.ends);
        input.warnings = std::move(maps.warnings);
        std::ranges::move(maps.left_out, std::back_inserter(inputs_.provenance.left_out));
        if (!input.profile.outline.empty()) { // lies beside the profile's own file
            const fs::path folder = fs::path(source.profile).parent_path();
            input.outline = region((folder / input.profile.outline).string());
        }
        inputs_.sources.push_back(std::move(input));
    }

    // Whose territory the maps show, as the profiles of all sources tell.
    std::string holder_of_sources() const {
        std::vector<std::string> holders;
        for (const engine::SourceInput& source : inputs_.sources) {
            holders.push_back(source.profile.holder);
        }
        return engine::common_holder(holders);
    }

    void read_again(engine::Case the_case) {
        inputs_.the_case = without_secrets(std::move(the_case));
    }

    // With every region that the case names.
    VerifyInputs finish() {
        const engine::Case& of = inputs_.the_case;
        if (!of.within.empty()) {
            inputs_.within = region(of.within);
        }
        for (const engine::Claim& claim : of.claims) {
            if (!claim.within.empty() && !inputs_.claim_regions.contains(claim.within)) {
                inputs_.claim_regions[claim.within] = region(claim.within);
            }
        }
        if (!of.outline.empty()) {
            inputs_.outline = region(of.outline);
        }
        return std::move(inputs_);
    }

  private:
    // A region is all that its file draws.
    shapes::Region region(const std::string& as_written) {
        const std::string path = file_(as_written);
        shapes::Region drawn = load_region(path, options_, console_);
        record(input_records(path));
        return drawn;
    }

    const MapOptions& options_;
    const Console& console_;
    std::function<std::string(const std::string&)> file_;
    VerifyInputs inputs_;
};

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
void check_order(const engine::PairCase& pair, const ControlBoundary& before,
                 const ControlBoundary& after) {
    const std::string both = pair.before + " and " + pair.after + ": ";
    if (before.map_date && after.map_date && *before.map_date == *after.map_date) {
        throw engine::InputError(both + "carry the same map, that of " + before.map_date->iso() +
                                 ", so that nothing can have changed between them; name two maps "
                                 "of different days");
    }
    if (engine::draw_the_same(before, after)) {
        throw engine::InputError(both + "draw the very same map, so that nothing can have changed "
                                        "between them; name two maps of different days");
    }
    if (*after.date() < *before.date()) {
        throw engine::InputError(both + "the map after (" + after.date()->iso() +
                                 ") is older than the map before (" + before.date()->iso() +
                                 "); exchange --before and --after");
    }
}

} // namespace

VerifyInputs load_case(const std::string& path, const MapOptions& options, const CaseRights& rights,
                       const Console& console) {
    const std::string text = read_text(path);
    const engine::Case the_case = engine::parse_case(text, path);
    const CaseFolder folder(path, rights);
    Loading loading(the_case, options, console,
                    [&](const std::string& as_written) { return folder.file(as_written); });
    loading.record({input_record(path, text)});
    for (const CaseSource& source : loading.the_case().sources) {
        const MapOptions how = loading.options_of(source);
        loading.add_source(source, load_source(folder.files(source.files), the_case, how, console));
    }
    const std::string holder = loading.holder_of_sources();
    if (loading.the_case().holder.empty() && !holder.empty()) { // lost and gained are the holder's
        loading.read_again(engine::parse_case(text, path, holder));
    }
    return loading.finish();
}

VerifyInputs load_pair(engine::PairCase pair, const MapOptions& options, const Console& console) {
    pair.profile = options.profile;
    pair.layer = options.layer;
    pair.where = options.where;
    LoadedMaps loaded = load_two_maps(pair.before, pair.after, options, console);
    settle_date(loaded.maps[0], pair.since, "--since");
    settle_date(loaded.maps[1], pair.stated, "--stated");
    check_order(pair, loaded.maps[0], loaded.maps[1]);
    if (pair.holder.empty()) {
        pair.holder = loaded.profile.holder; // whose maps they are, as its profile knows
    }
    engine::Case the_case = engine::case_of_pair(pair);
    engine::take_days_from_maps(the_case, *loaded.maps[0].date(), *loaded.maps[1].date());
    the_case.sources.front().name = loaded.profile.name;
    Loading loading(std::move(the_case), options, console,
                    [](const std::string& as_written) { return as_written; });
    loading.add_source(loading.the_case().sources.front(), {.loaded = std::move(loaded)});
    return loading.finish();
}

} // namespace areaclaim
