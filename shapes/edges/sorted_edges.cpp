// SPDX-License-Identifier: MIT
#include "shapes/edges/sorted_edges.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace shapes::edges {
namespace {

struct Keyed {
    std::uint64_t key;
    std::uint32_t edge;
};

/// The lower 16 bits spread out to every second bit (Morton 1966).
std::uint64_t spread_bits(std::uint64_t v) {
    v = (v | v << 8) & 0x00ff00ffU;
    v = (v | v << 4) & 0x0f0f0f0fU;
    v = (v | v << 2) & 0x33333333U;
    return (v | v << 1) & 0x55555555U;
}

constexpr unsigned kPlaceBits = 32, kDirectionBits = 3, kLengthBits = 5;
constexpr unsigned kKeyBits = kPlaceBits + kDirectionBits + kLengthBits;

/// Direction, opposite ones alike, in eight classes: by half-plane, then by which octant of slopes.
std::uint64_t direction_class(double dx, double dy) {
    const bool falling = (dx < 0) != (dy < 0);
    const double w = std::abs(dx), h = std::abs(dy);
    constexpr double kTan22 = 0.41421356237309503;
    const unsigned slope = h <= kTan22 * w ? 0 : h <= w ? 1 : w > kTan22 * h ? 2 : 3;
    return slope | (falling ? 4U : 0U);
}

/// Powers of two below the largest extent; an edge of no length is in the last class.
std::uint64_t length_class(double length, double extent) {
    if (!(length > 0)) {
        return (1U << kLengthBits) - 1;
    }
    const int below = std::ilogb(extent) - std::ilogb(length);
    return static_cast<std::uint64_t>(std::clamp(below, 0, (1 << kLengthBits) - 1));
}

/// Sorts by key, a byte at a time from the lowest (stable, so the order is the same everywhere).
void radix_sort(std::vector<Keyed>& items) {
    std::vector<Keyed> other(items.size());
    for (unsigned shift = 0; shift < kKeyBits; shift += 8) {
        std::array<std::size_t, 257> start{};
        for (const Keyed& item : items) {
            ++start[(item.key >> shift & 0xffU) + 1];
        }
        for (std::size_t i = 1; i < start.size(); ++i) {
            start[i] += start[i - 1];
        }
        for (const Keyed& item : items) {
            other[start[item.key >> shift & 0xffU]++] = item;
        }
        items.swap(other);
    }
}

} // namespace

SortedEdges::SortedEdges(const Boundary& boundary, const Box& bounds) {
    const Position* p = boundary.positions();
    const double extent =
        std::max({bounds.east - bounds.west, bounds.north - bounds.south, 1e-300});
    std::vector<Keyed> items;
    for (const Boundary::Path& path : boundary.paths()) {
        for (std::uint32_t e = path.first; e < path.end(); ++e) {
            const double dx = p[e + 1].lon - p[e].lon, dy = p[e + 1].lat - p[e].lat;
            const auto place = [extent](double from, double to, double low) {
                const double middle = ((from - low) + (to - low)) / (2 * extent);
                return spread_bits(
                    static_cast<std::uint64_t>(65535 * std::clamp(middle, 0.0, 1.0)));
            };
            const std::uint64_t z = place(p[e].lon, p[e + 1].lon, bounds.west) |
                                    place(p[e].lat, p[e + 1].lat, bounds.south) << 1;
            const std::uint64_t length = length_class(std::max(std::abs(dx), std::abs(dy)), extent);
            items.push_back(
                {(length << kDirectionBits | direction_class(dx, dy)) << kPlaceBits | z, e});
        }
    }
    radix_sort(items);

    const std::size_t leaves = (items.size() + 7) / 8;
    packed_ = std::make_unique<double[]>(32 * leaves);
    ids_.resize(8 * leaves);
    valid_.resize(leaves);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::uint32_t e = items[i].edge;
        double* leaf = packed_.get() + 32 * (i / 8) + i % 8;
        leaf[0] = p[e].lon;
        leaf[8] = p[e].lat;
        leaf[16] = p[e + 1].lon;
        leaf[24] = p[e + 1].lat;
        ids_[i] = e;
        valid_[i / 8] = static_cast<std::uint8_t>(valid_[i / 8] | 1U << (i % 8));
    }
}

LeafView SortedEdges::leaves() const {
    LeafView view;
    view.valid = valid_.data();
    view.packed = packed_.get();
    view.ids = ids_.data();
    return view;
}

} // namespace shapes::edges
