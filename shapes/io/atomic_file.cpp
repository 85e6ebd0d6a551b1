// SPDX-License-Identifier: MIT
#include "shapes/io/atomic_file.hpp"

#include "shapes/io/read_message.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace shapes {
namespace {

[[noreturn]] void fail(const std::string& path, int error) {
    const char* remedy = error == ENOENT   ? "make the folder first"
                         : error == EACCES ? "check the permissions of its folder"
                         : error == ENOSPC ? "free some space"
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

/// mkstemp makes files for the owner only; a new result is for whom the user's mask lets, one that
/// replaces another for whom that was.
void set_mode(int fd, const struct stat* replaced) {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(fd, replaced != nullptr ? replaced->st_mode & 07777 : 0666 & ~mask);
}

void write_in_place(const std::string& path, std::string_view content) {
    const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (fd < 0) {
        fail(path, errno);
    }
    const int error = write_all(fd, content);
    ::close(fd);
    if (error != 0) {
        fail(path, error);
    }
}

} // namespace

void write_file(const std::string& path, std::string_view content) {
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
    const std::string target = exists ? std::filesystem::canonical(path, no_link).string() : path;
    std::string beside = (no_link ? path : target) + ".XXXXXX";
    const int fd = ::mkstemp(beside.data());
    if (fd < 0) {
        fail(path, errno);
    }
    set_mode(fd, exists ? &status : nullptr);
    int error = write_all(fd, content);
    if (error == 0 && ::fsync(fd) != 0) {
        error = errno; // renamed before it is on the disk, a crash could leave an empty file
    }
    if (::close(fd) != 0 && error == 0) {
        error = errno;
    }
    if (error == 0 && ::rename(beside.c_str(), (no_link ? path : target).c_str()) != 0) {
        error = errno;
    }
    if (error != 0) {
        ::unlink(beside.c_str());
        fail(path, error);
    }
}

} // namespace shapes
