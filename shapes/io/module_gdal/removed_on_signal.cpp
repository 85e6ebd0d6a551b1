// SPDX-License-Identifier: MIT
#include "shapes/io/module_gdal/removed_on_signal.hpp"

#include "shapes/io/ending_signals.hpp"

#include <array>
#include <atomic>
#include <climits>
#include <cstring>
#include <unistd.h>

namespace shapes::io {
namespace {

constexpr std::size_t kNames = 5; // the file, what SQLite puts beside it, the folder

// Plain arrays: a handler may neither allocate nor lock.
std::array<std::array<char, PATH_MAX>, kNames> names;
std::atomic<bool> in_use{false};
EndingSignals signals;

void remove_and_end(int signal) {
    for (const auto& name : names) {
        if (::unlink(name.data()) != 0) {
            ::rmdir(name.data());
        }
    }
    EndingSignals::end_by(signal);
}

void keep(std::size_t i, const std::string& name) {
    names[i].fill('\0');
    std::strncpy(names[i].data(), name.c_str(), PATH_MAX - 1);
}

} // namespace

RemovedOnSignal::RemovedOnSignal(const std::string& folder, const std::string& file) {
    if (in_use.exchange(true)) {
        return;
    }
    is_active_ = true;
    keep(0, file);
    keep(1, file + "-wal");
    keep(2, file + "-shm");
    keep(3, file + "-journal");
    keep(4, folder);
    signals.take(remove_and_end);
}

RemovedOnSignal::~RemovedOnSignal() {
    if (!is_active_) {
        return;
    }
    signals.give_back();
    in_use = false;
}

} // namespace shapes::io
