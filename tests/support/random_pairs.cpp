// SPDX-License-Identifier: MIT
#include "tests/support/random_pairs.hpp"

#include "tests/support/densify.hpp"
#include "tests/support/generators.hpp"
#include "tests/support/wkt.hpp"

#include <array>

namespace support {
namespace {

using shapes::Position;
using shapes::Region;

struct Grid {
    double step;
    Position corner;
};

/// Exact grids, grids whose points are rounded, minute ones far from the origin, and one that
/// reaches the poles and the longest longitudes a reader lets through.
Grid random_grid(Random& random, unsigned n) {
    switch (random.below(6)) {
    case 0:
        return {0.25, {36.0, 48.0}};
    case 1:
        return {0.1, {36.3, 47.7}};
    case 2:
        return {1.0 / 3.0, {-0.7, -0.9}};
    case 3:
        return {1e-9, {36.123456789, 48.987654321}};
    case 4:
        return {0x1p-40, {36.0, 48.0}};
    default:
        return {180.0 / n, {random.chance(0.5) ? -180.0 : 360.0, -90.0}};
    }
}

Frame random_frame(Random& random) {
    constexpr std::array radii{1.0, 0.01, 10.0, 1e-5};
    return {{random.between(-30.0, 30.0), random.between(-60.0, 60.0)}, radii[random.below(4)]};
}

Pair scribbles(Random& random) {
    const unsigned n = 2 + random.below(6);
    const Grid grid = random_grid(random, n);
    const auto draw = [&] {
        return scribble(random, 1 + random.below(3), 3 + random.below(6), n, grid.step,
                        grid.corner);
    };
    const Region before = draw();
    return {"scribbles", before, draw()};
}

Pair triangle_grids(Random& random) {
    const unsigned n = 1 + random.below(4);
    const Grid grid = random_grid(random, n);
    const double density = random.between(0.1, 0.9);
    const Region before = triangles(random, n, density, grid.step, grid.corner);
    return {"triangle grids", before, triangles(random, n, density, grid.step, grid.corner)};
}

Pair stars(Random& random) {
    const Frame frame = random_frame(random);
    const std::size_t n = 3 + random.below(20);
    const std::size_t m = 3 + random.below(20);
    const double phase = random.chance(0.3) ? 0.0 : random.between(0.0, 6.0);
    return {"stars", star(random.bits(), n, 0.3, 0.0, frame),
            star(random.bits(), m, 0.3, phase, frame)};
}

Pair near_copies(Random& random) {
    constexpr std::array distances{0.0, 1e-15, 1e-14, 1e-13, 1e-12, 1e-11, 1e-10, 1e-9};
    const Region before = star(random.bits(), 3 + random.below(20), 0.3, 0.1, random_frame(random));
    const double distance = distances[random.below(8)];
    const double share = random.chance(0.5) ? 1.0 : 0.3;
    return {"near copies", before, jittered(before, random.bits(), distance, share)};
}

Pair neighbours(Random& random) {
    const Frame frame = random_frame(random);
    const Region coarse = star(random.bits(), 5 + random.below(5), 0.5, 0.1, frame);
    const Region before = densified(coarse, 0.3 * frame.radius, 7);
    const Region changed = jittered(coarse, random.bits(), 0.2 * frame.radius, 0.3);
    return {"maps that share edges", before, densified(changed, 0.3 * frame.radius, 7)};
}

Pair square_grids(Random& random) {
    const unsigned side = 1 + random.below(3);
    const double step = random.chance(0.5) ? 0.25 : 0.1;
    return {"T-junctions", squares(side, false, step), squares(side, true, step)};
}

Pair needles(Random& random) {
    const Frame frame = random_frame(random);
    const std::size_t n = 4 + 2 * random.below(12);
    return {"spikes", spikes(random.bits(), n, 0.0, frame),
            spikes(random.bits(), n, random.between(0.0, 0.5), frame)};
}

Pair combs(Random& random) {
    const Frame frame = random_frame(random);
    return {"combs", comb(random.bits(), 1 + random.below(4), true, frame),
            comb(random.bits(), 1 + random.below(4), false, frame)};
}

Pair spirals(Random& random) {
    const Frame frame = random_frame(random);
    const std::size_t turns = 1 + random.below(3);
    return {"spirals", spiral(turns, 9, 0.0, frame),
            spiral(turns, 9, random.between(0.0, 6.0), frame)};
}

/// Several features that overlap, as some sources draw them.
Pair overlaps(Random& random) {
    const auto draw = [&](const Frame& frame) {
        Region region;
        const unsigned count = 2 + random.below(2);
        for (unsigned i = 0; i < count; ++i) {
            Frame moved = frame;
            moved.centre.lon += frame.radius * random.between(-0.7, 0.7);
            region.append(star(random.bits(), 3 + random.below(6), 0.5, random.unit(), moved));
        }
        return region;
    };
    const Frame frame = random_frame(random);
    const Region before = draw(frame);
    return {"overlaps", before, draw(frame)};
}

} // namespace

Pair random_pair(std::uint64_t seed) {
    Random random(seed);
    using Make = Pair (*)(Random&);
    constexpr std::array<Make, 13> makers{
        scribbles,  scribbles,    scribbles, triangle_grids, triangle_grids, stars,   near_copies,
        neighbours, square_grids, needles,   combs,          spirals,        overlaps};
    return makers[random.below(makers.size())](random);
}

std::string describe(const Pair& pair, std::uint64_t seed) {
    return "seed " + std::to_string(seed) + ", " + pair.kind + "\nbefore: " + to_wkt(pair.before) +
           "\nafter: " + to_wkt(pair.after);
}

} // namespace support
