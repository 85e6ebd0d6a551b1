// SPDX-License-Identifier: MIT
#include "shapes/edges/oriented_tree.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>

namespace shapes::edges {
namespace {

constexpr std::size_t kFanOut = 16;

/// The separation tests add up some ten floats no larger than four extents: their rounding stays
/// under 20 · 2⁻²⁴ of the extent. Boxes are widened by more than that.
constexpr double kSlack = 4e-6;

void set_node(OrientedBlock& block, std::size_t i, const OrientedNode& box) {
    block.x[i] = box.x;
    block.y[i] = box.y;
    block.ux[i] = box.ux;
    block.uy[i] = box.uy;
    block.along[i] = box.along;
    block.across[i] = box.across;
}

/// Touches nothing: its extents are below any distance.
OrientedNode nothing() {
    return {0,
            0,
            1,
            0,
            -std::numeric_limits<float>::infinity(),
            -std::numeric_limits<float>::infinity()};
}

/// A node in doubles.
struct Child {
    double x, y, ux, uy, along, across;
};
Child child(const OrientedBlock& block, std::size_t i) {
    const auto d = [](float v) { return static_cast<double>(v); };
    return {d(block.x[i]),  d(block.y[i]),     d(block.ux[i]),
            d(block.uy[i]), d(block.along[i]), d(block.across[i])};
}

/// The box around the first `count` boxes of a block, in the main direction of their spread.
OrientedNode around(const OrientedBlock& block, std::size_t count) {
    std::array<Child, kFanOut> children;
    double mean_x = 0, mean_y = 0;
    for (std::size_t i = 0; i < count; ++i) {
        children[i] = child(block, i);
        mean_x += children[i].x / static_cast<double>(count);
        mean_y += children[i].y / static_cast<double>(count);
    }
    const std::span<const Child> all(children.data(), count);
    double spread = 0, mixed = 0;
    const auto scatter = [&](double dx, double dy) {
        spread += dx * dx - dy * dy;
        mixed += 2 * dx * dy;
    };
    for (const Child& c : all) {
        scatter(c.x - mean_x, c.y - mean_y);
        scatter(c.along * c.ux, c.along * c.uy);
        scatter(-c.across * c.uy, c.across * c.ux);
    }
    const double angle = std::atan2(mixed, spread) / 2;
    const double ux = std::cos(angle), uy = std::sin(angle);
    double low[2] = {1e300, 1e300}, high[2] = {-1e300, -1e300};
    const auto reach = [&](int axis, double middle, double half) {
        low[axis] = std::min(low[axis], middle - half);
        high[axis] = std::max(high[axis], middle + half);
    };
    for (const Child& c : all) {
        const double cosine = std::abs(ux * c.ux + uy * c.uy);
        const double sine = std::abs(ux * c.uy - uy * c.ux);
        reach(0, ux * c.x + uy * c.y, c.along * cosine + c.across * sine);
        reach(1, ux * c.y - uy * c.x, c.along * sine + c.across * cosine);
    }
    const double along = (low[0] + high[0]) / 2, across = (low[1] + high[1]) / 2;
    return {static_cast<float>(ux * along - uy * across),
            static_cast<float>(uy * along + ux * across),
            static_cast<float>(ux),
            static_cast<float>(uy),
            static_cast<float>((high[0] - low[0]) / 2),
            static_cast<float>((high[1] - low[1]) / 2)};
}

OrientedNode widened(OrientedNode box, double by) {
    box.along += static_cast<float>(by);
    box.across += static_cast<float>(by);
    return box;
}

} // namespace

OrientedNode node(const OrientedBlock& block, std::size_t i) {
    return {block.x[i], block.y[i], block.ux[i], block.uy[i], block.along[i], block.across[i]};
}

OrientedTree::OrientedTree(const LeafView& edges, const BoxTree& boxes, Position origin,
                           double extent, const Kernels& loops) {
    // A margin goes in every direction; √2 of it covers the corner of an upright box.
    const double slack = kSlack * extent + 1.5 * boxes.margin();
    std::size_t nodes = boxes.leaf_count();
    for (std::size_t level = 0; level < boxes.height(); ++level) {
        std::vector<OrientedBlock> blocks(boxes.block_count(level));
        for (std::size_t i = 0; i < kFanOut * blocks.size(); ++i) {
            OrientedNode box = nothing();
            if (i < nodes && level == 0) {
                box = widened(loops.oriented_leaf(edges, i, origin.lon, origin.lat), slack);
            } else if (i < nodes) {
                const std::size_t below =
                    level == 1 ? boxes.leaf_count() : boxes.block_count(level - 2);
                box = widened(around(levels_[level - 1][i], std::min(kFanOut, below - kFanOut * i)),
                              kSlack * extent);
            }
            set_node(blocks[i / kFanOut], i % kFanOut, box);
        }
        nodes = blocks.size();
        levels_.push_back(std::move(blocks));
    }
}

} // namespace shapes::edges
