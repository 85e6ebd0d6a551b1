// SPDX-License-Identifier: MIT
// An archive asked for twice: the index changes how quickly it is answered, and nothing else.
#include "tests/cli/program.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::string box(double west, double east, double south, double north) {
    char text[200];
    std::snprintf(text, sizeof text,
                  "{\"type\":\"Polygon\",\"coordinates\":[[[%.3f,%.3f],[%.3f,%.3f],[%.3f,%.3f],"
                  "[%.3f,%.3f],[%.3f,%.3f]]]}",
                  west, south, east, south, east, north, west, north, west, south);
    return text;
}

std::string feature(const std::string& type, int day, const std::string& geometry) {
    char dates[80];
    std::snprintf(dates, sizeof dates, "\"date\":\"2022-09-%02d\",\"_datefrom\":\"2022-09-%02d\"",
                  day, day - 1);
    return R"({"type":"Feature","properties":{"type":")" + type + "\"," + dates +
           "},\"geometry\":" + geometry + "}";
}

/// A map as NZZ's are: it overlaps itself, draws what changed (wrongly on the 9th), has a part far
/// away that comes and goes, and is delivered again on the next day where the day is 5.
std::string map_of(int day) {
    const int drawn = day == 6 ? 5 : day;
    std::string features = feature("nochange", drawn, box(30, 32 - 0.02 * drawn, 48, 49)) + "," +
                           feature("gains", drawn, box(31, 32 - 0.015 * drawn, 48.2, 48.5)) + "," +
                           feature("losses", drawn, box(31.5, drawn == 9 ? 33 : 31.6, 48, 48.1));
    if (drawn == 8) {
        features += "," + feature("nochange", drawn, box(40, 42, 50, 52));
    }
    return R"({"value":{"type":"FeatureCollection","features":[)" + features + "]}}";
}

/// A folder of twelve maps, a case about them, a region of interest, and no cache.
std::string archive() {
    const std::string folder = cli::scratch_folder() + "/archive";
    fs::remove_all(folder);
    fs::remove_all(cli::scratch_folder() + "/cache");
    fs::create_directories(folder + "/maps");
    for (int day = 1; day <= 12; ++day) {
        char name[40];
        std::snprintf(name, sizeof name, "/maps/2022-09-%02d.json", day);
        cli::write_text(folder + name, map_of(day));
    }
    cli::write_text(folder + "/maps/undated.json", map_of(13));
    cli::write_text(folder + "/within.geojson", box(30.5, 33, 48, 48.7));
    cli::write_text(folder + "/case.toml", R"(
title = "An archive"
holder = "Army"
[[source]]
name = "maps"
profile = "nzz"
files = "maps/2022-*.json"
[[claim]]
id = "lost"
text = "1,000 square kilometres"
stated = 2022-09-10
since = 2022-09-04
measure = "lost"
)");
    cli::write_text(folder + "/places.toml", R"(
title = "Places in an archive"
holder = "Army"
outline = "within.geojson"
[[source]]
name = "maps"
files = "maps/2022-*.json"
[[claim]]
id = "held"
text = "15,000 square kilometres"
stated = 2022-09-08
measure = "held"
[[claim]]
id = "net"
text = "100 square kilometres"
stated = 2022-09-07
since = 2022-09-02
measure = "net"
within = "within.geojson"
[[claim]]
id = "lost"
text = "90 square kilometres"
stated = 2022-09-07
since = 2022-09-03
measure = "lost"
)");
    return folder;
}

// Long enough for any later change to show in a file's times.
void let_rest() {
    cli::run("sleep 0.25");
}

const std::vector<std::string>& commands() {
    static const std::vector<std::string> all{
        "timeline --json maps",
        "timeline --profile nzz maps",
        "timeline --json --every-file maps",
        "timeline --csv --weekly maps",
        "timeline --json --within within.geojson --edges geodesic maps",
        "timeline --json --classes claimed --since 2022-09-03 maps",
        "area --json maps/*.json",
        "area --within within.geojson maps/*.json",
        "verify --json case.toml",
        "verify --explain case.toml",
        "verify --json --sigma 1 --error-model retraced places.toml"};
    return all;
}

cli::Ran asked(const std::string& command, const std::string& more = "") {
    return cli::run("cd $SCRATCH/archive && areaclaim " + command + more);
}

/// Every command says with the index, whatever stands in it, what it says without. `whole`: each of
/// the maps can be read, so that nothing need fail.
void check_all(bool whole = true) {
    for (const std::string& command : commands()) {
        CAPTURE(command);
        const cli::Ran afresh = asked(command, " --no-cache");
        CHECK((!whole || afresh.code == 0));
        for (int run = 0; run < 2; ++run) {
            const cli::Ran again = asked(command);
            CHECK(again.code == afresh.code);
            CHECK(again.out == afresh.out);
            CHECK(again.err == afresh.err);
        }
    }
}

