// SPDX-License-Identifier: MIT
#include "shapes/change/kernels.hpp"

namespace shapes::change {

namespace lanes_scalar {
extern const Kernels kKernels;
}
#if defined(__x86_64__)
namespace lanes_avx2 {
extern const Kernels kKernels;
}
namespace lanes_avx512 {
extern const Kernels kKernels;
}
#endif

const Kernels& kernels(Instructions set) {
#if defined(__x86_64__)
    switch (set) {
    case Instructions::avx512:
        return lanes_avx512::kKernels;
    case Instructions::avx2:
        return lanes_avx2::kKernels;
    case Instructions::scalar:
        break;
    }
#endif
    static_cast<void>(set);
    return lanes_scalar::kKernels;
}

} // namespace shapes::change
