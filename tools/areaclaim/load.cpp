// SPDX-License-Identifier: MIT
#include "tools/areaclaim/load.hpp"

#include "engine/input_error.hpp"
#include "engine/sources/fitting_profile.hpp"
#include "shapes/io/read.hpp"
#include "tools/areaclaim/remembered_file.hpp"
#include "tools/areaclaim/standard_input.hpp"

#include <filesystem>
#include <functional>
#include <utility>

namespace areaclaim {
namespace {

using engine::SourceProfile;

constexpr const char* kPlain = "plain";

shapes::FeatureCollection read(const std::string& path, const MapOptions& options,
                               const std::string& json_pointer, Nothing nothing,
                               std::function<std::vector<std::string>()> other_pointers = {}) {
    const bool may_be_empty = nothing == Nothing::allowed;
    return shapes::read_features(path, {json_pointer, std::move(other_pointers), options.layer,
                                        options.where, options.max_bytes, options.long_edges(),
                                        may_be_empty});
}

// That a built-in profile knows what a file's fields mean, if one does.
std::optional<engine::MapWarning> fitting_of(const shapes::FeatureCollection& file,
                                             engine::MapWarningCode code) {
    const engine::Fitting fitting = engine::fitting_profile(file);
    return fitting.profile == nullptr
               ? std::nullopt
               : std::optional(engine::MapWarning{
                     .code = code, .name = fitting.profile->name, .value = fitting.by});
}

// Where built-in profiles find a wrapped collection.
std::vector<std::string> known_pointers() {
    std::vector<std::string> pointers;
    for (const SourceProfile& profile : engine::built_in_profiles()) {
        if (!profile.json_pointer.empty()) {
            pointers.push_back(profile.json_pointer);
        }
    }
    return pointers;
}

// Reads a file of no named profile: as it stands, else where one knows to look.
shapes::FeatureCollection read_unnamed(const std::string& path, const MapOptions& options,
                                       Nothing nothing) {
    return read(path, options, "", nothing, known_pointers);
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

// A file read as `plain` although a profile knows what its fields mean is warned of: areas that the
// source does not count as held would count.
void choose_profile(FoundFile& found, const MapOptions& options) {
    using engine::MapWarningCode;
    found.fitting.reset();
    if (!options.profile.empty()) {
        found.profile = find_profile(options.profile);
        if (found.profile.name == kPlain) {
            found.fitting = fitting_of(found.contents, MapWarningCode::profile_passed_over);
        }
        return;
    }
    found.fitting = fitting_of(found.contents, MapWarningCode::profile_found);
    found.profile = find_profile(found.fitting ? found.fitting->name : kPlain);
}

// Where the bytes are recorded, they are hashed before they are read and must be the same
// afterwards, so that what is recorded is what was measured.
FoundFile find_file(const std::string& path, const MapOptions& options, Nothing nothing) {
    const bool is_piped = path == kStandardInput;
    const std::string file = is_piped ? spooled_standard_input() : path;
    const auto before = options.record_files ? state_of(file) : std::nullopt;
    std::vector<engine::InputFile> records =
        options.record_files ? input_records(file) : std::vector<engine::InputFile>{};
    FoundFile found;
    found.path = file;
    found.contents = options.profile.empty()
                         ? read_unnamed(file, options, nothing)
                         : read(file, options, find_profile(options.profile).json_pointer, nothing);
    choose_profile(found, options);
    const auto after = options.record_files ? state_of(file) : std::nullopt;
    if (before.has_value() != after.has_value() || (before && !before->is_same_as(*after))) {
        throw engine::InputError(path + ": was changed while it was read; run areaclaim again");
    }
    found.records = std::move(records);
    if (is_piped) {
        found.path = found.contents.path = path;
        for (engine::InputFile& record : found.records) {
            record.path = path;
        }
    }
    return found;
}

} // namespace areaclaim
