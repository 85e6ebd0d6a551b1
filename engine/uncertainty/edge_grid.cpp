// SPDX-License-Identifier: MIT
#include "engine/uncertainty/edge_grid.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace engine {
namespace {

/// From the nearest place of a segment to p.
inline shapes::Position offset_from_segment(shapes::Position p, shapes::Position a,
                                            shapes::Position b) {
    const double dx = b.lon - a.lon;
    const double dy = b.lat - a.lat;
    const double length2 = dx * dx + dy * dy;
    const double t =
        length2 > 0.0
            ? std::clamp(((p.lon - a.lon) * dx + (p.lat - a.lat) * dy) / length2, 0.0, 1.0)
            : 0.0;
    return {p.lon - (a.lon + t * dx), p.lat - (a.lat + t * dy)};
}

/// How far p is from the box around a segment, in each coordinate; 0 inside.
inline shapes::Position offset_from_box(shapes::Position p, shapes::Position a,
                                        shapes::Position b) {
    const auto beyond = [](double v, double from, double to) {
        return std::max({0.0, std::min(from, to) - v, v - std::max(from, to)});
    };
    return {beyond(p.lon, a.lon, b.lon), beyond(p.lat, a.lat, b.lat)};
}

/// On a line but for rounding, degrees (a ten-thousandth of a millimetre) or km: none is nearer.
constexpr double kOnLine = 1e-12;

double square(shapes::Position v) {
    return v.lon * v.lon + v.lat * v.lat;
}

double size(shapes::Position v) {
    return std::sqrt(square(v));
}

/// |cos| of the angle between two directions, times their sizes.
double along(shapes::Position v, shapes::Position w) {
    return std::abs(v.lon * w.lon + v.lat * w.lat);
}

/// The column or row of a value that is not below `low`.
std::int64_t step(double value, double low, double cell_size) {
    return static_cast<std::int64_t>((value - low) / cell_size);
}

} // namespace

EdgeGrid::EdgeGrid(const shapes::Region& region, double least_cell) : region_(&region) {
    const shapes::Box box = region.box();
    if (box.empty()) {
        return;
    }
    // A line fills few cells of a plane: several cells per edge leave few edges in each.
    constexpr double kCellsPerEdge = 8.0;
    const double extent = std::max(box.east - box.west, box.north - box.south);
    const double cells_per_side =
        std::sqrt(kCellsPerEdge * static_cast<double>(region.edge_count()) + 1.0);
    cell_size_ = std::max({extent / cells_per_side, least_cell, 1e-6});
    corner_ = {box.west, box.south};
    columns_ = step(box.east, box.west, cell_size_) + 1;
    rows_ = step(box.north, box.south, cell_size_) + 1;
    const auto cells = static_cast<std::size_t>(columns_ * rows_);
    // Counted, then entered. Edges come in order: of a cell that has one already, it is the last.
    constexpr auto kNone = static_cast<std::uint32_t>(-1);
    begins_.assign(cells + 1, 0);
    std::vector<std::uint32_t> last(cells, kNone);
    for_each_sample([&](std::size_t at, std::uint32_t edge) {
        if (std::exchange(last[at], edge) != edge) {
            ++begins_[at + 1];
        }
    });
    std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
    starts_.resize(begins_.back());
    std::vector<std::uint32_t> ends(begins_.begin(), begins_.end() - 1);
    for_each_sample([&](std::size_t at, std::uint32_t edge) {
        if (ends[at] == begins_[at] || starts_[ends[at] - 1] != edge) {
            starts_[ends[at]++] = edge;
        }
    });
}

template<typename Enter>
void EdgeGrid::for_each_sample(const Enter& enter) const {
    const auto positions = region_->positions();
    for (std::size_t r = 0; r < region_->ring_count(); ++r) {
        const shapes::Ring ring = region_->ring(r);
        const auto first = static_cast<std::size_t>(ring.data() - positions.data());
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const shapes::Position a = ring[i];
            const shapes::Position way{ring[i + 1].lon - a.lon, ring[i + 1].lat - a.lat};
            const auto samples = static_cast<int>(2.0 * size(way) / cell_size_) + 1;
            for (int s = 0; s <= samples; ++s) {
                const double t = static_cast<double>(s) / samples;
                const auto x = std::clamp<std::int64_t>(
                    step(a.lon + t * way.lon, corner_.lon, cell_size_), 0, columns_ - 1);
                const auto y = std::clamp<std::int64_t>(
                    step(a.lat + t * way.lat, corner_.lat, cell_size_), 0, rows_ - 1);
                enter(static_cast<std::size_t>(y * columns_ + x),
                      static_cast<std::uint32_t>(first + i));
            }
        }
    }
}

