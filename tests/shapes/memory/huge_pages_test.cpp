// SPDX-License-Identifier: MIT
#include "shapes/memory/huge_pages.hpp"

#include "shapes/memory/heap.hpp"
#include "shapes/memory/keep_freed.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <malloc.h>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace {

/// Whether the kernel was asked for huge pages where this byte lies: the flag `hg` of its mapping
/// (proc_pid_smaps(5)); nullopt where the system does not tell.
std::optional<bool> asked_for_huge_pages(const char* byte) {
    const auto at = reinterpret_cast<std::uintptr_t>(byte);
    std::ifstream maps("/proc/self/smaps");
    bool is_there = false;
    for (std::string line; std::getline(maps, line);) {
        unsigned long first = 0;
        unsigned long end = 0;
        // NOLINTNEXTLINE(cert-err34-c): the line is the kernel's
        if (std::sscanf(line.c_str(), "%lx-%lx ", &first, &end) == 2) {
            is_there = first <= at && at < end;
        } else if (is_there && line.starts_with("VmFlags:")) {
            return line.find(" hg") != std::string::npos;
        }
    }
    return std::nullopt;
}

bool has_huge_pages() {
    std::ifstream setting("/sys/kernel/mm/transparent_hugepage/enabled");
    std::string line;
    return AREACLAIM_HEAP_OF_GLIBC != 0 && std::getline(setting, line) &&
           line.find("[never]") == std::string::npos;
}

constexpr std::size_t kMegabyte = std::size_t{1} << 20;

} // namespace

#if AREACLAIM_HEAP_OF_GLIBC
TEST_CASE("what was set aside is given back") { // the first here: a heap sets aside but once
    shapes::keep_freed_memory();
    std::thread([] {
        const std::size_t before = ::mallinfo2().uordblks;
        std::optional<shapes::HeapInHugePages> heap(std::in_place);
        heap.reset();
        CHECK(::mallinfo2().uordblks < before + kMegabyte);
    }).join();
}
#endif

TEST_CASE("a thread's heap is asked to come in huge pages") {
    if (!has_huge_pages()) {
        MESSAGE("skipped: no huge pages here");
        return;
    }
    shapes::keep_freed_memory();
    std::thread([] {
        const shapes::HeapInHugePages heap;
        std::vector<std::vector<char>> blocks; // each too small to be asked for by itself
        for (int i = 0; i < 6; ++i) {
            blocks.emplace_back(kMegabyte);
            const auto asked = asked_for_huge_pages(&blocks.back()[kMegabyte / 2]);
            CHECK(asked.value_or(true));
        }
    }).join();
}

TEST_CASE("a block is asked to come in huge pages only where one says so") {
    if (!has_huge_pages()) {
        MESSAGE("skipped: no huge pages here");
        return;
    }
    std::vector<char> block(64 * kMegabyte);
    const char* const middle = &block[32 * kMegabyte];
    CHECK_FALSE(asked_for_huge_pages(middle).value_or(false));
    shapes::ask_for_huge_pages(block.data(), block.size());
    CHECK(asked_for_huge_pages(middle).value_or(true));
    shapes::ask_for_huge_pages(block.data(), 1000); // no whole page lies in it
}
