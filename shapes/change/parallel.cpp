// SPDX-License-Identifier: MIT
#include "shapes/change/parallel.hpp"

#include "shapes/memory/huge_pages.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace shapes::change {

void for_each_task(std::size_t tasks, int threads,
                   const std::function<void(std::size_t, std::size_t)>& work) {
    const std::size_t workers = std::min(tasks, static_cast<std::size_t>(std::max(threads, 1)));
    if (workers <= 1) {
        for (std::size_t task = 0; task < tasks; ++task) {
            work(task, 0);
        }
        return;
    }
    std::atomic<std::size_t> next{0};
    std::exception_ptr failure;
    std::mutex failure_mutex;
    const auto run = [&](std::size_t worker) {
        try {
            for (std::size_t task = next++; task < tasks; task = next++) {
                work(task, worker);
            }
        } catch (...) {
            const std::lock_guard lock(failure_mutex);
            failure = failure ? failure : std::current_exception();
            next = tasks;
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t worker = 1; worker < workers; ++worker) {
            others.emplace_back([&run, worker] {
                const HeapInHugePages heap;
                run(worker);
            });
        }
        run(0);
    } // joined here
    if (failure) {
        std::rethrow_exception(failure);
    }
}

} // namespace shapes::change
