// SPDX-License-Identifier: MIT
#include "tools/areaclaim/map_reader.hpp"

#include "engine/sources/apply.hpp"
#include "tools/areaclaim/same_bytes.hpp"
#include "tools/areaclaim/standard_input.hpp"

#include <algorithm>
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
    ReadMaps read{
        file.profile, std::move(file.note), std::move(file.warning), std::move(file.records), {},
        nullptr};
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
    for (std::string& warning : contents.warnings) {
        if (warning.starts_with(contents.path)) {
            warning.replace(0, contents.path.size(), path);
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

} // namespace

ReadMaps read_maps(const std::string& path, const MapOptions& options, Nothing nothing) {
    FoundFile file = find_file(path, options, nothing);
    return understood(file, options, nothing, nullptr);
}

MapReader::MapReader(const std::vector<std::string>& paths, const MapOptions& options)
    : paths_(paths), options_(options), first_(paths.size()), repeats_(paths.size()),
      read_(paths.size()), ready_(paths.size(), false) {
    // A layer that is asked for may be told by the file's name.
    if (paths.size() > 1 && options.layer.empty()) {
        first_ = first_with_same_bytes(paths, options.max_bytes);
    } else {
        std::iota(first_.begin(), first_.end(), std::size_t{0});
    }
    for (std::size_t i = 0; i < first_.size(); ++i) {
        if (first_[i] != i) {
            repeats_[first_[i]].push_back(i);
        }
    }
    const auto wanted = static_cast<std::size_t>(std::max(1, options.thread_count()));
    const std::size_t threads = paths.size() > 1 ? std::min(wanted, paths.size()) : 0;
    try {
        while (threads_.size() < threads) {
            threads_.emplace_back([this] { work(); });
        }
    } catch (const std::system_error&) {
        // The system has no more threads to give: those that there are read all files.
    }
    if (threads_.empty()) {
        work();
    }
}

MapReader::~MapReader() {
    next_ = paths_.size();
    for (std::thread& thread : threads_) {
        thread.join();
    }
}

ReadMaps MapReader::take(std::size_t i) {
    std::unique_lock lock(mutex_);
    one_more_.wait(lock, [&] { return ready_[i]; });
    return std::move(read_[i]);
}

void MapReader::work() {
    for (std::size_t i = next_++; i < paths_.size(); i = next_++) {
        if (first_[i] == i) {
            read_with_repeats(i);
        }
    }
}

/// A file and all that repeat it. Where the first one gave nothing, each tells so under its own
/// name.
void MapReader::read_with_repeats(std::size_t i) {
    FoundFile file;
    ReadMaps first = guarded([&] {
        file = find_file(paths_[i], options_);
        return understood(file, options_, Nothing::refused, nullptr);
    });
    for (const std::size_t r : repeats_[i]) {
        hand_over(r, guarded([&] { return read_repeat(paths_[r], first, file); }));
    }
    hand_over(i, std::move(first));
}

/// `file` is what was read of `first`, or of a repeat of it.
ReadMaps MapReader::read_repeat(const std::string& path, const ReadMaps& first,
                                FoundFile& file) const {
    std::vector<engine::InputFile> records =
        options_.record_files ? input_records(path) : std::vector<engine::InputFile>{};
    if (first.error || !same_records(records, first.records)) { // one was changed meanwhile
        return read_maps(path, options_, Nothing::refused);
    }
    call_it(path, file);
    choose_profile(file, options_);
    file.records = std::move(records);
    return understood(file, options_, Nothing::refused, &first.maps);
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
