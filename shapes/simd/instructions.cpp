// SPDX-License-Identifier: MIT
#include "shapes/simd/instructions.hpp"

namespace shapes {
namespace {

#if defined(__x86_64__)
/// All that shapes/CMakeLists.txt builds the AVX2 loops for; the AVX-512 loops need it as well.
bool runs_with_avx2() {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
           __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("bmi");
}
#endif

} // namespace

bool available(Instructions set) {
#if defined(__x86_64__)
    switch (set) {
    case Instructions::avx512:
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
               __builtin_cpu_supports("avx512vl") && runs_with_avx2();
    case Instructions::avx2:
        return runs_with_avx2();
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
