// SPDX-License-Identifier: MIT
// The program's operator new: large blocks come in huge pages. Nothing else reaches the arrays of
// all parts and libraries alike. The forms for arrays, and those that do not throw, end in this
// one ([new.delete.array], [new.delete.single]).
#include "shapes/memory/heap.hpp"
#include "shapes/memory/huge_pages.hpp"

#include <cstdlib>
#include <new>

#if AREACLAIM_HEAP_OF_GLIBC // a sanitizer's own tells more

void* operator new(std::size_t bytes) {
    void* const block = std::malloc(bytes > 0 ? bytes : 1);
    if (block == nullptr) {
        throw std::bad_alloc();
    }
    if (bytes >= shapes::kLargeBlock) {
        shapes::ask_for_huge_pages(block, bytes);
    }
    return block;
}

void operator delete(void* block) noexcept {
    std::free(block);
}

void operator delete(void* block, std::size_t /*bytes*/) noexcept {
    std::free(block);
}

#endif
