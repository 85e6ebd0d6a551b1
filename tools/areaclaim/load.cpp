// SPDX-License-Identifier: MIT
#include "tools/areaclaim/load.hpp"

#include "engine/input_error.hpp"
#include "engine/sources/apply.hpp"
#include "engine/sources/feature_date.hpp"
#include "engine/sources/name_pattern.hpp"
#include "shapes/io/read.hpp"
#include "tools/areaclaim/progress.hpp"
#include "tools/areaclaim/standard_input.hpp"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <iterator>
#include <map>
#include <optional>
#include <system_error>
#include <utility>

namespace areaclaim {
namespace {

using engine::SourceProfile;

constexpr const char* kPlain = "plain";

// What tells that a file was written to; nothing for what is no regular file.
struct FileStamp {
    std::uintmax_t bytes = 0;
    std::filesystem::file_time_type written;
    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

FileStamp stamp_of(const std::string& path) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored)) {
        return {};
    }
    return {std::filesystem::file_size(path, ignored),
            std::filesystem::last_write_time(path, ignored)};
}

// Reads a file and tells, in `record`, which bytes it was. It is hashed before it is read and must
// be the same afterwards, so that what is recorded is what was measured.
shapes::FeatureCollection read_recorded(const std::string& path, const MapOptions& options,
                                        const std::string& json_pointer,
                                        engine::InputFile& record) {
    const shapes::ReadOptions how{json_pointer,         options.layer,
                                  options.where,        options.max_bytes,
                                  options.long_edges(), options.may_hold_nothing};
    if (!options.record_files) {
        return shapes::read_features(path, how);
    }
    const FileStamp before = stamp_of(path);
    record = input_record(path);
    shapes::FeatureCollection file = shapes::read_features(path, how);
    if (!(stamp_of(path) == before)) {
        throw engine::InputError(path + ": was changed while it was read; run areaclaim again");
    }
    return file;
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

// Whether every feature has a property that only this source's features have.
bool names_every_feature(const SourceProfile& profile, const shapes::FeatureCollection& file) {
    const auto& names = profile.known_by.properties;
    return !file.features.empty() &&
           std::all_of(file.features.begin(), file.features.end(), [&](const auto& feature) {
               return std::any_of(names.begin(), names.end(), [&](const auto& name) {
                   return engine::find_property(feature, name) != nullptr;
               });
           });
}

bool knows_name(const SourceProfile& profile, const std::string& path) {
    const std::string name = std::filesystem::path(path).filename().string();
    const auto& patterns = profile.known_by.file_names;
    return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
        return engine::matches_pattern(pattern, name);
    });
}

struct Fitting {
    const SourceProfile* profile = nullptr;
    const char* by = ""; // what told
};

// By the values of fields, else by their names, else by the file's name: the surer sign first.
Fitting fitting_profile(const shapes::FeatureCollection& file) {
    const auto first = [&](auto fits) {
        const auto& all = engine::built_in_profiles();
        const auto found = std::find_if(all.begin(), all.end(), [&](const SourceProfile& profile) {
            return profile.name != kPlain && fits(profile);
        });
        return found != all.end() ? &*found : nullptr;
    };
    if (const auto* p = first([&](const auto& each) { return knows_every_feature(each, file); })) {
        return {p, "which knows all its features"};
    }
    if (const auto* p = first([&](const auto& each) { return names_every_feature(each, file); })) {
        return {p, "which knows the names of its fields"};
    }
    return {first([&](const auto& each) { return knows_name(each, file.path); }),
            "which knows such file names"};
}

// A file read as `plain` although a profile knows what its fields mean: areas that the source does
// not count as held would count.
std::string warning_of_plain(const SourceProfile& chosen, const shapes::FeatureCollection& file) {
    const Fitting fitting = fitting_profile(file);
    const bool meets = chosen.name == kPlain && fitting.profile != nullptr;
    return meets ? "every polygon counts as held, as the profile plain says; the profile " +
                       fitting.profile->name + ", " + fitting.by + ", may count otherwise"
                 : "";
}

