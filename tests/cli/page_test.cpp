// SPDX-License-Identifier: MIT
// The page of `verify --html` and the drawing of `timeline --svg`, as files.
#include "tests/cli/program.hpp"
#include "tests/support/binned_shores.hpp"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <filesystem>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

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
    CHECK_FALSE(contains(page, "No file of")); // an alarm's sentence
    CHECK(contains(page, "Der er ingen fil fra"));
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

TEST_CASE("the words of a square that is narrower than they are stay inside the map") {
    const std::string page = page_of("--before 2022-09-08.geojson --after 2022-09-11.geojson "
                                     "--claim '10 square kilometres were lost'");
    const auto number = [&](const std::string& mark) {
        const std::size_t at = page.find(mark, page.find("\"mp-yard\""));
        REQUIRE(at != std::string::npos);
        return std::stod(page.substr(at + mark.size(), 20));
    };
    const double half_of_words = 6 * 8 / 2.0; // "10 km²", 8 units a letter, of a map of 460
    CHECK(number("translate(") + number("data-side=\"") / 2 + half_of_words < 460);
}

TEST_CASE("a yardstick stands on the map by its outline, as large as its square") {
    // A box of 0.5° by 0.35° about 54.75° N: 1,254 km² (32.2 by 38.96 km); Lolland has 1,243.
    cli::write_text(cli::scratch_folder() + "/lolland.geojson",
                    R"({"type": "Polygon", "coordinates": [[[11.1, 54.575], [11.6, 54.575],)"
                    R"([11.6, 54.925], [11.1, 54.925], [11.1, 54.575]]]})");
    const std::string pair = "--before 2022-09-08.geojson --after 2022-09-11.geojson --claim "
                             "'a lost area almost the size of Lolland' ";
    const std::string square = page_of(pair);
    const std::string outlined =
        page_of(pair + "--yardstick-outline lolland=$SCRATCH/lolland.geojson");
    CHECK(contains(outlined, "its outline, true to size, from lolland.geojson"));
    CHECK_FALSE(contains(outlined, "as a square"));
    const auto after = [](const std::string& text, const std::string& mark) {
        const std::size_t at = text.find(mark, text.find("\"mp-yard\""));
        REQUIRE(at != std::string::npos);
        return text.substr(at + mark.size(), 200);
    };
    const double side = std::stod(after(square, "data-side=\""));
    std::vector<double> places; // x and y in turn
    std::string path = after(outlined, " d=\"M");
    path = path.substr(0, path.find('z'));
    std::ranges::replace(path, 'L', ' ');
    std::istringstream numbers(path);
    for (double place = 0; numbers >> place;) {
        places.push_back(place);
    }
    REQUIRE(places.size() == 8);
    const double wide = std::abs(places[2] - places[0]) + std::abs(places[4] - places[2]);
    const double tall = std::abs(places[3] - places[1]) + std::abs(places[5] - places[3]);
    CHECK(wide * tall / (side * side) == doctest::Approx(1254.0 / 1243.0).epsilon(0.01));

    const cli::Ran other =
        cli::run("areaclaim verify --html $SCRATCH/page.html --yardstick-outline "
                 "Crete=$SCRATCH/lolland.geojson " +
                 pair);
    CHECK(other.code == 0);
    CHECK(contains(other.err, "and Crete has"));
    const std::string verify = "areaclaim verify case.toml --html $SCRATCH/page.html ";
    CHECK(cli::run(verify + "--yardstick-outline Lolland").code == 2);
    CHECK(cli::run(verify + "--yardstick-outline Atlantis=2022-09-08.geojson").code == 2);
    CHECK(cli::run(verify + "--yardstick-outline Lolland=no-such.geojson").code == 3);
    CHECK(cli::run(
              "cp 2022-09-08.geojson $SCRATCH/own.html; areaclaim verify case.toml --force --html "
              "$SCRATCH/own.html --yardstick-outline Lolland=$SCRATCH/own.html")
              .code == 3);
}

