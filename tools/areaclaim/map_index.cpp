// SPDX-License-Identifier: MIT
#include "tools/areaclaim/map_index.hpp"

#include "engine/input_error.hpp"
#include "shapes/io/file_text.hpp"
#include "shapes/io/json_head.hpp"
#include "shapes/io/read.hpp"
#include "tools/areaclaim/digest.hpp"
#include "tools/areaclaim/index_bytes.hpp"
#include "tools/areaclaim/map_reader.hpp"
#include "tools/areaclaim/version.hpp"

#include <cmath>
#include <exception>
#include <filesystem>
#include <functional>
#include <mutex>
#include <set>
#include <span>
#include <system_error>
#include <utility>

namespace areaclaim {
namespace {

namespace fs = std::filesystem;
using engine::ControlBoundary;
using engine::MapDigest;

// Fewer and smaller files are read as quickly as an index is.
constexpr std::size_t kFewFiles = 8;
constexpr std::uint64_t kFewBytes = std::uint64_t{16} << 20;

// No figure of the Earth is as large; what is was not written by this program.
constexpr double kMostFigure = 1e18;

bool is_worth_it(const std::vector<std::string>& paths) {
    if (paths.size() >= kFewFiles) {
        return true;
    }
    std::uint64_t bytes = 0;
    for (const std::string& path : paths) {
        const auto state = state_of(path);
        bytes += state ? state->bytes : 0;
    }
    return bytes >= kFewBytes;
}

/// What the program itself is: another one may measure otherwise.
void add_program(IndexWriter& out) {
    out.add(std::string_view(program_version()));
    const FileState self = state_of("/proc/self/exe").value_or(FileState{});
    out.add(self.device);
    out.add(self.inode);
    out.add(self.bytes);
    out.add(self.written_ns);
}

/// A name for the index of files in a folder, read with these options by this program. Throws
/// where the profile cannot be read.
std::string name_of(const std::vector<std::string>& paths, const MapOptions& options) {
    IndexWriter out;
    add_program(out);
    out.add(std::string_view(options.profile));
    if (!options.profile.empty() && engine::find_built_in_profile(options.profile) == nullptr) {
        out.add(std::string_view(sha256(read_text(options.profile)))); // a pipe is refused
    }
    for (const std::string& option :
         {options.layer, options.where, options.fill, options.antimeridian}) {
        out.add(std::string_view(option));
    }
    out.add(static_cast<std::uint64_t>(options.max_bytes));
    std::error_code ignored;
    out.add(std::string_view(fs::absolute(paths.front(), ignored).parent_path().native()));
    return sha256(out.bytes()).substr(0, 32);
}

std::string key_of(const std::string& path) {
    std::error_code ignored;
    return 'F' + sha256(fs::absolute(path, ignored).native() + '\0' + path);
}

std::string key_of(const engine::FigureKey& figures) {
    IndexWriter out;
    out.add(static_cast<std::uint8_t>('P'));
    out.add(static_cast<std::uint8_t>(figures.kind));
    out.add(static_cast<std::uint8_t>(figures.level));
    out.add(static_cast<std::uint8_t>(figures.edges));
    out.add(figures.before);
    out.add(figures.after);
    out.add(figures.beside);
    return out.bytes();
}

/// All of a region; what is equal has the same bytes, -0 and 0 as well.
void add(IndexWriter& out, const shapes::Region& region) {
    const auto add_starts = [&](std::span<const std::size_t> starts) {
        out.add(static_cast<std::uint64_t>(starts.size()));
        for (const std::size_t start : starts) {
            out.add(static_cast<std::uint64_t>(start));
        }
    };
    add_starts(region.polygon_starts());
    add_starts(region.ring_starts());
    out.add(static_cast<std::uint64_t>(region.position_count()));
    for (const shapes::Position p : region.positions()) {
        out.add(p.lon + 0.0);
        out.add(p.lat + 0.0);
    }
}

MapDigest drawn_digest(const ControlBoundary& map) {
    IndexWriter out;
    out.add(static_cast<std::uint8_t>(map.fill));
    for (const engine::ControlClass c : engine::kControlClasses) {
        add(out, map.drawn()[engine::index(c)]);
    }
    return sha256_digest_of(out.bytes());
}

MapDigest change_digest(const ControlBoundary& map) {
    IndexWriter out;
    add(out, map.change().lost);
    add(out, map.change().gained);
    return sha256_digest_of(out.bytes());
}

/// Empty where the file cannot be read: reading it as a map says why.
std::string sha256_or_nothing(const std::string& path) {
    try {
        return sha256_of_file(path);
    } catch (const engine::InputError&) {
        return "";
    }
}

/// Whether a file is JSON, which tells all in itself; not where it cannot be read.
bool is_json_file(const std::string& path) {
    try {
        return shapes::io::is_json(shapes::io::file_head(path));
    } catch (const shapes::ReadError&) {
        return false;
    }
}

/// A file that is read again for the regions of its maps: once, whichever of them is asked first.
class ReadAgain {
  public:
    ReadAgain(std::string path, MapOptions options)
        : path_(std::move(path)), options_(std::move(options)) {}

