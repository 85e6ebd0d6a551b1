// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

namespace engine {

/// Standard normal numbers that are the same on every machine: splitmix64 (G. Steele et al., OOPSLA
/// 2014, doi:10.1145/2660193.2660195) and Box–Muller. The standard library's distributions are not
/// portable.
class NormalSource {
  public:
    /// Streams of different (seed, stream) are independent of each other.
    NormalSource(std::uint64_t seed, std::uint64_t stream)
        : state_(scramble(seed) ^ scramble(stream + 0x632be59bd9b4e019ULL)) {}

    /// Uniform in (0, 1).
    double uniform() {
        state_ += 0x9e3779b97f4a7c15ULL;
        return (static_cast<double>(scramble(state_) >> 11U) + 0.5) * 0x1p-53;
    }

    /// Uniform in (low, high).
    double between(double low, double high) { return low + (high - low) * uniform(); }

    double normal() {
        if (has_spare_) {
            has_spare_ = false;
            return spare_;
        }
        const double radius = std::sqrt(-2.0 * std::log(uniform()));
        const double angle = 2.0 * std::numbers::pi * uniform();
        spare_ = radius * std::sin(angle);
        has_spare_ = true;
        return radius * std::cos(angle);
    }

  private:
    static constexpr std::uint64_t scramble(std::uint64_t z) {
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31U);
    }

    std::uint64_t state_;
    double spare_ = 0.0;
    bool has_spare_ = false;
};

} // namespace engine
