// SPDX-License-Identifier: MIT
// The folder of `verify --out`: what stands in it, and that it is there as a whole or not at all.
#include "tests/cli/commands.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <string>

using cli::ends_with;
using cli::scratch;

namespace {

using Json = nlohmann::json;

std::string listed(const std::string& command) {
    return cli::run(command).out;
}

// Digits after the point of the longest decimal in a geometry.
std::size_t most_decimals(const std::string& geojson) {
    std::size_t most = 0;
    for (std::size_t at = geojson.find("\"coordinates\":"); at != std::string::npos;
         at = geojson.find("\"coordinates\":", at + 1)) {
        const std::size_t end = geojson.find('}', at);
        for (std::size_t point = geojson.find('.', at); point < end;
             point = geojson.find('.', point + 1)) {
            most = std::max(most, geojson.find_first_not_of("0123456789", point + 1) - point - 1);
        }
    }
    return most;
}

// Two claims of one period, one of a part of it, and one that no map bounds.
void write_case(const std::string& name, bool with_more) {
    const std::string claim =
        "[[claim]]\nid = \"first\"\ntext = \"3,900 square kilometres\"\nstated = 2022-09-11\n"
        "since = 2022-09-08\nmeasure = \"lost\"\n";
    const std::string more =
        "[[claim]]\nid = \"Æ/<second>&\"\ntext = \"1 square kilometre\"\nstated = 2022-09-11\n"
        "since = 2022-09-08\nmeasure = \"lost\"\n"
        "[[claim]]\nid = \"FIRST\"\ntext = \"1 square kilometre\"\nstated = 2022-09-11\n"
        "since = 2022-09-08\nmeasure = \"lost\"\nwithin = \"half.geojson\"\n";
    cli::run("mkdir -p $SCRATCH/maps; cp 2022-09-08.geojson 2022-09-11.geojson $SCRATCH/maps/");
    // A slanting line, which cuts the maps at places of many digits.
    cli::write_text(cli::scratch_folder() + "/maps/half.geojson",
                    R"({"type": "Polygon", "coordinates": [[[30.1, 49.7], [30.4, 49.9],)"
                    R"([30.2, 51.1], [30.1, 51.1], [30.1, 49.7]]]})");
    cli::write_text(cli::scratch_folder() + "/maps/" + name,
                    "title = \"Two <b> & \\\"three\\\"\"\n[[source]]\nname = \"drawn\"\nprofile = "
                    "\"plain\"\nfiles = [\"2022-*.geojson\"]\n" +
                        claim + (with_more ? more : ""));
}

} // namespace

TEST_CASE("GeoJSON of verify tells claim, verdict and unit, to the centimetre") {
    write_case("all.toml", true);
    ends_with(0, "areaclaim verify --quiet $SCRATCH/maps/all.toml --geojson $SCRATCH/all.geojson");
    const std::string text = scratch("all.geojson");
    CHECK(most_decimals(text) == 7);
    const Json map = Json::parse(text);
    // The same change once, with both claims that it bounds; the claim in half of it by itself.
    double lost_km2 = 0;
    double lost_within_km2 = 0;
    for (const Json& feature : map["features"]) {
        const Json& properties = feature["properties"];
        CHECK(properties["unit"] == "km2");
        const bool within = properties["claim"] == "FIRST";
        if (properties["kind"] == "lost") {
            (within ? lost_within_km2 : lost_km2) += properties["area_km2"].get<double>();
        }
        if (!within) {
            CHECK(properties["claim"] == "first; Æ/<second>&");
            CHECK(properties["verdict"].get<std::string>().find("; understated") !=
                  std::string::npos);
        }
    }
    const Json diff = Json::parse(listed(
        "areaclaim diff --json $SCRATCH/maps/2022-09-08.geojson $SCRATCH/maps/2022-09-11.geojson"));
    CHECK(lost_km2 == doctest::Approx(diff["lost_km2"].get<double>()).epsilon(1e-12));
    CHECK(lost_within_km2 > 0);
    CHECK(lost_within_km2 < 0.9 * lost_km2);
    // What was rounded has the same area but for a millionth.
    const Json again =
        Json::parse(listed("areaclaim area --json --where \"kind = 'lost' AND claim = 'FIRST'\" "
                           "$SCRATCH/all.geojson"));
    CHECK(again["files"][0]["held_km2"].get<double>() ==
          doctest::Approx(lost_within_km2).epsilon(1e-6));
}

