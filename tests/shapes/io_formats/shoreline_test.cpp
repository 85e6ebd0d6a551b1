// SPDX-License-Identifier: MIT
// Shorelines as the Generic Mapping Tools have them (GSHHG), from files of our own.
#include "shapes/io/shoreline.hpp"

#include "shapes/io/read.hpp"
#include "tests/shapes/io/temporary_files.hpp"
#include "tests/support/binned_shores.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <numbers>
#include <string>

using shapes::Area;
using shores::Segment;

namespace {

constexpr int kSide = 65535;

/// Between two meridians and two parallels of WGS84: the integral of the zone's area (Snyder 1987,
/// eq. 3-12), km².
double rectangle_km2(double degrees_wide, double south, double north) {
    constexpr double a = 6378.137;
    constexpr double f = 1 / 298.257223563;
    const double e2 = f * (2 - f);
    const double e = std::sqrt(e2);
    const auto q = [&](double lat) {
        const double s = std::sin(lat * std::numbers::pi / 180);
        return s / (1 - e2 * s * s) + std::atanh(e * s) / e;
    };
    return degrees_wide * std::numbers::pi / 180 * a * a * (1 - e2) / 2 * (q(north) - q(south));
}

// An island from 2° W to 3° E and from 48° to 52° N, so that Greenwich and a parallel cut it into
// four, which run anticlockwise. All in whole steps.
constexpr int kWest = 52428;  // of the bin from 10° W: 2.0001° W
constexpr int kEast = 19660;  // 2.9999° E
constexpr int kSouth = 52428; // of the bin from 40° N: 47.9999° N
constexpr int kNorth = 13107; // 52° N

std::vector<Segment> island_in_four(int polygon) {
    return {{0, 3, polygon, {{kEast, 0}, {kEast, kNorth}, {0, kNorth}}},
            {35, 3, polygon, {{kSide, kNorth}, {kWest, kNorth}, {kWest, 0}}},
            {0, 4, polygon, {{0, kSouth}, {kEast, kSouth}, {kEast, kSide}}},
            {35, 4, polygon, {{kWest, kSide}, {kWest, kSouth}, {kSide, kSouth}}}};
}

double island_km2() {
    const double wide = (kEast + kSide - kWest) / shores::kStepsPerDegree;
    return rectangle_km2(wide, 40 + kSouth / shores::kStepsPerDegree,
                         50 + kNorth / shores::kStepsPerDegree);
}

std::vector<netcdf::Array> island_arrays() {
    std::vector<Segment> segments = island_in_four(1);
    segments.push_back(shores::rectangle(0, 3, 0, 30000, 30000, 40000, 40000));
    return shores::arrays(segments, {8000, island_km2()});
}

shapes::ShoreWanted like(double lon, double lat, double km2) {
    return {{lon, lat}, Area::from_km2(0.95 * km2), Area::from_km2(1.05 * km2)};
}

std::optional<shapes::ValidRegion> around(const std::string& file, double lon, double lat,
                                          double km2) {
    const shapes::ShoreWanted wanted = like(lon, lat, km2);
    return shapes::shores_around(file, {&wanted, 1}).front();
}

std::string refused(const std::string& file) {
    try {
        around(file, 0, 50, island_km2());
        return "";
    } catch (const shapes::ReadError& e) {
        return e.what();
    }
}

} // namespace

