// SPDX-License-Identifier: MIT
#if defined(__x86_64__)
#include "shapes/area/chain_kernels.hpp"
#include "shapes/simd/lanes_avx2.hpp"

#define AREACLAIM_LANES lanes_avx2
#include "shapes/area/chain_kernels_body.inc"
#include "shapes/area/lens_kernels_body.inc"

#endif
