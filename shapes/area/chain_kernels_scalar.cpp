// SPDX-License-Identifier: MIT
#include "shapes/area/chain_kernels.hpp"
#include "shapes/simd/lanes_scalar.hpp"

#define AREACLAIM_LANES lanes_scalar
#include "shapes/area/chain_kernels_body.inc"
#include "shapes/area/lens_kernels_body.inc"
