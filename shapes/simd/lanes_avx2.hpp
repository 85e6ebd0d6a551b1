// SPDX-License-Identifier: MIT
#pragma once
// Eight doubles in two AVX registers. See lanes_scalar.hpp for what each operation does.

#include <cstddef>
#include <cstdint>
#include <immintrin.h>

namespace shapes::lanes_avx2 {

using Mask = unsigned;

struct Doubles {
    __m256d lo, hi;
};
inline Mask bits(__m256d lo, __m256d hi) {
    return static_cast<Mask>(_mm256_movemask_pd(lo)) | static_cast<Mask>(_mm256_movemask_pd(hi))
                                                           << 4;
}
inline Doubles load(const double* p) {
    return {_mm256_loadu_pd(p), _mm256_loadu_pd(p + 4)};
}
inline void store(double* p, Doubles a) {
    _mm256_storeu_pd(p, a.lo);
    _mm256_storeu_pd(p + 4, a.hi);
}
inline Doubles all(double value) {
    return {_mm256_set1_pd(value), _mm256_set1_pd(value)};
}
struct Pairs {
    Doubles first, second;
};
inline Pairs load_pairs(const double* p) {
    // unpack leaves lanes 0, 2, 1, 3; the permutation puts them in order.
    const __m256d a = _mm256_loadu_pd(p), b = _mm256_loadu_pd(p + 4);
    const __m256d c = _mm256_loadu_pd(p + 8), d = _mm256_loadu_pd(p + 12);
    constexpr int kInOrder = 0b11011000;
    return {{_mm256_permute4x64_pd(_mm256_unpacklo_pd(a, b), kInOrder),
             _mm256_permute4x64_pd(_mm256_unpacklo_pd(c, d), kInOrder)},
            {_mm256_permute4x64_pd(_mm256_unpackhi_pd(a, b), kInOrder),
             _mm256_permute4x64_pd(_mm256_unpackhi_pd(c, d), kInOrder)}};
}
struct Quads {
    Doubles first, second, third, fourth;
};
struct HalfQuads {
    __m256d first, second, third, fourth;
};
inline HalfQuads transpose(__m256d r0, __m256d r1, __m256d r2, __m256d r3) {
    const __m256d even01 = _mm256_unpacklo_pd(r0, r1), odd01 = _mm256_unpackhi_pd(r0, r1);
    const __m256d even23 = _mm256_unpacklo_pd(r2, r3), odd23 = _mm256_unpackhi_pd(r2, r3);
    return {
        _mm256_permute2f128_pd(even01, even23, 0x20), _mm256_permute2f128_pd(odd01, odd23, 0x20),
        _mm256_permute2f128_pd(even01, even23, 0x31), _mm256_permute2f128_pd(odd01, odd23, 0x31)};
}
inline Quads gather_quads(const double* p, const std::uint32_t* index) {
    const auto row = [p, index](int k) {
        return _mm256_loadu_pd(p + 2 * static_cast<std::size_t>(index[k]));
    };
    const HalfQuads lo = transpose(row(0), row(1), row(2), row(3));
    const HalfQuads hi = transpose(row(4), row(5), row(6), row(7));
    return {
        {lo.first, hi.first}, {lo.second, hi.second}, {lo.third, hi.third}, {lo.fourth, hi.fourth}};
}
inline Doubles operator+(Doubles a, Doubles b) {
    return {_mm256_add_pd(a.lo, b.lo), _mm256_add_pd(a.hi, b.hi)};
}
inline Doubles operator-(Doubles a, Doubles b) {
    return {_mm256_sub_pd(a.lo, b.lo), _mm256_sub_pd(a.hi, b.hi)};
}
inline Doubles operator*(Doubles a, Doubles b) {
    return {_mm256_mul_pd(a.lo, b.lo), _mm256_mul_pd(a.hi, b.hi)};
}
inline Doubles operator/(Doubles a, Doubles b) {
    return {_mm256_div_pd(a.lo, b.lo), _mm256_div_pd(a.hi, b.hi)};
}
inline Doubles multiply_add(Doubles a, Doubles b, Doubles c) {
    return {_mm256_fmadd_pd(a.lo, b.lo, c.lo), _mm256_fmadd_pd(a.hi, b.hi, c.hi)};
}
inline Doubles min(Doubles a, Doubles b) {
    return {_mm256_min_pd(a.lo, b.lo), _mm256_min_pd(a.hi, b.hi)};
}
inline Doubles max(Doubles a, Doubles b) {
    return {_mm256_max_pd(a.lo, b.lo), _mm256_max_pd(a.hi, b.hi)};
}
inline Doubles abs(Doubles a) {
    const __m256d sign = _mm256_set1_pd(-0.0);
    return {_mm256_andnot_pd(sign, a.lo), _mm256_andnot_pd(sign, a.hi)};
}
inline Mask less(Doubles a, Doubles b) {
    return bits(_mm256_cmp_pd(a.lo, b.lo, _CMP_LT_OQ), _mm256_cmp_pd(a.hi, b.hi, _CMP_LT_OQ));
}
inline Mask equal(Doubles a, Doubles b) {
    return bits(_mm256_cmp_pd(a.lo, b.lo, _CMP_EQ_OQ), _mm256_cmp_pd(a.hi, b.hi, _CMP_EQ_OQ));
}
/// Lanes of all ones where the bit of the mask is set.
inline __m256d spread(Mask m, __m256i lane_bits) {
    const __m256i bit = _mm256_and_si256(_mm256_set1_epi64x(static_cast<long long>(m)), lane_bits);
    return _mm256_castsi256_pd(_mm256_cmpeq_epi64(bit, lane_bits));
}
inline Doubles select(Mask m, Doubles where_set, Doubles otherwise) {
    return {_mm256_blendv_pd(otherwise.lo, where_set.lo, spread(m, _mm256_setr_epi64x(1, 2, 4, 8))),
            _mm256_blendv_pd(otherwise.hi, where_set.hi,
                             spread(m, _mm256_setr_epi64x(16, 32, 64, 128)))};
}

struct Floats {
    __m256 v;
};
inline Floats to_float(Doubles a) {
    return {_mm256_set_m128(_mm256_cvtpd_ps(a.hi), _mm256_cvtpd_ps(a.lo))};
}
inline Floats all_float(float value) {
    return {_mm256_set1_ps(value)};
}
inline void store(float* p, Floats a) {
    _mm256_storeu_ps(p, a.v);
}
inline Floats rotated(Floats a, int by) {
    const __m256i lane = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
    return {_mm256_permutevar8x32_ps(a.v, _mm256_add_epi32(lane, _mm256_set1_epi32(by)))};
}
inline Mask less_equal(Floats a, Floats b) {
    return static_cast<Mask>(_mm256_movemask_ps(_mm256_cmp_ps(a.v, b.v, _CMP_LE_OQ)));
}

inline Floats select(Mask m, Floats where_set, Floats otherwise) {
    const __m256i lane_bits = _mm256_setr_epi32(1, 2, 4, 8, 16, 32, 64, 128);
    const __m256i bit = _mm256_and_si256(_mm256_set1_epi32(static_cast<int>(m)), lane_bits);
    const __m256 set = _mm256_castsi256_ps(_mm256_cmpeq_epi32(bit, lane_bits));
    return {_mm256_blendv_ps(otherwise.v, where_set.v, set)};
}
/// Lane i of the result is the best (least or greatest) of the eight lanes of v[i]. The values are
/// compared in pairs, and each round of comparisons also does a part of the transposition.
template<class Best>
inline Floats best_of_each(const Floats v[8], Best best) {
    const auto two = [&](Floats a, Floats b) {
        return best(_mm256_unpacklo_ps(a.v, b.v), _mm256_unpackhi_ps(a.v, b.v));
    };
    const auto four = [&](__m256 ab, __m256 cd) {
        const __m256d x = _mm256_castps_pd(ab), y = _mm256_castps_pd(cd);
        return best(_mm256_castpd_ps(_mm256_unpacklo_pd(x, y)),
                    _mm256_castpd_ps(_mm256_unpackhi_pd(x, y)));
    };
    const __m256 low = four(two(v[0], v[1]), two(v[2], v[3]));
    const __m256 high = four(two(v[4], v[5]), two(v[6], v[7]));
    return {best(_mm256_permute2f128_ps(low, high, 0x20), _mm256_permute2f128_ps(low, high, 0x31))};
}
inline Floats min_of_each(const Floats v[8]) {
    return best_of_each(v, [](__m256 a, __m256 b) { return _mm256_min_ps(a, b); });
}
inline Floats max_of_each(const Floats v[8]) {
    return best_of_each(v, [](__m256 a, __m256 b) { return _mm256_max_ps(a, b); });
}

inline float least(Floats a) {
    __m128 r = _mm_min_ps(_mm256_castps256_ps128(a.v), _mm256_extractf128_ps(a.v, 1));
    r = _mm_min_ps(r, _mm_movehl_ps(r, r));
    return _mm_cvtss_f32(_mm_min_ss(r, _mm_movehdup_ps(r)));
}
inline float greatest(Floats a) {
    __m128 r = _mm_max_ps(_mm256_castps256_ps128(a.v), _mm256_extractf128_ps(a.v, 1));
    r = _mm_max_ps(r, _mm_movehl_ps(r, r));
    return _mm_cvtss_f32(_mm_max_ss(r, _mm_movehdup_ps(r)));
}
inline double least(__m256d low, __m256d high) {
    const __m256d four = _mm256_min_pd(low, high);
    const __m128d r = _mm_min_pd(_mm256_castpd256_pd128(four), _mm256_extractf128_pd(four, 1));
    return _mm_cvtsd_f64(_mm_min_sd(r, _mm_unpackhi_pd(r, r)));
}
inline double greatest(__m256d low, __m256d high) {
    const __m256d four = _mm256_max_pd(low, high);
    const __m128d r = _mm_max_pd(_mm256_castpd256_pd128(four), _mm256_extractf128_pd(four, 1));
    return _mm_cvtsd_f64(_mm_max_sd(r, _mm_unpackhi_pd(r, r)));
}
inline double least(Doubles a) {
    return least(a.lo, a.hi);
}
inline double greatest(Doubles a) {
    return greatest(a.lo, a.hi);
}

struct Floats16 {
    __m256 lo, hi;
};
inline Floats16 load16(const float* p) {
    return {_mm256_loadu_ps(p), _mm256_loadu_ps(p + 8)};
}
inline Floats16 all16(float value) {
    return {_mm256_set1_ps(value), _mm256_set1_ps(value)};
}
inline Floats16 operator+(Floats16 a, Floats16 b) {
    return {_mm256_add_ps(a.lo, b.lo), _mm256_add_ps(a.hi, b.hi)};
}
inline Floats16 operator-(Floats16 a, Floats16 b) {
    return {_mm256_sub_ps(a.lo, b.lo), _mm256_sub_ps(a.hi, b.hi)};
}
inline Floats16 operator*(Floats16 a, Floats16 b) {
    return {_mm256_mul_ps(a.lo, b.lo), _mm256_mul_ps(a.hi, b.hi)};
}
inline Floats16 abs(Floats16 a) {
    const __m256 sign = _mm256_set1_ps(-0.0F);
    return {_mm256_andnot_ps(sign, a.lo), _mm256_andnot_ps(sign, a.hi)};
}
inline Mask less_equal(Floats16 a, Floats16 b) {
    return static_cast<Mask>(_mm256_movemask_ps(_mm256_cmp_ps(a.lo, b.lo, _CMP_LE_OQ))) |
           static_cast<Mask>(_mm256_movemask_ps(_mm256_cmp_ps(a.hi, b.hi, _CMP_LE_OQ))) << 8;
}

inline void append_set_bits(std::uint32_t* out, std::uint32_t base, Mask m) {
    for (; m != 0; m &= m - 1) {
        *out++ = base + static_cast<std::uint32_t>(__builtin_ctz(m));
    }
}
inline void append_selected(std::uint32_t* out, const std::uint32_t* values, Mask m) {
    for (; m != 0; m &= m - 1) {
        *out++ = values[__builtin_ctz(m)];
    }
}
inline void fill8(std::uint32_t* out, std::uint32_t value) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out),
                        _mm256_set1_epi32(static_cast<int>(value)));
}

} // namespace shapes::lanes_avx2
