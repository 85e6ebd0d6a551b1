// SPDX-License-Identifier: MIT
#include "shapes/io/file_text.hpp"

#include "shapes/io/budget.hpp"
#include "shapes/io/read.hpp"
#include "shapes/io/read_message.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace shapes::io {
namespace {

constexpr std::size_t kHeadBytes = 4096;
constexpr std::size_t kChunkBytes = std::size_t{1} << 20;

/// A pipe that the shell or a caller handed to this process, and no name in a folder.
bool is_inherited(const std::string& path) {
    return path == "/dev/stdin" || path.starts_with("/dev/fd/") ||
           path.starts_with("/proc/self/fd/");
}

/// Refuses what may never end, before it is opened: opening alone may wait for ever.
void refuse_endless(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
        return; // what is not there is told on opening
    }
    if (S_ISCHR(status.st_mode) || S_ISBLK(status.st_mode) || S_ISSOCK(status.st_mode)) {
        cannot_read(path, "it is a device, not a file", "name a file");
    }
    if (S_ISFIFO(status.st_mode) && !is_inherited(path)) {
        cannot_read(path, "it is a named pipe, which may never end",
                    "copy what comes out of it into a file, or give it as <(…)");
    }
}

int open_ending(const std::string& path) {
    refuse_endless(path);
    return ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
}

/// An open file descriptor.
class Descriptor {
  public:
    explicit Descriptor(const std::string& path) : path_(path), fd_(open_ending(path)) {
        if (fd_ < 0) {
            fail_with_errno();
        }
        if (::fstat(fd_, &status_) != 0) {
            fail_with_errno();
        }
        if (S_ISDIR(status_.st_mode)) {
            ::close(fd_);
            cannot_read(path, "it is a directory, not a file",
                        "name the files in it, e.g. " + path + "/*.geojson");
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (fd_ >= 0) {
            ::close(fd_);
        }
    }

    int get() const { return fd_; }
    /// Size in bytes, 0 where it is not known beforehand (a pipe).
    std::size_t size() const {
        return S_ISREG(status_.st_mode) ? static_cast<std::size_t>(status_.st_size) : 0;
    }

    /// Reads up to `size` bytes; fewer only at the end of the file.
    std::size_t read(char* to, std::size_t size) {
        std::size_t done = 0;
        while (done < size) {
            const ssize_t n = ::read(fd_, to + done, std::min(size - done, std::size_t{1} << 30));
            if (n < 0 && errno == EINTR) {
                continue;
            }
            if (n < 0) {
                fail_with_errno();
            }
            if (n == 0) {
                break;
            }
            done += static_cast<std::size_t>(n);
        }
        return done;
    }

  private:
    [[noreturn]] void fail_with_errno() {
        const int error = errno;
        if (fd_ >= 0) {
            ::close(std::exchange(fd_, -1));
        }
        const char* remedy = error == ENOENT   ? "check the name and the folder"
                             : error == EACCES ? "check its permissions"
                                               : "check that it is a readable file";
        cannot_read(path_, std::strerror(error), remedy);
    }

    std::string path_;
    int fd_;
    struct stat status_ {};
};

[[noreturn]] void fail_too_large(const std::string& path, std::size_t most) {
    if (most >= kMaxTextBytes) {
        cannot_read(path, "it is larger than 4 GiB of text",
                    "split it, or convert it to GeoPackage or FlatGeobuf");
    }
    cannot_read(path, "it is larger than " + bytes_text(most),
                "if it is to be so large, allow it with --max-size");
}

/// Collects a text whose size is not known beforehand from `next(to, size)`, which gives the number
/// of bytes written, 0 at the end.
template<class Next>
FileText collect(const std::string& path, std::size_t first_guess, std::size_t most, Next next) {
    std::size_t capacity = std::max(first_guess, kChunkBytes);
    FileText text(capacity);
    std::size_t size = 0;
    for (;;) {
        const std::size_t n = next(text.data() + size, capacity - size);
        if (n == 0) {
            break;
        }
        size += n;
        if (size > most) {
            fail_too_large(path, most);
        }
        if (size == capacity) {
            capacity *= 2;
            FileText larger(capacity);
            std::memcpy(larger.data(), text.data(), size);
            text = std::move(larger);
        }
    }
    text.shrink(size);
    return text;
}

} // namespace

FileText::FileText(std::size_t size)
    : bytes_(std::make_unique_for_overwrite<char[]>(size + kTextPadding)), size_(size) {
    std::memset(bytes_.get() + size_, 0, kTextPadding);
}

FileText FileText::copy(std::string_view text) {
    FileText result(text.size());
    std::copy(text.begin(), text.end(), result.data());
    return result;
}

void FileText::shrink(std::size_t size) {
    size_ = std::min(size, size_);
    std::memset(bytes_.get() + size_, 0, kTextPadding);
}

bool is_regular_file(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

bool is_gzip(std::string_view head) {
    return head.size() > 2 && head[0] == '\x1f' && head[1] == '\x8b' && head[2] == '\x08';
}

std::string file_head(const std::string& path) {
    Descriptor file(path);
    std::string head(kHeadBytes, '\0');
    head.resize(file.read(head.data(), head.size()));
    if (head.empty()) {
        cannot_read(path, "the file is empty (0 bytes)",
                    "check that its download or export was completed");
    }
    return head;
}

FileText file_text(const std::string& path, std::size_t max_bytes) {
    const std::size_t most = std::min(max_bytes, kMaxTextBytes);
    Descriptor file(path);
    if (file.size() > most) {
        fail_too_large(path, most);
    }
    return collect(path, file.size() + 1, most,
                   [&](char* to, std::size_t size) { return file.read(to, size); });
}

void check_size(const std::string& path, std::size_t max_bytes) {
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0 &&
        static_cast<std::size_t>(status.st_size) > max_bytes) {
        cannot_read(path, "it is larger than " + bytes_text(max_bytes),
                    "if it is to be so large, allow it with --max-size");
    }
}

} // namespace shapes::io
