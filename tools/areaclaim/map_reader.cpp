// SPDX-License-Identifier: MIT
#include "tools/areaclaim/map_reader.hpp"

#include "engine/sources/apply.hpp"
#include "shapes/memory/huge_pages.hpp"
#include "tools/areaclaim/same_bytes.hpp"
#include "tools/areaclaim/standard_input.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <numeric>
#include <system_error>
#include <utility>

namespace areaclaim {
namespace {

using engine::ControlBoundary;

/// What a file gives whose contents were read. `same`: the maps of another one with the same bytes.
ReadMaps understood(FoundFile& file, const MapOptions& options, Nothing nothing,
                    const std::vector<ControlBoundary>* same) {
    engine::ApplyOptions how;
    how.fill = options.fill_rule();
    how.may_hold_nothing = nothing == Nothing::allowed;
    how.asks_for_day = file.path != kStandardInput;
    how.same = same;
    ReadMaps read;
    read.profile = std::make_shared<const engine::SourceProfile>(file.profile);
    read.fitting = std::move(file.fitting);
    read.records = std::move(file.records);
    read.is_self_contained = file.contents.format == "GeoJSON" &&
                             (file.contents.crs.empty() || file.contents.crs == "OGC:CRS84");
    read.maps = engine::apply(file.profile, file.contents, how);
    return read;
}

template<class Make>
ReadMaps guarded(const Make& make) {
    try {
        return make();
    } catch (...) {
        ReadMaps read;
        read.error = std::current_exception();
        return read;
    }
}

/// Turns what was read of one file into what another one with the same bytes would have given.
void call_it(const std::string& path, FoundFile& file) {
    shapes::FeatureCollection& contents = file.contents;
    if (contents.layer_is_file_name) {
        const std::string layer = std::filesystem::path(path).stem();
        for (shapes::Feature& feature : contents.features) {
            feature.layer = layer;
        }
    }
    for (shapes::ReadWarning& warning : contents.warnings) {
        if (warning.name.starts_with(contents.path)) { // as libraries have it
            warning.name.replace(0, contents.path.size(), path);
        }
    }
    file.path = contents.path = path;
}

/// Whether the records of two files tell of the same bytes.
bool same_records(const std::vector<engine::InputFile>& a,
                  const std::vector<engine::InputFile>& b) {
    return std::ranges::equal(a, b, [](const engine::InputFile& x, const engine::InputFile& y) {
        return x.bytes == y.bytes && x.sha256 == y.sha256;
    });
}

/// A pair of small files, which one thread has read before another one has begun to help: half a
/// millisecond of processor is saved, where the whole pair takes four.
bool is_small_pair(const std::vector<std::string>& paths) {
    constexpr std::uintmax_t kSmall = 200'000; // bytes
    return paths.size() == 2 && std::ranges::all_of(paths, [](const std::string& path) {
               std::error_code error;
               const auto size = std::filesystem::file_size(path, error);
               return !error && size < kSmall;
           });
}

} // namespace

ReadMaps read_maps(const std::string& path, const MapOptions& options, Nothing nothing) {
    FoundFile file = find_file(path, options, nothing);
    return understood(file, options, nothing, nullptr);
}

void bring(const std::vector<engine::RegionsOnDemand>& regions, int threads) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < regions.size(); i = next++) {
            try {
                regions[i].get();
            } catch (const std::exception&) {
                continue; // it is asked for again
            }
        }
    };
    std::vector<std::jthread> others;
    try {
        for (int t = 1; t < threads && others.size() + 1 < regions.size(); ++t) {
            others.emplace_back(work);
        }
    } catch (const std::system_error&) {
        // The system has no more threads to give: those that there are bring all.
    }
    work();
}

MapReader::MapReader(const std::vector<std::string>& paths, const MapOptions& options)
    : paths_(paths), options_(options), index_(MapIndex::of(paths, options)), first_(paths.size()),
      repeats_(paths.size()), read_(paths.size()), ready_(paths.size(), false),
      remembered_(paths.size(), false) {
    std::iota(first_.begin(), first_.end(), std::size_t{0});
    find_remembered();
    find_repeats();
    const auto unread = static_cast<std::size_t>(std::ranges::count(remembered_, false));
    const auto wanted = static_cast<std::size_t>(std::max(1, options.thread_count()));
    const std::size_t threads = unread > 1 && !is_small_pair(paths) ? std::min(wanted, unread) : 0;
    try {
        while (threads_.size() < threads) {
            threads_.emplace_back([this] { work(); });
        }
    } catch (const std::system_error&) {
        // The system has no more threads to give: those that there are read all files.
    }
    if (threads_.empty()) {
        read_all();
    }
}

