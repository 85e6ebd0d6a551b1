// SPDX-License-Identifier: MIT
#if defined(__x86_64__)
#include "shapes/change/kernels.hpp"
#include "shapes/simd/lanes_avx512.hpp"

#define AREACLAIM_LANES lanes_avx512
namespace shapes::edges::lanes_avx512 {
using namespace shapes::lanes_avx512;
}
namespace shapes::change::lanes_avx512 {
using namespace shapes::lanes_avx512;
using namespace shapes::edges::lanes_avx512;
} // namespace shapes::change::lanes_avx512
#include "shapes/change/loops/equal.inc"
#include "shapes/change/loops/sweeps.inc"
#include "shapes/change/loops/terms.inc"

namespace shapes::change::lanes_avx512 {

extern const Kernels kKernels;
const Kernels kKernels{
    .equal_front = equal_front,
    .equal_back = equal_back,
    .terms = terms,
    .sweep = sweep,
    .sweep_self = sweep_self,
};

} // namespace shapes::change::lanes_avx512

#endif
