// SPDX-License-Identifier: MIT
// The data-driven cases of validity, tests/cases/validity/*.case: lines of `key: value` with about,
// origin (of the expected area), fill, drawn (WKT), area_deg2 and allowed_deg2 in the plane of
// longitude and latitude, kept (yes: the coordinates come back bit for bit) and problems (`code
// ring` in order, separated by commas; none without the key).
#include "shapes/any_fill/any_fill_area.hpp"
#include "shapes/geos/second_opinion.hpp"
#include "shapes/validity/validate.hpp"
#include "tests/support/brute_force.hpp"
#include "tests/support/wkt.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

struct Case {
    std::string path;
    std::string about;
    shapes::FillRule fill = shapes::FillRule::nonzero;
    shapes::Region drawn;
    double area_deg2 = 0.0;
    double allowed_deg2 = 0.0;
    bool kept = false;
    std::string problems;
};

Case read(const std::string& path) {
    std::ifstream in(path);
    std::map<std::string, std::string> value;
    for (std::string line; std::getline(in, line);) {
        const std::size_t colon = line.find(": ");
        if (colon == std::string::npos) {
            throw std::invalid_argument(path + ": not `key: value`: " + line);
        }
        value[line.substr(0, colon)] = line.substr(colon + 2);
    }
    if (value["origin"].empty()) {
        throw std::invalid_argument(path + ": names no origin of its area");
    }
    return {path,
            value["about"],
            value.at("fill") == "evenodd" ? shapes::FillRule::evenodd : shapes::FillRule::nonzero,
            support::from_wkt(value.at("drawn")),
            std::stod(value.at("area_deg2")),
            std::stod(value.at("allowed_deg2")),
            value.at("kept") == "yes",
            value["problems"]};
}

const std::vector<Case>& cases() {
    static const std::vector<Case> all = [] {
        std::vector<Case> found;
        const std::string folder = std::string(AREACLAIM_SOURCE_DIR) + "/tests/cases/validity";
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            found.push_back(read(entry.path().string()));
        }
        std::sort(found.begin(), found.end(),
                  [](const Case& a, const Case& b) { return a.path < b.path; });
        return found;
    }();
    return all;
}

void check_area(const Case& c, const char* what, double got) {
    std::ostringstream text;
    text.precision(17);
    text << c.path << ": " << what << ": expected " << c.area_deg2 << " square degrees, got " << got
         << ", allowed ± " << c.allowed_deg2 << " (" << c.about << ')';
    CHECK_MESSAGE(std::abs(got - c.area_deg2) <= c.allowed_deg2, text.str());
}

double plane_area(const shapes::Region& region, shapes::FillRule fill) {
    return shapes::any_fill_plane_change(region, {}, fill).before;
}

std::string listed(const std::vector<shapes::Problem>& problems) {
    std::string text;
    for (const shapes::Problem& p : problems) {
        text += (text.empty() ? "" : ", ") + std::string(name(p.code)) + ' ' +
                (p.ring ? std::to_string(*p.ring) : "-");
    }
    return text;
}

/// Whether every position of the result is one of the drawing.
bool coordinates_kept(const shapes::Region& drawn, const shapes::Region& made) {
    const auto from = drawn.positions();
    const auto to = made.positions();
    return std::all_of(to.begin(), to.end(), [&](shapes::Position p) {
        return std::find(from.begin(), from.end(), p) != from.end();
    });
}

} // namespace

TEST_CASE("validity cases: areas, by the general kernel, of the resolved region, by brute force") {
    REQUIRE(cases().size() > 40);
    for (const Case& c : cases()) {
        check_area(c, "general kernel", plane_area(c.drawn, c.fill));
        const shapes::ValidRegion region = shapes::validate(c.drawn, c.fill).region;
        check_area(c, "resolved", plane_area(region.region(), shapes::FillRule::nonzero));
        check_area(c, "brute force",
                   static_cast<double>(testing::brute_force_areas(c.drawn, {}, c.fill).before));
    }
}

TEST_CASE("validity cases: problems with their rings, in order") {
    for (const Case& c : cases()) {
        const std::string got = listed(shapes::validate(c.drawn, c.fill).problems);
        CHECK_MESSAGE(got == c.problems, c.path, ": problems: expected '", c.problems, "', got '",
                      got, "' (", c.about, ')');
    }
}

TEST_CASE("validity cases: what comes out is valid, and valid drawings keep their coordinates") {
    for (const Case& c : cases()) {
        const shapes::ValidRegion region = shapes::validate(c.drawn, c.fill).region;
        const auto reason = shapes::geos::invalid_reason(region.region());
        CHECK_MESSAGE(!reason, c.path, ": GEOS: ", reason.value_or(""));
        if (c.kept) {
            CHECK_MESSAGE(coordinates_kept(c.drawn, region.region()), c.path);
        }
        const shapes::ValidationResult again = shapes::validate(region.region());
        CHECK_MESSAGE(again.region.region() == region.region(), c.path);
        CHECK_MESSAGE(again.problems.empty(), c.path, ": ", listed(again.problems));
    }
}
