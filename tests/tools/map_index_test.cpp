// SPDX-License-Identifier: MIT
// What is remembered of files, without the program around it.
#include "engine/input_error.hpp"
#include "engine/timeline/alarm.hpp"
#include "engine/timeline/figures_ahead.hpp"
#include "engine/timeline/timeline.hpp"
#include "shapes/io/read.hpp"
#include "tests/shapes/io/temporary_files.hpp"
#include "tools/areaclaim/index_bytes.hpp"
#include "tools/areaclaim/index_file.hpp"
#include "tools/areaclaim/load.hpp"
#include "tools/areaclaim/map_index.hpp"
#include "tools/areaclaim/remembered_file.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using areaclaim::load_maps;
using areaclaim::LoadedMaps;
using areaclaim::MapOptions;

namespace {

areaclaim::Console quiet() {
    areaclaim::CommonOptions options;
    options.quiet = true;
    return areaclaim::Console(options);
}

/// A cache folder of its own, for as long as it lives.
class OwnCache {
  public:
    explicit OwnCache(const TemporaryFiles& files) {
        ::setenv("XDG_CACHE_HOME", files.path("cache").c_str(), 1);
    }
    OwnCache(const OwnCache&) = delete;
    OwnCache& operator=(const OwnCache&) = delete;
    ~OwnCache() { ::setenv("XDG_CACHE_HOME", "/proc/none", 1); }
};

/// Eight days of a rectangle that grows.
std::vector<std::string> archive(const TemporaryFiles& files) {
    std::vector<std::string> paths;
    for (int day = 1; day <= 8; ++day) {
        const std::string east = "3" + std::to_string(day);
        paths.push_back(files.write("2022-09-0" + std::to_string(day) + ".geojson",
                                    R"({"type":"Polygon","coordinates":[[[30,48],[)" + east +
                                        ",48],[" + east + R"(,49],[30,49],[30,48]]]})"));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(250));
    return paths;
}

std::vector<engine::TimelineRow> rows_of(const std::vector<std::string>& paths,
                                         const MapOptions& options = {}) {
    LoadedMaps loaded = load_maps(paths, options, quiet());
    const engine::Timeline timeline = engine::build_timeline("", std::move(loaded.maps));
    const auto rows = engine::measure(timeline);
    engine::find_alarms(timeline, rows, engine::ControlClass::confirmed);
    return rows;
}

/// A record of every kind of thing that a file may have told.
areaclaim::RememberedFile remembered() {
    engine::ControlBoundary map;
    map.file_date = engine::Date::from_ymd(2022, 9, 8);
    map.change_since = engine::Date::from_ymd(2022, 9, 1);
    map.draws = {true, false, true};
    map.holds = {true, true, false};
    map.identity.emplace();
    map.identity->drawn.fill(7);
    map.problems.push_back({shapes::ProblemCode::overlap, {30.5, 48.5}, 3, std::nullopt, "a text"});
    map.warnings = {
        {.code = engine::MapWarningCode::several_days,
         .day = map.change_since,
         .last = map.file_date},
        {.code = engine::MapWarningCode::features_left_out,
         .name = "plain",
         .value = "v",
         .count = 2,
         .examples = {"a", "b"}},
        {.code = engine::MapWarningCode::reader_says,
         .reader = shapes::ReadWarning{shapes::ReadWarningCode::property_twice, "name", 4}}};
    const engine::MapWarning fitting{
        .code = engine::MapWarningCode::profile_found, .name = "plain", .value = "names"};
    return {{1, 2, 3, 4, 5, true}, std::string(64, 'a'), "plain", fitting, {map, map}};
}

} // namespace

TEST_CASE("a second run reads no map: its rows come from the index") {
    const TemporaryFiles files;
    const OwnCache cache(files);
    const std::vector<std::string> paths = archive(files);
    const auto first = rows_of(paths);
    const LoadedMaps loaded = load_maps(paths, {}, quiet());
    engine::Timeline timeline = engine::build_timeline("", loaded.maps);
    for (const std::string& path : paths) {
        std::filesystem::remove(path);
    }
    const auto second = engine::measure(timeline);
    REQUIRE(second.size() == first.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        CHECK(second[i].held == first[i].held);
        CHECK(second[i].gained == first[i].gained);
        CHECK(second[i].relative_residual == first[i].relative_residual);
    }
    engine::find_alarms(timeline, second, engine::ControlClass::confirmed);
    // What nobody asked for is not remembered, and the map is not there any more.
    CHECK_THROWS_AS(timeline.snapshots[0].boundary.drawn(), shapes::ReadError);
}

TEST_CASE("regions that were let go are brought again, and only from the same file") {
    const TemporaryFiles files;
    const OwnCache cache(files);
    const std::vector<std::string> paths = archive(files);
    const auto afresh = rows_of(paths);
    files.write("cache/none", ""); // another folder for the index: all is read once more
    ::setenv("XDG_CACHE_HOME", files.path("cache/other").c_str(), 1);
    std::optional<engine::FiguresAhead> ahead(std::in_place, engine::MeasureOptions{});
    const LoadedMaps loaded = load_maps(paths, {}, quiet(), &*ahead);
    ahead.reset();
    for (const engine::ControlBoundary& map : loaded.maps) {
        CHECK_FALSE(map.regions.are_there());
    }
    CHECK(loaded.maps[2].drawn()[0].position_count() == 5);
    CHECK(loaded.maps[2].regions.are_there());
    for (const std::string& path : paths) {
        std::filesystem::remove(path);
    }
    const engine::Timeline timeline = engine::build_timeline("", loaded.maps);
    const auto rows = engine::measure(timeline);
    engine::find_alarms(timeline, rows, engine::ControlClass::confirmed);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CHECK(rows[i].held == afresh[i].held);
        CHECK(rows[i].gained == afresh[i].gained);
    }
    CHECK_THROWS_AS(timeline.snapshots[0].boundary.drawn(), shapes::ReadError);
}

