// SPDX-License-Identifier: MIT
#include "engine/uncertainty/edge_grid.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace engine {
namespace {

/// From the nearest place of a segment to p.
shapes::Position offset_from_segment(shapes::Position p, shapes::Position a, shapes::Position b) {
    const double dx = b.lon - a.lon;
    const double dy = b.lat - a.lat;
    const double length2 = dx * dx + dy * dy;
    const double t =
        length2 > 0.0
            ? std::clamp(((p.lon - a.lon) * dx + (p.lat - a.lat) * dy) / length2, 0.0, 1.0)
            : 0.0;
    return {p.lon - (a.lon + t * dx), p.lat - (a.lat + t * dy)};
}

double size(shapes::Position v) {
    return std::hypot(v.lon, v.lat);
}

/// |cos| of the angle between two directions, times their sizes.
double along(shapes::Position v, shapes::Position w) {
    return std::abs(v.lon * w.lon + v.lat * w.lat);
}

} // namespace

std::int64_t EdgeGrid::cell(double lon, double lat) const {
    const auto x = static_cast<std::int64_t>(std::floor(lon / cell_size_));
    const auto y = static_cast<std::int64_t>(std::floor(lat / cell_size_));
    return x * 0x40000000 + y;
}

EdgeGrid::EdgeGrid(const shapes::Region& region, double least_cell) : region_(&region) {
    const shapes::Box box = region.box();
    if (box.empty()) {
        return;
    }
    // About one cell per edge; never so small that a cell number would not fit its half.
    const double extent = std::max(box.east - box.west, box.north - box.south);
    cell_size_ = std::max(
        {extent / std::sqrt(static_cast<double>(region.edge_count()) + 1.0), least_cell, 1e-6});
    const auto positions = region.positions();
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        const shapes::Ring ring = region.ring(r);
        const auto first = static_cast<std::size_t>(ring.data() - positions.data());
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const shapes::Position a = ring[i];
            const shapes::Position b = ring[i + 1];
            const double length = std::hypot(b.lon - a.lon, b.lat - a.lat);
            const auto samples = static_cast<int>(2.0 * length / cell_size_) + 1;
            for (int s = 0; s <= samples; ++s) {
                const double t = static_cast<double>(s) / samples;
                auto& starts =
                    starts_[cell(a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat))];
                const auto edge = static_cast<std::uint32_t>(first + i);
                if (starts.empty() || starts.back() != edge) {
                    starts.push_back(edge);
                }
            }
        }
    }
}

template<typename Visit>
void EdgeGrid::around(shapes::Position place, const Visit& visit) const {
    for (int dx = -1; dx <= 1; ++dx) {
        for (int dy = -1; dy <= 1; ++dy) {
            const auto found =
                starts_.find(cell(place.lon + dx * cell_size_, place.lat + dy * cell_size_));
            if (found != starts_.end() && std::ranges::any_of(found->second, visit)) {
                return;
            }
        }
    }
}

EdgeGrid::Nearest EdgeGrid::nearest(shapes::Position place) const {
    Nearest best{std::numeric_limits<double>::infinity(), {}, {}};
    const auto positions = region_->positions();
    around(place, [&](std::uint32_t start) {
        const shapes::Position a = positions[start];
        const shapes::Position b = positions[start + 1];
        const double distance = size(offset_from_segment(place, a, b));
        if (distance < best.distance) {
            best = {distance, a, b};
        }
        return false;
    });
    return best;
}

bool EdgeGrid::runs_along(shapes::Position place, shapes::Position direction,
                          double distance) const {
    constexpr double kCos60 = 0.5;
    constexpr double kSin60 = 0.8660254037844386;
    const auto positions = region_->positions();
    const auto passes = [&](std::uint32_t start) {
        const shapes::Position a = positions[start];
        const shapes::Position b = positions[start + 1];
        const shapes::Position edge{b.lon - a.lon, b.lat - a.lat};
        const shapes::Position offset = offset_from_segment(place, a, b);
        if (std::abs(offset.lon) > distance || std::abs(offset.lat) > distance) {
            return false; // most edges, and cheaper to tell than their distance
        }
        const bool parallel = along(edge, direction) >= kCos60 * size(edge) * size(direction);
        const bool on_line = size(offset) <= 1e-9 * cell_size_; // rounding has no direction
        const bool beside = on_line || along(edge, offset) <= kSin60 * size(edge) * size(offset);
        return parallel && beside && size(offset) <= distance;
    };
    // One is enough, and likely where the place is. In a map smaller than the distance a cell holds
    // all edges.
    const auto own = starts_.find(cell(place.lon, place.lat));
    if (own != starts_.end() && std::ranges::any_of(own->second, passes)) {
        return true;
    }
    bool found = false;
    around(place, [&](std::uint32_t start) { return found = passes(start); });
    return found;
}

} // namespace engine
