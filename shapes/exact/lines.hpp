// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/exact/rational.hpp"
#include "shapes/types/region.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace shapes::exact {

/// One ring's way along a line.
struct Use {
    std::uint8_t operand; ///< which of the regions
    std::uint32_t ring;   ///< of that region
    std::int8_t step;     ///< what the ring's winding number gains from below the line to above it
};

/// An edge that is not vertical, west to east. Edges of all rings between the same two positions
/// are one line: maps of two days share nearly all of theirs.
struct Line {
    Position west;
    Position east;
    std::uint32_t first_use; ///< into Lines::uses
    std::uint32_t last_use;  ///< past its last

    /// Latitude at a longitude, without rounding.
    Rational latitude(const Rational& longitude) const;
};

/// All lines, by the longitude of their western end, and what runs along each.
struct Lines {
    std::vector<Line> lines;
    std::vector<Use> uses;

    std::span<const Use> uses_of(const Line& line) const {
        return {uses.data() + line.first_use, uses.data() + line.last_use};
    }
};

/// The lines of some regions; open rings are closed. Vertical edges bound no area to the west or
/// east of themselves that another edge does not bound as well.
Lines lines_of(std::span<const Region* const> regions);

/// The longitude at which two lines cross between the ends of both, or nothing there: lines that
/// touch, or that run along each other, do not cross. `crosses` decides exactly.
bool crosses(const Line& a, const Line& b);
Rational crossing_longitude(const Line& a, const Line& b);

} // namespace shapes::exact
