// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>

namespace shapes::change {

/// Calls work(task, worker) for each task below `tasks`, on up to `threads` threads (the caller's
/// among them); worker is below `threads`, and no two threads have the same one. Which thread takes
/// which task is not determined: a task's result must not depend on it. The first exception thrown
/// is thrown on.
void for_each_task(std::size_t tasks, int threads,
                   const std::function<void(std::size_t task, std::size_t worker)>& work);

} // namespace shapes::change
