// SPDX-License-Identifier: MIT
#pragma once

#include <cstdlib> // with it, glibc says that it is glibc
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace shapes {

/// Memory that is freed stays with the process: called once, at the start of a program that handles
/// many maps. Nothing where the C library is not glibc.
///
/// Why: reading and proving a map takes and frees arrays of megabytes. glibc gives such back to the
/// system and maps them anew for the next map, and every page of them is then faulted in again. Up
/// to 512 MB are kept, in pieces of up to 32 MB, the most that glibc has from its heap.
inline void keep_freed_memory() {
#ifdef __GLIBC__
    constexpr int kLargestFromHeap = 32 << 20; // bytes
    constexpr int kKept = 512 << 20;
    ::mallopt(M_MMAP_THRESHOLD, kLargestFromHeap);
    ::mallopt(M_TRIM_THRESHOLD, kKept);
#endif
}

} // namespace shapes