// Reads a file of no named profile: as it stands, else where a built-in profile finds its wrapped
// collection. The error of the plain reading is the one that matters.
shapes::FeatureCollection read_unnamed(const std::string& path, const MapOptions& options,
                                       engine::InputFile& record) {
    try {
        return read_recorded(path, options, "", record);
    } catch (const shapes::ReadError&) {
        const std::exception_ptr plain_error = std::current_exception();
        for (const SourceProfile& profile : engine::built_in_profiles()) {
            if (profile.json_pointer.empty()) {
                continue;
            }
            try {
                return read_recorded(path, options, profile.json_pointer, record);
            } catch (const shapes::ReadError&) {
                continue; // not wrapped this way
            }
        }
        std::rethrow_exception(plain_error);
    }
}

/// Takes back what was said of the day in a file's name, where nobody needs one.
void forget_day(engine::ControlBoundary& map) {
    std::erase_if(map.warnings, [](const std::string& warning) {
        return warning.find("the file's day is not known") != std::string::npos;
    });
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
    if (path == kStandardInput) {
        FoundFile found = find_file(spooled_standard_input(), options);
        found.path = found.contents.path = path;
        return found;
    }
    if (!options.profile.empty()) {
        SourceProfile profile = find_profile(options.profile);
        engine::InputFile record;
        auto contents = read_recorded(path, options, profile.json_pointer, record);
        std::string warning = warning_of_plain(profile, contents);
        return {path, std::move(profile), std::move(contents),
                "",   std::move(warning), std::move(record)};
    }
    engine::InputFile record;
    shapes::FeatureCollection contents = read_unnamed(path, options, record);
    if (const Fitting fitting = fitting_profile(contents); fitting.profile != nullptr) {
        const std::string& name = fitting.profile->name;
        return {path,
                *fitting.profile,
                std::move(contents),
                "read with the profile " + name + ", " + fitting.by + " (say --profile " + name +
                    " or --profile plain to decide)",
                "",
                std::move(record)};
    }
    return {path, find_profile(kPlain), std::move(contents), "", "", std::move(record)};
}

namespace {

// Reads files one by one.
class Loader {
  public:
    Loader(const MapOptions& options, const Console& console)
        : options_(options), console_(console) {}

    // One file, whose maps go to the place of `file_index`. Throws as its parts do.
    void load(const std::string& path, std::size_t file_index, const MapOptions& options) {
        FoundFile file = find_file(path, options);
        if (!file.note.empty() && file.note != last_note_) { // once for a row of files of one kind
            console_.note(path + ": " + file.note);
            last_note_ = file.note;
        }
        if (!file.warning.empty() && file.warning != last_warning_) {
            console_.warn(path + ": " + file.warning);
            last_warning_ = file.warning;
        }
        engine::ApplyOptions how;
        how.fill = options.fill_rule();
        how.may_hold_nothing = options.may_hold_nothing;
        std::vector<engine::ControlBoundary> maps = engine::apply(file.profile, file.contents, how);
        for (engine::ControlBoundary& map : maps) {
            if (path == kStandardInput) {
                forget_day(map);
            }
            warn_of(map, console_);
        }
        maps_[file_index] = std::move(maps);
        if (options.record_files) {
            files_[file_index] = std::move(file.record);
        }
        if (!profile_ || file_index == 0) {
            profile_ = std::move(file.profile);
        }
    }

    // Loads the file unless nothing in it is held, in which case it waits for what the others tell.
    void load_or_keep(const std::string& path, std::size_t file_index) {
        try {
            load(path, file_index, options_);
        } catch (const engine::NothingMatches&) {
            keep(path, file_index);
        } catch (const shapes::NoFeatures&) {
            keep(path, file_index);
        }
    }

