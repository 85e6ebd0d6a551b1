// SPDX-License-Identifier: MIT
// What a case may open, and what no output may show.
#include "tests/cli/program.hpp"

#include <doctest/doctest.h>
#include <filesystem>

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
          "areaclaim timeline --csv 'PG:host=127.0.0.1 port=1 password=sesame'"}) {
        CAPTURE(std::string(command));
        const cli::Ran ran = cli::run(command);
        CHECK(ran.code != 0);
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
