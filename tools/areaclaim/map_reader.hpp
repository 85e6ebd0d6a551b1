// SPDX-License-Identifier: MIT
#pragma once

#include "tools/areaclaim/load.hpp"
#include "tools/areaclaim/map_index.hpp"

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace areaclaim {

/// What one file gave: its maps, or why there are none.
struct ReadMaps {
    std::shared_ptr<const engine::SourceProfile> profile; ///< nullptr where there are none
    std::optional<engine::MapWarning> fitting;            ///< as FoundFile has it
    std::vector<engine::InputFile> records;               ///< likewise
    std::vector<engine::ControlBoundary> maps;
    bool is_self_contained = false; ///< GeoJSON in longitude and latitude: it needs nothing else
    std::exception_ptr error;       ///< what reading threw; all else is empty then
};

/// Reads one file and says what it means. Throws as `find_file` and `engine::apply` do.
ReadMaps read_maps(const std::string& path, const MapOptions& options, Nothing nothing);

/// Brings regions of many maps that an index knows, on so many threads. What cannot be brought is
/// left to who asks for it, who is told why.
void bring(const std::vector<engine::RegionsOnDemand>& regions, int threads);

/// Reads many files some way ahead of whoever takes them, on as many threads as the options say.
/// What the index of their archive knows is not read at all (MapIndex); files with the same bytes
/// are parsed and proven once. What is taken depends neither on the number of threads nor on what
/// repeats.
///
/// `paths` and `options` must outlive it.
class MapReader {
  public:
    MapReader(const std::vector<std::string>& paths, const MapOptions& options);
    MapReader(const MapReader&) = delete;
    MapReader& operator=(const MapReader&) = delete;
    /// Begins nothing new, and waits for what is being read.
    ~MapReader();

    /// Waits for file `i`, which is then the caller's; once for each file, in their order.
    ReadMaps take(std::size_t i);

  private:
    void work();
    bool has_room_for(std::size_t i);
    void read_all();
    void find_remembered();
    void find_repeats();
    void read_with_repeats(std::size_t i);
    ReadMaps read_first(const std::string& path, FoundFile& file) const;
    ReadMaps read_repeat(const std::string& path, const ReadMaps& first, FoundFile& file) const;
    void hand_over(std::size_t i, ReadMaps read);

    const std::vector<std::string>& paths_;
    const MapOptions& options_;
    std::shared_ptr<MapIndex> index_;               ///< may be nullptr
    std::vector<std::size_t> first_;                ///< by file: the first with the same bytes
    std::vector<std::vector<std::size_t>> repeats_; ///< by file: later ones with the same bytes
    std::vector<ReadMaps> read_;
    std::vector<bool> ready_;
    std::vector<bool> remembered_; ///< by file: the index knew it; constant once threads run
    std::atomic<std::size_t> next_ = 0;
    std::mutex mutex_;
    std::condition_variable one_more_;
    std::size_t taken_ = 0; ///< files before this one are taken
    bool is_over_ = false;
    std::condition_variable room_;
    std::vector<std::thread> threads_; ///< last, as they use all the others
};

} // namespace areaclaim
