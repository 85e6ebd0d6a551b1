// SPDX-License-Identifier: MIT
// From files to the maps of a source, and to regions of interest.
#include "engine/input_error.hpp"
#include "engine/sources/apply.hpp"
#include "shapes/io/read.hpp"
#include "tools/areaclaim/load.hpp"
#include "tools/areaclaim/map_reader.hpp"
#include "tools/areaclaim/progress.hpp"
#include "tools/report/map_warning_text.hpp"

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

std::string text_of(engine::MapWarning warning, const std::string& path,
                    const MapOptions& options) {
    warning.paths = {path};
    return report::map_warning_text(warning, report::Language::of(options.language));
}

void warn_of(const engine::ControlBoundary& map, std::set<std::string>& said,
             const MapOptions& options, const Console& console) {
    for (const engine::MapWarning& warning : map.warnings) {
        const std::string text = text_of(warning, map.path(), options);
        if (said.insert(text).second) {
            console.warn(text);
        }
    }
}

// Tells of a file that cannot be read; what is no such thing (out of memory) goes on being thrown.
void tell_of(const std::exception_ptr& error, const Console& console) {
    try {
        std::rethrow_exception(error);
    } catch (const shapes::ReadError& e) {
        console.error(e.what());
    } catch (const engine::InputError& e) {
        console.error(e.what());
    }
}

// Whether reading failed only because nothing in the file is held.
bool holds_nothing(const std::exception_ptr& error) {
    try {
        std::rethrow_exception(error);
    } catch (const engine::NothingMatches&) {
        return true;
    } catch (const shapes::NoFeatures&) {
        return true;
    } catch (...) {
        return false;
    }
}

// Takes what was read, file by file.
class Collector {
  public:
    Collector(const MapOptions& options, const Console& console)
        : options_(options), console_(console) {}

    // What file number `file_index` gave. A file in which nothing is held waits for what the others
    // tell.
    void take(const std::string& path, std::size_t file_index, ReadMaps read) {
        if (!read.error) {
            accept(path, file_index, std::move(read));
        } else if (holds_nothing(read.error)) {
            first_without_ = first_without_ ? first_without_ : read.error;
            without_holder_[file_index] = path;
        } else {
            if (options_.strict) {
                std::rethrow_exception(read.error);
            }
            if (last_unread_) {
                tell_of(last_unread_, console_);
            }
            last_unread_ = read.error; // the last one is told by the program, where none is read
            unread_.push_back(path);
        }
    }

    // Of a series in which some map has the holder, those without are maps on which nothing is
    // held: the holder is gone from them. Where none has, the profile or the filter is the wrong
    // one.
    LoadedMaps finish() {
        if (maps_.empty()) {
            std::rethrow_exception(first_without_ ? first_without_ : last_unread_);
        }
        if (last_unread_) {
            tell_of(last_unread_, console_);
        }
        MapOptions options = options_;
        if (options.profile.empty()) {
            options.profile = profile_->name;
        }
        for (const auto& [file_index, path] : without_holder_) {
            accept(path, file_index, read_maps(path, options, Nothing::allowed));
        }
        LoadedMaps result;
        for (auto& [file_index, maps] : maps_) {
            std::ranges::move(maps, std::back_inserter(result.maps));
        }
        for (auto& [file_index, records] : files_) {
            std::ranges::move(records, std::back_inserter(result.files));
        }
        result.profile = *profile_;
        result.unread = std::move(unread_);
        return result;
    }

  private:
    void tell_of_fitting(const std::string& path, const engine::MapWarning& fitting) const {
        const std::string text = text_of(fitting, path, options_);
        if (fitting.code == engine::MapWarningCode::profile_found) {
            console_.note(text);
        } else {
            console_.warn(text);
        }
    }

    void accept(const std::string& path, std::size_t file_index, ReadMaps read) {
        if (read.fitting && read.fitting != last_fitting_) { // once for a row of files of one kind
            tell_of_fitting(path, *read.fitting);
            last_fitting_ = read.fitting;
        }
        std::set<std::string> said; // of a file with several maps, once
        for (const engine::ControlBoundary& map : read.maps) {
            warn_of(map, said, options_, console_);
        }
        if (maps_.empty() || file_index < maps_.begin()->first) {
            profile_ = std::move(read.profile);
        }
        maps_[file_index] = std::move(read.maps);
        files_[file_index] = std::move(read.records);
    }

    const MapOptions& options_;
    const Console& console_;
    std::optional<engine::MapWarning> last_fitting_;
    std::shared_ptr<const SourceProfile> profile_;                     // of the first file
    std::map<std::size_t, std::vector<engine::ControlBoundary>> maps_; // by file, in its order
    std::map<std::size_t, std::vector<engine::InputFile>> files_;      // likewise
    std::map<std::size_t, std::string> without_holder_;
    std::exception_ptr first_without_;
    std::vector<std::string> unread_;
    std::exception_ptr last_unread_;
};

} // namespace

LoadedMaps load_maps(const std::vector<std::string>& paths, const MapOptions& options,
                     const Console& console, engine::FiguresAhead* ahead) {
    Progress progress(console, "reading", paths.size());
    MapReader reader(paths, options);
    Collector collector(options, console);
    for (std::size_t i = 0; i < paths.size(); ++i) {
        ReadMaps read = reader.take(i);
        if (ahead != nullptr && read.profile && !read.profile->parts) {
            std::ranges::for_each(read.maps, [&](const auto& map) { ahead->add(map); });
        }
        collector.take(paths[i], i, std::move(read));
        progress.step();
    }
    LoadedMaps loaded = collector.finish();
    if (loaded.profile.parts) { // they are put together from their regions
        std::vector<engine::RegionsOnDemand> regions;
        std::ranges::transform(loaded.maps, std::back_inserter(regions),
                               &engine::ControlBoundary::regions);
        bring(regions, options.thread_count());
    }
    return loaded;
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
        warn_of(map, said, options, console);
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
    MapOptions both = options;
    both.strict = true;
    both.no_cache = true; // the regions of both are needed anyway
    LoadedMaps loaded = load_maps(paths, both, console);
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
