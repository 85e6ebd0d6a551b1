// SPDX-License-Identifier: MIT
// Of a long archive `verify` reads the maps near its claims: the verdicts are those that all maps
// give, and what was left out is told.
#include "tests/cli/commands.hpp"

#include <chrono>
#include <cstdio>
#include <doctest/doctest.h>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;
using std::chrono::days;
using std::chrono::sys_days;

constexpr sys_days kFirst{std::chrono::year{2019} / 6 / 1};
constexpr int kDays = 1100;

std::string iso(sys_days day) {
    const std::chrono::year_month_day of(day);
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(of.year()),
                  static_cast<unsigned>(of.month()), static_cast<unsigned>(of.day()));
    return text;
}

/// A rectangle whose eastern side moves west day by day. `own_day`: the day that the map itself
/// tells, if any.
std::string map_of(int day, const std::string& own_day) {
    char text[300];
    std::snprintf(text, sizeof text,
                  R"({"type":"Feature","properties":{%s},"geometry":{"type":"Polygon",)"
                  R"("coordinates":[[[30,48],[%.4f,48],[%.4f,49],[30,49],[30,48]]]}})",
                  own_day.empty() ? "" : (R"("map_date":")" + own_day + '"').c_str(),
                  33 - 0.002 * day, 33 - 0.002 * day);
    return text;
}

/// A daily archive and a case about a week in the midst of it.
void write_archive() {
    const std::string folder = cli::scratch_folder() + "/archive";
    fs::remove_all(folder);
    fs::create_directories(folder + "/maps");
    for (int i = 0; i < kDays; ++i) {
        cli::write_text(folder + "/maps/" + iso(kFirst + days(i)) + ".geojson", map_of(i, ""));
    }
    cli::write_text(folder + "/case.toml", R"(
holder = "Army"
[[source]]
name = "daily"
files = "maps/*.geojson"
[[claim]]
id = "lost"
text = "100 square kilometres"
since = 2020-12-01
stated = 2020-12-08
measure = "lost"
)");
}

Json verified(const std::string& more = "") {
    const cli::Ran ran =
        cli::run("cd $SCRATCH/archive && areaclaim verify --json --no-cache case.toml" + more);
    CAPTURE(ran.err);
    REQUIRE(ran.code == 0);
    return Json::parse(ran.out);
}

bool tells_of_left_out(const Json& found) {
    return found["warnings"].dump().find("--all-maps") != std::string::npos;
}

} // namespace

TEST_CASE("verdicts that rest on the maps near them are those that rest on all") {
    write_archive();
    const Json near = verified();
    const Json all = verified(" --all-maps");
    CHECK(near["claims"] == all["claims"]);
    CHECK(near["sources"][0]["snapshots"].size() == 366 + 8 + 366);
    CHECK(all["sources"][0]["snapshots"].size() == kDays);
    CHECK(near["provenance"]["files"].size() == 1 + 366 + 8 + 366 + 2);
    CHECK(tells_of_left_out(near));
    CHECK_FALSE(tells_of_left_out(all));
    cli::ends_with(0, "cd $SCRATCH/archive && areaclaim verify case.toml",
                   "358 further file(s) lie far from the days that the claims speak of, "
                   "2020-12-01 to 2020-12-08");
}

TEST_CASE("evidence keeps what the verdicts rest on, and can be replayed") {
    write_archive();
    cli::ends_with(0, "cd $SCRATCH/archive && areaclaim verify --evidence kept case.toml",
                   "358 further");
    CHECK_FALSE(fs::exists(cli::scratch_folder() + "/archive/kept/inputs/maps/2019-06-02.geojson"));
    CHECK(fs::exists(cli::scratch_folder() + "/archive/kept/inputs/maps/2019-06-01.geojson"));
    cli::ends_with(0, "cd $SCRATCH/archive && areaclaim replay kept");
    // Without copies, who has the files puts them there.
    cli::ends_with(0, "cd $SCRATCH/archive && areaclaim verify --evidence told --no-copy case.toml "
                      "&& cp -r kept/inputs told/ && areaclaim replay told");
}

TEST_CASE("a map that was left out is an input all the same: nothing is written over it") {
    write_archive();
    cli::ends_with(3,
                   "cd $SCRATCH/archive && areaclaim verify --force --geojson "
                   "maps/2019-06-02.geojson case.toml",
                   "2019-06-02.geojson");
    CHECK(cli::scratch("archive/maps/2019-06-02.geojson") == map_of(1, ""));
}

TEST_CASE("evidence of a case named by another path is kept, whatever is told of its maps") {
    write_archive();
    const std::string maps = cli::scratch_folder() + "/archive/maps/";
    cli::write_text(maps + "2020-12-05 again.geojson", map_of(700, "2020-12-05"));
    cli::ends_with(0,
                   "cd / && areaclaim verify --evidence $SCRATCH/archive/kept "
                   "$SCRATCH/archive/case.toml",
                   "draw different maps");
    cli::ends_with(0, "cd / && areaclaim replay $SCRATCH/archive/kept");
}

TEST_CASE("where names tell when files were fetched, all maps are read") {
    write_archive();
    // The map of the claim's end lies under a name two years later.
    const std::string maps = cli::scratch_folder() + "/archive/maps/";
    fs::remove(maps + "2020-12-08.geojson");
    cli::write_text(maps + "2022-06-30.geojson", map_of(556, "2020-12-08"));
    cli::write_text(maps + "2021-06-30.geojson", map_of(760, "2020-06-30"));
    const Json found = verified();
    CHECK_FALSE(tells_of_left_out(found));
    CHECK(found["sources"][0]["snapshots"].size() > 1000);
}

TEST_CASE("a claim that counts from no day rests on all maps") {
    write_archive();
    const std::string path = cli::scratch_folder() + "/archive/case.toml";
    std::string text = cli::text_of(path);
    text.erase(text.find("since ="), std::string("since = 2020-12-01\n").size());
    cli::write_text(path, text);
    CHECK(verified()["sources"][0]["snapshots"].size() == kDays);
}

TEST_CASE("a file whose name tells no day, and whose map is of a far one, makes no gap") {
    write_archive();
    cli::write_text(cli::scratch_folder() + "/archive/maps/latest.geojson",
                    map_of(1200, "2022-09-13"));
    const Json found = verified();
    CHECK(found["sources"][0]["snapshots"].size() == 366 + 8 + 366);
    CHECK(found["sources"][0]["fixed_outline"]["last"] == "2022-09-13");
}

TEST_CASE(
    "where maps are half a year older than their names, and the claims younger, none is lost") {
    const std::string folder = cli::scratch_folder() + "/archive";
    write_archive();
    for (int i = 0; i < kDays; ++i) {
        cli::write_text(folder + "/maps/" + iso(kFirst + days(i)) + ".geojson",
                        map_of(i, iso(kFirst + days(i - 150))));
    }
    std::string text = cli::text_of(folder + "/case.toml");
    for (const char* year : {"2020-12-01", "2020-12-08"}) {
        text.replace(text.find(year), 4, "2023");
    }
    cli::write_text(folder + "/case.toml", text);
    const Json found = verified();
    CHECK(found["sources"][0]["snapshots"].size() == kDays);
    CHECK(found["claims"][0]["verdict"] == "undecidable");
}
