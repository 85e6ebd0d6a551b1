// SPDX-License-Identifier: MIT
#pragma once

#include "benchmarks/peers/op.hpp"

#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace bench {

/// One run of an operation, in processor time: its own, and that with the planar area of its
/// result.
struct Timing {
    double seconds;
    double with_area_seconds;
};

/// An operation in a process of its own, so that one that crashes, runs out of memory or never ends
/// costs its own row and nothing else. Several workers take turns: times drift on a shared machine,
/// and turns spread the drift over all of them.
class Worker {
  public:
    /// Forks, and prepares the operation in the child. No threads may be running.
    Worker(MakeOp make, double limit_seconds);
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;
    ~Worker();

    /// Runs the operation again and again for about `seconds`, at least once, and keeps the times.
    /// Does nothing once the worker has failed.
    void turn(double seconds);

    /// What came out; asked for once, after the turns.
    std::optional<Change> change();

    const std::vector<Timing>& timings() const { return timings_; }
    /// Why it failed, else empty.
    const std::string& error() const { return error_; }

  private:
    /// Waits for one answer of the child; false, with `error_` set, where none comes in time.
    bool answer(double limit_seconds, std::vector<double>& values);
    bool read_exactly(void* to, std::size_t size, double deadline);
    void fail(const std::string& why);

    double limit_seconds_;
    pid_t child_ = -1;
    int to_child_ = -1;
    int from_child_ = -1;
    std::vector<Timing> timings_;
    std::string error_;
};

/// Seconds on the steady clock.
double now();

} // namespace bench
