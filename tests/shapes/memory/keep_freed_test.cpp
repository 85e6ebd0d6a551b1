// SPDX-License-Identifier: MIT
#include "shapes/memory/keep_freed.hpp"

#include "shapes/memory/heap.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <memory>
#include <sys/resource.h>

namespace {

/// Pages that were faulted in while eight megabytes were taken, written to and given back.
long pages_of_eight_megabytes() {
    constexpr std::size_t kBytes = std::size_t{8} << 20;
    constexpr std::size_t kPage = 4096;
    rusage before{};
    rusage after{};
    ::getrusage(RUSAGE_THREAD, &before);
    const auto room = std::make_unique_for_overwrite<volatile char[]>(kBytes);
    for (std::size_t i = 0; i < kBytes; i += kPage) {
        room[i] = 1;
    }
    ::getrusage(RUSAGE_THREAD, &after);
    return after.ru_minflt - before.ru_minflt;
}

} // namespace

TEST_CASE("memory that was freed is not faulted in again") {
    shapes::keep_freed_memory();
    pages_of_eight_megabytes();
    const long again = pages_of_eight_megabytes();
    if (AREACLAIM_HEAP_OF_GLIBC != 0) {
        CHECK(again < 64); // of 2,048
    }
}
