// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/figure_store.hpp"
#include "tools/areaclaim/index_file.hpp"
#include "tools/areaclaim/load.hpp"
#include "tools/areaclaim/remembered_file.hpp"

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace areaclaim {

struct ReadMaps;

/// What is remembered of an archive of maps from one run to the next, so that the next one need not
/// read them: what each file told, and the figures of its maps and of the steps between them.
///
/// A file counts as the one that was read while its state is the same and, when it was read, it had
/// rested for longer than its file system tells times apart (as git has it with its index): a later
/// change shows in its times. Where only its times differ, its SHA-256 decides. Regions are not
/// kept: they are read when somebody asks for them, once more where they were let go meanwhile, and
/// must then be those that were remembered.
/// Only JSON files in longitude and latitude are remembered: they alone tell all in one file, and
/// need no other library.
///
/// It is written when the last who holds it, and the last map that it knows, are gone.
class MapIndex final : public engine::FigureStore, public std::enable_shared_from_this<MapIndex> {
  public:
    /// The index of the archive that files belong to, as they are read with these options; nullptr
    /// where none is wanted or worth it.
    static std::shared_ptr<MapIndex> of(const std::vector<std::string>& paths,
                                        const MapOptions& options);

    MapIndex(IndexFile file, const MapOptions& options);
    ~MapIndex() override;

    /// Whether a file is to be found by its state alone, or by its SHA-256 where its times differ.
    enum class By { state, bytes };
    /// What a file would give if it were read; nothing where it is not known.
    std::optional<ReadMaps> find(const std::string& path, By by);

    /// Remembers what a file gave, whose state was `before` when its reading began. Its maps are
    /// known to this index from here on, whether or not the file can be remembered. `same`: the
    /// maps of a file with the same bytes.
    void keep(const std::string& path, const std::optional<FileState>& before, ReadMaps& read,
              const std::vector<engine::ControlBoundary>* same = nullptr);

    std::optional<std::vector<double>> find(const engine::FigureKey& key) override;
    void keep(const engine::FigureKey& key, const std::vector<double>& figures) override;
    engine::MapDigest digest_of(const shapes::Region& region) const override;
    engine::MapDigest digest_of(std::string_view bytes) const override;

  private:
    std::optional<std::string_view> value_of(const std::string& key);
    void remember(const std::string& key, std::string value);
    std::optional<ReadMaps> as_read(const std::string& path, RememberedFile file);
    std::shared_ptr<const engine::SourceProfile> profile_of(const std::string& name);
    void can_be_read_again(const std::string& path, std::vector<engine::ControlBoundary>& maps);

    IndexFile file_;
    MapOptions options_; ///< without the cache, for reading regions
    std::mutex mutex_;
    IndexRecords known_; ///< as they stood in the file
    IndexRecords fresh_;
    std::vector<IndexRecords::const_iterator> used_;       ///< into `known_`
    std::shared_ptr<const engine::SourceProfile> profile_; ///< that was asked for last
};

} // namespace areaclaim
