// SPDX-License-Identifier: MIT
#include "tools/areaclaim/load.hpp"

#include "engine/input_error.hpp"
#include "engine/sources/name_pattern.hpp"
#include "shapes/io/read.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <filesystem>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
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

const SourceProfile* fitting_profile(const shapes::FeatureCollection& file) {
    if (file.features.empty()) {
        return nullptr;
    }
    for (const SourceProfile* profile : engine::built_in_profiles_on(file.features.front())) {
        if (profile->name != kPlain && knows_every_feature(*profile, file)) {
            return profile;
        }
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

// What one file gave: its maps, or why there are none.
struct OneFile {
    SourceProfile profile;
    std::string note;
    std::vector<engine::ControlBoundary> maps;
    std::exception_ptr error;
};

OneFile understood(const std::string& path, const MapOptions& options) {
    OneFile one;
    try {
        FoundFile file = find_file(path, options);
        engine::ApplyOptions how;
        how.fill = options.fill_rule();
        how.may_hold_nothing = options.may_hold_nothing;
        one.maps = engine::apply(file.profile, file.contents, how);
        one.profile = std::move(file.profile);
        one.note = std::move(file.note);
    } catch (...) {
        one.error = std::current_exception();
    }
    return one;
}

// Reads and proves files on several threads, ahead of whoever takes them in order: some at a time,
// so that a series of any length waits in little memory.
class Ahead {
  public:
    Ahead(const std::vector<std::string>& paths, const MapOptions& options)
        : paths_(paths), options_(options), files_(paths.size()) {
        const auto wanted = static_cast<std::size_t>(std::max(1, options.thread_count()));
        for (std::size_t t = 0; paths.size() > 1 && t < std::min(wanted, paths.size()); ++t) {
            threads_.emplace_back([this] { work(); });
        }
    }
    Ahead(const Ahead&) = delete;
    Ahead& operator=(const Ahead&) = delete;
    ~Ahead() {
        {
            const std::lock_guard lock(mutex_);
            next_ = paths_.size(); // nothing new is begun
        }
        changed_.notify_all();
        for (std::thread& thread : threads_) {
            thread.join();
        }
    }

    OneFile take(std::size_t i) {
        if (threads_.empty()) {
            return understood(paths_[i], options_);
        }
        std::unique_lock lock(mutex_);
        taken_ = i;
        changed_.notify_all();
        changed_.wait(lock, [&] { return files_[i].has_value(); });
        OneFile file = std::move(*files_[i]);
        files_[i].reset();
        return file;
    }

  private:
    void work() {
        constexpr std::size_t kMostAhead = 64;
        std::unique_lock lock(mutex_);
        for (;;) {
            changed_.wait(lock,
                          [&] { return next_ >= paths_.size() || next_ < taken_ + kMostAhead; });
            if (next_ >= paths_.size()) {
                return;
            }
            const std::size_t i = next_++;
            lock.unlock();
            OneFile file = understood(paths_[i], options_);
            lock.lock();
            files_[i] = std::move(file);
            changed_.notify_all();
        }
    }

    const std::vector<std::string>& paths_;
    const MapOptions& options_;
    std::vector<std::optional<OneFile>> files_;
    std::size_t next_ = 0;
    std::size_t taken_ = 0;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::thread> threads_; // last, as they use all the others
};

// Puts the maps of files together, file by file.
class Loader {
  public:
    Loader(const MapOptions& options, const Console& console)
        : options_(options), console_(console) {}

    // One file, whose maps go to the place of `file_index`. Throws what kept it from being read.
    void load(const std::string& path, std::size_t file_index, OneFile file) {
        if (file.error) {
            std::rethrow_exception(file.error);
        }
        if (!file.note.empty() && file.note != last_note_) { // once for a row of files of one kind
            console_.note(path + ": " + file.note);
            last_note_ = file.note;
        }
        for (engine::ControlBoundary& map : file.maps) {
            if (path == kStandardInput) {
                forget_day(map);
            }
            warn_of(map, console_);
        }
        maps_[file_index] = std::move(file.maps);
        if (!profile_ || file_index == 0) {
            profile_ = std::move(file.profile);
        }
    }

    // Loads the file unless nothing in it is held, in which case it waits for what the others tell.
    void load_or_keep(const std::string& path, std::size_t file_index, OneFile file) {
        try {
            load(path, file_index, std::move(file));
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
            load(path, file_index, understood(path, options));
        }
        LoadedMaps result;
        for (auto& [file_index, maps] : maps_) {
            std::ranges::move(maps, std::back_inserter(result.maps));
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
    std::optional<SourceProfile> profile_;
    std::map<std::size_t, std::vector<engine::ControlBoundary>> maps_; // by file, in its order
    std::map<std::size_t, std::string> without_holder_;
    std::exception_ptr first_failure_;
};

} // namespace

LoadedMaps load_maps(const std::vector<std::string>& paths, const MapOptions& options,
                     const Console& console) {
    Progress progress(console, "reading", paths.size());
    Ahead ahead(paths, options);
    Loader loader(options, console);
    for (std::size_t i = 0; i < paths.size(); ++i) {
        loader.load_or_keep(paths[i], i, ahead.take(i));
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
