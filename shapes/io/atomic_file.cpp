// SPDX-License-Identifier: MIT
#include "shapes/io/atomic_file.hpp"

#include "shapes/io/read_message.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace shapes {
namespace {

[[noreturn]] void fail(const std::string& path, int error) {
    const char* remedy = error == ENOENT   ? "make the folder first"
                         : error == EACCES ? "check the permissions of its folder"
                         : error == ENOSPC ? "free some space"
                         : error == ENXIO  ? "it is a named pipe; let something read it first"
                                           : "choose another place";
    throw WriteError(io::read_message(
        path, std::string("it cannot be written: ") + std::strerror(error), remedy));
}

/// 0 or the errno of the write that failed.
int write_all(int fd, std::string_view content) {
    while (!content.empty()) {
        const ssize_t n = ::write(fd, content.data(), content.size());
        if (n < 0 && errno != EINTR) {
            return errno;
        }
        content.remove_prefix(n > 0 ? static_cast<std::size_t>(n) : 0);
    }
    return 0;
}

/// Files are made for the owner only; a new result is for whom the user's mask lets, one that
/// replaces another for whom that was.
void set_mode(int fd, const struct stat* replaced) {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(fd, replaced != nullptr ? replaced->st_mode & 07777 : 0666 & ~mask);
}

void write_in_place(const std::string& path, std::string_view content) {
    // A named pipe that nobody reads would be waited for without end.
    const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) {
        fail(path, errno);
    }
    ::fcntl(fd, F_SETFL, O_WRONLY); // whoever reads it may take their time
    const int error = write_all(fd, content);
    ::close(fd);
    if (error != 0) {
        fail(path, error);
    }
}

/// A file beside its target that has no name until it is whole, so that not even a signal that
/// cannot be caught leaves a part of it behind. Where the file system knows no such files, one with
/// a name.
class Unnamed {
  public:
    explicit Unnamed(const std::string& target) : beside_(target + ".XXXXXX") {
        const std::string folder = std::filesystem::path(target).parent_path().string();
        fd_ = ::open(folder.empty() ? "." : folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
        if (fd_ < 0) {
            fd_ = ::mkstemp(beside_.data());
            is_named_ = fd_ >= 0;
        }
        if (fd_ < 0) {
            fail(target, errno);
        }
    }
    Unnamed(const Unnamed&) = delete;
    Unnamed& operator=(const Unnamed&) = delete;
    ~Unnamed() {
        ::close(fd_);
        if (is_named_) {
            ::unlink(beside_.c_str());
        }
    }

    int descriptor() const { return fd_; }

    /// Takes the target's place; 0 or an errno.
    int become(const std::string& target) {
        if (!is_named_) {
            if (const int error = take_a_name(); error != 0) {
                return error;
            }
        }
        if (::rename(beside_.c_str(), target.c_str()) != 0) {
            return errno;
        }
        is_named_ = false;
        return 0;
    }

  private:
    /// A name that nothing has: that of a file which mkstemp made, and which makes way.
    int take_a_name() {
        const int placeholder = ::mkstemp(beside_.data());
        if (placeholder < 0) {
            return errno;
        }
        ::close(placeholder);
        ::unlink(beside_.c_str());
        const std::string self = "/proc/self/fd/" + std::to_string(fd_);
        if (::linkat(AT_FDCWD, self.c_str(), AT_FDCWD, beside_.c_str(), AT_SYMLINK_FOLLOW) != 0) {
            return errno;
        }
        is_named_ = true;
        return 0;
    }

    std::string beside_;
    int fd_ = -1;
    bool is_named_ = false;
};

} // namespace

void write_file(const std::string& path, std::string_view content, FileMode mode) {
    struct stat status {};
    const bool exists = ::stat(path.c_str(), &status) == 0;
    if (exists && S_ISDIR(status.st_mode)) {
        fail(path, EISDIR);
    }
    if (exists && !S_ISREG(status.st_mode)) {
        write_in_place(path, content);
        return;
    }
    std::error_code no_link;
    const std::string canonical = std::filesystem::canonical(path, no_link).string();
    const std::string target = exists && !no_link ? canonical : path;
    Unnamed file(target);
    if (mode == FileMode::as_usual) {
        set_mode(file.descriptor(), exists ? &status : nullptr);
    }
    int error = write_all(file.descriptor(), content);
    if (error == 0 && ::fsync(file.descriptor()) != 0) {
        error = errno; // renamed before it is on the disk, a crash could leave an empty file
    }
    error = error == 0 ? file.become(target) : error;
    if (error != 0) {
        fail(path, error);
    }
}

} // namespace shapes
