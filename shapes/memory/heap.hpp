// SPDX-License-Identifier: MIT
#pragma once

#include <cstdlib> // with it, glibc says that it is glibc

// Sanitizers have a heap of their own, which gcc and clang tell in different ways.
#ifdef __has_feature
#define AREACLAIM_HAS_FEATURE(x) __has_feature(x)
#else
#define AREACLAIM_HAS_FEATURE(x) 0
#endif
#if !defined(__GLIBC__) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) ||        \
    AREACLAIM_HAS_FEATURE(address_sanitizer) || AREACLAIM_HAS_FEATURE(thread_sanitizer)
#define AREACLAIM_HEAP_OF_GLIBC 0
#else
#define AREACLAIM_HEAP_OF_GLIBC 1 ///< malloc is glibc's, so that its heap can be told how to grow
#endif
