// SPDX-License-Identifier: MIT
// Bad input that is too large to store, outputs that cannot be written, readers that go away.
#include "tests/cli/program.hpp"

#include <doctest/doctest.h>
#include <filesystem>

namespace {

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::size_t files_in(const std::string& folder) {
    std::size_t n = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder)) {
        ++n;
    }
    return n;
}

} // namespace

TEST_CASE("a 100 MB file of brackets is refused, with its name") {
    const std::string path = cli::scratch_folder() + "/brackets.geojson";
    cli::write_text(path, std::string(100'000'000, '['));
    const cli::Ran ran = cli::run("areaclaim area $SCRATCH/brackets.geojson");
    CHECK(ran.code == 3);
    CHECK(ran.out.empty());
    CHECK(has(ran.err, "brackets.geojson"));
    CHECK(ran.err.size() < 1000);
    CHECK_FALSE(has(ran.err, "Sanitizer"));
    std::filesystem::remove(path);
}

TEST_CASE("a reader that goes away is no error and leaves no trace") {
    const cli::Ran ran =
        cli::run("for i in $(seq 50); do f=\"$f 2022-09-08.geojson\"; done\n"
                 "areaclaim inspect --json $f | head -c 10; exit ${PIPESTATUS[0]}");
    CHECK(ran.code == 0);
    CHECK(ran.err.empty());
    CHECK(ran.out.size() == 10);
}

TEST_CASE("standard output that is full is told") {
    const cli::Ran ran = cli::run("areaclaim area 2022-09-08.geojson >/dev/full");
    CHECK(ran.code == 3);
    CHECK(has(ran.err, "standard output cannot be written"));
}

TEST_CASE("an output is written whole, or not at all") {
    const std::string folder = cli::scratch_folder() + "/out";
    std::filesystem::create_directories(folder);
    const std::string diff = "areaclaim diff 2022-09-08.geojson 2022-09-11.geojson --geojson ";

    CHECK(cli::run(diff + "$SCRATCH/out/changes.geojson").code == 0);
    CHECK(files_in(folder) == 2); // and the style, and nothing that was left behind
    CHECK(has(cli::text_of(folder + "/changes.geojson"), "\"kind\""));
    CHECK(has(cli::text_of(folder + "/changes.qml"), "categorizedSymbol"));

    const cli::Ran nowhere = cli::run(diff + "$SCRATCH/no/such/folder.geojson");
    CHECK(nowhere.code == 3);
    CHECK(has(nowhere.err, "folder.geojson"));

    // The limit of a file's size stands for a full disk: the old file stays as it was.
    cli::write_text(folder + "/changes.geojson", "the one before\n");
    const cli::Ran full =
        cli::run("ulimit -f 0; trap '' XFSZ\n" + diff + "$SCRATCH/out/changes.geojson >/dev/null");
    CHECK(full.code == 3);
    CHECK(cli::text_of(folder + "/changes.geojson") == "the one before\n");
    CHECK(files_in(folder) == 2);
}

TEST_CASE("--out writes all there is") {
    const std::string folder = cli::scratch_folder() + "/all";
    const cli::Ran ran = cli::run("areaclaim verify --out $SCRATCH/all case.toml");
    CHECK(ran.code == 0);
    CHECK(files_in(folder) == 8);
    CHECK(has(ran.err, "report.html, changes.gpkg, changes.qgs, changes/ and evidence/"));
    CHECK(cli::text_of(folder + "/verification.json") ==
          cli::run("areaclaim verify --json case.toml").out);
}

TEST_CASE("colour is there when asked for, and not otherwise") {
    const std::string area = "areaclaim area 2022-09-08.geojson";
    const std::string escape = "\x1b[";
    CHECK_FALSE(has(cli::run(area).out, escape)); // a pipe
    CHECK(has(cli::run(area + " --color always").out, escape));
    CHECK_FALSE(has(cli::run(area + " --color never").out, escape));
    CHECK_FALSE(has(cli::run("NO_COLOR=1 " + area).out, escape));
}

TEST_CASE("no escape sequence of a file reaches the terminal") {
    for (const char* command :
         {"areaclaim inspect hostile.geojson", "areaclaim area hostile.geojson",
          "areaclaim inspect --profile nzz hostile.geojson"}) {
        const cli::Ran ran = cli::run(command);
        CAPTURE(ran.out);
        CAPTURE(ran.err);
        CHECK_FALSE(has(ran.out + ran.err, "\x1b"));
        CHECK_FALSE(has(ran.out + ran.err, "\x07"));
        CHECK_FALSE(has(ran.out + ran.err, "\xe2\x80\xae")); // right-to-left override
    }
    const std::string path = cli::scratch_folder() + "/hostile.txt";
    cli::write_text(path, "\x1b[2J 2,000 \x1b[31msquare kilometres\x1b[0m\x07 retaken");
    const cli::Ran claims = cli::run("areaclaim claims $SCRATCH/hostile.txt");
    CHECK(claims.code == 0);
    CHECK_FALSE(has(claims.out + claims.err, "\x1b"));
}

TEST_CASE("tables fit a narrow terminal, figures whole") {
    const cli::Ran ran = cli::run("COLUMNS=40 areaclaim area "
                                  "../../../tests/cli/inputs/2022-09-08.geojson");
    CHECK(has(ran.out, "7,892.2"));
    CHECK(has(ran.out, "…"));
    CHECK_FALSE(has(ran.out, "../../../tests"));
}
