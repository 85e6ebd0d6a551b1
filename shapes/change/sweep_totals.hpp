// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/area/compensated_sum.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>

namespace shapes::change {

/// Several sums over many leaves, each in eight lanes for a stretch at a time, the stretches added
/// with compensation (as in add_chain_integral). `Lanes` is so many arrays of eight doubles.
template<class Lanes>
class SweepTotals {
  public:
    /// Hands `sweep(first leaf, leaves, lanes)` the leaves from `leaf` to `end`.
    template<class Sweep>
    void run(std::size_t leaf, std::size_t end, Sweep&& sweep) {
        while (leaf < end) {
            const std::size_t count = std::min(end - leaf, kStretch - used_);
            sweep(leaf, count, lanes_);
            leaf += count;
            used_ += count;
            if (used_ == kStretch) {
                flush();
            }
        }
    }

    /// Sum number `which`, in the order of the members of `Lanes`.
    double value(std::size_t which) {
        flush();
        return totals_[which].value();
    }

  private:
    static constexpr std::size_t kStretch = 512; // leaves
    static constexpr std::size_t kSums = sizeof(Lanes) / (8 * sizeof(double));

    void flush() {
        const auto lanes = std::bit_cast<std::array<double, 8 * kSums>>(lanes_);
        for (std::size_t i = 0; i < lanes.size(); ++i) {
            totals_[i / 8].add(lanes[i]);
        }
        lanes_ = {};
        used_ = 0;
    }

    Lanes lanes_{};
    std::size_t used_ = 0;
    std::array<CompensatedSum, kSums> totals_;
};

} // namespace shapes::change
