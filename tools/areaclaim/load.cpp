// SPDX-License-Identifier: MIT
#include "tools/areaclaim/load.hpp"

#include "engine/input_error.hpp"
#include "engine/sources/apply.hpp"
#include "engine/sources/name_pattern.hpp"
#include "shapes/io/read.hpp"
#include "tools/areaclaim/progress.hpp"

#include <algorithm>
#include <exception>
#include <filesystem>

namespace areaclaim {
namespace {

using engine::SourceProfile;

constexpr const char* kPlain = "plain";

shapes::ReadOptions read_options(const MapOptions& options, const std::string& json_pointer) {
    return {json_pointer, options.layer, options.where, options.max_bytes};
}

// A rule that can tell one source from another: it names a property and asks for a value.
bool recognises(const engine::ClassRule& rule, const shapes::Feature& feature) {
    if (rule.property.empty() || rule.value.empty() || rule.value == "*") {
        return false;
    }
    const auto found = feature.properties.find(rule.property);
    return found != feature.properties.end() && engine::matches_pattern(rule.value, found->second);
}

bool knows_every_feature(const SourceProfile& profile, const shapes::FeatureCollection& file) {
    return !file.features.empty() &&
           std::all_of(file.features.begin(), file.features.end(), [&](const auto& feature) {
               return std::any_of(profile.classes.begin(), profile.classes.end(),
                                  [&](const auto& rule) { return recognises(rule, feature); });
           });
}

const SourceProfile* fitting_profile(const shapes::FeatureCollection& file) {
    for (const SourceProfile& profile : engine::built_in_profiles()) {
        if (profile.name != kPlain && knows_every_feature(profile, file)) {
            return &profile;
        }
    }
    return nullptr;
}

// Reads a file of no named profile: as it stands, else where a built-in profile finds its wrapped
// collection. The error of the plain reading is the one that matters.
shapes::FeatureCollection read_unnamed(const std::string& path, const MapOptions& options) {
    try {
        return shapes::read_features(path, read_options(options, ""));
    } catch (const shapes::ReadError&) {
        const std::exception_ptr plain_error = std::current_exception();
        for (const SourceProfile& profile : engine::built_in_profiles()) {
            if (profile.json_pointer.empty()) {
                continue;
            }
            try {
                return shapes::read_features(path, read_options(options, profile.json_pointer));
            } catch (const shapes::ReadError&) {
                continue; // not wrapped this way
            }
        }
        std::rethrow_exception(plain_error);
    }
}

void warn_of(const engine::ControlBoundary& map, const Console& console) {
    for (const std::string& warning : map.warnings) {
        const bool names_file = warning.starts_with(map.path());
        console.warn(names_file ? warning : map.path() + ": " + warning);
    }
}

} // namespace

SourceProfile find_profile(const std::string& name_or_file) {
    if (const SourceProfile* built_in = engine::find_built_in_profile(name_or_file)) {
        return *built_in;
    }
    if (name_or_file.find('/') != std::string::npos || name_or_file.ends_with(".toml") ||
        std::filesystem::exists(name_or_file)) {
        return engine::parse_profile(read_text(name_or_file), name_or_file);
    }
    std::string known;
    for (const SourceProfile& profile : engine::built_in_profiles()) {
        known += (known.empty() ? "" : ", ") + profile.name;
    }
    throw engine::InputError("no profile is called '" + name_or_file + "'; known are " + known +
                             ", or give the path of a TOML file");
}

FoundFile find_file(const std::string& path, const MapOptions& options) {
    if (!options.profile.empty()) {
        SourceProfile profile = find_profile(options.profile);
        auto contents = shapes::read_features(path, read_options(options, profile.json_pointer));
        return {path, std::move(profile), std::move(contents), ""};
    }
    shapes::FeatureCollection contents = read_unnamed(path, options);
    if (const SourceProfile* fitting = fitting_profile(contents)) {
        return {path, *fitting, std::move(contents),
                "read with the profile " + fitting->name +
                    ", which knows all its features (say "
                    "--profile " +
                    fitting->name + " or --profile plain to decide)"};
    }
    return {path, find_profile(kPlain), std::move(contents), ""};
}

LoadedMaps load_maps(const std::vector<std::string>& paths, const MapOptions& options,
                     const Console& console) {
    Progress progress(console, "reading", paths.size());
    LoadedMaps result;
    std::string last_note;
    for (const std::string& path : paths) {
        FoundFile file = find_file(path, options);
        if (!file.note.empty() && file.note != last_note) { // once for a row of files of one kind
            console.note(path + ": " + file.note);
            last_note = file.note;
        }
        for (engine::ControlBoundary& map :
             engine::apply(file.profile, file.contents, {options.fill_rule(), ""})) {
            warn_of(map, console);
            result.maps.push_back(std::move(map));
        }
        if (&path == &paths.front()) {
            result.profile = std::move(file.profile);
        }
        progress.step();
    }
    return result;
}

engine::ControlBoundary load_map(const std::string& path, const MapOptions& options,
                                 const Console& console) {
    const std::vector<std::string> files = expand({path}, Folders::refused);
    if (files.size() != 1) {
        throw engine::InputError(path + ": matches " + std::to_string(files.size()) +
                                 " files, and one map is due");
    }
    LoadedMaps loaded = load_maps(files, options, console);
    if (loaded.maps.size() != 1) {
        throw engine::InputError(path + ": holds maps of " + std::to_string(loaded.maps.size()) +
                                 " dates, and one is due; choose with --layer or --where");
    }
    return std::move(loaded.maps.front());
}

} // namespace areaclaim
