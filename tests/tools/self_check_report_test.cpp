// SPDX-License-Identifier: MIT
// What a reader sees of the checks, and of what is wrong with a drawing.
#include "tools/page/page.hpp"
#include "tools/report/maps.hpp"
#include "tools/report/self_check.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>

using engine::CheckFinding;
using shapes::Area;

namespace {

engine::SelfCheck mismatch(CheckFinding finding) {
    engine::SelfCheck check;
    check.second_method = "GEOS 3.11.1";
    check.lost = Area::from_km2(12);
    check.second_lost = Area::from_km2(0);
    check.second_gained = Area::from_km2(0);
    check.bound = Area::from_m2(140);
    check.others = {{"the any-fill kernel", Area::from_km2(12), Area::from_km2(0)},
                    {"exact evaluation", Area::from_km2(12), Area::from_km2(0)}};
    check.finding = finding;
    check.ok = finding != CheckFinding::ours_was_wrong && finding != CheckFinding::undecided;
    return check;
}

bool has(const std::string& text, const char* words) {
    return text.find(words) != std::string::npos;
}

} // namespace

TEST_CASE("nothing is said of checks that agreed at once") {
    engine::SelfCheck check;
    CHECK(report::self_check_note(check).empty());
    CHECK(report::self_check_line(check) == "passed");
    check.second_method = "GEOS 3.11.1";
    CHECK(report::self_check_line(check) == "passed; GEOS 3.11.1 finds the same areas");
}

TEST_CASE("the page claims no agreement of a second method that was wrong") {
    engine::Verification found;
    found.self_check = mismatch(CheckFinding::second_was_wrong);
    CHECK_FALSE(has(page::verification_page(found), "finds the same areas"));
    found.self_check.finding = CheckFinding::agreed;
    CHECK(has(page::verification_page(found), "GEOS 3.11.1 finds the same areas"));
}

TEST_CASE("who was wrong is said, with every figure") {
    const auto theirs = mismatch(CheckFinding::second_was_wrong);
    const std::string note = report::self_check_note(theirs);
    CHECK(has(note, "GEOS 3.11.1 differs"));
    CHECK(has(note, "The exact evaluation confirms areaclaim"));
    CHECK(has(note, "areaclaim: lost 12.000000"));
    CHECK(has(note, "GEOS 3.11.1: lost 0.000000"));
    CHECK(has(note, "exact evaluation: lost 12.000000"));
    CHECK(has(report::self_check_line(theirs), "passed by exact evaluation"));

    const auto ours = mismatch(CheckFinding::ours_was_wrong);
    CHECK(has(report::self_check_note(ours), "says that areaclaim was wrong"));
    CHECK(report::self_check_line(ours) == "failed");
}

TEST_CASE("a difference carries the finding into text and JSON") {
    report::Difference difference;
    difference.check = mismatch(CheckFinding::second_was_wrong);
    const auto json = nlohmann::json::parse(report::difference_json(difference));
    CHECK(json["self_check"]["ok"] == true);
    CHECK(json["self_check"]["finding"] == "second_was_wrong");
    CHECK(json["self_check"]["others"].size() == 2);
    CHECK(json["self_check"]["others"][1]["method"] == "exact evaluation");
    CHECK(json["self_check"]["note"].is_string());
    CHECK(has(report::difference_text(difference, {}), "passed by exact evaluation"));
}

TEST_CASE("inspect lists shared borders apart from faults") {
    report::Inspection file;
    file.path = "map.geojson";
    file.problems = {
        {shapes::ProblemCode::shared_edge, {30, 50}, 0, 0, "the polygon shares edges"},
        {shapes::ProblemCode::self_crossing, {31, 50}, 1, 0, "the ring crosses itself"}};
    const std::string both = report::inspection_text({file}, {});
    CHECK(has(both, "1 geometry problem:"));
    CHECK(has(both, "1 shared border, no fault"));
    CHECK(both.find("self_crossing") < both.find("shared border"));
    CHECK(both.find("shared border") < both.find("shared_edge"));
    file.problems.pop_back();
    const std::string borders = report::inspection_text({file}, {});
    CHECK(has(borders, "no geometry problems"));
    CHECK(has(borders, "1 shared border, no fault"));
    const auto json = nlohmann::json::parse(report::inspection_json({file}));
    CHECK(json["files"][0]["problems"][0]["fault"] == false);
}
