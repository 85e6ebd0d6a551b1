// SPDX-License-Identifier: MIT
// `claims --case` drafts a case; with its source lines edited, and nothing else, `verify` takes it.
#include "tests/cli/program.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace {

using Json = nlohmann::json;

constexpr const char* kArticle =
    "The army has retaken about 2,000 square kilometres (772 square miles) since Thursday, "
    "President Volodymyr Zelensky said on Sunday. \"Thirty\\ villages\" were freed.\n\n"
    "The area is almost the size of Lolland.\n\nThey take 40 km² a week. Rebels hold a third of "
    "the oblast. A third of Malta is dry land. They also hold a tenth of the island. The army "
    "liberated 3,000 kilometres.\n";

/// What a person edits: which files hold the maps.
std::string with_maps(std::string draft, const std::string& files) {
    const std::string placeholder = "\"boundaries/*.geojson\"";
    const std::size_t at = draft.find(placeholder);
    REQUIRE(at != std::string::npos);
    return draft.replace(at, placeholder.size(), "\"" + files + "\"");
}

} // namespace

TEST_CASE("a draft with its maps named is a case that verify accepts") {
    const cli::Ran draft = cli::run(
        "areaclaim claims --case --published 2022-09-11 --holder \"Russian forces\" -", kArticle);
    REQUIRE(draft.code == 0);
    CHECK(draft.out.find("# not verified, a rate: \"40 km² a week\"") != std::string::npos);
    const std::string path = cli::scratch_folder() + "/drafted.toml";
    cli::write_text(path, with_maps(draft.out, cli::inputs_folder() + "/2022-*.geojson"));
    const cli::Ran ran = cli::run("areaclaim verify --json --allow-outside " + path);
    CAPTURE(draft.out);
    CAPTURE(ran.err);
    REQUIRE(ran.code == 0);
    const Json json = Json::parse(ran.out);
    REQUIRE(json["claims"].size() == 5);
    const Json& first = json["claims"][0];
    CHECK(first["id"] == "claim-1");
    CHECK(first["stated"] == "2022-09-11"); // Sunday
    CHECK(first["measure"] == "lost");
    // "about": 0.85 and 1.15 of 2,000.
    CHECK(first["band"]["lenient"][0].get<double>() == doctest::Approx(1700.0));
    CHECK(first["band"]["lenient"][1].get<double>() == doctest::Approx(2300.0));
    CHECK(json["claims"][1]["text"] == "almost the size of Lolland");
    CHECK(json["claims"][2]["text"] == "A third of Malta");
    CHECK(json["claims"][3]["text"] == "Malta: a tenth of the island"); // readable on its own
    CHECK(json["claims"][3]["band"]["strict"][0].get<double>() ==
          doctest::Approx(0.95 * 31.6)); // 316 km², CIA World Factbook
    CHECK(json["claims"][4]["text"] == "3,000 kilometres");
    // The comparison has the days of the claim before it, and both are held against one another.
    REQUIRE_FALSE(json["consistency"].empty());
    CHECK(json["consistency"][0]["code"] == "comparison_differs"); // 2,000 / 1,243
    CHECK(json["consistency"][0]["agrees"] == false);
}

TEST_CASE("a draft without a day of publication names what a person must fill in") {
    const cli::Ran draft = cli::run("areaclaim claims --case -", "They retook 300 km² on Tuesday.");
    REQUIRE(draft.code == 0);
    CHECK(draft.out.find("# stated") != std::string::npos);
    CHECK(draft.out.find("Tuesday") != std::string::npos);
    const std::string path = cli::scratch_folder() + "/undated.toml";
    cli::write_text(path, with_maps(draft.out, cli::inputs_folder() + "/2022-*.geojson"));
    const cli::Ran ran = cli::run("areaclaim verify --json --allow-outside " + path);
    CHECK((ran.code == 0 || ran.code == 3)); // a verdict or a message, never a crash
    CHECK((ran.code == 0 || ran.err.find("undated.toml") != std::string::npos));
}