TEST_CASE("a map that changed since it was remembered is no other map") {
    const TemporaryFiles files;
    const OwnCache cache(files);
    const std::vector<std::string> paths = archive(files);
    rows_of(paths);
    const LoadedMaps loaded = load_maps(paths, {}, quiet());
    files.write("2022-09-02.geojson",
                R"({"type":"Polygon","coordinates":[[[1,48],[2,48],[2,49],[1,49],[1,48]]]})");
    CHECK_NOTHROW(loaded.maps[0].drawn());
    CHECK_THROWS_AS(loaded.maps[1].drawn(), engine::InputError);
}

TEST_CASE("a file that was just written is not remembered") {
    const TemporaryFiles files;
    const std::string path = files.write("a", "1");
    REQUIRE(areaclaim::state_of(path));
    CHECK_FALSE(areaclaim::state_of(path)->rested);
    std::this_thread::sleep_for(std::chrono::milliseconds(250));
    CHECK(areaclaim::state_of(path)->rested);
    // Whole seconds: the file system may tell no more.
    std::filesystem::last_write_time(path, std::chrono::time_point_cast<std::chrono::seconds>(
                                               std::filesystem::file_time_type::clock::now()));
    std::this_thread::sleep_for(std::chrono::milliseconds(250));
    CHECK_FALSE(areaclaim::state_of(path)->rested);
    CHECK_FALSE(areaclaim::state_of(files.directory().string()));
    CHECK_FALSE(areaclaim::state_of(files.path("none")));
}

TEST_CASE("what a file told comes back as it was, and from no other bytes") {
    const std::string bytes = areaclaim::encoded(remembered());
    const auto back = areaclaim::decoded(bytes);
    REQUIRE(back);
    CHECK(areaclaim::encoded(*back) == bytes);
    CHECK(back->maps[1].problems[0].text == "a text");
    CHECK(back->maps[1].file_date == engine::Date::from_ymd(2022, 9, 8));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        CHECK_FALSE(areaclaim::decoded(std::string_view(bytes).substr(0, size)));
    }
    CHECK_FALSE(areaclaim::decoded(bytes + '\0'));
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        for (const char bit : {'\x01', '\x80', '\xff'}) {
            std::string other = bytes;
            other[at] = static_cast<char>(other[at] ^ bit);
            areaclaim::decoded(other); // whatever it says, nothing is read beyond it
        }
    }
}

/// Where the one index of a cache folder lies.
std::filesystem::path only_index(const TemporaryFiles& files) {
    const std::filesystem::directory_iterator all(files.path("cache/areaclaim"));
    REQUIRE(all != std::filesystem::directory_iterator());
    return all->path();
}

TEST_CASE("an index that others could have written is not trusted") {
    const TemporaryFiles files;
    const OwnCache cache(files);
    const std::vector<std::string> paths = archive(files);
    const auto afresh = rows_of(paths);
    const std::filesystem::path path = only_index(files);
    const areaclaim::IndexFile index(path.filename().string());
    areaclaim::IndexRecords planted = index.read();
    for (auto& [key, value] : planted) {
        if (key.starts_with('P')) { // figures: all of them 0
            value.assign(value.size(), '\0');
        }
    }
    index.add(planted, [] { return areaclaim::IndexRecords(); });
    REQUIRE(rows_of(paths).back().held.m2() == 0.0); // one's own is believed
    SUBCASE("a link") {
        std::filesystem::rename(path, files.path("elsewhere"));
        std::filesystem::create_symlink(files.path("elsewhere"), path);
    }
    SUBCASE("a file that others may write to") {
        std::filesystem::permissions(path, std::filesystem::perms(0666));
    }
    SUBCASE("a folder that others may write to") {
        std::filesystem::permissions(path.parent_path(), std::filesystem::perms::all);
    }
    CHECK(rows_of(paths).back().held == afresh.back().held);
}

TEST_CASE("records that several write are all there") {
    const TemporaryFiles files;
    const OwnCache cache(files);
    const areaclaim::IndexFile one("name");
    const areaclaim::IndexFile two("name");
    const auto none = [] { return areaclaim::IndexRecords(); };
    const auto first = [] { return areaclaim::IndexRecords{{"a", "3"}}; };
    one.add({{"a", "1"}}, none);
    two.add({{"b", std::string("\0\n", 2)}}, none);
    one.add({{"a", "3"}}, none);
    CHECK(two.read() == areaclaim::IndexRecords{{"a", "3"}, {"b", std::string("\0\n", 2)}});
    // Beyond the bound only what was made or used stays.
    const std::string large(areaclaim::kMostIndexBytes - 1000, 'x');
    one.add({{"c", large}}, first);
    one.add({{"d", std::string(2000, 'y')}}, first);
    CHECK(one.read().size() == 2);
    CHECK(one.read().count("a") == 1);
}
