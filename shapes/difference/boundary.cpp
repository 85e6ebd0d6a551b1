// SPDX-License-Identifier: MIT
#include "shapes/difference/boundary.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace shapes {
namespace {

std::size_t leaves_of(const Piece& piece) {
    return (piece.edges + 1 + 7) / 8;
}

std::vector<Piece> rings_of(const Region& region) {
    std::vector<Piece> pieces;
    pieces.reserve(region.ring_count());
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        const Ring ring = region.ring(r);
        if (ring.size() > 1) {
            pieces.push_back({ring.data(), ring.size() - 1});
        }
    }
    return pieces;
}

} // namespace

Boundary::Boundary(const Region& region) : Boundary(rings_of(region)) {}

Boundary::Boundary(std::span<const Piece> pieces) {
    for (const Piece& piece : pieces) {
        leaf_count_ += leaves_of(piece);
    }
    if (leaf_count_ > std::numeric_limits<std::int32_t>::max() / 8) {
        throw std::length_error("a boundary of more than 2^31 edges");
    }
    // Written in full below, so not zeroed first. The last vertex has a neighbour to be read.
    x_ = std::make_unique_for_overwrite<double[]>(slot_count() + 1);
    y_ = std::make_unique_for_overwrite<double[]>(slot_count() + 1);
    valid_ = std::make_unique_for_overwrite<std::uint8_t[]>(leaf_count_);
    path_of_leaf_ = std::make_unique_for_overwrite<std::uint32_t[]>(leaf_count_);
    paths_.reserve(pieces.size());
    fill(pieces);
    x_[slot_count()] = 0;
    y_[slot_count()] = 0;
}

void Boundary::fill(std::span<const Piece> pieces) {
    std::size_t leaf = 0;
    for (const Piece& piece : pieces) {
        const std::size_t first = 8 * leaf;
        const std::size_t leaves = leaves_of(piece);
        double* x = x_.get() + first;
        double* y = y_.get() + first;
        for (std::size_t i = 0; i <= piece.edges; ++i) {
            const Position p = piece.first[piece.reversed ? piece.edges - i : i];
            x[i] = p.lon;
            y[i] = p.lat;
        }
        std::fill(x + piece.edges + 1, x + 8 * leaves, x[piece.edges]);
        std::fill(y + piece.edges + 1, y + 8 * leaves, y[piece.edges]);
        for (std::size_t l = 0; l < leaves; ++l) {
            const std::size_t there = std::min<std::size_t>(8, piece.edges - 8 * l);
            valid_[leaf + l] = static_cast<std::uint8_t>((1U << there) - 1);
        }
        std::fill_n(path_of_leaf_.get() + leaf, leaves, static_cast<std::uint32_t>(paths_.size()));
        paths_.push_back({static_cast<std::uint32_t>(first),
                          static_cast<std::uint32_t>(piece.edges), piece.first});
        leaf += leaves;
    }
}

} // namespace shapes
