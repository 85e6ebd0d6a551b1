// SPDX-License-Identifier: MIT
#include "shapes/memory/huge_pages.hpp"

#include "shapes/memory/heap.hpp"

#if AREACLAIM_HEAP_OF_GLIBC

#include <cstdint>
#include <cstdlib>
#include <sys/mman.h>

namespace shapes {
namespace {

constexpr std::uintptr_t kHugePage = std::uintptr_t{2} << 20; // bytes, of amd64 and arm64
/// What is asked for at once: below the 32 MB from which on glibc maps a block of its own, and half
/// of a thread's heap.
constexpr std::uintptr_t kAtOnce = 12 * kHugePage;
constexpr std::size_t kChunkHead = 16; // bytes that glibc keeps before a block

std::uintptr_t first_huge_page(const void* from) {
    return (reinterpret_cast<std::uintptr_t>(from) + kHugePage - 1) & ~(kHugePage - 1);
}

} // namespace

void ask_for_huge_pages(void* block, std::size_t bytes) {
    const std::uintptr_t first = first_huge_page(block);
    const std::uintptr_t end = (reinterpret_cast<std::uintptr_t>(block) + bytes) & ~(kHugePage - 1);
    if (first < end) {
        ::madvise(reinterpret_cast<void*>(first), end - first, MADV_HUGEPAGE);
    }
}

HeapInHugePages::HeapInHugePages() noexcept {
    void* const piece = std::malloc(kAtOnce + kHugePage);
    if (piece == nullptr) {
        return;
    }
    ask_for_huge_pages(piece, kAtOnce + kHugePage);
    const std::uintptr_t before = first_huge_page(piece) - reinterpret_cast<std::uintptr_t>(piece);
    std::free(piece);
    if (before > kChunkHead) {
        set_aside_ = std::malloc(before - kChunkHead);
    }
}

HeapInHugePages::~HeapInHugePages() {
    std::free(set_aside_);
}

} // namespace shapes

#else

namespace shapes {

void ask_for_huge_pages(void* /*block*/, std::size_t /*bytes*/) {}

HeapInHugePages::HeapInHugePages() noexcept = default;
HeapInHugePages::~HeapInHugePages() = default;

} // namespace shapes

#endif
