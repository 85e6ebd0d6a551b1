// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/area/compensated_sum.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>

namespace shapes::change {

/// Several sums over many leaves. A stretch of leaves is summed in eight lanes per sum, and the
/// lanes of each stretch are added to the totals with compensation (as in add_chain_integral).
/// `Lanes` must be a struct of arrays of eight doubles, one array per sum.
template<class Lanes>
class SweepTotals {
  public:
    /// Calls sweep(first leaf, number of leaves, lanes) for consecutive stretches of the leaves
    /// [leaf, end).
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

    /// The total of sum number `which`, counted in the order of the members of `Lanes`.
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
