// SPDX-License-Identifier: MIT
// The page of `verify --html` and the drawing of `timeline --svg`, as files.
#include "tests/cli/program.hpp"

#include <doctest/doctest.h>
#include <string>

namespace {

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++n;
    }
    return n;
}

std::string page_of(const std::string& arguments) {
    const cli::Ran ran = cli::run("areaclaim verify --html $SCRATCH/page.html " + arguments);
    CAPTURE(ran.err);
    REQUIRE(ran.code == 0);
    return cli::text_of(cli::scratch_folder() + "/page.html");
}

// A sentence of an attacker in every text that a case has, and in the name of a file.
std::string hostile_case() {
    const std::string folder = cli::scratch_folder() + "/hostile";
    const std::string evil =
        R"(</title></style></script><script>alert(1)</script><img src=x onerror=alert(2)>\" x='y)";
    cli::run("mkdir -p $SCRATCH/hostile && cp 2022-09-08.geojson \"$SCRATCH/hostile/<b>&'x "
             "2022-09-08.geojson\" && "
             "cp 2022-09-11.geojson $SCRATCH/hostile/");
    cli::write_text(folder + "/case.toml",
                    "title = \"" + evil + "\"\nholder = \"" + evil + "\"\n[[source]]\nname = \"" +
                        evil + "\"\nfiles = [\"*.geojson\"]\n[[claim]]\nid = \"" + evil +
                        "\"\nspeaker = \"" + evil + "\"\nsource = \"javascript:alert(3)" + evil +
                        "\"\ntext = \"" + evil +
                        " 2,000 square kilometres\"\nstated = 2022-09-11\nsince = 2022-09-08\n"
                        "measure = \"lost\"\n");
    return "$SCRATCH/hostile/case.toml";
}

} // namespace

TEST_CASE("the page stands alone and lets nothing in") {
    const std::string page = page_of("case.toml");
    CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    CHECK(contains(page, "default-src &#39;none&#39;; style-src &#39;sha256-"));
    CHECK_FALSE(contains(page, "unsafe"));
    // No address is there but the names of XML vocabularies, which nothing fetches.
    CHECK(count(page, "://") == count(page, "http://www.w3.org/2000/svg"));
    CHECK_FALSE(contains(page, " src="));
    CHECK_FALSE(contains(page, "<link"));
    CHECK_FALSE(contains(page, " style=\""));
    CHECK(count(page, "<script") == 1);
    CHECK(page.size() < 1'500'000);
}

TEST_CASE("the page has figure, verdict, map, timeline, sources and the files' digests") {
    const std::string page = page_of("case.toml");
    for (const char* part : {"class=\"badge v-", "class=\"figure\"", "class=\"map\"", "mp-lost",
                             "mp-square", "class=\"days\"", "SHA-256", "<h1>", "<main>"}) {
        CAPTURE(part);
        CHECK(contains(page, part));
    }
    const cli::Ran sum = cli::run("sha256sum case.toml | cut -d' ' -f1");
    CHECK(contains(page, sum.out.substr(0, 64)));
    CHECK(count(page, "<svg") == count(page, "</svg>"));
}

TEST_CASE("hostile texts and file names stay texts") {
    const std::string page = page_of(hostile_case());
    CHECK(count(page, "<script") == 1);
    CHECK(count(page, "</script") == 1);
    CHECK(count(page, "</style") == 1);
    CHECK_FALSE(contains(page, "<img"));
    CHECK_FALSE(contains(page, "<b>&'"));
    CHECK_FALSE(contains(page, "href=\"javascript"));
    CHECK(contains(page, "&lt;script&gt;alert(1)&lt;/script&gt;"));
    CHECK(contains(page, "&lt;b&gt;&amp;&#39;x 2022-09-08.geojson"));
}

TEST_CASE("two runs write the same page") {
    const std::string first = page_of("case.toml");
    CHECK(first == page_of("case.toml"));
}

TEST_CASE("the page speaks the report's language") {
    const std::string page = page_of("--reasons-lang da case.toml");
    CHECK(contains(page, "<html lang=\"da\">"));
    CHECK(contains(page, "Kilder"));
    CHECK_FALSE(contains(page, ">Sources<"));
    CHECK_FALSE(contains(page, "No file of the")); // an alarm's sentence
    CHECK(contains(page, "° Ø</text>"));
    // The claim is quoted as Danish quotes, and said to be English.
    CHECK(contains(page, "lang=\"en\">»about 3,900 square kilometres«</h2>"));
}

