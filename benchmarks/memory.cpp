// SPDX-License-Identifier: MIT
#include "benchmarks/memory.hpp"

#include "shapes/memory/huge_pages.hpp"

#include <algorithm>
#include <cstdlib>
#include <malloc.h>
#include <new>

namespace {

bool counting = false;
std::ptrdiff_t now_bytes = 0;
std::ptrdiff_t most_bytes = 0;

void* counted(void* block, std::size_t size) {
    if (block == nullptr) {
        throw std::bad_alloc();
    }
    if (size >= shapes::kLargeBlock) {
        shapes::ask_for_huge_pages(block, size); // as the program does; for peers alike
    }
    if (counting) {
        now_bytes += static_cast<std::ptrdiff_t>(malloc_usable_size(block));
        most_bytes = std::max(most_bytes, now_bytes);
    }
    return block;
}

void release(void* block) {
    if (counting && block != nullptr) {
        now_bytes -= static_cast<std::ptrdiff_t>(malloc_usable_size(block));
    }
    std::free(block);
}

void* aligned(std::size_t size, std::align_val_t alignment) {
    const auto a = static_cast<std::size_t>(alignment);
    return counted(std::aligned_alloc(a, (size + a - 1) / a * a), size);
}

} // namespace

void* operator new(std::size_t size) {
    return counted(std::malloc(size), size);
}
void* operator new[](std::size_t size) {
    return counted(std::malloc(size), size);
}
void* operator new(std::size_t size, std::align_val_t a) {
    return aligned(size, a);
}
void* operator new[](std::size_t size, std::align_val_t a) {
    return aligned(size, a);
}
void operator delete(void* block) noexcept {
    release(block);
}
void operator delete[](void* block) noexcept {
    release(block);
}
void operator delete(void* block, std::size_t) noexcept {
    release(block);
}
void operator delete[](void* block, std::size_t) noexcept {
    release(block);
}
void operator delete(void* block, std::align_val_t) noexcept {
    release(block);
}
void operator delete[](void* block, std::align_val_t) noexcept {
    release(block);
}
void operator delete(void* block, std::size_t, std::align_val_t) noexcept {
    release(block);
}
void operator delete[](void* block, std::size_t, std::align_val_t) noexcept {
    release(block);
}

namespace bench {

std::size_t peak_bytes(const std::function<void()>& work) {
    now_bytes = 0;
    most_bytes = 0;
    counting = true;
    work();
    counting = false;
    return static_cast<std::size_t>(most_bytes);
}

} // namespace bench
