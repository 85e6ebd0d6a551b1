// SPDX-License-Identifier: MIT
#include "tools/areaclaim/tree_removal.hpp"

#include <cstddef>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

namespace areaclaim {
namespace {

// std::filesystem and opendir allocate; these are the system's own calls.
void empty_folder(int folder, int depth) noexcept;

void remove_entry(int folder, const char* name, int depth) noexcept {
    if (::unlinkat(folder, name, 0) == 0 || depth == kDeepest) {
        return;
    }
    const int below = ::openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (below < 0) {
        return;
    }
    empty_folder(below, depth + 1);
    ::close(below);
    ::unlinkat(folder, name, AT_REMOVEDIR);
}

void empty_folder(int folder, int depth) noexcept {
    alignas(dirent64) char entries[1024];
    for (;;) {
        const ssize_t bytes = ::getdents64(folder, entries, sizeof entries);
        if (bytes <= 0) {
            return;
        }
        for (ssize_t at = 0; at < bytes;) {
            const auto* entry = reinterpret_cast<const dirent64*>(entries + at);
            if (std::strcmp(entry->d_name, ".") != 0 && std::strcmp(entry->d_name, "..") != 0) {
                remove_entry(folder, entry->d_name, depth);
            }
            at += entry->d_reclen;
        }
    }
}

} // namespace

void remove_tree(const char* path) noexcept {
    remove_entry(AT_FDCWD, path, 0);
}

} // namespace areaclaim
