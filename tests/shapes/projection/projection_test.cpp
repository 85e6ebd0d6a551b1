// SPDX-License-Identifier: MIT
#include "shapes/projection/projection.hpp"
#include "shapes/projection/unwrap.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string_view>
#include <vector>

using shapes::Position;
using shapes::Region;
using shapes::projection::AxisOrder;
using shapes::projection::to_lon_lat;

namespace {

Region ring(std::vector<Position> positions) {
    Region region;
    region.add_polygon(std::vector<std::vector<Position>>{std::move(positions)});
    return region;
}

} // namespace

TEST_CASE("axis order: the same place in each of the three orders") {
    // IOGP publication 373-7-2, worked example for EPSG:3035, which defines north before east:
    // 50°N 5°E is 2 999 718.853 N, 3 962 799.451 E.
    struct Case {
        AxisOrder order;
        Position place;
    };
    constexpr double kNorth = 2999718.853;
    constexpr double kEast = 3962799.451;
    for (const Case& c : {Case{AxisOrder::east_north, {kEast, kNorth}},
                          Case{AxisOrder::as_defined, {kNorth, kEast}},
                          Case{AxisOrder::swapped_defined, {kEast, kNorth}}}) {
        Region region = ring({c.place});
        const auto done = to_lon_lat(region, "EPSG:3035", c.order);
        CHECK(done.problem.empty());
        CHECK(done.crs == "EPSG:3035");
        CHECK(region.positions()[0].lon == doctest::Approx(5).epsilon(1e-9));
        CHECK(region.positions()[0].lat == doctest::Approx(50).epsilon(1e-9));
    }
    Region lat_first = ring({{50.25, 30.125}});
    CHECK(
        to_lon_lat(lat_first, "urn:ogc:def:crs:EPSG::4326", AxisOrder::as_defined).problem.empty());
    CHECK(lat_first.positions()[0] == Position{30.125, 50.25}); // to the last bit
}

TEST_CASE("what is no CRS, or not to be followed, is refused") {
    for (const char* crs :
         {"EPSG:999999", "no such thing", "+proj=utm +zone=36", "PROJCS[\"proj=pipeline\"]", ""}) {
        CAPTURE(std::string(crs));
        Region region = ring({{1, 2}});
        CHECK_FALSE(to_lon_lat(region, crs, AxisOrder::east_north).problem.empty());
    }
}

TEST_CASE("regions of one layer, projected together, are those projected one by one") {
    // In a plane (one ring lies around the pole), on another datum and with latitude first; sizes
    // that differ, none at all among them.
    for (const char* crs : {"EPSG:3035", "EPSG:3995", "EPSG:4230", "EPSG:4326"}) {
        CAPTURE(std::string(crs));
        const double scale = std::string_view(crs).starts_with("EPSG:3") ? 1e6 : 10.0;
        std::vector<Region> together;
        together.emplace_back();
        for (int i = 0; i < 5; ++i) {
            const double size = (0.1 + 0.3 * i) * scale;
            together.push_back(
                ring({{-size, -size}, {size, -size * 0.9}, {size * 0.8, size}, {-size, size}}));
            together.back().positions()[0].lat -= 0.01 * i * scale;
        }
        std::vector<Region> alone = together;
        std::vector<Region*> layer;
        for (Region& region : together) {
            layer.push_back(&region);
        }
        const auto done = to_lon_lat(layer, crs, AxisOrder::as_defined);
        CHECK(done.problem.empty());
        CHECK(done.crs == crs);
        for (std::size_t i = 0; i < alone.size(); ++i) {
            CAPTURE(i);
            to_lon_lat(alone[i], crs, AxisOrder::as_defined);
            REQUIRE(alone[i].position_count() == together[i].position_count());
            for (std::size_t p = 0; p < alone[i].position_count(); ++p) {
                CHECK(alone[i].positions()[p] == together[i].positions()[p]); // to the last bit
            }
        }
    }
    CHECK(to_lon_lat(std::vector<Region*>{}, "EPSG:3035", AxisOrder::as_defined).crs.empty());
    Region region = ring({{1, 2}});
    CHECK_FALSE(to_lon_lat(std::vector<Region*>{&region}, "no such thing", AxisOrder::east_north)
                    .problem.empty());
    CHECK(region.positions()[0] == Position{1, 2});
}

TEST_CASE("longitudes are continuous along a ring") {
    const Region across = shapes::projection::unwrapped(ring({{179, 1}, {-179, 1}, {-179, 2}}));
    CHECK(across.ring(0)[1] == Position{181, 1});
    CHECK(across.ring(0)[3] == Position{179, 1});

    const Region around =
        shapes::projection::unwrapped(ring({{0, -80}, {-120, -80}, {120, -80}, {0, -80}}));
    const shapes::Ring pole = around.ring(0);
    REQUIRE(pole.size() == 7);
    CHECK(pole[3] == Position{-360, -80});
    CHECK(pole[4] == Position{-360, -90});
    CHECK(pole[5] == Position{0, -90});
    CHECK(pole[6] == pole[0]);

    constexpr double kInfinite = std::numeric_limits<double>::infinity();
    const Region lost = shapes::projection::unwrapped(ring({{0, 0}, {kInfinite, kInfinite}}));
    CHECK(lost.ring(0)[1].lon == kInfinite); // left for the reader to refuse
}

TEST_CASE("PROJ tells its version") {
    CHECK(shapes::projection::version().starts_with("9."));
}