TEST_CASE("a shore that bins cut is one ring again, across Greenwich too") {
    const TemporaryFiles files;
    const std::string file = files.write("shores.nc", netcdf::bytes_of(island_arrays()));
    const auto island = around(file, 1, 51, island_km2());
    REQUIRE(island);
    CHECK(island->area().km2() == doctest::Approx(island_km2()).epsilon(1e-9));
    CHECK(island->region().ring_count() == 1);
    CHECK(island->box().west == doctest::Approx(-2).epsilon(1e-4));
    CHECK(island->box().east == doctest::Approx(3).epsilon(1e-4));
    CHECK(island->box().south == doctest::Approx(48).epsilon(1e-4));
    CHECK(around(file, -1, 49, island_km2())); // whichever part of it the place is in
    CHECK_FALSE(around(file, 4, 51, island_km2()));
    CHECK_FALSE(around(file, 1, 47, island_km2()));
    CHECK_FALSE(around(file, 1, 51, 2 * island_km2()));
    // The other one, within a bin: 10,000 steps each way from 54.58° N.
    const double small =
        rectangle_km2(10000 / shores::kStepsPerDegree, 50 + 30000 / shores::kStepsPerDegree,
                      50 + 40000 / shores::kStepsPerDegree);
    CHECK_FALSE(around(file, 5, 55, small)); // the file says 8,000 km², which it is not
    // Several at once, in their order.
    const shapes::ShoreWanted several[] = {{{5, 55}, Area::from_km2(1000), Area::from_km2(100000)},
                                           like(4, 51, island_km2()),
                                           like(1, 51, island_km2())};
    const auto found = shapes::shores_around(file, several);
    REQUIRE(found.size() == 3);
    REQUIRE(found[0]);
    CHECK(found[0]->area().km2() == doctest::Approx(small).epsilon(1e-6));
    CHECK_FALSE(found[1]);
    REQUIRE(found[2]);
    CHECK(found[2]->area().km2() == island->area().km2());
    CHECK(shapes::shores_around(file, {}).empty());
}

TEST_CASE("what is no file of shorelines, or not whole, is refused with its reason") {
    const TemporaryFiles files;
    CHECK(refused(files.path("none.nc")) != "");
    CHECK(refused(files.write("text.nc", "no netCDF")).find("netCDF") != std::string::npos);
    const std::string whole = netcdf::bytes_of(island_arrays());
    CHECK(refused(files.write("cut.nc", whole.substr(0, 100))) != "");
    using Change = std::function<void(std::vector<netcdf::Array>&)>;
    const std::vector<Change> changes{
        [](auto& arrays) { arrays.erase(arrays.begin() + 4); },    // no polygons of segments
        [](auto& arrays) { arrays[0].values = {35}; },             // bins that leave a gap
        [](auto& arrays) { arrays[0].values = arrays[1].values; }, // as many columns as rows
        [](auto& arrays) { arrays[2].values.pop_back(); },         // a bin without segments
        [](auto& arrays) { arrays[2].values.assign(648, 4.0); },   // segments beyond their end
        [](auto& arrays) { arrays[3].values.assign(648, 5.0); },   // every bin has all of them
        [](auto& arrays) { arrays[3].values[3 * 36] = -1; },       // a negative count
        [](auto& arrays) { arrays[4].values[0] = 2; },             // of a polygon that is not there
        [](auto& arrays) { arrays[5].values[0] = 16; },            // points beyond their end
        [](auto& arrays) { arrays[6].values[0] = 64; },            // no points
        [](auto& arrays) { arrays[6].values[0] = 512.0 * 4000000; }, // more than there are
        [](auto& arrays) { // a point that is no number of steps
            arrays[8].type = netcdf::Type::doubles;
            arrays[8].values[0] = 1e300;
        },
        [](auto& arrays) {
            arrays[8].type = netcdf::Type::doubles;
            arrays[8].values[0] = std::nan("");
        },
        [](auto& arrays) { arrays[8].values[0] += 1; }, // a gap in the shore
        [](auto& arrays) {
            arrays[6].type = netcdf::Type::shorts;
            arrays.pop_back();
        }};
    for (std::size_t i = 0; i < changes.size(); ++i) {
        CAPTURE(i);
        std::vector<netcdf::Array> arrays = island_arrays();
        changes[i](arrays);
        const std::string file = files.write("faulty.nc", netcdf::bytes_of(arrays));
        CHECK(refused(file).starts_with(file + ": "));
    }
}

TEST_CASE("a netCDF file is no map, also after one was read") {
    const TemporaryFiles files;
    const std::string file = files.write("shores.nc", netcdf::bytes_of(island_arrays()));
    REQUIRE(around(file, 1, 51, island_km2()));
    CHECK_THROWS_AS(shapes::read_features(file), shapes::ReadError);
}