std::vector<fs::path> index_files() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(cli::scratch_folder() + "/cache/areaclaim")) {
        files.push_back(entry.path());
    }
    return files;
}

} // namespace

TEST_CASE("with an index every command answers as without") {
    archive();
    let_rest();
    check_all();
    CHECK(asked("verify --json case.toml").code == 0);
    REQUIRE_FALSE(index_files().empty());
    for (const fs::path& file : index_files()) {
        CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    }
    CHECK(fs::status(cli::scratch_folder() + "/cache/areaclaim").permissions() ==
          fs::perms::owner_all);
}

TEST_CASE("without the cache nothing is written") {
    archive();
    let_rest();
    CHECK(asked("timeline maps", " --no-cache").code == 0);
    CHECK_FALSE(fs::exists(cli::scratch_folder() + "/cache/areaclaim"));
}

TEST_CASE("a file that was changed, exchanged or touched is read again") {
    const std::string folder = archive() + "/maps/";
    bool whole = true;
    let_rest();
    check_all();
    SUBCASE("edited, as long as before") {
        std::string text = cli::text_of(folder + "2022-09-07.json");
        text.replace(text.find("31.860"), 6, "31.360");
        cli::write_text(folder + "2022-09-07.json", text);
    }
    SUBCASE("edited, with its time set back") {
        const auto before = fs::last_write_time(folder + "2022-09-07.json");
        std::string text = cli::text_of(folder + "2022-09-07.json");
        text.replace(text.find("31.860"), 6, "31.360");
        cli::write_text(folder + "2022-09-07.json", text);
        fs::last_write_time(folder + "2022-09-07.json", before);
    }
    SUBCASE("two exchanged") {
        fs::rename(folder + "2022-09-03.json", folder + "aside");
        fs::rename(folder + "2022-09-11.json", folder + "2022-09-03.json");
        fs::rename(folder + "aside", folder + "2022-09-11.json");
    }
    SUBCASE("touched") {
        cli::run("touch $SCRATCH/archive/maps/*");
    }
    SUBCASE("one more, one less, one broken") {
        cli::write_text(folder + "2022-09-13.json", map_of(13));
        fs::remove(folder + "2022-09-02.json");
        cli::write_text(folder + "2022-09-10.json", "{");
        whole = false;
    }
    check_all(whole);
    let_rest();
    check_all(whole);
}

TEST_CASE("edits within one tick of the clock are seen") {
    const std::string folder = archive() + "/maps/";
    for (const char* east : {"31.760", "31.660", "31.560"}) {
        std::string text = map_of(7);
        text.replace(text.find("31.860"), 6, east);
        cli::write_text(folder + "2022-09-07.json", text);
        const cli::Ran with = asked("timeline --json maps");
        CHECK(with.out == asked("timeline --json maps", " --no-cache").out);
    }
}

TEST_CASE("an index that is torn or forged is as good as none") {
    archive();
    let_rest();
    const std::string afresh = asked("timeline --json maps", " --no-cache").out;
    asked("timeline --json maps");
    REQUIRE(index_files().size() == 1);
    const std::string path = index_files().front().string();
    const std::string whole = cli::text_of(path);
    const auto check_with = [&](const std::string& bytes) {
        cli::write_text(path, bytes);
        const cli::Ran ran = asked("timeline --json maps");
        CHECK(ran.code == 0);
        CHECK(ran.out == afresh);
    };
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{10}, std::size_t{90}, whole.size() / 2, whole.size() - 1}) {
        CAPTURE(size);
        check_with(whole.substr(0, size));
    }
    std::string flipped = whole;
    flipped[whole.size() / 3] ^= 0x40;
    check_with(flipped);
    check_with(whole + "more");
}

TEST_CASE("where there is no place for an index all goes on without") {
    archive();
    let_rest();
    const cli::Ran ran = cli::run("cd $SCRATCH/archive && XDG_CACHE_HOME=/proc/none "
                                  "areaclaim timeline --quiet --json maps");
    CHECK(ran.code == 0);
    CHECK(ran.out == asked("timeline --json maps", " --no-cache").out);
    CHECK(ran.err.empty());
}

TEST_CASE("several at once do not disturb each other") {
    archive();
    let_rest();
    const std::string afresh = asked("timeline --json maps", " --no-cache").out;
    cli::write_text(cli::scratch_folder() + "/afresh", afresh);
    const cli::Ran ran =
        cli::run("cd $SCRATCH/archive\nfor i in 1 2 3 4 5 6; do\n"
                 "  areaclaim timeline --quiet --json maps > $SCRATCH/at-once-$i &\ndone\nwait\n"
                 "for i in 1 2 3 4 5 6; do cmp $SCRATCH/at-once-$i $SCRATCH/afresh || exit 9; "
                 "done");
    CHECK(ran.code == 0);
    CHECK(asked("timeline --json maps").out == afresh);
}
