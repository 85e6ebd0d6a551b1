// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace areaclaim {

/// What is remembered: values by their keys, both bytes that mean nothing here.
using IndexRecords = std::map<std::string, std::string, std::less<>>;

/// The most bytes of one index, and of all in the folder. Beyond the first an index keeps what the
/// last run used; beyond the second the ones unused for longest go.
inline constexpr std::size_t kMostIndexBytes = std::size_t{64} << 20;
inline constexpr std::size_t kMostFolderBytes = std::size_t{256} << 20;

/// A file in the user's cache folder, `$XDG_CACHE_HOME/areaclaim`, else `~/.cache/areaclaim`, that
/// only he may read. Where there is no such folder, or it is not his alone to write to, nothing is
/// read and nothing written. Nothing here throws for what stands on the disk.
class IndexFile {
  public:
    /// `name` is made of letters and digits.
    explicit IndexFile(const std::string& name);

    /// What stands in it; nothing where it is not whole, or anyone else could have written it.
    IndexRecords read() const;

    /// Adds to what stands there by now, and takes its place as a whole. Several processes may do
    /// so at once: each sees a whole file, and none waits long for another. `used` gives what stays
    /// where not all can; it is only asked then.
    void add(const IndexRecords& fresh, const std::function<IndexRecords()>& used) const;

  private:
    void remove_oldest() const;

    std::string folder_; ///< empty: none
    std::string path_;
};

} // namespace areaclaim
