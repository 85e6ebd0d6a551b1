// SPDX-License-Identifier: MIT
#if defined(__x86_64__)
#include "shapes/edges/kernels.hpp"
#include "shapes/predicates/orientation_bound.hpp"
#include "shapes/simd/lanes_avx512.hpp"

#define AREACLAIM_LANES lanes_avx512
namespace shapes::edges::lanes_avx512 {
using namespace shapes::lanes_avx512;
}
#include "shapes/edges/loops/boxes.inc"
#include "shapes/edges/loops/candidates.inc"
#include "shapes/edges/loops/crossings.inc"
#include "shapes/edges/loops/oriented.inc"

namespace shapes::edges::lanes_avx512 {

extern const Kernels kKernels;
const Kernels kKernels{
    .leaf_boxes = leaf_boxes,
    .boxes_of_edges = boxes_of_edges,
    .row_masks = row_masks,
    .row_masks_within = row_masks_within,
    .touching = touching,
    .touching_oriented = touching_oriented,
    .oriented_leaf = oriented_leaf,
    .candidates = candidates,
    .crossings = crossings,
};

} // namespace shapes::edges::lanes_avx512

#endif
