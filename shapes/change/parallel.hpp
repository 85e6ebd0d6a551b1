// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>

namespace shapes::change {

/// Calls work(task, worker) for each task below `tasks`, on up to `threads` threads, one of which
/// is the caller's. `worker` is below `threads` and different for each thread. Which thread runs a
/// task is not determined, so the result of a task must not depend on it. If a task throws, the
/// first exception is rethrown to the caller.
void for_each_task(std::size_t tasks, int threads,
                   const std::function<void(std::size_t task, std::size_t worker)>& work);

} // namespace shapes::change