TEST_CASE("an island stands on the map by the shore that a package of the system brings") {
    // As wide and tall as above, in whole steps, in the bin from 10° E and 50° N: 1,254.6 km².
    const std::string folder = cli::scratch_folder() + "/share/gmt-gshhg";
    std::filesystem::create_directories(folder);
    const auto write = [&](const char* name, const std::string& bytes) {
        cli::write_text(folder + "/" + name, bytes);
    };
    const std::string file = netcdf::bytes_of(
        shores::arrays({shores::rectangle(1, 3, 0, 7209, 29982, 10486, 32276)}, {1254}));
    write("binned_GSHHS_h.nc", file);
    const std::string pair = "--before 2022-09-08.geojson --after 2022-09-11.geojson --claim "
                             "'a lost area almost the size of Lolland' ";
    const std::string page = page_of(pair);
    CHECK(contains(page, "Lolland, 1,255 km²: its outline, true to size, from the shorelines of "
                         "GSHHG (Wessel and Smith; LGPL), binned_GSHHS_h.nc"));
    CHECK_FALSE(contains(page, "as a square"));
    CHECK(contains(page_of(pair + "--report-lang de"), "nach den Uferlinien von GSHHG"));
    cli::run("areaclaim verify --out $SCRATCH/shore " + pair);
    CHECK(contains(cli::text_of(cli::scratch_folder() + "/shore/report.html"), "GSHHG"));
    CHECK(cli::run("areaclaim replay $SCRATCH/shore/evidence").code == 0);

    // What the user names comes first, and only what is as large is taken.
    cli::write_text(cli::scratch_folder() + "/own.geojson",
                    R"({"type": "Polygon", "coordinates": [[[11.1, 54.575], [11.6, 54.575],)"
                    R"([11.6, 54.925], [11.1, 54.925], [11.1, 54.575]]]})");
    CHECK(contains(page_of(pair + "--yardstick-outline Lolland=$SCRATCH/own.geojson"),
                   "true to size, from own.geojson"));
    write("binned_GSHHS_h.nc",
          netcdf::bytes_of(
              shores::arrays({shores::rectangle(1, 3, 0, 7209, 28982, 10486, 32276)}, {1254})));
    CHECK(contains(page_of(pair), "Lolland, 1,243 km² as a square"));

    // The finest one; and where it cannot be read, it is told, and the square stands there.
    write("binned_GSHHS_f.nc", file.substr(0, 100));
    const cli::Ran ran = cli::run("areaclaim verify --html $SCRATCH/page.html --force " + pair);
    CHECK(ran.code == 0);
    CHECK(contains(ran.err, "binned_GSHHS_f.nc: "));
    CHECK(contains(ran.err, "the page shows yardsticks as squares"));
    CHECK(contains(cli::text_of(cli::scratch_folder() + "/page.html"), "as a square"));
    CHECK(cli::run("areaclaim verify case.toml").err.find("gmt-gshhg") == std::string::npos);
    std::filesystem::remove_all(folder);
}

TEST_CASE("a yardstick is called as the report's language calls it") {
    const std::string pair = "--before 2022-09-08.geojson --after 2022-09-11.geojson --claim "
                             "'a lost area almost the size of Sicily' ";
    for (const auto& entry :
         {std::pair("en", "Sicily"), std::pair("da", "Sicilien"), std::pair("no", "Sicilia"),
          std::pair("de", "Sizilien"), std::pair("uk", "Сицилія")}) {
        CAPTURE(entry.first);
        const std::string flags = pair + "--report-lang " + entry.first;
        const cli::Ran ran = cli::run("areaclaim verify " + flags);
        CHECK(contains(ran.out, "; " + std::string(entry.second) + "; "));
        CHECK(contains(page_of(flags), ">" + std::string(entry.second) + ", "));
    }
}

