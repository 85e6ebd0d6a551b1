// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/region.hpp"

#include <cstdint>
#include <string>

namespace support {

/// Two drawings to compare, before and after.
struct Pair {
    std::string kind;
    shapes::Region before;
    shapes::Region after;
};

/// A small random pair, told by its seed alone, from a mixture of everything that has been seen to
/// break an overlay: grids with all degeneracies at several scales, stars, spikes, combs, spirals,
/// copies moved by an ulp, maps that share most of their edges, overlaps, T-junctions, poles.
Pair random_pair(std::uint64_t seed);

/// The seed and both drawings as WKT: what a failing case prints, ready for tests/cases/.
std::string describe(const Pair& pair, std::uint64_t seed);

} // namespace support
