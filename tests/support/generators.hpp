// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/region.hpp"
#include "tests/support/random.hpp"

#include <cstddef>
#include <cstdint>

/// Regions to test and to measure with. All are deterministic in their arguments.
namespace support {

/// Where a shape stands and how large it is, degrees. Not a round number, so that coordinates carry
/// full mantissas.
struct Frame {
    shapes::Position centre{36.137, 48.731};
    double radius = 1.0;
};

/// A star-shaped ring of `vertices` at even angles from `phase` on (radians) with radii random in
/// [inner, 1] × radius. Two of them cross about once per edge.
shapes::Region star(std::uint64_t seed, std::size_t vertices, double inner = 0.5,
                    double phase = 0.0, const Frame& frame = {});

/// A ring that runs out and in between some 0.1 and 1 × radius: `vertices` long radial edges.
shapes::Region spikes(std::uint64_t seed, std::size_t vertices, double phase = 0.0,
                      const Frame& frame = {});

/// A closed line through `vertices` random places: it crosses itself some 0.12 · vertices² times.
shapes::Region tangle(std::uint64_t seed, std::size_t vertices, const Frame& frame = {});

/// A comb of `teeth` teeth, upright or lying. An upright and a lying one of k teeth each cross in
/// 4k² points. Teeth are jittered, so no edge is exactly along an axis.
shapes::Region comb(std::uint64_t seed, std::size_t teeth, bool upright, const Frame& frame = {});

/// A band wound `turns` times around the centre, with `per_turn` vertices a turn on each side.
shapes::Region spiral(std::size_t turns, std::size_t per_turn, double phase = 0.0,
                      const Frame& frame = {});

/// `side`² squares with gaps of their own size. With `between` they stand in the gaps of the others
/// and half a square higher, so that each touches its neighbours along parts of edges: T-junctions
/// only. `step` degrees from square to square; a power of two makes every contact exact.
shapes::Region squares(std::size_t side, bool between, double step,
                       shapes::Position corner = {30.0, 45.0});

/// `rings` random rings of 3 … `most_vertices` vertices on a grid of (n + 1)² points: they cross,
/// overlap, repeat and touch in every way.
shapes::Region scribble(Random& random, std::size_t rings, unsigned most_vertices, unsigned n,
                        double step, shapes::Position corner);

/// A random subset of the 2n² triangles of a triangulated grid, each a polygon: every contact is a
/// shared edge or vertex.
shapes::Region triangles(Random& random, unsigned n, double density, double step,
                         shapes::Position corner);

/// The region with each distinct vertex moved by up to `distance` degrees in both coordinates,
/// the same vertex always the same way. With distance 0, by −1, 0 or 1 ulp.
shapes::Region jittered(const shapes::Region& region, std::uint64_t seed, double distance,
                        double share_of_vertices = 1.0);

/// Every coordinate moved by so many degrees; a valid region stays so where no sum is rounded.
shapes::Region translated(const shapes::Region& region, double lon, double lat);

} // namespace support
