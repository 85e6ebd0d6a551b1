// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace shapes::validity {

/// Disjoint sets of the numbers 0 … n − 1 that can be joined but not divided (union-find). At first
/// every number is a set of its own.
class DisjointSets {
  public:
    explicit DisjointSets(std::size_t n) : parent_(n) {
        std::iota(parent_.begin(), parent_.end(), std::uint32_t{0});
    }

    /// The number that stands for the set of i: the smallest one in it. Shortens the path to it on
    /// the way.
    std::uint32_t find(std::uint32_t i) {
        while (parent_[i] != i) {
            parent_[i] = parent_[parent_[i]];
            i = parent_[i];
        }
        return i;
    }

    /// Joins the sets of a and b. Returns false if both were in one set already.
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
