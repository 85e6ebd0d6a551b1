// SPDX-License-Identifier: MIT
#pragma once
// Eight doubles in one AVX-512 register. See lanes_scalar.hpp for what each operation does.

#include <cstdint>
#include <immintrin.h>

namespace shapes::lanes_avx512 {

using Mask = unsigned;

struct Doubles {
    __m512d v;
};
inline Doubles load(const double* p) {
    return {_mm512_loadu_pd(p)};
}
inline void store(double* p, Doubles a) {
    _mm512_storeu_pd(p, a.v);
}
inline Doubles all(double value) {
    return {_mm512_set1_pd(value)};
}
struct Pairs {
    Doubles first, second;
};
inline Pairs load_pairs(const double* p) {
    const __m512d low = _mm512_loadu_pd(p), high = _mm512_loadu_pd(p + 8);
    const __m512i even = _mm512_setr_epi64(0, 2, 4, 6, 8, 10, 12, 14);
    const __m512i odd = _mm512_setr_epi64(1, 3, 5, 7, 9, 11, 13, 15);
    return {{_mm512_permutex2var_pd(low, even, high)}, {_mm512_permutex2var_pd(low, odd, high)}};
}
inline Doubles gather(const double* base, const std::uint32_t* index) {
    // Masked with a zeroed source: the plain form reads an undefined register, which warns.
    const __m256i i = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(index));
    return {_mm512_mask_i32gather_pd(_mm512_setzero_pd(), 0xff, i, base, 8)};
}
inline Doubles operator+(Doubles a, Doubles b) {
    return {_mm512_add_pd(a.v, b.v)};
}
inline Doubles operator-(Doubles a, Doubles b) {
    return {_mm512_sub_pd(a.v, b.v)};
}
inline Doubles operator*(Doubles a, Doubles b) {
    return {_mm512_mul_pd(a.v, b.v)};
}
inline Doubles operator/(Doubles a, Doubles b) {
    return {_mm512_div_pd(a.v, b.v)};
}
inline Doubles min(Doubles a, Doubles b) {
    return {_mm512_maskz_min_pd(0xff, a.v, b.v)};
}
inline Doubles max(Doubles a, Doubles b) {
    return {_mm512_maskz_max_pd(0xff, a.v, b.v)};
}
inline Doubles abs(Doubles a) {
    return {_mm512_abs_pd(a.v)};
}
inline Mask less(Doubles a, Doubles b) {
    return _mm512_cmp_pd_mask(a.v, b.v, _CMP_LT_OQ);
}
inline Mask equal(Doubles a, Doubles b) {
    return _mm512_cmp_pd_mask(a.v, b.v, _CMP_EQ_OQ);
}
inline Doubles select(Mask m, Doubles where_set, Doubles otherwise) {
    return {_mm512_mask_blend_pd(static_cast<__mmask8>(m), otherwise.v, where_set.v)};
}

struct Floats {
    __m256 v;
};
inline Floats to_float(Doubles a) {
    return {_mm512_maskz_cvtpd_ps(0xff, a.v)};
}
inline Floats all_float(float value) {
    return {_mm256_set1_ps(value)};
}
inline void store(float* p, Floats a) {
    _mm256_storeu_ps(p, a.v);
}
inline Mask less_equal(Floats a, Floats b) {
    return _mm256_cmp_ps_mask(a.v, b.v, _CMP_LE_OQ);
}

struct Floats16 {
    __m512 v;
};
inline Floats16 load16(const float* p) {
    return {_mm512_loadu_ps(p)};
}
inline Floats16 all16(float value) {
    return {_mm512_set1_ps(value)};
}
inline Mask less_equal(Floats16 a, Floats16 b) {
    return _mm512_cmp_ps_mask(a.v, b.v, _CMP_LE_OQ);
}

inline void append_set_bits(std::uint32_t* out, std::uint32_t base, Mask m) {
    const __m256i lanes = _mm256_add_epi32(_mm256_set1_epi32(static_cast<int>(base)),
                                           _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out),
                        _mm256_maskz_compress_epi32(static_cast<__mmask8>(m), lanes));
}
inline void fill8(std::uint32_t* out, std::uint32_t value) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out),
                        _mm256_set1_epi32(static_cast<int>(value)));
}

} // namespace shapes::lanes_avx512
