// SPDX-License-Identifier: MIT
#if defined(__x86_64__)
#include "shapes/change/kernels.hpp"
#include "shapes/simd/lanes_avx2.hpp"

#define AREACLAIM_LANES lanes_avx2
namespace shapes::edges::lanes_avx2 {
using namespace shapes::lanes_avx2;
}
namespace shapes::change::lanes_avx2 {
using namespace shapes::lanes_avx2;
using namespace shapes::edges::lanes_avx2;
} // namespace shapes::change::lanes_avx2
#include "shapes/change/loops/equal.inc"
#include "shapes/change/loops/sweeps.inc"
#include "shapes/change/loops/terms.inc"

namespace shapes::change::lanes_avx2 {

extern const Kernels kKernels;
const Kernels kKernels{
    .equal_front = equal_front,
    .equal_back = equal_back,
    .terms = terms,
    .sweep = sweep,
    .sweep_self = sweep_self,
};

} // namespace shapes::change::lanes_avx2

#endif
