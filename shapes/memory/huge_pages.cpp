// SPDX-License-Identifier: MIT
#include "shapes/memory/huge_pages.hpp"

#include "shapes/memory/heap.hpp"

#if AREACLAIM_HEAP_OF_GLIBC

#include <cstdint>
#include <cstdlib>
#include <sys/mman.h>

namespace shapes {
namespace {

constexpr std::size_t kHugePage = std::size_t{2} << 20; // bytes, of amd64 and arm64
/// What is asked for at once: below the 32 MB from which on glibc maps a block of its own, and half
/// of a thread's heap.
constexpr std::size_t kAtOnce = 12 * kHugePage;
constexpr std::size_t kChunkHead = 16; // bytes that glibc keeps before a block

/// Bytes up to the first huge page that begins at or behind an address.
std::size_t up_to_huge_page(const void* from) {
    return (kHugePage - reinterpret_cast<std::uintptr_t>(from) % kHugePage) % kHugePage;
}

} // namespace

void ask_for_huge_pages(void* block, std::size_t bytes) {
    const std::size_t before = up_to_huge_page(block);
    if (bytes >= before + kHugePage) {
        ::madvise(static_cast<char*>(block) + before, (bytes - before) / kHugePage * kHugePage,
                  MADV_HUGEPAGE);
    }
}

HeapInHugePages::HeapInHugePages() noexcept {
    void* const piece = std::malloc(kAtOnce + kHugePage);
    if (piece == nullptr) {
        return;
    }
    ask_for_huge_pages(piece, kAtOnce + kHugePage);
    const std::size_t before = up_to_huge_page(piece);
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