void MapReader::find_remembered() {
    for (std::size_t i = 0; index_ && i < paths_.size(); ++i) {
        if (auto known = index_->find(paths_[i], MapIndex::By::state)) {
            read_[i] = std::move(*known);
            ready_[i] = remembered_[i] = true;
        }
    }
}

void MapReader::find_repeats() {
    std::vector<std::size_t> unread;
    std::vector<std::string> paths;
    for (std::size_t i = 0; i < paths_.size(); ++i) {
        if (!remembered_[i]) {
            unread.push_back(i);
            paths.push_back(paths_[i]);
        }
    }
    // A layer that is asked for may be told by the file's name.
    if (paths.size() < 2 || !options_.layer.empty()) {
        return;
    }
    const std::vector<std::size_t> first =
        first_with_same_bytes(paths, options_.max_bytes, options_.thread_count());
    for (std::size_t u = 0; u < unread.size(); ++u) {
        if (first[u] != u) {
            first_[unread[u]] = unread[first[u]];
            repeats_[unread[first[u]]].push_back(unread[u]);
        }
    }
}

MapReader::~MapReader() {
    {
        const std::lock_guard lock(mutex_);
        is_over_ = true;
    }
    room_.notify_all();
    for (std::thread& thread : threads_) {
        thread.join();
    }
}

ReadMaps MapReader::take(std::size_t i) {
    std::unique_lock lock(mutex_);
    one_more_.wait(lock, [&] { return ready_[i]; });
    taken_ = i + 1;
    room_.notify_all();
    return std::move(read_[i]);
}

void MapReader::work() {
    const shapes::HeapInHugePages heap;
    for (std::size_t i = next_++; i < paths_.size() && has_room_for(i); i = next_++) {
        if (first_[i] == i && !remembered_[i]) {
            read_with_repeats(i);
        }
    }
}

/// Waits until file `i` is not too far ahead of what is taken, so that memory does not grow with
/// the number of files; false where nobody takes any more.
bool MapReader::has_room_for(std::size_t i) {
    constexpr std::size_t kAhead = 32;
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return is_over_ || i < taken_ + kAhead; });
    return !is_over_;
}

/// Without a thread to do so.
void MapReader::read_all() {
    for (std::size_t i = 0; i < paths_.size(); ++i) {
        if (first_[i] == i && !remembered_[i]) {
            read_with_repeats(i);
        }
    }
}

/// A file and all that repeat it. Where the first one gave nothing, each tells so under its own
/// name.
void MapReader::read_with_repeats(std::size_t i) {
    FoundFile file;
    ReadMaps first = guarded([&] { return read_first(paths_[i], file); });
    for (const std::size_t r : repeats_[i]) {
        hand_over(r, guarded([&] { return read_repeat(paths_[r], first, file); }));
    }
    hand_over(i, std::move(first));
}

/// `file` is left as it was where the index knows the bytes.
ReadMaps MapReader::read_first(const std::string& path, FoundFile& file) const {
    if (auto known = index_ ? index_->find(path, MapIndex::By::bytes) : std::nullopt) {
        return std::move(*known);
    }
    const auto state = index_ ? state_of(path) : std::nullopt;
    file = find_file(path, options_);
    ReadMaps read = understood(file, options_, Nothing::refused, nullptr);
    if (index_) {
        index_->keep(path, state, read);
    }
    return read;
}

/// `file` is what was read of `first`, or of a repeat of it.
ReadMaps MapReader::read_repeat(const std::string& path, const ReadMaps& first,
                                FoundFile& file) const {
    const auto state = index_ ? state_of(path) : std::nullopt;
    const bool at_hand = !first.error && !file.path.empty();
    std::vector<engine::InputFile> records =
        at_hand && options_.record_files ? input_records(path) : std::vector<engine::InputFile>{};
    if (!at_hand || !same_records(records, first.records)) {
        FoundFile own; // one was changed meanwhile, or the first is not at hand
        return read_first(path, own);
    }
    call_it(path, file);
    choose_profile(file, options_);
    file.records = std::move(records);
    ReadMaps read = understood(file, options_, Nothing::refused, &first.maps);
    if (index_) {
        index_->keep(path, state, read, &first.maps);
    }
    return read;
}

void MapReader::hand_over(std::size_t i, ReadMaps read) {
    {
        const std::lock_guard lock(mutex_);
        read_[i] = std::move(read);
        ready_[i] = true;
    }
    one_more_.notify_one();
}

} // namespace areaclaim