    // Of a series in which some map has the holder, those without are maps on which nothing is
    // held: the holder is gone from them. Where none has, the profile or the filter is the wrong
    // one.
    LoadedMaps finish() {
        if (maps_.empty() && first_failure_) {
            std::rethrow_exception(first_failure_);
        }
        MapOptions options = options_;
        options.may_hold_nothing = true;
        if (profile_ && options.profile.empty()) {
            options.profile = profile_->name;
        }
        for (const auto& [file_index, path] : without_holder_) {
            load(path, file_index, options);
        }
        LoadedMaps result;
        for (auto& [file_index, maps] : maps_) {
            std::ranges::move(maps, std::back_inserter(result.maps));
        }
        for (auto& [file_index, file] : files_) {
            result.files.push_back(std::move(file));
        }
        result.profile = std::move(*profile_);
        return result;
    }

  private:
    void keep(const std::string& path, std::size_t file_index) {
        first_failure_ = first_failure_ ? first_failure_ : std::current_exception();
        without_holder_[file_index] = path;
    }

    const MapOptions& options_;
    const Console& console_;
    std::string last_note_;
    std::string last_warning_;
    std::optional<SourceProfile> profile_;
    std::map<std::size_t, std::vector<engine::ControlBoundary>> maps_; // by file, in its order
    std::map<std::size_t, engine::InputFile> files_;                   // likewise
    std::map<std::size_t, std::string> without_holder_;
    std::exception_ptr first_failure_;
};

} // namespace

LoadedMaps load_maps(const std::vector<std::string>& paths, const MapOptions& options,
                     const Console& console) {
    Progress progress(console, "reading", paths.size());
    Loader loader(options, console);
    for (std::size_t i = 0; i < paths.size(); ++i) {
        loader.load_or_keep(paths[i], i);
        progress.step();
    }
    return loader.finish();
}

shapes::Region load_region(const std::string& path, const MapOptions& options,
                           const Console& console) {
    MapOptions plain = options;
    plain.profile = kPlain;
    plain.layer.clear();
    plain.where.clear();
    shapes::Region region;
    const FoundFile file = find_file(path, plain);
    engine::ApplyOptions how;
    how.fill = plain.fill_rule();
    for (engine::ControlBoundary& map : engine::apply(file.profile, file.contents, how)) {
        forget_day(map); // a region needs none
        warn_of(map, console);
        region.append(map.drawn_up_to(engine::ControlClass::claimed));
    }
    return region;
}

std::optional<Within> load_within(const std::string& path, const MapOptions& options,
                                  const Console& console) {
    if (path.empty()) {
        return std::nullopt;
    }
    Within within{load_region(path, options, console), {}};
    within.region = shapes::validate(within.drawn, options.fill_rule()).region;
    if (within.region.empty()) {
        throw engine::InputError(path +
                                 ": draws no area, so nothing can lie within it; give a file "
                                 "of polygons");
    }
    return within;
}

std::pair<engine::ControlBoundary, engine::ControlBoundary> load_two_maps(const std::string& before,
                                                                          const std::string& after,
                                                                          const MapOptions& options,
                                                                          const Console& console) {
    std::vector<std::string> paths;
    for (const std::string& path : {before, after}) {
        const std::vector<std::string> files = expand({path}, Folders::refused);
        if (files.size() != 1) {
            throw engine::InputError(path + ": matches " + std::to_string(files.size()) +
                                     " files, and one map is due");
        }
        paths.push_back(files.front());
    }
    LoadedMaps loaded = load_maps(paths, options, console);
    for (const std::string& path : paths) {
        const auto count = std::ranges::count(loaded.maps, path, &engine::ControlBoundary::path);
        if (count > 1 && paths[0] != paths[1]) {
            throw engine::InputError(path + ": holds maps of " + std::to_string(count) +
                                     " dates, and one is due; choose with --layer or --where");
        }
    }
    if (loaded.maps.size() != 2) {
        throw engine::InputError(before + " and " + after + ": hold " +
                                 std::to_string(loaded.maps.size()) +
                                 " maps, and one each is due; choose with --layer or --where");
    }
    return {std::move(loaded.maps[0]), std::move(loaded.maps[1])};
}

} // namespace areaclaim
