// SPDX-License-Identifier: MIT
#include "tools/areaclaim/staged_folder.hpp"

#include "shapes/io/atomic_file.hpp"
#include "shapes/io/ending_signals.hpp"
#include "tools/areaclaim/exit_code.hpp"
#include "tools/areaclaim/outputs.hpp"
#include "tools/areaclaim/tree_removal.hpp"

#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace areaclaim {
namespace {

namespace fs = std::filesystem;

using shapes::io::EndingSignals;

constexpr std::size_t kSlots = 2; // one folder of evidence within one of all results

// Plain arrays: a handler may neither allocate nor lock. A path's first byte is written last, and
// makes it one to remove.
std::array<std::array<char, PATH_MAX>, kSlots> to_remove;
EndingSignals signals;
std::size_t in_use = 0;

void remove_and_end(int signal) {
    for (auto& path : to_remove) {
        if (path[0] != '\0') {
            remove_tree(path.data());
        }
    }
    EndingSignals::end_by(signal);
}

std::size_t remember(const std::string& path) {
    if (in_use == kSlots || path.size() >= PATH_MAX) {
        return kSlots;
    }
    const std::size_t slot = in_use++;
    std::memcpy(to_remove[slot].data() + 1, path.data() + 1, path.size());
    to_remove[slot][0] = path[0];
    if (slot == 0) {
        signals.take(remove_and_end);
    }
    return slot;
}

void forget(std::size_t slot) {
    if (slot == kSlots) {
        return;
    }
    to_remove[slot][0] = '\0';
    if (--in_use == 0) {
        signals.give_back();
    }
}

[[noreturn]] void fail(const std::string& target, int error) {
    throw OutputError(target + ": the folder cannot be made: " + std::strerror(error) +
                      (error == ENOSPC ? "; free some space" : "; choose another place"));
}

// mkdtemp makes folders for the owner only; a result is for whom the user's mask lets.
void set_mode(const std::string& folder) {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::chmod(folder.c_str(), 0777 & ~mask);
}

std::string made(std::string name, const std::string& target) {
    name += ".XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) {
        fail(target, errno);
    }
    return name;
}

/// Keeps signals waiting while files take their places.
class Undisturbed {
  public:
    Undisturbed() {
        sigset_t ours;
        ::sigemptyset(&ours);
        for (const int signal : EndingSignals::kAll) {
            ::sigaddset(&ours, signal);
        }
        ::pthread_sigmask(SIG_BLOCK, &ours, &before_);
    }
    Undisturbed(const Undisturbed&) = delete;
    Undisturbed& operator=(const Undisturbed&) = delete;
    ~Undisturbed() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

  private:
    sigset_t before_;
};

class StagedFolder {
  public:
    explicit StagedFolder(const std::string& target);
    StagedFolder(const StagedFolder&) = delete;
    StagedFolder& operator=(const StagedFolder&) = delete;
    ~StagedFolder() { // removes what was not put
        remove_tree(staging_.c_str());
        forget(slot_);
    }

    /// Where to write: absolute, and on the same file system as the target.
    const std::string& path() const { return staging_; }
    void put();
    /// A message about a file below path(), as if it lay in the target already.
    std::string told(std::string message) const;

  private:
    std::string target_;  ///< as it was named
    std::string place_;   ///< absolute, links followed
    std::string staging_; ///< absolute
    bool is_new_ = true;
    std::size_t slot_ = 0; ///< of what a signal removes
};

StagedFolder::StagedFolder(const std::string& target) : target_(target) {
    std::error_code is_new;
    const fs::path real = fs::canonical(target, is_new);
    is_new_ = static_cast<bool>(is_new);
    fs::path place = is_new_ ? fs::absolute(target).lexically_normal() : real;
    if (!place.has_filename()) {
        place = place.parent_path(); // "folder/"
    }
    place_ = place.string();
    if (is_new_) {
        make_folder(place.parent_path().string());
        staging_ = made(place_, target_);
    } else if (fs::is_directory(real)) {
        staging_ = made((real / ".areaclaim").string(), target_);
    } else {
        fail(target, ENOTDIR);
    }
    slot_ = remember(staging_);
    set_mode(staging_);
}

void StagedFolder::put() {
    const Undisturbed now;
    if (is_new_) {
        if (std::rename(staging_.c_str(), place_.c_str()) != 0) {
            fail(target_, errno);
        }
        return;
    }
    std::vector<fs::path> all; // first, as renaming takes them out of what would be walked
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(staging_)) {
        all.push_back(entry.path());
    }
    for (const fs::path& from : all) {
        const fs::path to = fs::path(place_) / from.lexically_relative(staging_);
        if (fs::is_directory(from)) {
            make_folder(to.string());
        } else if (std::rename(from.c_str(), to.c_str()) != 0) {
            throw OutputError(told(from.string()) +
                              ": cannot be put in its place: " + std::strerror(errno));
        }
    }
}

std::string StagedFolder::told(std::string message) const {
    for (std::size_t at = message.find(staging_); at != std::string::npos;
         at = message.find(staging_, at + target_.size())) {
        message.replace(at, staging_.size(), target_);
    }
    return message;
}

} // namespace

void write_whole_folder(const std::string& target,
                        const std::function<void(const std::string& folder)>& write) {
    StagedFolder staged(target);
    try {
        write(staged.path());
    } catch (const shapes::WriteError& error) {
        throw OutputError(staged.told(error.what()));
    } catch (const OutputError& error) {
        throw OutputError(staged.told(error.what()));
    }
    staged.put();
}

} // namespace areaclaim
