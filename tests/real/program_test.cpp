// SPDX-License-Identifier: MIT
// The program on real maps, as a newsroom runs it. Skipped, by name, where the maps are absent.
#include "tests/cli/program.hpp"
#include "tests/real/real_data.hpp"

#include <nlohmann/json.hpp>

namespace {

using Json = nlohmann::json;

// Commands run in a folder of their own.
std::string maps_folder() {
    return std::filesystem::absolute(real::folder()).lexically_normal().string();
}

Json json_of(const std::string& command_line) {
    const cli::Ran ran = cli::run("MAPS='" + maps_folder() + "'\n" + command_line);
    CAPTURE(command_line);
    CAPTURE(ran.err);
    REQUIRE(ran.code == 0);
    return Json::parse(ran.out);
}

constexpr double kAllowedKm2 = 0.001; // the checked answers have three decimals

} // namespace

TEST_CASE("program: the checked answer of 2022-09-08 to 09-11, and GEOS finds the same") {
    if (!real::present("nzz")) {
        return;
    }
    const Json json = json_of("areaclaim diff --profile nzz --check --json "
                              "$MAPS/nzz/2022-09-08.json $MAPS/nzz/2022-09-11.json");
    CHECK(std::abs(json["lost_km2"].get<double>() - 8365.704) < kAllowedKm2);
    CHECK(std::abs(json["gained_km2"].get<double>() - 0.557) < kAllowedKm2);
    CHECK(json["before"]["map_date"] == "2022-09-08");
    CHECK(std::abs(json["lost_km2"].get<double>() -
                   json["self_check"]["second_lost_km2"].get<double>()) < 1e-6);
}

TEST_CASE("program: the timelines fold repeats and tell the missing days") {
    if (!real::present("nzz") || !real::present("deepstate")) {
        return;
    }
    const Json nzz = json_of("areaclaim timeline --json --crossing 2000 $MAPS/nzz");
    CHECK(nzz["snapshots"].size() < 51); // files
    for (const Json& crossing : nzz["crossings"]) {
        CHECK(crossing["after"] == "2022-09-08");
        CHECK(crossing["by"] == "2022-09-11");
    }
    const Json deepstate = json_of("areaclaim timeline --json $MAPS/deepstate");
    int missing = 0;
    for (const Json& gap : deepstate["gaps"]) {
        missing += gap["kind"] == "missing" ? gap["days"].get<int>() : 0;
    }
    CHECK(missing == 2);
}

TEST_CASE("program: a verification says the same whatever an index knows of its maps") {
    if (!real::present("nzz")) {
        return;
    }
    const std::string verify = "cd $SCRATCH && cat > indexed.toml <<END\n"
                               "title = \"Kharkiv\"\nholder = \"Russian forces\"\n"
                               "[[source]]\nname = \"nzz\"\nfiles = [\"$MAPS/nzz/*\"]\n"
                               "[[claim]]\nid = \"lost\"\ntext = \"2,000 square kilometres\"\n"
                               "stated = 2022-09-10\nsince = 2022-09-01\nmeasure = \"lost\"\n"
                               "[[claim]]\nid = \"held\"\ntext = \"100,000 square kilometres\"\n"
                               "stated = 2022-09-14\nmeasure = \"held\"\nEND\n"
                               "areaclaim verify --json --allow-outside indexed.toml";
    const Json afresh = json_of(verify + " --no-cache");
    CHECK(json_of(verify) == afresh); // measured while the maps were read, and let go
    CHECK(json_of(verify) == afresh); // looked up
}

TEST_CASE("program: a claim of a day without a map is bracketed") {
    if (!real::present("nzz")) {
        return;
    }
    cli::write_text(cli::scratch_folder() + "/nzz.toml",
                    "title = \"Kharkiv\"\nholder = \"Russian forces\"\n"
                    "[[source]]\nname = \"NZZ\"\nprofile = \"nzz\"\nfiles = \"" +
                        maps_folder() +
                        "/nzz/*.json\"\n"
                        "[[claim]]\nid = \"two-thousand\"\n"
                        "text = \"2,000 square kilometres (772 square miles)\"\n"
                        "stated = 2022-09-10\nsince = 2022-08-31\nmeasure = \"lost\"\n");
    const Json json = json_of("areaclaim verify --json --allow-outside $SCRATCH/nzz.toml");
    const Json& claim = json["claims"].at(0);
    CHECK(claim["verdict"] == "undecidable");
    const Json& bracket = claim["measured"]["bracket"];
    CHECK(bracket["before"]["date"] == "2022-09-08");
    CHECK(bracket["before"]["km2"].get<double>() == doctest::Approx(602.087).epsilon(1e-6));
    CHECK(bracket["after"]["date"] == "2022-09-11");
    CHECK(bracket["after"]["km2"].get<double>() == doctest::Approx(8967.698).epsilon(1e-6));
    CHECK(claim["measured"]["best_km2"].is_null());
}
