// SPDX-License-Identifier: MIT
#include "shapes/edges/boundary.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <stdexcept>
#include <utility>

namespace shapes::edges {

static_assert(sizeof(Position) == 2 * sizeof(double)); // the loops read positions as pairs

Boundary::Boundary(const Region& region)
    : positions_(region.positions().data()), position_count_(region.position_count()) {
    const std::size_t rings = region.ring_count();
    reserve(rings);
    for (std::size_t r = 0; r < rings; ++r) {
        const Ring ring = region.ring(r);
        if (ring.size() > 1) {
            add_path(static_cast<std::size_t>(ring.data() - positions_), ring.size() - 1);
        }
    }
    finish();
}

Boundary::Boundary(std::span<const Piece> pieces) {
    for (const Piece& piece : pieces) {
        position_count_ += piece.edges + 1;
    }
    owned_ = std::make_unique_for_overwrite<Position[]>(position_count_);
    positions_ = owned_.get();
    reserve(pieces.size());
    std::size_t next = 0;
    for (const Piece& piece : pieces) {
        const Position* end = piece.first + piece.edges + 1;
        if (piece.reversed) {
            std::reverse_copy(piece.first, end, owned_.get() + next);
        } else {
            std::copy(piece.first, end, owned_.get() + next);
        }
        add_path(next, piece.edges);
        next += piece.edges + 1;
    }
    finish();
}

Boundary::Boundary(std::unique_ptr<Position[]> rings, std::span<const std::size_t> ring_ends)
    : positions_(rings.get()), position_count_(ring_ends.empty() ? 0 : ring_ends.back()),
      owned_(std::move(rings)) {
    reserve(ring_ends.size());
    std::size_t first = 0;
    for (const std::size_t end : ring_ends) {
        add_path(first, end - first - 1);
        first = end;
    }
    finish();
}

void Boundary::reserve(std::size_t paths) {
    const std::size_t leaves = position_count_ / 8 + paths;
    paths_.reserve(paths);
    first_.reserve(leaves);
    valid_.reserve(leaves);
    path_of_leaf_.reserve(leaves);
}

void Boundary::add_path(std::size_t first, std::size_t edges) {
    if (first + edges > std::numeric_limits<std::uint32_t>::max() - 16) {
        throw std::length_error("a boundary of more than 2^32 positions");
    }
    const auto path = static_cast<std::uint32_t>(paths_.size());
    for (std::size_t e = 0; e < edges; e += 8) {
        const std::size_t there = std::min<std::size_t>(8, edges - e);
        first_.push_back(static_cast<std::uint32_t>(first + e));
        valid_.push_back(static_cast<std::uint8_t>((1U << there) - 1));
        path_of_leaf_.push_back(path);
    }
    paths_.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(edges)});
    closed_ = closed_ && is_closed(paths_.back());
}

void Boundary::finish() {
    const std::size_t copied = std::min(position_count_, kTail);
    tail_first_ = static_cast<std::uint32_t>(position_count_ - copied);
    std::copy_n(positions_ + tail_first_, copied, tail_.begin());
}

std::size_t Boundary::edges_in(std::size_t leaf) const {
    return static_cast<std::size_t>(std::countr_one(valid_[leaf]));
}

std::size_t Boundary::path_of(std::uint32_t edge) const {
    const auto after =
        std::upper_bound(paths_.begin(), paths_.end(), edge,
                         [](std::uint32_t value, const Path& path) { return value < path.first; });
    return static_cast<std::size_t>(after - paths_.begin()) - 1;
}

LeafView Boundary::leaves() const {
    // An empty region has no positions to point at.
    const double* const coordinates = positions_ != nullptr ? &positions_->lon : nullptr;
    return {coordinates, first_.data(), valid_.data(), &tail_[0].lon,
            tail_first_, nullptr,       nullptr};
}

} // namespace shapes::edges