EdgeGrid::Cell EdgeGrid::cell_of(shapes::Position place) const {
    // Two cells beyond the grid are as far as any other.
    const auto at = [&](double value, double low, std::int64_t count) {
        return static_cast<std::int64_t>(std::clamp(std::floor((value - low) / cell_size_), -2.0,
                                                    static_cast<double>(count) + 1.0));
    };
    return {at(place.lon, corner_.lon, columns_), at(place.lat, corner_.lat, rows_)};
}

std::span<const std::uint32_t> EdgeGrid::in_row(std::int64_t row, std::int64_t first,
                                                std::int64_t last) const {
    first = std::max<std::int64_t>(first, 0);
    last = std::min(last, columns_ - 1);
    if (row < 0 || row >= rows_ || first > last) {
        return {};
    }
    const std::uint32_t begin = begins_[static_cast<std::size_t>(row * columns_ + first)];
    const std::uint32_t end = begins_[static_cast<std::size_t>(row * columns_ + last + 1)];
    return std::span(starts_).subspan(begin, end - begin);
}

std::span<const std::uint32_t> EdgeGrid::in_cell(shapes::Position place) const {
    const auto [column, row] = cell_of(place);
    return in_row(row, column, column);
}

template<typename Visit>
void EdgeGrid::around(shapes::Position place, const Visit& visit) const {
    const auto [column, row] = cell_of(place);
    for (std::int64_t y = row - 1; y <= row + 1; ++y) {
        if (std::ranges::any_of(in_row(y, column - 1, column + 1), visit)) {
            return;
        }
    }
}

EdgeGrid::Nearest EdgeGrid::nearest(shapes::Position place) const {
    double best = std::numeric_limits<double>::infinity();
    std::uint32_t found = 0;
    const auto positions = region_->positions();
    const auto look_at = [&](std::uint32_t start) {
        const shapes::Position a = positions[start];
        const shapes::Position b = positions[start + 1];
        if (square(offset_from_box(place, a, b)) > best) {
            return false; // cheaper to tell than the distance from the edge
        }
        const double distance = square(offset_from_segment(place, a, b));
        if (distance < best) {
            best = distance;
            found = start;
        }
        return best <= kOnLine * kOnLine;
    };
    if (!std::ranges::any_of(in_cell(place), look_at)) {
        around(place, look_at);
    }
    return std::isinf(best) ? Nearest{best, {}, {}}
                            : Nearest{std::sqrt(best), positions[found], positions[found + 1]};
}

bool EdgeGrid::runs_along(shapes::Position place, shapes::Position direction,
                          double distance) const {
    constexpr double kCos60 = 0.5;
    constexpr double kSin60 = 0.8660254037844386;
    const auto positions = region_->positions();
    const auto passes = [&](std::uint32_t start) {
        const shapes::Position a = positions[start];
        const shapes::Position b = positions[start + 1];
        const shapes::Position apart = offset_from_box(place, a, b);
        if (apart.lon > distance || apart.lat > distance) {
            return false; // most edges, and cheaper to tell than their distance
        }
        const shapes::Position edge{b.lon - a.lon, b.lat - a.lat};
        const shapes::Position offset = offset_from_segment(place, a, b);
        const bool parallel = along(edge, direction) >= kCos60 * size(edge) * size(direction);
        const bool on_line = size(offset) <= 1e-9 * cell_size_; // rounding has no direction
        const bool beside = on_line || along(edge, offset) <= kSin60 * size(edge) * size(offset);
        return parallel && beside && size(offset) <= distance;
    };
    // One is enough, and likely where the place is. In a map smaller than the distance a cell holds
    // all edges.
    if (std::ranges::any_of(in_cell(place), passes)) {
        return true;
    }
    bool found = false;
    around(place, [&](std::uint32_t start) { return found = passes(start); });
    return found;
}

} // namespace engine
