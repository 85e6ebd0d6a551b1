// SPDX-License-Identifier: MIT
// The shorelines that Debian's gmt-gshhg packages bring. Skipped where none of them is installed.
#include "engine/yardsticks/yardstick.hpp"
#include "shapes/io/shoreline.hpp"
#include "tests/cli/program.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

using shapes::Area;

namespace {

std::string file_of(const char* detail) {
    std::string path = "/usr/share/gmt-gshhg/binned_GSHHS_" + std::string(detail) + ".nc";
    if (!std::filesystem::exists(path)) {
        MESSAGE("skipped: no ", path);
        return "";
    }
    return path;
}

std::optional<shapes::ValidRegion> around(const std::string& file, shapes::Position place,
                                          double km2) {
    const shapes::ShoreWanted wanted{place, 0.95 * Area::from_km2(km2), 1.05 * Area::from_km2(km2)};
    return shapes::shores_around(file, {&wanted, 1}).front();
}

} // namespace

TEST_CASE("shores have the areas that GSHHG itself tells of them") {
    const struct {
        shapes::Position place;
        double km2; ///< The_km_squared_area_of_polygons, computed by its authors
    } known[] = {
        {{11.4, 54.77}, 1261.87},   // Lolland, in four bins
        {{14.9, 55.12}, 600.02},    // Bornholm
        {{-18.5, 64.9}, 102428.25}, // Iceland
        {{-8.0, 53.3}, 83894.04},   // Ireland
        {{-1.5, 52.5}, 219517.49},  // Great Britain, across Greenwich
        {{33.0, -1.0}, 69057.5},    // Lake Victoria
        {{46.7, -19.4}, 590729.74}, // Madagascar
        {{-36.75, -54.4}, 3618.39}, // South Georgia
    };
    // By so much of an area the coarser ones, which have fewer points, may be others.
    for (const auto& [detail, share] : {std::pair("f", 1e-4), std::pair("h", 0.01)}) {
        const std::string file = file_of(detail);
        for (const auto& one : known) {
            if (file.empty()) {
                break;
            }
            CAPTURE(one.km2);
            const auto shore = around(file, one.place, one.km2);
            REQUIRE(shore);
            CHECK(shore->area().km2() == doctest::Approx(one.km2).epsilon(share));
        }
    }
}

TEST_CASE("every yardstick of which a place within is known has its shore in the finest file") {
    const std::string file = file_of("f");
    for (const engine::Yardstick& yardstick : engine::yardsticks()) {
        if (yardstick.within && !file.empty()) {
            CAPTURE(yardstick.name);
            CHECK(around(file, *yardstick.within, yardstick.usual_km2));
        }
    }
}

TEST_CASE("the island of a claim stands on its page") {
    if (file_of("f").empty() && file_of("h").empty()) {
        return;
    }
    const cli::Ran ran =
        cli::run("XDG_DATA_DIRS=/usr/share areaclaim verify --html $SCRATCH/page.html --before "
                 "2022-09-08.geojson --after 2022-09-11.geojson --claim 'a lost area as large as "
                 "Bornholm'");
    CAPTURE(ran.err);
    CHECK(ran.code == 0);
    CHECK(cli::text_of(cli::scratch_folder() + "/page.html").find("shorelines of GSHHG") !=
          std::string::npos);
}
