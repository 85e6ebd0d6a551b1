// SPDX-License-Identifier: MIT
#include "shapes/edges/kernels.hpp"

#include "shapes/predicates/perturbed.hpp"

namespace shapes::edges {

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

int exact_crossing_sign(const double* a, const double* b) {
    return crossing_sign({a[0], a[1]}, {a[2], a[3]}, {b[0], b[1]}, {b[2], b[3]});
}

} // namespace shapes::edges