TEST_CASE("a yardstick's multiple is told as such") {
    const std::string pair = "--before 2022-09-08.geojson --after 2022-09-11.geojson --claim ";
    const std::string twice = pair + "'a lost area twice the size of Bornholm' ";
    CHECK(contains(page_of(twice), ">2 × Bornholm, 1,176 km²<"));
    CHECK(
        contains(cli::run("areaclaim verify " + twice).out, "English; 1,176 km²; 2 × Bornholm; "));
    CHECK(contains(cli::run("areaclaim verify --report-lang da " + pair +
                            "'a third of Kharkiv oblast was lost'")
                       .out,
                   "; 0,333 × Kharkiv-regionen; "));
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
    // The box of a degree by a degree holds 7,892.2 km² (twice the half of the closed form).
    CHECK(contains(svg, "7,892.2 km² are held"));
    REQUIRE(cli::run("areaclaim timeline --unit ha --svg $SCRATCH/time.svg 2022-09-08.geojson "
                     "2022-09-11.geojson")
                .code == 0);
    const std::string hectares = cli::text_of(cli::scratch_folder() + "/time.svg");
    CHECK_FALSE(contains(hectares, "class=\"ch-band\""));
    CHECK(contains(hectares, "789,221.9 ha are held"));
    CHECK_FALSE(contains(hectares, "km²"));
}

TEST_CASE("timeline --svg --claims draws the band of a claim where its line has to go through") {
    // Half of the box, 3,946.1 km² (twice that is 7,892.2), is lost by the second map.
    cli::write_text(cli::scratch_folder() + "/claims.toml", R"(holder = "us"
[[source]]
name = "plain"
profile = "plain"
files = "none.geojson"
[[claim]]
id = "lost"
text = "3,900 square kilometres were <b>lost</b>"
stated = 2022-09-11
since = 2022-09-08
measure = "lost"
[[claim]]
id = "net"
text = "3,900 square kilometres"
stated = 2022-09-11
measure = "net"
)");
    const cli::Ran ran =
        cli::run("areaclaim timeline --svg $SCRATCH/claims.svg --claims $SCRATCH/claims.toml "
                 "2022-09-08.geojson 2022-09-11.geojson");
    CAPTURE(ran.err);
    REQUIRE(ran.code == 0);
    CHECK(contains(ran.err, "net: is not drawn"));
    const std::string svg = cli::text_of(cli::scratch_folder() + "/claims.svg");
    CHECK(contains(svg, "A: “3,900 square kilometres were &lt;b&gt;lost&lt;/b&gt;” (11 Sep 2022)"));
    CHECK_FALSE(contains(svg, ">B</text>"));
    // The line's last mark, a square of 6.4 units, stands within the band's box.
    const auto number = [&](const std::string& mark, std::size_t from) {
        return std::stod(svg.substr(svg.find(mark, from) + mark.size(), 20));
    };
    const std::size_t box = svg.rfind("<rect", svg.find("class=\"ch-band\""));
    const double top = number("y=\"", box);
    const double bottom = top + number("height=\"", box);
    const std::size_t mark = svg.rfind("ch-mark ch-dashed", svg.find("ch-line ch-dotted"));
    const std::size_t path = svg.rfind("d=\"M", mark);
    const double y = std::stod(svg.substr(svg.find(' ', path) + 1)) + 3.2;
    CHECK(y > top);
    CHECK(y < bottom);
    CHECK(cli::run("areaclaim timeline --claims $SCRATCH/claims.toml 2022-09-08.geojson").code ==
          2);
    // A case that cannot be read is told before anything is written.
    cli::write_text(cli::scratch_folder() + "/broken.toml", "[[claim]]\n");
    CHECK(cli::run("areaclaim timeline --csv=$SCRATCH/unwritten.csv --svg $SCRATCH/unwritten.svg "
                   "--claims $SCRATCH/broken.toml 2022-09-08.geojson")
              .code == 3);
    CHECK_FALSE(std::filesystem::exists(cli::scratch_folder() + "/unwritten.csv"));
    CHECK(cli::run("areaclaim timeline --svg $SCRATCH/claims.toml --claims $SCRATCH/claims.toml "
                   "2022-09-08.geojson")
              .code == 3);
}
