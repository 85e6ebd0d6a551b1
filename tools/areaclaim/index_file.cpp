// SPDX-License-Identifier: MIT
#include "tools/areaclaim/index_file.hpp"

#include "shapes/io/atomic_file.hpp"
#include "tools/areaclaim/digest.hpp"
#include "tools/areaclaim/index_bytes.hpp"
#include "tools/areaclaim/user_folder.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <fcntl.h>
#include <filesystem>
#include <optional>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <vector>

namespace areaclaim {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMagic = "areaclaim index 1\n";

/// A descriptor that is closed again.
class Open {
  public:
    Open(const std::string& path, int flags) : fd_(::open(path.c_str(), flags | O_CLOEXEC)) {}
    Open(const Open&) = delete;
    Open& operator=(const Open&) = delete;
    ~Open() {
        if (fd_ >= 0) {
            ::close(fd_);
        }
    }
    bool ok() const { return fd_ >= 0; }
    int fd() const { return fd_; }

    /// Where it is of this kind, the user's, and nobody else may write to it.
    std::optional<struct stat> own(mode_t kind) const {
        struct stat status {};
        const bool mine = ok() && ::fstat(fd_, &status) == 0 && (status.st_mode & S_IFMT) == kind &&
                          status.st_uid == ::geteuid() && (status.st_mode & 022) == 0;
        return mine ? std::optional(status) : std::nullopt;
    }

  private:
    int fd_;
};

/// The cache folder, made where it is not there; empty where there is none to be had.
std::string cache_folder() {
    const std::string base = user_folder("XDG_CACHE_HOME", ".cache");
    if (base.empty()) {
        return "";
    }
    const std::string folder = base + "/areaclaim";
    ::mkdir(base.c_str(), 0700); // as the XDG Base Directory Specification asks for
    ::mkdir(folder.c_str(), 0700);
    return Open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW).own(S_IFDIR) ? folder : "";
}

/// The bytes of a file that is the user's own; empty without one.
std::string own_bytes(const std::string& path) {
    const Open file(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    const auto status = file.own(S_IFREG);
    if (!status || status->st_size <= 0 ||
        static_cast<std::size_t>(status->st_size) > kMostIndexBytes) {
        return "";
    }
    std::string bytes(static_cast<std::size_t>(status->st_size), '\0');
    std::size_t read = 0;
    while (read < bytes.size()) {
        const ssize_t n = ::read(file.fd(), bytes.data() + read, bytes.size() - read);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n <= 0) {
            return "";
        }
        read += static_cast<std::size_t>(n);
    }
    ::futimens(file.fd(), nullptr); // used just now: the oldest go first where there are too many
    return bytes;
}

/// Magic, SHA-256 of what follows, records.
IndexRecords parsed(std::string_view bytes) {
    constexpr std::size_t kHexDigits = 64;
    if (!bytes.starts_with(kMagic) || bytes.size() < kMagic.size() + kHexDigits) {
        return {};
    }
    bytes.remove_prefix(kMagic.size());
    const std::string_view digest = bytes.substr(0, kHexDigits);
    bytes.remove_prefix(kHexDigits);
    if (sha256(bytes) != digest) {
        return {}; // torn, or not ours
    }
    IndexRecords records;
    IndexReader in(bytes);
    while (in.ok() && in.left() > 0) {
        const std::string_view key = in.text();
        const std::string_view value = in.text();
        if (in.ok()) {
            records.emplace_hint(records.end(), key, value);
        }
    }
    return in.ok() ? records : IndexRecords{};
}

std::string written(const IndexRecords& records) {
    IndexWriter out;
    for (const auto& [key, value] : records) {
        out.add(std::string_view(key));
        out.add(std::string_view(value));
    }
    return std::string(kMagic) + sha256(out.bytes()) + out.bytes();
}

std::size_t bytes_of(const IndexRecords& records) {
    constexpr std::size_t kLengths = 2 * sizeof(std::uint32_t);
    std::size_t sum = kMagic.size() + 64;
    for (const auto& [key, value] : records) {
        sum += key.size() + value.size() + kLengths;
    }
    return sum;
}

/// Holds the folder's lock, unless somebody else does for longer than one waits for a cache.
class FolderLock {
  public:
    explicit FolderLock(const std::string& folder) : folder_(folder, O_RDONLY | O_DIRECTORY) {
        for (int tries = 0; folder_.ok() && !held_ && tries < 20; ++tries) {
            held_ = ::flock(folder_.fd(), LOCK_EX | LOCK_NB) == 0;
            if (!held_) {
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
            }
        }
    }
    bool held() const { return held_; }

  private:
    Open folder_; // closing it lets go
    bool held_ = false;
};

} // namespace

IndexFile::IndexFile(const std::string& name)
    : folder_(cache_folder()), path_(folder_.empty() ? "" : folder_ + "/" + name) {}

IndexRecords IndexFile::read() const {
    return folder_.empty() ? IndexRecords{} : parsed(own_bytes(path_));
}

void IndexFile::add(const IndexRecords& fresh, const std::function<IndexRecords()>& used) const {
    if (folder_.empty()) {
        return;
    }
    const FolderLock lock(folder_);
    std::error_code ignored;
    if (!lock.held() || fs::is_symlink(path_, ignored)) {
        return; // a link could lead to any file
    }
    IndexRecords all = fresh;
    all.merge(read());
    if (bytes_of(all) > kMostIndexBytes) {
        all = fresh;
        all.merge(used());
    }
    if (bytes_of(all) > kMostIndexBytes) {
        return; // an archive so large is read anew each time
    }
    try {
        shapes::write_file(path_, written(all), shapes::FileMode::private_to_user);
    } catch (const shapes::WriteError&) {
        return; // a full disk: the next run is no quicker, that is all
    }
    remove_oldest();
}

void IndexFile::remove_oldest() const {
    struct Found {
        fs::file_time_type written;
        std::uintmax_t bytes;
        fs::path path;
    };
    std::vector<Found> all;
    std::uintmax_t sum = 0;
    std::error_code error;
    for (fs::directory_iterator at(folder_, error), end; !error && at != end; at.increment(error)) {
        std::error_code gone;
        if (at->is_regular_file(gone) && !at->is_symlink(gone)) {
            const auto written = at->last_write_time(gone);
            const std::uintmax_t bytes = gone ? 0 : at->file_size(gone);
            if (!gone) {
                all.push_back({written, bytes, at->path()});
                sum += bytes;
            }
        }
    }
    std::ranges::sort(all, {}, &Found::written);
    for (const Found& oldest : all) {
        if (sum <= kMostFolderBytes) {
            break;
        }
        fs::remove(oldest.path, error);
        sum -= std::min(sum, oldest.bytes);
    }
}

} // namespace areaclaim