TEST_CASE("a page never replaces what areaclaim did not write") {
    const cli::Ran ran = cli::run("cp article.txt $SCRATCH/mine.html; areaclaim verify --html "
                                  "$SCRATCH/mine.html case.toml");
    CHECK(ran.code == 3);
    CHECK(contains(ran.err, "holds something that areaclaim did not write"));
    CHECK(cli::run("areaclaim verify --html '' case.toml").code == 2);
}

TEST_CASE("--gpkg has a layer a claim, with its verdict and its style, in the same bytes again") {
    const std::string verify = "areaclaim verify --gpkg $SCRATCH/changes.gpkg case.toml";
    REQUIRE(cli::run(verify).code == 0);
    const std::string first = cli::text_of(cli::scratch_folder() + "/changes.gpkg");
    CHECK(first.starts_with("SQLite format 3"));
    CHECK(contains(first, "layer_styles"));
    CHECK(contains(first, "renderer-v2")); // the QGIS style
    CHECK(contains(first, "consistent"));
    REQUIRE(cli::run(verify).code == 0); // over its own file
    CHECK(cli::text_of(cli::scratch_folder() + "/changes.gpkg") == first);
    // The areas in it are those of the report: what was lost, in the half of the box.
    const cli::Ran lost =
        cli::run("areaclaim area --json --layer claim_half --where \"kind = 'lost'\" "
                 "$SCRATCH/changes.gpkg");
    CAPTURE(lost.err);
    REQUIRE(lost.code == 0);
    const cli::Ran told = cli::run("areaclaim diff --json 2022-09-08.geojson 2022-09-11.geojson");
    const auto value = [](const std::string& json, const std::string& key) {
        return std::stod(json.substr(json.find("\"" + key + "\": ") + key.size() + 4));
    };
    CHECK(value(lost.out, "held_km2") ==
          doctest::Approx(value(told.out, "lost_km2")).epsilon(1e-12));
    // Nor over what is not ours.
    CHECK(cli::run("cp article.txt $SCRATCH/own.gpkg; areaclaim verify --gpkg $SCRATCH/own.gpkg "
                   "case.toml")
              .code == 3);
}

TEST_CASE("the page's figures are in the unit that was asked for") {
    const std::string page = page_of("--unit mi2 case.toml");
    // The measured loss of half the box, and the stated 3,900 km² (1,506 square miles).
    CHECK(contains(page, "1,506 sq mi"));
    CHECK(contains(page, ">sq mi</text>")); // the chart's axis
    CHECK_FALSE(contains(page, "3,900 km²"));
    CHECK(contains(page_of("--unit auto case.toml"), "3,900 km²"));
    const std::string out = "areaclaim verify --unit mi2 --out $SCRATCH/miles case.toml";
    REQUIRE(cli::run(out).code == 0);
    CHECK(contains(cli::text_of(cli::scratch_folder() + "/miles/report.html"), "1,506 sq mi"));
    CHECK(cli::text_of(cli::scratch_folder() + "/miles/verification.json") ==
          cli::run("areaclaim verify --json case.toml").out);
}

TEST_CASE("--out leaves the page with the rest") {
    REQUIRE(cli::run("areaclaim verify --out $SCRATCH/whole case.toml").code == 0);
    for (const char* name :
         {"verification.json", "changes.geojson", "changes.qml", "report.html"}) {
        CAPTURE(name);
        CHECK_FALSE(cli::text_of(cli::scratch_folder() + "/whole/" + name).empty());
    }
}

TEST_CASE("timeline --svg draws held, lost and gained without a reference outside") {
    const cli::Ran ran = cli::run(
        "areaclaim timeline --svg $SCRATCH/time.svg 2022-09-08.geojson 2022-09-11.geojson");
    CAPTURE(ran.err);
    REQUIRE(ran.code == 0);
    const std::string svg = cli::text_of(cli::scratch_folder() + "/time.svg");
    CHECK(contains(svg, "ch-line ch-solid"));
    CHECK(contains(svg, "ch-line ch-dashed"));
    CHECK(contains(svg, "ch-line ch-dotted"));
    CHECK(contains(svg, "prefers-color-scheme: dark"));
    CHECK(count(svg, "://") == count(svg, "http://www.w3.org/2000/svg"));
    CHECK(contains(svg, "On the map of 2022-09-08"));
    CHECK(cli::run("areaclaim timeline --svg '' 2022-09-08.geojson").code == 2);
}
