// SPDX-License-Identifier: MIT
// From files to the maps of a source, and to regions of interest.
#include "engine/input_error.hpp"
#include "engine/sources/apply.hpp"
#include "shapes/io/read.hpp"
#include "tools/areaclaim/load.hpp"
#include "tools/areaclaim/progress.hpp"
#include "tools/areaclaim/standard_input.hpp"

#include <algorithm>
#include <exception>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace areaclaim {
namespace {

using engine::SourceProfile;

void warn_of(const engine::ControlBoundary& map, std::set<std::string>& said,
             const Console& console) {
    for (const std::string& warning : map.warnings) {
        if (!said.insert(warning).second) {
            continue;
        }
        const bool names_file = warning.starts_with(map.path());
        console.warn(names_file ? warning : map.path() + ": " + warning);
    }
}

// Reads files one by one.
class Loader {
  public:
    Loader(const MapOptions& options, const Console& console)
        : options_(options), console_(console) {}

    // One file, whose maps go to the place of `file_index`. Throws as its parts do.
    void load(const std::string& path, std::size_t file_index, const MapOptions& options,
              Nothing nothing) {
        FoundFile file = find_file(path, options, nothing);
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
        how.may_hold_nothing = nothing == Nothing::allowed;
        how.asks_for_day = path != kStandardInput;
        std::vector<engine::ControlBoundary> maps = engine::apply(file.profile, file.contents, how);
        std::set<std::string> said; // of a file with several maps, once
        for (const engine::ControlBoundary& map : maps) {
            warn_of(map, said, console_);
        }
        maps_[file_index] = std::move(maps);
        if (options.record_files) {
            files_[file_index] = std::move(file.records);
        }
        if (!profile_ || file_index == 0) {
            profile_ = std::move(file.profile);
        }
    }

    // Loads the file unless nothing in it is held, in which case it waits for what the others tell.
    void load_or_keep(const std::string& path, std::size_t file_index) {
        try {
            load(path, file_index, options_, Nothing::refused);
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
        if (profile_ && options.profile.empty()) {
            options.profile = profile_->name;
        }
        for (const auto& [file_index, path] : without_holder_) {
            load(path, file_index, options, Nothing::allowed);
        }
        LoadedMaps result;
        for (auto& [file_index, maps] : maps_) {
            std::ranges::move(maps, std::back_inserter(result.maps));
        }
        for (auto& [file_index, records] : files_) {
            std::ranges::move(records, std::back_inserter(result.files));
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
    std::map<std::size_t, std::vector<engine::InputFile>> files_;      // likewise
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
    plain.profile = "plain";
    plain.layer.clear();
    plain.where.clear();
    shapes::Region region;
    const FoundFile file = find_file(path, plain, Nothing::refused);
    engine::ApplyOptions how;
    how.fill = plain.fill_rule();
    how.asks_for_day = false;
    std::set<std::string> said;
    for (const engine::ControlBoundary& map : engine::apply(file.profile, file.contents, how)) {
        warn_of(map, said, console);
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

LoadedMaps load_two_maps(const std::string& before, const std::string& after,
                         const MapOptions& options, const Console& console) {
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
    return loaded;
}

} // namespace areaclaim
