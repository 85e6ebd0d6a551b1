// SPDX-License-Identifier: MIT
#include "tools/areaclaim/near_files.hpp"

#include "engine/sources/profile.hpp"
#include "tests/engine/day.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <vector>

using areaclaim::near_files;
using areaclaim::NearFiles;
using engine::Date;
using engine::DaySpan;

namespace {

const engine::DateRule& rule() {
    return engine::find_built_in_profile("plain")->date;
}

const DaySpan kWeek{day("2022-09-05"), day("2022-09-11")};

/// A file every so many days.
std::vector<std::string> series(const char* first, int step, int files) {
    std::vector<std::string> paths;
    paths.reserve(static_cast<std::size_t>(files));
    for (int i = 0; i < files; ++i) {
        paths.push_back("maps/" + day(first).plus_days(i * step).iso() + ".geojson");
    }
    return paths;
}

} // namespace

TEST_CASE("of a daily series the files within a year are near, on both sides") {
    const auto paths = series("2020-01-01", 1, 2400);
    const NearFiles found = near_files(paths, rule(), kWeek);
    CHECK(found.near.front() == "maps/2021-09-04.geojson"); // 366 days before
    CHECK(found.near.back() == "maps/2023-09-12.geojson");
    CHECK(found.near.size() == 366 + 7 + 366);
    CHECK(found.ends == std::vector{paths.front(), paths.back()});
    CHECK(found.left_out.size() == 2400 - found.near.size() - 2);
    CHECK(found.left_out.front() == "maps/2020-01-02.geojson");
}

TEST_CASE("of a sparse series a hundred maps on either side are near, however far away") {
    const auto weekly = series("1990-01-01", 7, 3000);
    const NearFiles found = near_files(weekly, rule(), kWeek);
    CHECK(found.near.size() == 201); // one of the week's days has a map
    CHECK(found.near.front() == "maps/2020-10-05.geojson");
}

TEST_CASE("where all files lie on one side of the claims, the nearest hundred days are near") {
    const NearFiles found = near_files(series("2010-01-01", 1, 1000), rule(), kWeek);
    CHECK(found.near.size() == 100);
    CHECK(found.near.back() == "maps/2012-09-26.geojson");
    const NearFiles after = near_files(series("2030-01-01", 1, 1000), rule(), kWeek);
    CHECK(after.near.size() == 100);
    CHECK(after.near.front() == "maps/2030-01-01.geojson");
}

TEST_CASE("files of one day stay together, and those that tell no day are near") {
    std::vector<std::string> paths;
    for (const std::string& path : series("2010-01-01", 1, 1000)) {
        paths.push_back("of/confirmed/" + path);
        paths.push_back("of/claimed/" + path);
    }
    paths.insert(paths.begin() + 1, "maps/latest.geojson");
    paths.push_back("PG:dbname=maps_2001-01-01");
    const NearFiles found = near_files(paths, rule(), kWeek);
    CHECK(found.near.size() == 202);
    CHECK(found.near.front() == "maps/latest.geojson");
    CHECK(found.near.back() == "PG:dbname=maps_2001-01-01");
    CHECK(found.ends.size() == 2); // both of the first day; those of the last are near
}

TEST_CASE("names of maps that know another day half a year off tell nothing") {
    engine::BoundaryParts parts;
    parts.file_date = day("2026-11-30");
    parts.map_date = day("2026-11-28");
    engine::ControlBoundary map = engine::make_control_boundary(parts);
    CHECK(areaclaim::names_tell_days({map}));
    map.map_date = day("2022-09-08");
    CHECK_FALSE(areaclaim::names_tell_days({map}));
    map.map_date.reset();
    CHECK(areaclaim::names_tell_days({map}));
}