TEST_CASE("the folder has a collection a claim, and a project beside the GeoPackage") {
    write_case("all.toml", true);
    ends_with(0, "areaclaim verify $SCRATCH/maps/all.toml --out $SCRATCH/results",
              "changes.qml, report.html, changes.gpkg, changes.qgs, changes/ and evidence/");
    CHECK(
        listed("ls $SCRATCH/results") ==
        "changes\nchanges.geojson\nchanges.gpkg\nchanges.qgs\nchanges.qml\nevidence\nreport.html\n"
        "verification.json\n");
    CHECK(listed("ls $SCRATCH/results/changes/*.geojson | wc -l") == "3\n");
    // Names that are alike but for capitals are one table, and one file on some disks.
    CHECK(scratch("results/changes/claim_FIRST_2.geojson").find("\"FIRST\"") != std::string::npos);
    ends_with(0, "ogrinfo -so $SCRATCH/results/changes.gpkg claim_FIRST_2", "end_date: Date");
    const std::string project = scratch("results/changes.qgs");
    CHECK(project.find("\"./changes.gpkg|layername=claim_first\"") != std::string::npos);
    CHECK(project.find("Æ/&lt;second&gt;&amp;: understated") != std::string::npos);
    ends_with(0, "xmllint --noout --nonet $SCRATCH/results/changes.qgs || python3 -c \"import sys, "
                 "xml.dom.minidom as x; x.parse('$SCRATCH/results/changes.qgs')\"");
}

TEST_CASE("two runs leave the same bytes") {
    write_case("all.toml", true);
    const std::string verify =
        "SOURCE_DATE_EPOCH=1663000000 areaclaim verify --quiet $SCRATCH/maps/all.toml --out ";
    ends_with(0, verify + "$SCRATCH/once && " + verify + "$SCRATCH/twice/ && " + verify +
                     "$SCRATCH/twice && diff -r $SCRATCH/once $SCRATCH/twice");
}

TEST_CASE("what stands in the folder stays, but for what an earlier run left of other claims") {
    write_case("all.toml", true);
    write_case("one.toml", false);
    ends_with(0, "areaclaim verify --quiet $SCRATCH/maps/all.toml --out $SCRATCH/again");
    ends_with(0, "echo mine > $SCRATCH/again/notes.txt; echo mine > "
                 "$SCRATCH/again/changes/claim_mine.geojson; rm -r $SCRATCH/again/evidence");
    ends_with(0, "areaclaim verify --quiet $SCRATCH/maps/one.toml --out $SCRATCH/again");
    CHECK(listed("ls -A $SCRATCH/again/changes") ==
          "claim_first.geojson\nclaim_first.qml\nclaim_mine.geojson\n");
    CHECK(scratch("again/notes.txt") == "mine\n");
    CHECK(listed("ls -A $SCRATCH/again | wc -l") == "9\n"); // nothing was left of the making
}

TEST_CASE("old evidence does not stay beside results of which none is kept") {
    const std::string by_pipe = "areaclaim verify --quiet --before - --after 2022-09-11.geojson "
                                "--since 2022-09-08 --claim 'lost 3,900 km²' --out $SCRATCH/piped";
    ends_with(0, "areaclaim verify --quiet case.toml --out $SCRATCH/piped");
    ends_with(3, by_pipe + " < 2022-09-08.geojson", "evidence of an earlier run");
    CHECK(listed("ls $SCRATCH/piped/evidence | wc -l") == "7\n");
    ends_with(0, by_pipe + " --force < 2022-09-08.geojson");
    CHECK(listed("ls -d $SCRATCH/piped/evidence 2>/dev/null").empty());
    ends_with(0, "mkdir $SCRATCH/piped/evidence; echo mine > $SCRATCH/piped/evidence/mine");
    ends_with(0, by_pipe + " < 2022-09-08.geojson");
    CHECK(scratch("piped/evidence/mine") == "mine\n"); // no evidence of ours
}

TEST_CASE("a full disk leaves no folder, and an old one as it was") {
    const std::string verify = "areaclaim verify --quiet case.toml --out ";
    // The limit of a file's size stands for it: the page is larger than 8 KB.
    ends_with(3, "ulimit -f 8; trap '' XFSZ; " + verify + "$SCRATCH/none", "none/");
    CHECK(listed("ls -d $SCRATCH/none*").empty());
    ends_with(0, verify + "$SCRATCH/old && echo old > $SCRATCH/old/verification.json");
    ends_with(3, "ulimit -f 8; trap '' XFSZ; " + verify + "$SCRATCH/old --force", "old/");
    CHECK(scratch("old/verification.json") == "old\n");
    CHECK(listed("ls -A $SCRATCH/old | wc -l") == "8\n");
    ends_with(3, "echo x > $SCRATCH/file; " + verify + "$SCRATCH/file", "file");
    CHECK(scratch("file") == "x\n");
}

TEST_CASE("a signal leaves nothing behind") {
    // The evidence is computed a second time, which takes as long as the first: time to be ended
    // in. The program is the child of a shell.
    for (const std::string output : {"--out", "--evidence"}) {
        CAPTURE(output);
        ends_with(143,
                  "areaclaim verify --quiet --simulate 20000 case.toml " + output +
                      " $SCRATCH/ended >/dev/null & pid=$!; "
                      "until ls -d $SCRATCH/ended.* >/dev/null 2>&1; do kill -0 $pid || exit 9; "
                      "sleep 0.01; done; sleep 0.05; "
                      "kill -TERM $(cat /proc/$pid/task/$pid/children); wait $pid");
        CHECK(listed("ls -d $SCRATCH/ended*").empty());
    }
}
