// SPDX-License-Identifier: MIT
// What a case may open, and what no output may show.
#include "tests/cli/program.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <utility>

namespace {

namespace fs = std::filesystem;

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// A folder of its own with a case that names `files`.
std::string case_with(const std::string& files) {
    const std::string folder = cli::scratch_folder() + "/rights";
    fs::create_directories(folder);
    cli::write_text(folder + "/case.toml",
                    "title = \"t\"\nholder = \"h\"\n[[source]]\nname = \"s\"\nprofile = "
                    "\"plain\"\nfiles = \"" +
                        files +
                        "\"\n[[claim]]\nid = \"c\"\ntext = \"2,000 km²\"\nstated = 2022-09-11\n"
                        "since = 2022-09-08\nmeasure = \"lost\"\n");
    return folder;
}

} // namespace

TEST_CASE("a case reads what lies below its folder, and nothing else without being allowed to") {
    const std::string inputs = cli::inputs_folder() + "/2022-*.geojson";
    case_with(inputs);
    const cli::Ran refused = cli::run("areaclaim verify $SCRATCH/rights/case.toml");
    CHECK(refused.code == 3);
    CHECK(refused.out.empty());
    CHECK(has(refused.err, "does not lie below the folder of the case"));
    CHECK(has(refused.err, "--allow-outside"));
    CHECK(cli::run("areaclaim verify --allow-outside $SCRATCH/rights/case.toml").code == 0);

    const std::string folder = case_with("maps/*.geojson");
    fs::create_directories(folder + "/maps");
    for (const char* day : {"2022-09-08", "2022-09-11"}) {
        const std::string name = std::string("/") + day + ".geojson";
        fs::copy_file(cli::inputs_folder() + name, folder + "/maps" + name,
                      fs::copy_options::overwrite_existing);
    }
    CHECK(cli::run("areaclaim verify $SCRATCH/rights/case.toml").code == 0);

    // A link below the folder that leads out of it is outside.
    const std::string link = folder + "/maps/2022-09-30.geojson";
    fs::remove(link);
    fs::create_symlink(cli::inputs_folder() + "/2022-09-08.geojson", link);
    CHECK(cli::run("areaclaim verify $SCRATCH/rights/case.toml").code == 3);
    fs::remove(link);
    case_with("../rights/maps/*.geojson"); // out and in again is within
    CHECK(cli::run("areaclaim verify $SCRATCH/rights/case.toml").code == 0);
    case_with("../outside.geojson");
    CHECK(cli::run("areaclaim verify $SCRATCH/rights/case.toml").code == 3);
}

TEST_CASE("a case connects to no database by itself, and its password is shown nowhere") {
    const std::string folder =
        case_with("PG:host=127.0.0.1 port=1 dbname=x user=u password=sesame");
    const cli::Ran refused = cli::run("areaclaim verify $SCRATCH/rights/case.toml");
    CHECK(refused.code == 3);
    CHECK(has(refused.err, "--allow-network"));
    CHECK(has(refused.err, "PG:host=127.0.0.1 port=1 dbname=x user=u password=…"));
    CHECK_FALSE(has(refused.err, "sesame"));
    const cli::Ran tried = cli::run("areaclaim verify --allow-network $SCRATCH/rights/case.toml");
    CHECK(tried.code == 3);
    CHECK(has(tried.err, "cannot be opened"));
    CHECK_FALSE(has(tried.err, "sesame"));
}

