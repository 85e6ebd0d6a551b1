// SPDX-License-Identifier: MIT
#include "shapes/change/kernels.hpp"
#include "shapes/simd/lanes_scalar.hpp"

#define AREACLAIM_LANES lanes_scalar
namespace shapes::edges::lanes_scalar {
using namespace shapes::lanes_scalar;
}
namespace shapes::change::lanes_scalar {
using namespace shapes::lanes_scalar;
using namespace shapes::edges::lanes_scalar;
} // namespace shapes::change::lanes_scalar
#include "shapes/change/loops/equal.inc"
#include "shapes/change/loops/sweeps.inc"
#include "shapes/change/loops/terms.inc"

namespace shapes::change::lanes_scalar {

extern const Kernels kKernels;
const Kernels kKernels{
    .equal_front = equal_front,
    .equal_back = equal_back,
    .terms = terms,
    .sweep = sweep,
    .sweep_self = sweep_self,
};

} // namespace shapes::change::lanes_scalar
