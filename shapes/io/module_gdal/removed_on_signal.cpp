// SPDX-License-Identifier: MIT
#include "shapes/io/module_gdal/removed_on_signal.hpp"

#include <array>
#include <atomic>
#include <climits>
#include <csignal>
#include <cstring>
#include <unistd.h>

namespace shapes::io {
namespace {

constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP, SIGQUIT};
constexpr std::size_t kNames = 5; // the file, what SQLite puts beside it, the folder

// Plain arrays: a handler may neither allocate nor lock.
std::array<std::array<char, PATH_MAX>, kNames> names;
std::atomic<bool> in_use{false};
std::array<struct sigaction, kSignals.size()> before;

void remove_and_end(int signal) {
    for (const auto& name : names) {
        if (::unlink(name.data()) != 0) {
            ::rmdir(name.data());
        }
    }
    ::signal(signal, SIG_DFL);
    ::raise(signal);
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
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
        ::sigaction(kSignals[i], nullptr, &before[i]);
        if (before[i].sa_handler == SIG_DFL) {
            struct sigaction ours {};
            ours.sa_handler = remove_and_end;
            ::sigaction(kSignals[i], &ours, nullptr);
        }
    }
}

RemovedOnSignal::~RemovedOnSignal() {
    if (!is_active_) {
        return;
    }
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
        ::sigaction(kSignals[i], &before[i], nullptr);
    }
    in_use = false;
}

} // namespace shapes::io