TEST_CASE("a password on the command line is shown by no message") {
    for (const char* command :
         {"areaclaim area 'PG:host=127.0.0.1 port=1 user=u password=sesame'",
          "areaclaim inspect PG:postgresql://u:sesame@127.0.0.1:1/x",
          "areaclaim diff 'PG:password = sesame' 2022-09-08.geojson",
          "areaclaim verify --before='PG:password=\"sesame\"' --after 2022-09-08.geojson --claim x",
          "areaclaim PG:postgresql://u:sesame@127.0.0.1/x",
          "areaclaim timeline --csv 'PG:host=127.0.0.1 port=1 password=sesame'",
          "areaclaim area 'PG:dbname=x password=open sesame'",
          "areaclaim area 'PG:postgresql://u:open@sesame@127.0.0.1:1/x'",
          "areaclaim area postgresql://u:sesame@127.0.0.1:1/x",
          "areaclaim area 'pg:host=127.0.0.1 port=1 password=sesame'",
          "areaclaim area ' PG:host=127.0.0.1 port=1 password=sesame'",
          "areaclaim area 'PG:host=127.0.0.1 port=1 user=u\\ password=sesame'",
          "areaclaim area 'PG:host=127.0.0.1 port=sesame'",
          "areaclaim area https://u:sesame@127.0.0.1/x.geojson",
          "areaclaim area '\"PG:host=127.0.0.1 password=sesame\"'",
          "areaclaim verify case.toml --html 'PG:host=127.0.0.1 port=1 password=sesame'",
          "areaclaim verify case.toml --out 'PG:host=127.0.0.1 port=1 password=sesame'",
          "areaclaim verify case.toml --evidence postgresql://u:sesame@127.0.0.1:1/x",
          "areaclaim diff 2022-09-08.geojson 2022-09-11.geojson --geojson PG:password=sesame"}) {
        CAPTURE(std::string(command));
        const cli::Ran ran = cli::run(command);
        CHECK(ran.code > 0);
        CHECK_FALSE(has(ran.err + ran.out, "sesame"));
    }
}

TEST_CASE("marks that reorder or hide text leave no output as they came") {
    const std::string path = cli::scratch_folder() + "/marks.geojson";
    cli::write_text(path, "{\"type\":\"FeatureCollection\",\"name\":\"a\xC2\x9B"
                          "31m\xE2\x80\xAE z\xD8\x9C\",\"features\":[{\"type\":\"Feature\","
                          "\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                          "[[[30,50],[31,50],[31,51],[30,50]]]}}]}");
    for (const char* command : {"areaclaim inspect --json $SCRATCH/marks.geojson",
                                "areaclaim inspect $SCRATCH/marks.geojson"}) {
        const cli::Ran ran = cli::run(command);
        CAPTURE(ran.out);
        CHECK(ran.code == 0);
        CHECK_FALSE(has(ran.out, "\xC2\x9B"));
        CHECK_FALSE(has(ran.out, "\xE2\x80\xAE"));
        CHECK_FALSE(has(ran.out, "\xD8\x9C"));
    }
    CHECK(
        has(cli::run("areaclaim inspect --json $SCRATCH/marks.geojson").out, "a\\u009b31m\\u202e"));
}

TEST_CASE("nor any file that is written, in any format") {
    const std::string folder = cli::scratch_folder() + "/dark";
    const std::string mark = "\xC2\x9B\xE2\x80\xAE\xD8\x9C\xE2\x81\xA6";
    const std::string maps = folder + "/m" + mark;
    fs::create_directories(maps);
    for (const char* day : {"2022-09-08", "2022-09-11"}) {
        fs::copy_file(cli::inputs_folder() + "/" + day + ".geojson",
                      maps + "/" + day + mark + ".geojson", fs::copy_options::overwrite_existing);
    }
    cli::write_text(
        folder + "/case.toml",
        "title = \"t" + mark + "\"\nholder = \"h" + mark + "\"\n[[source]]\nname = \"s" + mark +
            "\"\nprofile = \"plain\"\nfiles = \"m" + mark + "/*\"\n[[claim]]\nid = \"c" + mark +
            "\"\ntext = \"lost 2,000 km², he said" + mark +
            "\"\nstated = 2022-09-11\nsince = 2022-09-08\nmeasure = \"lost\"\n");
    cli::write_text(folder + "/article.txt",
                    "They lost 3,900 square kilometres" + mark + " since 8 September 2022.");
    const cli::Ran ran = cli::run(
        "cd $SCRATCH/dark && areaclaim verify case.toml --out verified && areaclaim check "
        "article.txt --maps m*/* --out checked && areaclaim timeline m*/* --csv=verified/t.csv "
        "--svg verified/t.svg && areaclaim diff m*/*08* m*/*11* --geojson verified/d.geojson && "
        "areaclaim claims --case article.txt > verified/drafted && areaclaim timeline --csv m*/*");
    CAPTURE(ran.err);
    CHECK(ran.code == 0);
    const auto check_clean = [&](const std::string& name, const std::string& text) {
        CAPTURE(name);
        for (const char* sign : {"\xC2\x9B", "\xE2\x80\xAE", "\xD8\x9C", "\xE2\x81\xA6"}) {
            CHECK_FALSE(has(text, sign));
        }
    };
    check_clean("standard output", ran.out + ran.err);
    int files = 0;
    for (const char* results : {"/verified", "/checked"}) {
        for (const auto& entry : fs::recursive_directory_iterator(folder + results)) {
            const std::string path = entry.path().string();
            const bool is_copy = has(path, "/inputs/"); // byte for byte, by its own name
            if (entry.is_regular_file() && !is_copy) {
                check_clean(path, cli::text_of(path));
                ++files;
            }
        }
    }
    CHECK(files > 20);
    // The draft names the maps all the same.
    CHECK(cli::run("areaclaim verify --quiet $SCRATCH/dark/checked/case.toml").code == 0);
}

