// SPDX-License-Identifier: MIT
#include "shapes/any_fill/shared_lines.hpp"

#include "shapes/any_fill/any_fill_area.hpp"
#include "shapes/any_fill/half_edge.hpp"
#include "shapes/any_fill/vertex_stars.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <initializer_list>
#include <vector>

using shapes::Position;
using shapes::Region;
using shapes::any_fill::SharedLines;
using shapes::validity::InputRings;

namespace {

Region drawn(std::initializer_list<std::vector<Position>> rings) {
    Region region;
    for (const auto& ring : rings) {
        region.add_polygon({&ring, 1});
    }
    return region;
}

/// Every edge of every ring as often as the chains' uses say, forwards less backwards.
int uses_of_edge(const SharedLines& lines, std::uint32_t ring, Position p, Position q) {
    int times = 0;
    const auto& chains = lines.chains();
    for (std::uint32_t c = 0; c < chains.size(); ++c) {
        for (const shapes::any_fill::RingMultiplicity& use : lines.multiplicities(c)) {
            for (std::uint32_t e = chains.first(c); use.ring == ring && e < chains.last(c); ++e) {
                const Position a = chains.positions[e];
                const Position b = chains.positions[e + 1];
                times += a == p && b == q   ? use.multiplicity
                         : a == q && b == p ? -use.multiplicity
                                            : 0;
            }
        }
    }
    return times;
}

} // namespace

TEST_CASE("shared lines: two squares with a side in common are three chains between two nodes") {
    const Region squares =
        drawn({{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}, {{2, 0}, {2, 1}, {1, 1}, {1, 0}, {2, 0}}});
    const InputRings drawing(squares);
    const SharedLines lines(drawing);
    CHECK(lines.chains().size() == 3);
    REQUIRE(lines.stars().node_count() == 2);
    CHECK(uses_of_edge(lines, 0, {1, 0}, {1, 1}) == 1);
    CHECK(uses_of_edge(lines, 1, {1, 0}, {1, 1}) == -1);
    CHECK(uses_of_edge(lines, 0, {0, 1}, {0, 0}) == 1);
    CHECK(uses_of_edge(lines, 1, {0, 1}, {0, 0}) == 0);
    for (std::uint32_t node = 0; node < 2; ++node) {
        // The common side and one side of each square, and the star closes.
        auto h = lines.stars().first_at(node);
        for (int i = 0; i < 3; ++i) {
            CHECK(lines.stars().node_of(h) == node);
            h = lines.stars().next_around(h);
        }
        CHECK(h == lines.stars().first_at(node));
    }
}

TEST_CASE("vertex stars: half-edges stand counter-clockwise from the east") {
    // Three triangles with one corner in common, towards the north-east, the west and the south.
    const Region star = drawn({{{0, 0}, {3, 1}, {1, 3}, {0, 0}},
                               {{0, 0}, {-3, 1}, {-3, -1}, {0, 0}},
                               {{0, 0}, {-1, -3}, {1, -3}, {0, 0}}});
    const InputRings drawing(star);
    const SharedLines lines(drawing);
    REQUIRE(lines.stars().node_count() == 1);
    const std::vector<Position> expected = {{3, 1}, {1, 3}, {-3, 1}, {-3, -1}, {-1, -3}, {1, -3}};
    auto h = lines.stars().first_at(0);
    for (const Position p : expected) {
        const std::uint32_t at = lines.vertex_of(h);
        CHECK(lines.chains().positions[h.runs_along() ? at + 1 : at - 1] == p);
        h = lines.stars().next_around(h);
    }
    CHECK(h == lines.stars().first_at(0));
}

TEST_CASE("shared lines: a ring drawn twice is one line used twice, a spike is used by nobody") {
    const std::vector<Position> ring = {{0, 0}, {1, 0}, {1, 1}, {-0.0, 0}};
    std::vector<Position> twice = ring;
    twice.insert(twice.end(), {{1, 0}, {1, 1}, {0, 0}});
    const Region drawn_twice = drawn({twice});
    const InputRings turns(drawn_twice);
    const SharedLines once(turns);
    CHECK(once.chains().size() == 1);
    CHECK(uses_of_edge(once, 0, {0, 0}, {1, 0}) == 2);

    const Region with_spike = drawn({{{0, 0}, {1, 0}, {5, 0}, {1, 0}, {1, 1}, {0, 0}}});
    const InputRings spike(with_spike);
    const SharedLines lines(spike);
    CHECK(lines.chains().size() == 2);
    CHECK(lines.stars().node_count() == 2); // the foot and the tip of the spike
    CHECK(uses_of_edge(lines, 0, {1, 0}, {5, 0}) == 0);
    CHECK(uses_of_edge(lines, 0, {1, 0}, {1, 1}) == 1);
    CHECK(shapes::any_fill_plane_change(with_spike, {}).before == 0.5);
}

TEST_CASE("shared lines: a ring that turns back where others go on") {
    // The second ring comes along the first one's lower side, turns back in the middle of it at
    // (2, 0), which the first ring only passes, and encloses a triangle below.
    const Region region = drawn({{{0, 0}, {1, 0}, {2, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}},
                                 {{1, 0}, {2, 0}, {1, 0}, {1, -1}, {2, -1}, {3, -1}, {1, 0}}});
    const auto got = shapes::any_fill_plane_change(region, {});
    CHECK(got.before == 17.0); // 16 and a triangle of base 2 and height 1
}
