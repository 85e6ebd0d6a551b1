// SPDX-License-Identifier: MIT
#include "shapes/simd/instructions.hpp"

namespace shapes {

bool available(Instructions set) {
#if defined(__x86_64__)
    switch (set) {
    case Instructions::avx512:
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
               __builtin_cpu_supports("avx512vl");
    case Instructions::avx2:
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    case Instructions::scalar:
        return true;
    }
    return false;
#else
    return set == Instructions::scalar;
#endif
}

Instructions best_instructions() {
    static const Instructions best = available(Instructions::avx512) ? Instructions::avx512
                                     : available(Instructions::avx2) ? Instructions::avx2
                                                                     : Instructions::scalar;
    return best;
}

} // namespace shapes
