// SPDX-License-Identifier: MIT
#pragma once
// Eight doubles in one AVX-512 register. See lanes_scalar.hpp for what each operation does.

#include <cstddef>
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
struct Quads {
    Doubles first, second, third, fourth;
};
inline Quads gather_quads(const double* p, const std::uint32_t* index) {
    // Loads rows k and k + 4 into one register and then transposes: a quarter of the loads that
    // gathers would take.
    const auto rows = [p, index](int k) {
        const __m256d low = _mm256_loadu_pd(p + 2 * static_cast<std::size_t>(index[k]));
        const __m256d high = _mm256_loadu_pd(p + 2 * static_cast<std::size_t>(index[k + 4]));
        return _mm512_mask_broadcast_f64x4(_mm512_maskz_broadcast_f64x4(0xff, low), 0xf0, high);
    };
    const __m512d r0 = rows(0), r1 = rows(1), r2 = rows(2), r3 = rows(3);
    const __m512i left = _mm512_setr_epi64(0, 1, 8, 9, 4, 5, 12, 13);
    const __m512i right = _mm512_setr_epi64(2, 3, 10, 11, 6, 7, 14, 15);
    const __m512d even01 = _mm512_maskz_unpacklo_pd(0xff, r0, r1);
    const __m512d even23 = _mm512_maskz_unpacklo_pd(0xff, r2, r3);
    const __m512d odd01 = _mm512_maskz_unpackhi_pd(0xff, r0, r1);
    const __m512d odd23 = _mm512_maskz_unpackhi_pd(0xff, r2, r3);
    return {{_mm512_permutex2var_pd(even01, left, even23)},
            {_mm512_permutex2var_pd(odd01, left, odd23)},
            {_mm512_permutex2var_pd(even01, right, even23)},
            {_mm512_permutex2var_pd(odd01, right, odd23)}};
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
inline Doubles multiply_add(Doubles a, Doubles b, Doubles c) {
    return {_mm512_fmadd_pd(a.v, b.v, c.v)};
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
inline Floats rotated(Floats a, int by) {
    const __m256i lane = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
    return {_mm256_permutevar8x32_ps(a.v, _mm256_add_epi32(lane, _mm256_set1_epi32(by)))};
}
inline Mask less_equal(Floats a, Floats b) {
    return _mm256_cmp_ps_mask(a.v, b.v, _CMP_LE_OQ);
}

inline Floats select(Mask m, Floats where_set, Floats otherwise) {
    return {_mm256_mask_blend_ps(static_cast<__mmask8>(m), otherwise.v, where_set.v)};
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
    return least(_mm512_maskz_extractf64x4_pd(0xff, a.v, 0),
                 _mm512_maskz_extractf64x4_pd(0xff, a.v, 1));
}
inline double greatest(Doubles a) {
    return greatest(_mm512_maskz_extractf64x4_pd(0xff, a.v, 0),
                    _mm512_maskz_extractf64x4_pd(0xff, a.v, 1));
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
inline Floats16 operator+(Floats16 a, Floats16 b) {
    return {_mm512_add_ps(a.v, b.v)};
}
inline Floats16 operator-(Floats16 a, Floats16 b) {
    return {_mm512_sub_ps(a.v, b.v)};
}
inline Floats16 operator*(Floats16 a, Floats16 b) {
    return {_mm512_mul_ps(a.v, b.v)};
}
inline Floats16 abs(Floats16 a) {
    return {_mm512_abs_ps(a.v)};
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
inline void append_selected(std::uint32_t* out, const std::uint32_t* values, Mask m) {
    const __m256i all = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(values));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out),
                        _mm256_maskz_compress_epi32(static_cast<__mmask8>(m), all));
}
inline void fill8(std::uint32_t* out, std::uint32_t value) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out),
                        _mm256_set1_epi32(static_cast<int>(value)));
}

} // namespace shapes::lanes_avx512