TEST_CASE("a password in a desk file reaches neither the draft nor a message") {
    const std::string folder = cli::scratch_folder() + "/desk";
    fs::create_directories(folder);
    cli::write_text(folder + "/desk.toml",
                    "holder = \"h\"\n[[source]]\nname = \"s\"\nprofile = \"plain\"\nfiles = "
                    "\"PG:host=127.0.0.1 port=1 dbname=x password=sesame\"\n");
    const cli::Ran ran = cli::run("areaclaim check - --desk $SCRATCH/desk/desk.toml --out "
                                  "$SCRATCH/desk/out --published 2022-09-11",
                                  "2,000 square kilometres were retaken since 8 September 2022.");
    CHECK(ran.code == 3);
    CHECK_FALSE(has(ran.err + ran.out, "sesame"));
    const std::string draft = cli::text_of(folder + "/out/case.toml");
    CHECK(has(draft, "password=…"));
    CHECK_FALSE(has(draft, "sesame"));
}

TEST_CASE("what lies beside a map and is read with it is an input, and no pipe") {
    const std::string made =
        "mkdir -p $SCRATCH/parts && cd $SCRATCH/parts && rm -f * && "
        "ogr2ogr b.shp $OLDPWD/2022-09-08.geojson && ogr2ogr a.shp $OLDPWD/2022-09-11.geojson && "
        "ogr2ogr -f GML m.gml $OLDPWD/2022-09-08.geojson && "
        "ogr2ogr g.gpkg $OLDPWD/2022-09-08.geojson && "
        "ogr2ogr -f CSV c.csv -lco GEOMETRY=AS_WKT $OLDPWD/2022-09-08.geojson && ";
    for (const char* part : {"b.dbf", "b.shx", "b.prj"}) {
        CAPTURE(std::string(part));
        const cli::Ran over =
            cli::run(made + "cp " + part +
                     " before && (areaclaim diff --force "
                     "--geojson " +
                     part + " b.shp a.shp; code=$?; cmp " + part + " before; exit $code)");
        CHECK(over.code == 3);
        CHECK(has(over.err, "is an input of this run"));
        CHECK(over.out.empty());
    }
    for (const auto& pair :
         {std::pair{"b.shp", "b.dbf"}, std::pair{"b.shp", "b.shx"}, std::pair{"b.shp", "b.prj"},
          std::pair{"b.shp", "b.cpg"}, std::pair{"m.gml", "m.xsd"}, std::pair{"m.gml", "m.gfs"},
          std::pair{"g.gpkg", "g.gpkg-wal"}, std::pair{"c.csv", "c.csvt"},
          std::pair{"c.csv", "c.prj"}}) {
        const std::string part = pair.second; // a structured binding is no name for a lambda
        CAPTURE(part);
        const cli::Ran waiting = cli::run(made + "rm -f " + part + " && mkfifo " + part +
                                          " && areaclaim area " + pair.first);
        CHECK(waiting.code == 3);
        CHECK(has(waiting.err, part + ": it is no file"));
    }
}
