// SPDX-License-Identifier: MIT
// The data-driven cases of the difference core: tests/cases/difference/*.case.
#include "shapes/change/change_area.hpp"
#include "shapes/change/change_regions.hpp"
#include "shapes/validity/validate.hpp"
#include "tests/support/case_file.hpp"
#include "tests/support/exact_areas.hpp"
#include "tests/support/properties.hpp"
#include "tests/support/random.hpp"
#include "tests/support/reference_area.hpp"

#include <cmath>
#include <doctest/doctest.h>
#include <sstream>

namespace {

const std::vector<support::CaseFile>& cases() {
    static const auto all =
        support::read_cases(std::string(AREACLAIM_SOURCE_DIR) + "/tests/cases/difference");
    return all;
}

/// Fails with place, expected, got, allowed. `rounded_m2`: what rounding of coordinates may add.
void check(const support::CaseFile& c, const char* what, const std::optional<double>& expected,
           double got, double rounded_m2 = 0.0) {
    if (!expected) {
        return;
    }
    const double allowed = c.allowed_m2 + rounded_m2;
    std::ostringstream text;
    text.precision(17);
    text << c.path << ": " << what << ": expected " << *expected << " m², got " << got
         << ", allowed ± " << allowed << " (" << c.about << ')';
    CHECK_MESSAGE(std::abs(got - *expected) <= allowed, text.str());
}

} // namespace

TEST_CASE("cases: the areas are the expected ones") {
    REQUIRE(cases().size() > 30);
    for (const support::CaseFile& c : cases()) {
        const shapes::ChangeArea change = shapes::change_area(
            shapes::validate(c.before, c.fill).region, shapes::validate(c.after, c.fill).region);
        check(c, "lost", c.lost_m2, change.lost.m2());
        check(c, "gained", c.gained_m2, change.gained.m2());
        check(c, "common", c.common_m2, change.common.m2());
    }
}

TEST_CASE("cases: the regions have the expected areas") {
    for (const support::CaseFile& c : cases()) {
        const shapes::ChangeRegions regions = shapes::change_regions(
            shapes::validate(c.before, c.fill).region, shapes::validate(c.after, c.fill).region);
        const double rounded = properties::region_rounding_m2(c.before, c.after);
        check(c, "region lost", c.lost_m2, support::reference_area_m2(regions.lost.region()),
              rounded);
        check(c, "region gained", c.gained_m2, support::reference_area_m2(regions.gained.region()),
              rounded);
    }
}

TEST_CASE("cases: the brute-force truth of the other tests agrees with the closed forms") {
    for (const support::CaseFile& c : cases()) {
        const support::ExactAreas truth = support::exact_areas(c.before, c.after, c.fill);
        check(c, "truth lost", c.lost_m2, truth.lost);
        check(c, "truth gained", c.gained_m2, truth.gained);
        check(c, "truth common", c.common_m2, truth.common);
    }
}

TEST_CASE("cases: every property holds of every case") {
    for (const support::CaseFile& c : cases()) {
        if (c.fill != shapes::FillRule::nonzero) {
            continue; // the properties draw their variants under the default rule
        }
        for (std::uint64_t choice = 0; choice < 10; ++choice) {
            for (const std::string& line :
                 properties::broken({c.path, c.before, c.after}, choice, choice == 0)) {
                FAIL_CHECK(c.path << ": " << line);
            }
        }
    }
}
