// SPDX-License-Identifier: MIT
// A GeoPackage is data: reading it changes nothing, and nothing in it is run.
#include "shapes/io/read.hpp"
#include "tests/shapes/io/temporary_files.hpp"
#include "tests/shapes/io_formats/fixtures.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace {

/// A second program that has the database open.
class Editor {
  public:
    explicit Editor(const std::string& path) {
        REQUIRE(sqlite3_open(path.c_str(), &database_) == SQLITE_OK);
    }
    Editor(const Editor&) = delete;
    Editor& operator=(const Editor&) = delete;
    ~Editor() { sqlite3_close(database_); }
    void run(const std::string& sql) {
        CAPTURE(sql);
        REQUIRE(sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    }

  private:
    sqlite3* database_ = nullptr;
};

std::string geopackage(const TemporaryFiles& files, std::vector<std::string> options = {}) {
    const std::string path = files.path("held.gpkg");
    write_dataset(path,
                  {"GPKG", 4326, {"POLYGON((30 50,31 50,31 51,30 51,30 50))"}, std::move(options)});
    return path;
}

std::vector<std::string> names_beside(const std::string& path) {
    std::vector<std::string> names;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(path).parent_path())) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::string error_of(const std::string& path) {
    try {
        shapes::read_features(path);
        return "";
    } catch (const shapes::ReadError& e) {
        return e.what();
    }
}

} // namespace

TEST_CASE("a database with a write-ahead log is read with it and stays as it is") {
    const TemporaryFiles files;
    // The triggers of a spatial index ask for functions that a plain SQLite has not.
    const std::string path = geopackage(files, {"SPATIAL_INDEX=NO"});
    Editor editor(path);
    editor.run("PRAGMA journal_mode = WAL");
    editor.run("UPDATE held SET status = 'in the log'");
    const std::string before = file_bytes(path);
    const std::string log = file_bytes(path + "-wal");
    REQUIRE_FALSE(log.empty());
    const auto names = names_beside(path);
    const auto read = shapes::read_features(path);
    REQUIRE(read.features.size() == 1);
    CHECK(read.features[0].properties.at("status") == "in the log");
    CHECK(file_bytes(path) == before);
    CHECK(file_bytes(path + "-wal") == log);
    CHECK(names_beside(path) == names);
}

TEST_CASE("a virtual table is not opened, whatever it names; the spatial index is one of ours") {
    const TemporaryFiles files;
    const std::string path = geopackage(files);
    CHECK(shapes::read_features(path).features.size() == 1); // with its rtree
    Editor(path).run("CREATE VIRTUAL /* a */ TABLE secret USING fts5(text)");
    CHECK(error_of(path).find("virtual table 'secret'") != std::string::npos);
}

TEST_CASE("however its statement is written") {
    for (const char* sql :
         {"CREATE VIRTUAL TABLE rtree_a USING VirtualText(\"/etc/hostname\",UTF-8,0)",
          "create/**/ViRtUaL -- x\n table rtree_a using VirtualShape(\"/etc/hostname\",UTF-8,0)",
          "CREATE VIRTUAL TABLE rtree_a USING \"VirtualText\" /* using rtree( */ "
          "(\"/etc/hostname\")",
          "CREATE VIRTUAL TABLE IF NOT EXISTS rtree_a USING VirtualElementary()",
          "CREATE VIRTUAL TABLE rtree_a USING rtree(id, minx, maxx, miny, maxy, +text)",
          "CREATE VIRTUAL TABLE \"rtree_a\" USING VirtualText(id, \" USING rtree \")"}) {
        CAPTURE(std::string(sql));
        const TemporaryFiles files;
        const std::string path = geopackage(files);
        Editor editor(path);
        editor.run("PRAGMA writable_schema = ON");
        std::string quoted(sql);
        editor.run("INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) VALUES "
                   "('table', 'rtree_a', 'rtree_a', 0, '" +
                   quoted + "')");
        CHECK(error_of(path).find("virtual table 'rtree_a'") != std::string::npos);
    }
}

