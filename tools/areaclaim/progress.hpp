// SPDX-License-Identifier: MIT
#pragma once

#include "tools/areaclaim/console.hpp"

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

namespace areaclaim {

/// A bar on standard error for work that lasts over a second; nothing where standard error is no
/// terminal or --quiet was given. Steps may be reported from several threads.
class Progress {
  public:
    Progress(const Console& console, std::string what, std::size_t steps);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void step();
    /// The same where the worker counts for itself; may go back to a new beginning.
    void at(std::size_t done);

  private:
    void redraw();
    void draw();

    using Clock = std::chrono::steady_clock;
    bool enabled_;
    bool drawn_ = false;
    std::string what_;
    std::size_t steps_;
    std::size_t done_ = 0;
    Clock::time_point started_ = Clock::now();
    Clock::time_point last_ = started_;
    std::mutex mutex_;
};

} // namespace areaclaim
