// SPDX-License-Identifier: MIT
// The whole check of a difference, as `diff --check` makes it, on random pairs by generator: no
// false alarm, and no area that an oracle of the tests' own (rational slabs, tests/support) does
// not have. AREACLAIM_PAIRS asks for more pairs (10,000 by hand), AREACLAIM_SEED for others.
#include "engine/verdict/self_check.hpp"
#include "tests/engine/boxes.hpp"
#include "tests/support/exact_areas.hpp"
#include "tests/support/from_environment.hpp"
#include "tests/support/generators.hpp"
#include "tests/support/random_pairs.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

using engine::CheckFinding;
using shapes::Position;
using shapes::Region;
using support::Pair;
using support::Random;

namespace {

Region ring(const std::vector<Position>& positions) {
    Region region;
    region.add_polygon(std::vector<std::vector<Position>>{positions});
    return region;
}

/// By none or one, up or down. Of 0 the next double is 5e-324, whose products are 0: orientations
/// are exact from 2⁻⁹⁸⁵ on (shapes/predicates/orientation.hpp), and no map has a coordinate below.
double moved_by_ulps(Random& random, double value) {
    const double from = value == 0.0 ? 0x1p-60 : value;
    const auto steps = random.below(3);
    return steps == 0 ? value : std::nextafter(from, steps == 1 ? 1e3 : -1e3);
}

/// A square, and the same with spikes of no width inwards and outwards and corners an ulp away.
Pair spiked(Random& random) {
    const double west = random.between(-20, 20);
    const double south = random.between(-40, 40);
    const double side = random.between(0.1, 8);
    const std::vector<Position> corners{
        {west, south}, {west + side, south}, {west + side, south + side}, {west, south + side}};
    std::vector<Position> spikes;
    for (const Position corner : corners) {
        spikes.push_back({moved_by_ulps(random, corner.lon), moved_by_ulps(random, corner.lat)});
        if (random.chance(0.5)) {
            const double length = random.between(-1, 1) * side;
            spikes.push_back({spikes.back().lon + length, spikes.back().lat + length});
            spikes.push_back(*(spikes.end() - 2));
        }
    }
    return {"spikes of no width", ring(corners), ring(spikes)};
}

/// Triangles of small whole numbers, their corners moved by an ulp: sides that nearly coincide.
Pair near_sides(Random& random) {
    const auto draw = [&] {
        std::vector<Position> corners;
        for (int i = 0; i < 4; ++i) {
            corners.push_back({moved_by_ulps(random, static_cast<double>(random.below(5)) - 2),
                               moved_by_ulps(random, static_cast<double>(random.below(5)) - 2)});
        }
        return ring(corners);
    };
    const Region before = draw();
    return {"sides an ulp apart", before, draw()};
}

/// Strips of any thinness from corner to corner of one box.
Pair strips(Random& random) {
    const double height = std::ldexp(1.0, -static_cast<int>(random.below(45)));
    const double south = random.between(-60, 40);
    const double east = random.between(1, 40);
    const double north = south + random.between(0, 20);
    return {"thin strips",
            ring({{0, south}, {east, north}, {east, north + height}, {0, south + height}}),
            ring({{0, north}, {east, south}, {east, south + height}, {0, north + height}})};
}

/// Tall slivers whose sides are drawn with a vertex more, an ulp or a few off the line.
Pair slivers(Random& random) {
    const auto draw = [&] {
        const double lon = random.between(-10, 10);
        const double lat = random.between(-50, 50);
        const double off =
            std::ldexp(random.between(-1, 1), -static_cast<int>(20 + random.below(25)));
        return ring({{lon, lat},
                     {lon + off, lat + 1},
                     {lon, lat + 2},
                     {lon, lat + 4 * off},
                     {lon + 3 + off, lat + 1 + 4 * off}});
    };
    const Region before = draw();
    return {"slivers", before, random.chance(0.5) ? draw() : support::jittered(before, 1, 0.0)};
}

Pair pair_of(std::uint64_t seed) {
    Random random(support::mix(seed));
    switch (seed % 8) {
    case 0:
        return spiked(random);
    case 1:
        return near_sides(random);
    case 2:
        return strips(random);
    case 3:
        return slivers(random);
    default:
        return support::random_pair(seed);
    }
}

struct Row {
    int pairs = 0;
    int with_oracle = 0;
    std::array<int, 7> findings{};
    int failed = 0;
    int wrong = 0;
};

constexpr std::array kHeads{"agreed", "on grid", "GEOS wrong", "sum wrong", "by kernel"};

void print(const std::map<std::string, Row>& table) {
    std::printf("%-28s %7s %7s", "generator", "pairs", "oracle");
    for (const char* head : kHeads) {
        std::printf(" %10s", head);
    }
    std::printf(" %7s %7s\n", "exit 4", "wrong");
    for (const auto& [kind, row] : table) {
        std::printf("%-28s %7d %7d", kind.c_str(), row.pairs, row.with_oracle);
        for (std::size_t i = 0; i < kHeads.size(); ++i) {
            std::printf(" %10d", row.findings.at(i));
        }
        std::printf(" %7d %7d\n", row.failed, row.wrong);
    }
}

bool near(shapes::Area got, double expected_m2, shapes::Area allowed) {
    return std::abs(got.m2() - expected_m2) <= allowed.m2();
}

/// Whether ours are the oracle's areas.
bool right(const shapes::ChangeArea& ours, const Pair& pair, shapes::FillRule fill) {
    const auto truth = support::exact_areas(pair.before, pair.after, fill);
    const shapes::Area allowed = engine::check_bounds(pair.before, pair.after).ours;
    return near(ours.lost, truth.lost, allowed) && near(ours.gained, truth.gained, allowed) &&
           near(ours.common, truth.common, allowed) && near(ours.before, truth.before, allowed) &&
           near(ours.after, truth.after, allowed);
}

} // namespace

TEST_CASE("random pairs with the second opinion: no false alarm, no wrong area") {
    constexpr std::size_t most_edges_for_oracle = 80;
    const std::uint64_t pairs = support::from_environment("AREACLAIM_PAIRS", 400);
    const std::uint64_t first = support::from_environment("AREACLAIM_SEED", 1);
    const auto level = engine::ControlClass::confirmed;
    std::map<std::string, Row> table;
    for (std::uint64_t seed = first; seed < first + pairs; ++seed) {
        const Pair pair = pair_of(seed);
        const auto before = boxes::map_of("2024-01-01", pair.before);
        const auto after = boxes::map_of("2024-01-02", pair.after);
        const auto ours = shapes::change_area(before.held_at(level), after.held_at(level));
        const auto check = engine::check_difference(before, after, level, ours, true);
        Row& row = table[pair.kind];
        ++row.pairs;
        ++row.findings.at(static_cast<std::size_t>(check.finding));
        if (!check.ok) {
            ++row.failed;
            FAIL_CHECK("exit 4: " << support::describe(pair, seed));
        }
        if (pair.before.edge_count() + pair.after.edge_count() <= most_edges_for_oracle) {
            ++row.with_oracle;
            if (!right(ours, pair, before.fill)) {
                ++row.wrong;
                FAIL_CHECK("a wrong area: " << support::describe(pair, seed));
            }
        }
    }
    print(table);
}
