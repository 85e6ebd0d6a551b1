// SPDX-License-Identifier: MIT
#include "shapes/difference/drawing.hpp"

#include <algorithm>

namespace shapes {
namespace {

/// Appends the ring closed and without repeated neighbours. False where less than a triangle is
/// left of it; `out` is then as it was.
bool append_cleaned(Ring ring, std::vector<Position>& out) {
    const std::size_t start = out.size();
    for (const Position p : ring) {
        if (out.size() == start || !(out.back() == p)) {
            out.push_back(p);
        }
    }
    if (out.size() > start + 1 && !(out[start] == out.back())) {
        out.push_back(out[start]);
    }
    if (out.size() < start + 4) {
        out.resize(start);
        return false;
    }
    return true;
}

} // namespace

Drawing::Drawing(const Region& region) {
    add(region);
    second_region_ = polygon_count_;
}

Drawing::Drawing(const Region& before, const Region& after) {
    add(before);
    second_region_ = polygon_count_;
    add(after);
}

void Drawing::add(const Region& region) {
    std::vector<Position> cleaned;
    for (std::size_t p = 0; p < region.polygon_count(); ++p, ++polygon_count_) {
        const auto [first, last] = region.polygon(p);
        rings_.add_polygon();
        for (std::size_t r = first; r < last; ++r) {
            cleaned.clear();
            if (!append_cleaned(region.ring(r), cleaned)) {
                continue;
            }
            rings_.add_ring();
            rings_.add(cleaned);
            roles_.push_back({polygon_count_, r == first, static_cast<std::uint32_t>(r)});
        }
    }
}

std::size_t Drawing::ring_of(std::size_t edge) const {
    const auto starts = rings_.ring_starts();
    return static_cast<std::size_t>(std::upper_bound(starts.begin(), starts.end(), edge) -
                                    starts.begin()) -
           1;
}

} // namespace shapes