TEST_CASE("no view stands for a table of the format") {
    const TemporaryFiles files;
    const std::string path = geopackage(files);
    Editor editor(path);
    editor.run("ALTER TABLE gpkg_spatial_ref_sys RENAME TO other");
    editor.run("CREATE VIEW GPKG_spatial_ref_sys AS SELECT * FROM other");
    CHECK(error_of(path).find("view 'GPKG_spatial_ref_sys' stands where") != std::string::npos);
}

/// Makes `select` a layer of a map.
static void add_view(Editor& editor, const std::string& select) {
    editor.run("CREATE TABLE n (i)");
    editor.run("WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c LIMIT 300) "
               "INSERT INTO n SELECT i FROM c");
    editor.run("CREATE VIEW big AS " + select);
    editor.run("INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES "
               "('big', 'features', 'big', 4326)");
    editor.run("INSERT INTO gpkg_geometry_columns VALUES ('big', 'geom', 'GEOMETRY', 4326, 0, 0)");
}

TEST_CASE("what a view may take is bounded by the size of its database") {
    const std::string held = "SELECT h.fid, h.geom FROM held h";
    for (const std::string& select :
         {held + ", n a, n b, n c, n d, n e",
          held + " WHERE (SELECT count(*) FROM n a, n b, n c, n d) > 3",
          "WITH c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c) " + held +
              ", c", // RECURSIVE may be left out
          "WITH RECURSIVE c(i) AS (SELECT 1 UNION SELECT i + 1 FROM c) " + held + ", c",
          std::string("SELECT fid, zeroblob(900000000) AS geom FROM held")}) {
        CAPTURE(select);
        const TemporaryFiles files;
        const std::string path = geopackage(files);
        Editor editor(path);
        add_view(editor, select);
        const std::string error = error_of(path);
        CAPTURE(error);
        const bool too_long = select.find("zeroblob") != std::string::npos;
        CHECK(error.find(too_long ? "feature" : "more work than its size explains") !=
              std::string::npos);
    }
    for (const std::string& select :
         {held,
          "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c LIMIT 9) " + held + ", c",
          held + ", n"}) {
        CAPTURE(select);
        const TemporaryFiles files;
        const std::string path = geopackage(files);
        Editor editor(path);
        add_view(editor, select);
        CHECK(error_of(path).empty());
    }
}

TEST_CASE("a view that is no layer of the map is not read") {
    const TemporaryFiles files;
    const std::string path = geopackage(files);
    Editor editor(path);
    editor.run("CREATE VIEW plain AS SELECT * FROM held");
    editor.run("CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 "
               "FROM n) SELECT i FROM n");
    CHECK(shapes::read_features(path).features.size() == 1);
}

TEST_CASE("a compressed database leaves nothing beside it") {
    const TemporaryFiles files;
    const std::string path = geopackage(files);
    const std::string packed = files.path("packed.gpkg.gz");
    write_virtual("/vsigzip/" + packed, file_bytes(path));
    const auto names = names_beside(packed);
    CHECK(shapes::read_features(packed).features.size() == 1);
    CHECK(names_beside(packed) == names);
}

TEST_CASE("a signal that ends the process leaves no copy behind") {
    const TemporaryFiles files;
    write_dataset(files.path("held.gpkg"), {"GPKG", 4326, {"POLYGON ((30 50,31 50,31 51,30 50))"}});
    const std::string temporary = files.path("temporary");
    std::filesystem::create_directory(temporary);
    constexpr int kTimes = 5; // the signal meets the copy at another place each time
    for (int i = 0; i < kTimes; ++i) {
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            ::setenv("TMPDIR", temporary.c_str(), 1);
            std::signal(SIGTERM, SIG_DFL); // the test's own handler stays with the parent
            for (;;) {
                shapes::read_features(files.path("held.gpkg"));
            }
        }
        ::usleep(60'000 + 7'000 * static_cast<unsigned>(i));
        ::kill(child, SIGTERM);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        CHECK(WIFSIGNALED(status));
        CHECK(std::filesystem::is_empty(temporary));
    }
}
