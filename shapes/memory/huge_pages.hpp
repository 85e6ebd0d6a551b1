// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace shapes {

/// From so many bytes on a block of its own is worth asking for huge pages.
inline constexpr std::size_t kLargeBlock = std::size_t{4} << 20;

/// Has a block of the heap come in huge pages, as far as whole ones lie in it and nothing of them
/// was written to. Advice only: a system without huge pages refuses it, and nothing else changes.
void ask_for_huge_pages(void* block, std::size_t bytes);

/// While it lives, what its thread takes from the heap comes in huge pages (2 MB) where the system
/// has them to give, and in small ones as ever where not: one at the start of the program's main(),
/// after keep_freed_memory(), and one in each thread that takes megabytes (MapReader,
/// for_each_task). Nothing where malloc is not glibc's.
///
/// Why: a page is faulted in when it is first written to. A map of half a megabyte takes some seven
/// of them, 1,700 pages of 4 kB, and a fault costs 0.5 µs where the system runs on the machine
/// itself, 12 µs in a virtual machine: half of what reading the map costs. In huge pages that are
/// four faults, of 50 to 150 µs. The kernel gives a huge page only where a whole one lies within
/// one mapping that asked for it, and glibc lets a heap grow by a few kB at a time: so a large
/// piece of it is taken and given back, and what lies before its first whole page is set aside.
class HeapInHugePages {
  public:
    HeapInHugePages() noexcept;
    HeapInHugePages(const HeapInHugePages&) = delete;
    HeapInHugePages& operator=(const HeapInHugePages&) = delete;
    ~HeapInHugePages();

  private:
    void* set_aside_ = nullptr; ///< never touched, so it costs addresses only
};

} // namespace shapes
