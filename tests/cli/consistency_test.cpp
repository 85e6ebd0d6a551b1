// SPDX-License-Identifier: MIT
// What claims say of one another, in the output of `claims` and of `verify`: the same findings by
// the same codes, each with whether it agrees.
#include "tests/cli/program.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace {

using Json = nlohmann::json;

/// The finding of a code, or null. `findings` is the list `consistency`.
Json finding(const Json& findings, const std::string& code) {
    for (const Json& found : findings) {
        if (found["code"] == code) {
            return found;
        }
    }
    return nullptr;
}

Json consistency_of(const std::string& command_line, const std::string& input = "") {
    const cli::Ran ran = cli::run(command_line, input);
    CAPTURE(ran.err);
    REQUIRE(ran.code == 0);
    return Json::parse(ran.out)["consistency"];
}

void check(const Json& findings, const std::string& code, bool agrees, const std::string& text) {
    CAPTURE(code);
    CAPTURE(findings.dump());
    const Json found = finding(findings, code);
    REQUIRE_FALSE(found.is_null());
    CHECK(found["agrees"] == agrees);
    CHECK(found["text"].get<std::string>().find(text) != std::string::npos);
}

const std::string kStory =
    "Ukraine has retaken 2,000 square kilometres since 1 September, the president said on "
    "Saturday.\n\nOn Thursday he said that 1,000 square kilometres had been retaken since 1 "
    "September.\n\nThe extra 1,000 square kilometres and 30 villages were retaken in the last two "
    "days. That is almost the size of Lolland.\n";

const std::string kFalling =
    "On Thursday he said that 2,000 square kilometres had been retaken since 1 September.\n\nOn "
    "Saturday he said that 1,000 square kilometres and 2,000 villages had been retaken since 1 "
    "September.\n";

/// Days that the maps of the inputs have: 8, 10 and 11 September 2022.
std::string write_case(const std::string& name, const std::string& claims) {
    const std::string path = cli::scratch_folder() + "/" + name;
    cli::write_text(path, "title = \"Story\"\nholder = \"Russian forces\"\n[[source]]\n"
                          "name = \"boxes\"\nprofile = \"plain\"\nfiles = \"" +
                              cli::inputs_folder() + "/2022-*.geojson\"\n" + claims);
    return path;
}

std::string claim(const std::string& id, const std::string& text, const std::string& since,
                  const std::string& stated) {
    return "[[claim]]\nid = \"" + id + "\"\ntext = \"" + text + "\"\nsince = " + since +
           "\nstated = " + stated + "\nmeasure = \"lost\"\n";
}

const std::string kStoryClaims =
    claim("total", "2,000 square kilometres", "2022-09-08", "2022-09-11") +
    claim("before", "1,000 square kilometres", "2022-09-08", "2022-09-10") +
    claim("extra", "1,000 square kilometres and 30 villages retaken", "2022-09-10", "2022-09-11") +
    claim("lolland", "almost the size of Lolland", "2022-09-10", "2022-09-11");

const std::string kFallingClaims =
    claim("first", "2,000 square kilometres", "2022-09-08", "2022-09-10") +
    claim("then", "1,000 square kilometres and 2,000 villages retaken", "2022-09-08", "2022-09-11");

} // namespace

TEST_CASE("claims: 2,000 − 1,000, Lolland, and settlements to an area") {
    const Json found = consistency_of("areaclaim claims --json --published 2022-09-10 -", kStory);
    check(found, "extra_fits", true, "2,000 km² less 1,000 km² are 1,000 km²");
    CHECK(finding(found, "extra_fits")["claims"] == Json({0, 1, 2}));
    check(found, "comparison_loose", true, "0.80"); // 1,000 / 1,243
    check(found, "settlements_per_area", true, "33.3 km²");
    const cli::Ran text = cli::run("areaclaim claims --published 2022-09-10 -", kStory);
    CHECK(text.out.find("consistent: 2,000 km² less 1,000 km²") != std::string::npos);
}

TEST_CASE("claims: a later total below an earlier one, and too many settlements") {
    const Json found = consistency_of("areaclaim claims --json --published 2022-09-10 -", kFalling);
    check(found, "cumulative_falls", false,
          "1,000 km² by 10 September 2022 are less than 2,000 km²");
    check(found, "settlements_unlikely", false, "0.500 km²");
    const cli::Ran text = cli::run("areaclaim claims --published 2022-09-10 -", kFalling);
    CHECK(text.out.find("inconsistent: 1,000 km² by 10 September 2022") != std::string::npos);
}

TEST_CASE("verify: 2,000 − 1,000, Lolland, and settlements to an area") {
    const std::string path = write_case("story.toml", kStoryClaims);
    const Json found = consistency_of("areaclaim verify --json --allow-outside " + path);
    check(found, "extra_fits", true, "2,000 km² less 1,000 km² are 1,000 km²");
    CHECK(finding(found, "extra_fits")["claims"] == Json({"total", "before", "extra"}));
    check(found, "comparison_loose", true, "0.80");
    CHECK(finding(found, "comparison_loose")["claims"] == Json({"extra", "lolland"}));
    check(found, "settlements_per_area", true, "33.3 km²");
    CHECK(cli::run("areaclaim verify --explain --allow-outside " + path).out.find("fits") !=
          std::string::npos);
}

TEST_CASE("verify: a later total below an earlier one, and too many settlements") {
    const std::string path = write_case("falling.toml", kFallingClaims);
    const Json found = consistency_of("areaclaim verify --json --allow-outside " + path);
    check(found, "cumulative_falls", false,
          "1,000 km² by 11 September 2022 are less than 2,000 km²");
    CHECK(finding(found, "cumulative_falls")["claims"] == Json({"then", "first"}));
    check(found, "settlements_unlikely", false, "0.500 km²");
    CHECK(cli::run("areaclaim verify --allow-outside " + path).out.find("does not fit") !=
          std::string::npos);
}