    engine::MapRegions regions(std::size_t i, const MapDigest& drawn, const MapDigest& change) {
        const std::lock_guard lock(mutex_);
        if (maps_.empty()) {
            maps_ = read_maps(path_, options_, Nothing::refused).maps;
        }
        if (i >= maps_.size() || drawn_digest(maps_[i]) != drawn ||
            change_digest(maps_[i]) != change) {
            throw engine::InputError(path_ +
                                     ": was changed while it was read; run areaclaim again");
        }
        engine::MapRegions found = maps_[i].regions.get();
        given_.insert(i);
        if (given_.size() == maps_.size()) { // whoever asked holds them now
            maps_.clear();
            given_.clear();
        }
        return found;
    }

  private:
    std::mutex mutex_;
    std::string path_;
    MapOptions options_;
    std::vector<ControlBoundary> maps_;
    std::set<std::size_t> given_; ///< those that were asked for since the file was read
};

} // namespace

std::shared_ptr<MapIndex> MapIndex::of(const std::vector<std::string>& paths,
                                       const MapOptions& options) {
    if (options.no_cache || !is_worth_it(paths)) {
        return nullptr;
    }
    try {
        return std::make_shared<MapIndex>(IndexFile(name_of(paths, options)), options);
    } catch (const engine::InputError&) {
        return nullptr; // a profile that cannot be read: reading the maps says why
    } catch (const shapes::ReadError&) {
        return nullptr;
    }
}

MapIndex::MapIndex(IndexFile file, const MapOptions& options)
    : file_(std::move(file)), options_(options), known_(file_.read()) {
    options_.record_files = false;
}

MapIndex::~MapIndex() {
    if (fresh_.empty()) {
        return;
    }
    try {
        file_.add(fresh_, [&] {
            IndexRecords used;
            for (const auto& record : used_) {
                used.insert(*record);
            }
            return used;
        });
    } catch (const std::exception&) {
        // Out of memory: the next run is no quicker, that is all.
    }
}

std::optional<std::string_view> MapIndex::value_of(const std::string& key) {
    const std::lock_guard lock(mutex_);
    if (const auto fresh = fresh_.find(key); fresh != fresh_.end()) {
        return fresh->second;
    }
    const auto known = known_.find(key);
    if (known == known_.end()) {
        return std::nullopt;
    }
    used_.push_back(known);
    return known->second;
}

void MapIndex::remember(const std::string& key, std::string value) {
    const std::lock_guard lock(mutex_);
    fresh_.emplace(key, std::move(value));
}

std::optional<ReadMaps> MapIndex::find(const std::string& path, By by) {
    const auto state = state_of(path);
    const std::string key = key_of(path);
    const auto value = state ? value_of(key) : std::nullopt;
    std::optional<RememberedFile> file = value ? decoded(*value) : std::nullopt;
    if (!file || file->state.bytes != state->bytes) {
        return std::nullopt;
    }
    if (file->state != *state) {
        if (by == By::state || sha256_or_nothing(path) != file->sha256) {
            return std::nullopt;
        }
        if (state->rested && state_of(path) == state) {
            file->state = *state;
            remember(key, encoded(*file));
        }
    }
    return as_read(path, std::move(*file));
}

/// What a remembered file gives, with regions that are read when they are asked for.
std::optional<ReadMaps> MapIndex::as_read(const std::string& path, RememberedFile file) {
    const auto profile = profile_of(file.profile);
    if (profile == nullptr) {
        return std::nullopt;
    }
    ReadMaps read;
    read.profile = profile;
    read.fitting = std::move(file.fitting);
    read.records = {{path, file.sha256, static_cast<std::size_t>(file.state.bytes)}};
    read.maps = std::move(file.maps);
    for (ControlBoundary& map : read.maps) {
        map.source = profile->name;
        map.paths = {path};
        map.map_hour = profile->map_hour;
        map.map_hour_in = profile->map_hour_in;
        map.fill = options_.fill_rule();
        map.identity->store = shared_from_this();
        map.regions = engine::RegionsOnDemand(std::function<engine::MapRegions()>()); // see below
    }
    can_be_read_again(path, read.maps);
    return read;
}

/// Has the regions of a file's maps brought from the file.
void MapIndex::can_be_read_again(const std::string& path, std::vector<ControlBoundary>& maps) {
    const auto again = std::make_shared<ReadAgain>(path, options_);
    for (std::size_t i = 0; i < maps.size(); ++i) {
        const engine::MapIdentity& identity = *maps[i].identity;
        maps[i].regions.can_be_brought_by(
            [again, i, drawn = identity.drawn, change = identity.change] {
                return again->regions(i, drawn, change);
            });
    }
}

/// The profile of this name: the one asked for, else a built-in one.
std::shared_ptr<const engine::SourceProfile> MapIndex::profile_of(const std::string& name) {
    const std::lock_guard lock(mutex_);
    if (profile_ == nullptr || profile_->name != name) {
        if (options_.profile.empty()) {
            const engine::SourceProfile* built_in = engine::find_built_in_profile(name);
            profile_ = built_in != nullptr
                           ? std::make_shared<const engine::SourceProfile>(*built_in)
                           : nullptr;
        } else if (profile_ == nullptr) {
            profile_ =
                std::make_shared<const engine::SourceProfile>(find_profile(options_.profile));
        }
    }
    return profile_ != nullptr && profile_->name == name ? profile_ : nullptr;
}

void MapIndex::keep(const std::string& path, const std::optional<FileState>& before, ReadMaps& read,
                    const std::vector<ControlBoundary>* same) {
    for (std::size_t i = 0; i < read.maps.size(); ++i) {
        ControlBoundary& map = read.maps[i];
        const bool is_same = same != nullptr && i < same->size() && (*same)[i].identity &&
                             (*same)[i].drawn() == map.drawn();
        map.identity = {is_same ? (*same)[i].identity->drawn : drawn_digest(map),
                        change_digest(map), shared_from_this()};
    }
    if (!before || !before->rested || !read.is_self_contained || read.records.size() > 1 ||
        !is_json_file(path)) {
        return;
    }
    const std::string digest =
        read.records.empty() ? sha256_or_nothing(path) : read.records.front().sha256;
    if (!digest.empty() && state_of(path) == before) {
        remember(key_of(path),
                 encoded({*before, digest, read.profile->name, read.fitting, read.maps}));
        can_be_read_again(path, read.maps);
    }
}

std::optional<std::vector<double>> MapIndex::find(const engine::FigureKey& key) {
    const auto value = value_of(key_of(key));
    if (!value || value->size() % sizeof(double) != 0) {
        return std::nullopt;
    }
    std::vector<double> figures;
    IndexReader in(*value);
    while (in.left() > 0) {
        figures.push_back(in.number<double>());
        if (!(std::abs(figures.back()) <= kMostFigure)) {
            return std::nullopt;
        }
    }
    return figures;
}

void MapIndex::keep(const engine::FigureKey& key, const std::vector<double>& figures) {
    IndexWriter out;
    for (const double figure : figures) {
        out.add(figure);
    }
    remember(key_of(key), out.bytes());
}

MapDigest MapIndex::digest_of(const shapes::Region& region) const {
    IndexWriter out;
    add(out, region);
    return sha256_digest_of(out.bytes());
}

MapDigest MapIndex::digest_of(std::string_view bytes) const {
    return sha256_digest_of(bytes);
}

} // namespace areaclaim
