// SPDX-License-Identifier: MIT
// `timeline --gpkg`: maps and changes as tables, read again, added to, and never lost.
#include "tests/cli/commands.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <string>

using cli::ends_with;

namespace {

using Json = nlohmann::json;

// A square of one degree's width from `west` on, of a day.
void write_map(const std::string& day, const std::string& west, const std::string& east) {
    cli::write_text(cli::scratch_folder() + "/maps/" + day + ".geojson",
                    R"({"type": "Polygon", "coordinates": [[[)" + west + ",50],[" + east +
                        ",50],[" + east + ",51],[" + west + ",51],[" + west + ",50]]]}");
}

void write_maps() {
    cli::run("rm -rf $SCRATCH/maps $SCRATCH/s.gpkg*; mkdir $SCRATCH/maps");
    write_map("2022-09-01", "30", "31");
    write_map("2022-09-03", "30.1", "31");
    write_map("2022-09-08", "30.1", "31.7");
    write_map("2022-09-11", "30.4", "31.2");
}

Json rows(const std::string& arguments) {
    const cli::Ran ran = cli::run("areaclaim timeline --json --quiet " + arguments);
    CAPTURE(ran.err);
    REQUIRE(ran.code == 0);
    Json snapshots = Json::parse(ran.out)["snapshots"];
    for (Json& row : snapshots) {
        row.erase("path"); // the package's own
        row.erase("files");
    }
    return snapshots;
}

std::string query(const std::string& sql) {
    return cli::run("ogrinfo -ro -q -dialect SQLite -sql \"" + sql + "\" $SCRATCH/s.gpkg").out;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string package() {
    return cli::scratch_folder() + "/s.gpkg";
}

} // namespace

TEST_CASE("a series that is stored gives the same table, to the last digit") {
    write_maps();
    ends_with(0, "areaclaim timeline --gpkg $SCRATCH/s.gpkg $SCRATCH/maps",
              "4 map(s) added, 0 were there");
    CHECK(rows("$SCRATCH/s.gpkg") == rows("$SCRATCH/maps"));
    // What lies beside it is no map: nothing is said of it.
    CHECK(cli::run("areaclaim timeline $SCRATCH/s.gpkg").err.find("layer_styles") ==
          std::string::npos);
    const std::string changes = query("SELECT kind, start_date, end_date FROM areaclaim_changes");
    CHECK(has(changes, "2022/09/08"));
    CHECK(has(query("SELECT f_table_name FROM layer_styles"), "areaclaim_snapshots"));
}

TEST_CASE("maps that come later, and between others, are added, whatever the order") {
    write_maps();
    ends_with(0, "areaclaim timeline --gpkg $SCRATCH/s.gpkg $SCRATCH/maps/2022-09-0[13]* "
                 "$SCRATCH/maps/2022-09-11*");
    CHECK(has(query("SELECT count(*) AS n FROM areaclaim_changes"), "n (Integer) = 3"));
    // What somebody put into the package stays.
    cli::run("ogr2ogr -update -nln mine $SCRATCH/s.gpkg 2022-09-08.geojson");
    ends_with(0, "areaclaim timeline --gpkg $SCRATCH/s.gpkg $SCRATCH/maps/2022-09-08*",
              "1 map(s) added, 3 were there");
    CHECK(rows("--layer areaclaim_snapshots $SCRATCH/s.gpkg") == rows("$SCRATCH/maps"));
    CHECK(has(query("SELECT count(*) AS n FROM mine"), "n (Integer) = 1"));
    // 3 to 11 September is not neighbours any more: 1–3 lost, 3–8 gained, 8–11 lost and lost.
    const std::string changes = query("SELECT kind, start_date, end_date FROM areaclaim_changes "
                                      "WHERE start_date = '2022-09-03'");
    CHECK(has(changes, "gained"));
    CHECK_FALSE(has(changes, "2022/09/11"));
    CHECK(has(query("SELECT end_date FROM areaclaim_snapshots WHERE map_date = '2022-09-03'"),
              "2022/09/07"));
    CHECK(has(query("SELECT end_date FROM areaclaim_snapshots WHERE map_date = '2022-09-08'"),
              "2022/09/10"));
    // A second time adds nothing, and leaves the file as it is.
    const std::string before = cli::text_of(package());
    ends_with(0, "areaclaim timeline --gpkg $SCRATCH/s.gpkg $SCRATCH/maps",
              "0 map(s) added, 4 were there");
    CHECK(cli::text_of(package()) == before);
}

TEST_CASE("a day that is stored stays as it is") {
    write_maps();
    ends_with(0, "areaclaim timeline --gpkg $SCRATCH/s.gpkg $SCRATCH/maps");
    const Json stored = rows("$SCRATCH/s.gpkg");
    write_map("2022-09-03", "30", "32");
    ends_with(0, "areaclaim timeline --gpkg $SCRATCH/s.gpkg $SCRATCH/maps",
              "has another map of 2022-09-03, which stays");
    CHECK(rows("$SCRATCH/s.gpkg") == stored);
    ends_with(0, "areaclaim timeline --force --gpkg $SCRATCH/s.gpkg $SCRATCH/maps");
    CHECK(rows("$SCRATCH/s.gpkg") == rows("$SCRATCH/maps"));
}

TEST_CASE("classes and a holder who is gone are stored") {
    cli::run("rm -rf $SCRATCH/maps $SCRATCH/s.gpkg*; mkdir $SCRATCH/maps; cp classes.geojson "
             "$SCRATCH/maps/2022-09-08.geojson; cp "
             "gone.geojson $SCRATCH/maps/2022-09-11.geojson");
    cli::write_text(cli::scratch_folder() + "/maps/dated.toml",
                    cli::text_of(cli::inputs_folder() + "/classes.toml") +
                        "\n[date]\nfile_names = [\"*{YYYY-MM-DD}*\"]\n");
    ends_with(0, "areaclaim timeline --profile $SCRATCH/maps/dated.toml --gpkg $SCRATCH/s.gpkg "
                 "$SCRATCH/maps");
    for (const std::string level : {"", "--classes contested "}) {
        CHECK(rows(level + "$SCRATCH/s.gpkg") ==
              rows(level + "--profile $SCRATCH/maps/dated.toml $SCRATCH/maps"));
    }
}

TEST_CASE("what is not a series of ours is not written over") {
    write_maps();
    cli::run("ogr2ogr $SCRATCH/s.gpkg 2022-09-08.geojson");
    const std::string theirs = cli::text_of(package());
    ends_with(3, "areaclaim timeline --gpkg $SCRATCH/s.gpkg $SCRATCH/maps", "--force");
    CHECK(cli::text_of(package()) == theirs);
    // A map of theirs that only has the name.
    cli::run("rm $SCRATCH/s.gpkg; ogr2ogr -nln areaclaim_snapshots $SCRATCH/s.gpkg "
             "2022-09-08.geojson");
    const std::string alike = cli::text_of(package());
    CHECK(cli::run("areaclaim timeline --gpkg $SCRATCH/s.gpkg $SCRATCH/maps").code == 3);
    CHECK(cli::text_of(package()) == alike);
    // Nor what is open elsewhere, nor an input.
    ends_with(0, "rm $SCRATCH/s.gpkg; areaclaim timeline --gpkg $SCRATCH/s.gpkg $SCRATCH/maps");
    cli::write_text(package() + "-wal", "x");
    ends_with(3, "areaclaim timeline --gpkg $SCRATCH/s.gpkg $SCRATCH/maps", "open in another");
    cli::run("rm $SCRATCH/s.gpkg-wal");
    ends_with(3, "areaclaim timeline --gpkg $SCRATCH/s.gpkg $SCRATCH/s.gpkg", "is an input");
    ends_with(2, "areaclaim timeline --within 2022-09-08.geojson --gpkg $SCRATCH/s.gpkg "
                 "$SCRATCH/maps");
    ends_with(2, "areaclaim timeline --postgis $SCRATCH/s.gpkg $SCRATCH/maps", "PG:");
}

TEST_CASE("a full disk leaves the package as it was") {
    write_maps();
    ends_with(0, "areaclaim timeline --gpkg $SCRATCH/s.gpkg $SCRATCH/maps/2022-09-0*");
    const std::string before = cli::text_of(package());
    ends_with(3, "(ulimit -f 1; trap '' XFSZ; areaclaim timeline --gpkg $SCRATCH/s.gpkg "
                 "$SCRATCH/maps)");
    CHECK(cli::text_of(package()) == before);
    CHECK(cli::run("ls $SCRATCH | grep '^s.gpkg'").out == "s.gpkg\n");
}

TEST_CASE("an archive is a series, whether its days stand in the maps or in their names") {
    write_maps();
    const Json table = rows("$SCRATCH/maps");
    cli::run("cd $SCRATCH; tar -cf one.tar maps; tar -czf two.tar.gz maps; tar --format=posix -czf "
             "three.tgz maps; cd maps; python3 -m zipfile -c ../four.zip *.geojson");
    for (const std::string archive : {"one.tar", "two.tar.gz", "three.tgz", "four.zip"}) {
        CAPTURE(archive);
        CHECK(rows("$SCRATCH/" + archive) == table);
    }
}

TEST_CASE("what lies in a tar archive beside maps is told of, and nothing is followed") {
    write_maps();
    cli::run(
        "cd $SCRATCH/maps; ln -s /etc/passwd link.json; echo x >read.me; cp 2022-09-01.geojson "
        "old.gpkg; tar -czf ../odd.tar.gz *; rm link.json old.gpkg read.me");
    const cli::Ran odd = cli::run("areaclaim timeline $SCRATCH/odd.tar.gz");
    CHECK(odd.code == 0);
    CHECK(odd.err.find("2 file(s) of the archive are links or no JSON") != std::string::npos);
    CHECK(odd.err.find("maps/old.gpkg") == std::string::npos);
    ends_with(3,
              "cd $SCRATCH/maps; echo x >a.shp; tar -cf ../shp.tar a.shp; rm a.shp; areaclaim "
              "timeline ../shp.tar",
              "unpack it");
    ends_with(
        3,
        "cd $SCRATCH; tar -cf all.tar maps; head -c 700 all.tar >cut.tar; areaclaim area cut.tar",
        "ends within");
    ends_with(3, "areaclaim area --max-size 400 $SCRATCH/odd.tar.gz", "--max-size");
    ends_with(3,
              "(printf '{'; head -c 200000000 /dev/zero | tr '\\0' ' ') >$SCRATCH/z.json; tar "
              "-C $SCRATCH -czf $SCRATCH/bomb.tgz z.json; rm $SCRATCH/z.json; areaclaim area "
              "$SCRATCH/bomb.tgz",
              "250 times");
}

TEST_CASE("one file of all days, in any order, with a column of days, times or text") {
    write_maps();
    const Json table = rows("$SCRATCH/maps");
    cli::run("cd $SCRATCH; for d in 08 01 11 03; do ogr2ogr -append -f GPKG all.gpkg "
             "maps/2022-09-$d.geojson -nln maps -dialect SQLite -sql \"SELECT *, '2022-09-$d' AS "
             "date FROM \\\"2022-09-$d\\\"\"; done");
    for (const std::string type : {"date", "timestamp", "character"}) {
        for (const std::string file : {"u.gpkg", "u.fgb", "u.geojson"}) {
            cli::run("cd $SCRATCH; rm -f " + file + "; ogr2ogr " + file +
                     " all.gpkg -dialect OGRSQL -sql \"SELECT CAST(date AS " + type +
                     ") AS date FROM maps\"");
            CAPTURE(type);
            CAPTURE(file);
            CHECK(rows("$SCRATCH/" + file) == table);
        }
    }
}

TEST_CASE("crossings by what was lost, gained, both together, and the difference") {
    write_maps();
    // In tenths of a degree: 1 lost by the 3rd; 7 gained by the 8th; 3 and 5 lost by the 11th.
    const double tenth_km2 = rows("$SCRATCH/maps")[1]["lost_km2"];
    const auto crossed_by = [&](const std::string& measure, double tenths) {
        const cli::Ran ran =
            cli::run("areaclaim timeline --json --quiet $SCRATCH/maps --measure " + measure +
                     " --crossing " + std::to_string(tenths * tenth_km2));
        CAPTURE(measure);
        const Json crossings = Json::parse(ran.out)["crossings"];
        if (crossings.empty()) {
            return std::string("never");
        }
        CHECK(crossings[0]["measure"] == measure);
        return crossings[0]["by"].get<std::string>();
    };
    CHECK(crossed_by("lost", 8.5) == "2022-09-11");
    CHECK(crossed_by("lost", 9.5) == "never");
    CHECK(crossed_by("gained", 6.5) == "2022-09-08");
    CHECK(crossed_by("net", 5.5) == "2022-09-08");
    CHECK(crossed_by("net", 6.5) == "never");
    CHECK(crossed_by("gross", 7.5) == "2022-09-08");
    CHECK(crossed_by("gross", 15.5) == "2022-09-11");
    CHECK(crossed_by("gross", 16.5) == "never");
}
