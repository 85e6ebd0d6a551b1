// SPDX-License-Identifier: MIT
#include "shapes/types/region.hpp"

#include <array>
#include <cstddef>

namespace shapes {

bool Region::close_ring() {
    const std::size_t start = ring_starts_.back();
    if (positions_.size() == start) {
        return true; // an empty ring has nothing to close
    }
    const Position first = positions_[start];
    const bool closed = positions_.size() - start > 1 && positions_.back() == first;
    if (!closed) {
        positions_.push_back(first);
    }
    return closed;
}

void Region::add_polygon(std::span<const std::vector<Position>> rings) {
    add_polygon();
    for (const auto& ring : rings) {
        add_ring();
        positions_.insert(positions_.end(), ring.begin(), ring.end());
        close_ring();
    }
}

void Region::append(const Region& other) {
    const std::size_t position_offset = positions_.size();
    const std::size_t ring_offset = ring_starts_.size();
    positions_.insert(positions_.end(), other.positions_.begin(), other.positions_.end());
    for (const std::size_t start : other.ring_starts_) {
        ring_starts_.push_back(start + position_offset);
    }
    for (const std::size_t start : other.polygon_starts_) {
        polygon_starts_.push_back(start + ring_offset);
    }
}

Box Region::box() const {
    // Four of it side by side, each in registers: one would wait for itself at every position.
    constexpr std::size_t kSide = 4;
    std::array<Box, kSide> boxes;
    const std::size_t even = positions_.size() - positions_.size() % kSide;
    for (std::size_t i = 0; i < even; i += kSide) {
        for (std::size_t k = 0; k < kSide; ++k) {
            boxes[k].add(positions_[i + k]);
        }
    }
    for (std::size_t i = even; i < positions_.size(); ++i) {
        boxes[0].add(positions_[i]);
    }
    Box box;
    for (const Box& part : boxes) {
        box.add(part);
    }
    return box;
}

} // namespace shapes
