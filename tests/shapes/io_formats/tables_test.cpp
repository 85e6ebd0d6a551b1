// SPDX-License-Identifier: MIT
// What is stored as tables is read again: rows, types, styles; and maps out of tar archives.
#include "shapes/io/atomic_file.hpp"
#include "shapes/io/read.hpp"
#include "shapes/io/table_store.hpp"
#include "tests/shapes/io/tar_bytes.hpp"
#include "tests/shapes/io/temporary_files.hpp"
#include "tests/shapes/io_formats/fixtures.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace {

using shapes::io::TablesToFill;
using shapes::io::TableToFill;

std::string square(const std::string& day, int west) {
    const std::string w = std::to_string(west);
    const std::string e = std::to_string(west + 1);
    return R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"day":")" +
           day + R"(","km2":1.5,"who":"a"},"geometry":{"type":"Polygon","coordinates":[[[)" + w +
           ",50],[" + e + ",50],[" + e + ",51],[" + w + ",51],[" + w + ",50]]]}}]}";
}

TablesToFill table_with(const std::string& target, const std::string& geojson) {
    using Type = TableToFill::Type;
    return {target,
            {{"held",
              {{"day", Type::day}, {"km2", Type::real}, {"who"}},
              geojson,
              "<qgis version=\"3.22\"/>"}},
            {}};
}

std::vector<std::string> days_in(const std::string& path) {
    shapes::ReadOptions held;
    held.layer = "held";
    std::vector<std::string> days;
    for (const shapes::Feature& feature : shapes::read_features(path, held).features) {
        days.push_back(feature.properties.at("day"));
    }
    return days;
}

/// A tar archive of regular files.
std::string tar_of(const std::vector<std::pair<std::string, std::string>>& members) {
    std::string archive;
    for (const auto& member : members) {
        archive += tar_bytes::entry(member.first, member.second);
    }
    return archive + tar_bytes::ending();
}

} // namespace

TEST_CASE("tables: a new package is read again, added to, changed, and begun anew") {
    const TemporaryFiles files;
    const std::string path = files.path("series.gpkg");
    CHECK_FALSE(shapes::io::has_table(path, "held"));
    shapes::io::store_tables(table_with(path, square("2022-09-08", 30)), false);
    CHECK(shapes::io::has_table(path, "held"));
    CHECK_FALSE(shapes::io::has_table(path, "other"));
    CHECK(days_in(path) == std::vector<std::string>{"2022-09-08"});
    shapes::io::store_tables(table_with(path, square("2022-09-09", 31)), false);
    CHECK(days_in(path) == std::vector<std::string>{"2022-09-08", "2022-09-09"});
    TablesToFill changed = table_with(path, square("2022-09-10", 32));
    changed.changes = {{"held", {{"day", "2022-09-08"}}, {}},
                       {"held", {{"day", "2022-09-09"}}, {{"who", "it's b"}}}};
    shapes::io::store_tables(changed, false);
    CHECK(days_in(path) == std::vector<std::string>{"2022-09-09", "2022-09-10"});
    shapes::ReadOptions b;
    b.layer = "held";
    b.where = "who = 'it''s b'";
    CHECK(shapes::read_features(path, b).features.size() == 1);
    shapes::io::store_tables(table_with(path, square("2022-09-11", 33)), true);
    CHECK(days_in(path) == std::vector<std::string>{"2022-09-11"});
}

TEST_CASE("tables: what is not ours is left as it is") {
    const TemporaryFiles files;
    const std::string text = files.write("notes.gpkg", "notes");
    CHECK_THROWS_AS(shapes::io::store_tables(table_with(text, square("2022-09-08", 30)), false),
                    shapes::WriteError);
    CHECK(file_bytes(text) == "notes");
    // A table of that name, but with other columns.
    const std::string theirs = files.path("theirs.gpkg");
    write_dataset(theirs, {"GPKG", 4326, {"POLYGON((30 50,31 50,31 51,30 51,30 50))"}});
    const std::string before = file_bytes(theirs);
    CHECK_THROWS_AS(shapes::io::store_tables(table_with(theirs, square("2022-09-08", 30)), false),
                    shapes::WriteError);
    CHECK(file_bytes(theirs) == before);
}

TEST_CASE("layers packed for QGIS are read again") {
    const TemporaryFiles files;
    const shapes::io::PackedLayers packed =
        shapes::io::gdal_module().pack({{"one", square("2022-09-08", 30), "<qgis/>"},
                                        {"two", square("2022-09-09", 31), "<qgis/>"}});
    REQUIRE(packed.error.empty());
    const std::string path = files.write("packed.gpkg", packed.bytes);
    CHECK(shapes::read_features(path).features.size() == 2);
    CHECK(shapes::io::has_table(path, "two"));
}

TEST_CASE("tar: maps are read, others are named, a damaged archive is refused") {
    const TemporaryFiles files;
    const std::string maps = tar_of({{"maps/2022-09-08.geojson", square("2022-09-08", 30)},
                                     {"maps/notes.txt", "notes"},
                                     {"maps/other.shp", "shape"}});
    const shapes::FeatureCollection read = shapes::read_features(files.write("maps.tar", maps));
    REQUIRE(read.features.size() == 1);
    CHECK(read.features[0].layer == "2022-09-08");
    REQUIRE(read.warnings.size() == 1);
    CHECK(read.warnings[0] ==
          shapes::ReadWarning{shapes::ReadWarningCode::members_left_out, "maps/other.shp", 1});
    const std::string packed = files.path("maps.tar.gz");
    write_virtual("/vsigzip/" + packed, maps);
    CHECK(shapes::read_features(packed).features.size() == 1);
    CHECK_THROWS_AS(shapes::read_features(files.write("cut.tar", maps.substr(0, 700))),
                    shapes::ReadError);
    const std::string none = files.write("none.tar", tar_of({{"notes.txt", "notes"}}));
    CHECK_THROWS_AS(shapes::read_features(none), shapes::ReadError);
    const std::string bad = files.write("bad.tar", tar_of({{"bad.geojson", "{\"type\":"}}));
    CHECK_THROWS_AS(shapes::read_features(bad), shapes::ReadError);
    shapes::ReadOptions small;
    small.max_bytes = 600;
    CHECK_THROWS_AS(shapes::read_features(packed, small), shapes::ReadError);
}
