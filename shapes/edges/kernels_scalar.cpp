// SPDX-License-Identifier: MIT
#include "shapes/edges/kernels.hpp"
#include "shapes/predicates/orientation_bound.hpp"
#include "shapes/simd/lanes_scalar.hpp"

#define AREACLAIM_LANES lanes_scalar
#include "shapes/edges/kernels_body.inc"
