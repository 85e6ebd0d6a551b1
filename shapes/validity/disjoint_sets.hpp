// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace shapes::validity {

/// Sets of the numbers 0 … n − 1 that only ever grow together.
class DisjointSets {
  public:
    explicit DisjointSets(std::size_t n) : parent_(n) {
        std::iota(parent_.begin(), parent_.end(), std::uint32_t{0});
    }

    std::uint32_t find(std::uint32_t i) {
        while (parent_[i] != i) {
            parent_[i] = parent_[parent_[i]];
            i = parent_[i];
        }
        return i;
    }

    /// False where both were in one set already. The smaller number stands for the set.
    bool join(std::uint32_t a, std::uint32_t b) {
        a = find(a);
        b = find(b);
        if (a == b) {
            return false;
        }
        parent_[a > b ? a : b] = a > b ? b : a;
        return true;
    }

  private:
    std::vector<std::uint32_t> parent_;
};

} // namespace shapes::validity
