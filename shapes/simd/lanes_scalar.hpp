// SPDX-License-Identifier: MIT
#pragma once
// Eight doubles side by side, in plain C++: for machines without AVX2, and as the reference that
// the other versions are tested against.
//
// The three files lanes_*.hpp offer the same operations on the same eight lanes, each of them exact
// or correctly rounded per IEEE 754. A loop written with them therefore gives the same bits in
// every version.
//
// Each version has a namespace of its own, and the files that include it include nothing else with
// inline functions. Otherwise the linker might keep a copy of a shared function that was compiled
// for instructions which the machine does not have.

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace shapes::lanes_scalar {

/// One bit per lane, that of lane 0 lowest.
using Mask = unsigned;

struct Doubles {
    double v[8];
};

template<class Op>
inline Doubles zip(Doubles a, Doubles b, Op op) {
    Doubles r;
    for (int i = 0; i < 8; ++i) {
        r.v[i] = op(a.v[i], b.v[i]);
    }
    return r;
}

template<class Op>
inline Mask test(Doubles a, Doubles b, Op op) {
    Mask m = 0;
    for (int i = 0; i < 8; ++i) {
        m |= static_cast<Mask>(op(a.v[i], b.v[i])) << i;
    }
    return m;
}

inline Doubles load(const double* p) {
    Doubles r;
    for (int i = 0; i < 8; ++i) {
        r.v[i] = p[i];
    }
    return r;
}
inline void store(double* p, Doubles a) {
    for (int i = 0; i < 8; ++i) {
        p[i] = a.v[i];
    }
}
inline Doubles all(double value) {
    Doubles r;
    for (double& v : r.v) {
        v = value;
    }
    return r;
}
/// Eight pairs x, y, x, y, … separated into the first and the second values.
struct Pairs {
    Doubles first, second;
};
inline Pairs load_pairs(const double* p) {
    Pairs r;
    for (int i = 0; i < 8; ++i) {
        r.first.v[i] = p[2 * i];
        r.second.v[i] = p[2 * i + 1];
    }
    return r;
}
/// Four consecutive doubles from each of eight places: lane i has those from p[2 · index[i]] on.
struct Quads {
    Doubles first, second, third, fourth;
};
inline Quads gather_quads(const double* p, const std::uint32_t* index) {
    Quads r;
    for (int i = 0; i < 8; ++i) {
        const double* quad = p + 2 * static_cast<std::size_t>(index[i]);
        r.first.v[i] = quad[0];
        r.second.v[i] = quad[1];
        r.third.v[i] = quad[2];
        r.fourth.v[i] = quad[3];
    }
    return r;
}

inline Doubles operator+(Doubles a, Doubles b) {
    return zip(a, b, [](double x, double y) { return x + y; });
}
inline Doubles operator-(Doubles a, Doubles b) {
    return zip(a, b, [](double x, double y) { return x - y; });
}
inline Doubles operator*(Doubles a, Doubles b) {
    return zip(a, b, [](double x, double y) { return x * y; });
}
inline Doubles operator/(Doubles a, Doubles b) {
    return zip(a, b, [](double x, double y) { return x / y; });
}
/// a · b + c, rounded once.
inline Doubles multiply_add(Doubles a, Doubles b, Doubles c) {
    for (int i = 0; i < 8; ++i) {
        c.v[i] = __builtin_fma(a.v[i], b.v[i], c.v[i]);
    }
    return c;
}
/// a < b ? a : b in every lane, so b where either is not a number. `max` likewise.
inline Doubles min(Doubles a, Doubles b) {
    return zip(a, b, [](double x, double y) { return x < y ? x : y; });
}
inline Doubles max(Doubles a, Doubles b) {
    return zip(a, b, [](double x, double y) { return x > y ? x : y; });
}
inline Doubles abs(Doubles a) {
    for (double& v : a.v) {
        v = std::fabs(v);
    }
    return a;
}
inline Mask less(Doubles a, Doubles b) {
    return test(a, b, [](double x, double y) { return x < y; });
}
inline Mask equal(Doubles a, Doubles b) {
    return test(a, b, [](double x, double y) { return x == y; });
}
/// Lane i is that of `where_set` where bit i of the mask is set, and that of `otherwise` elsewhere.
inline Doubles select(Mask m, Doubles where_set, Doubles otherwise) {
    for (unsigned i = 0; i < 8; ++i) {
        otherwise.v[i] = (m >> i & 1U) != 0 ? where_set.v[i] : otherwise.v[i];
    }
    return otherwise;
}

/// Eight floats, each a double rounded to nearest; used for tests of boxes.
struct Floats {
    float v[8];
};
inline Floats to_float(Doubles a) {
    Floats r;
    for (int i = 0; i < 8; ++i) {
        r.v[i] = static_cast<float>(a.v[i]);
    }
    return r;
}
inline Floats all_float(float value) {
    Floats r;
    for (float& v : r.v) {
        v = value;
    }
    return r;
}
inline void store(float* p, Floats a) {
    for (int i = 0; i < 8; ++i) {
        p[i] = a.v[i];
    }
}
/// Lane i of the result is lane (i + by) mod 8 of a.
inline Floats rotated(Floats a, int by) {
    Floats r;
    for (int i = 0; i < 8; ++i) {
        r.v[i] = a.v[(i + by) % 8];
    }
    return r;
}
inline Mask less_equal(Floats a, Floats b) {
    Mask m = 0;
    for (int i = 0; i < 8; ++i) {
        m |= static_cast<Mask>(a.v[i] <= b.v[i]) << i;
    }
    return m;
}

inline Floats select(Mask m, Floats where_set, Floats otherwise) {
    for (unsigned i = 0; i < 8; ++i) {
        otherwise.v[i] = (m >> i & 1U) != 0 ? where_set.v[i] : otherwise.v[i];
    }
    return otherwise;
}
/// The least (`greatest`: the greatest) value of all lanes.
inline float least(Floats a) {
    float r = a.v[0];
    for (const float v : a.v) {
        r = v < r ? v : r;
    }
    return r;
}
inline float greatest(Floats a) {
    float r = a.v[0];
    for (const float v : a.v) {
        r = v > r ? v : r;
    }
    return r;
}
inline double least(Doubles a) {
    double r = a.v[0];
    for (const double v : a.v) {
        r = v < r ? v : r;
    }
    return r;
}
inline double greatest(Doubles a) {
    double r = a.v[0];
    for (const double v : a.v) {
        r = v > r ? v : r;
    }
    return r;
}

/// Lane i of the result is the least (`max_of_each`: the greatest) of the eight lanes of v[i].
inline Floats min_of_each(const Floats v[8]) {
    Floats r;
    for (int i = 0; i < 8; ++i) {
        r.v[i] = v[i].v[0];
        for (const float lane : v[i].v) {
            r.v[i] = lane < r.v[i] ? lane : r.v[i];
        }
    }
    return r;
}
inline Floats max_of_each(const Floats v[8]) {
    Floats r;
    for (int i = 0; i < 8; ++i) {
        r.v[i] = v[i].v[0];
        for (const float lane : v[i].v) {
            r.v[i] = lane > r.v[i] ? lane : r.v[i];
        }
    }
    return r;
}

/// Sixteen floats, one for each node of a block of a tree.
struct Floats16 {
    float v[16];
};
inline Floats16 load16(const float* p) {
    Floats16 r;
    for (int i = 0; i < 16; ++i) {
        r.v[i] = p[i];
    }
    return r;
}
inline Floats16 all16(float value) {
    Floats16 r;
    for (float& v : r.v) {
        v = value;
    }
    return r;
}
template<class Op>
inline Floats16 zip(Floats16 a, Floats16 b, Op op) {
    for (int i = 0; i < 16; ++i) {
        a.v[i] = op(a.v[i], b.v[i]);
    }
    return a;
}
inline Floats16 operator+(Floats16 a, Floats16 b) {
    return zip(a, b, [](float x, float y) { return x + y; });
}
inline Floats16 operator-(Floats16 a, Floats16 b) {
    return zip(a, b, [](float x, float y) { return x - y; });
}
inline Floats16 operator*(Floats16 a, Floats16 b) {
    return zip(a, b, [](float x, float y) { return x * y; });
}
inline Floats16 abs(Floats16 a) {
    for (float& v : a.v) {
        v = std::fabs(v);
    }
    return a;
}
inline Mask less_equal(Floats16 a, Floats16 b) {
    Mask m = 0;
    for (int i = 0; i < 16; ++i) {
        m |= static_cast<Mask>(a.v[i] <= b.v[i]) << i;
    }
    return m;
}

/// Writes base + i for each set bit i of the mask, in order. Up to eight values beyond the last one
/// may be overwritten.
inline void append_set_bits(std::uint32_t* out, std::uint32_t base, Mask m) {
    for (std::uint32_t i = 0; i < 8; ++i) {
        if ((m >> i & 1U) != 0) {
            *out++ = base + i;
        }
    }
}
/// Writes values[i] for each set bit i of the mask, in order, with the same excess.
inline void append_selected(std::uint32_t* out, const std::uint32_t* values, Mask m) {
    for (std::uint32_t i = 0; i < 8; ++i) {
        if ((m >> i & 1U) != 0) {
            *out++ = values[i];
        }
    }
}
/// Writes the value eight times.
inline void fill8(std::uint32_t* out, std::uint32_t value) {
    for (int i = 0; i < 8; ++i) {
        out[i] = value;
    }
}

} // namespace shapes::lanes_scalar
