// SPDX-License-Identifier: MIT
#if defined(__x86_64__)
#include "shapes/edges/kernels.hpp"
#include "shapes/predicates/orientation_bound.hpp"
#include "shapes/simd/lanes_avx2.hpp"

#define AREACLAIM_LANES lanes_avx2
#include "shapes/edges/kernels_body.inc"

#endif
