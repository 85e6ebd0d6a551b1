// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstdint>

namespace support {

/// SplitMix64 (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195): one step, as a hash.
constexpr std::uint64_t mix(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15U;
    x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31U);
}

/// In [0, 1), 53 random bits of `bits`.
constexpr double unit_interval(std::uint64_t bits) {
    return static_cast<double>(bits >> 11U) * 0x1p-53;
}

/// xoshiro256++ (Blackman, Vigna 2021, doi:10.1145/3460772). The standard's distributions differ
/// between libraries; these do not, so a seed names the same case everywhere.
class Random {
  public:
    explicit constexpr Random(std::uint64_t seed) {
        for (std::uint64_t& word : state_) {
            seed += 0x9e3779b97f4a7c15U;
            word = mix(seed);
        }
    }

    constexpr std::uint64_t bits() {
        const std::uint64_t result = std::rotl(state_[0] + state_[3], 23) + state_[0];
        const std::uint64_t shifted = state_[1] << 17U;
        state_[2] ^= state_[0];
        state_[3] ^= state_[1];
        state_[1] ^= state_[2];
        state_[0] ^= state_[3];
        state_[2] ^= shifted;
        state_[3] = std::rotl(state_[3], 45);
        return result;
    }

    /// In [0, 1).
    constexpr double unit() { return unit_interval(bits()); }
    /// In [low, high).
    constexpr double between(double low, double high) { return low + (high - low) * unit(); }
    /// In [0, n); n is small, so the modulo's bias (n / 2⁶⁴) does not matter.
    constexpr unsigned below(unsigned n) { return static_cast<unsigned>(bits() % n); }
    constexpr bool chance(double probability) { return unit() < probability; }

  private:
    std::uint64_t state_[4] = {};
};

} // namespace support
