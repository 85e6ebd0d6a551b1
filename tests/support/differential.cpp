// SPDX-License-Identifier: MIT
#include "tests/support/differential.hpp"

#include "shapes/change/change_area.hpp"
#include "shapes/change/change_regions.hpp"
#include "shapes/geos/second_opinion.hpp"
#include "shapes/validity/validate.hpp"
#include "tests/support/cgal_exact.hpp"
#include "tests/support/properties.hpp"
#include "tests/support/reference_area.hpp"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <string>

namespace differential {
namespace {

using support::shells_less_holes_m2;

/// The promise, relative to the larger region.
constexpr double kRelative = 1e-12;

/// What GEOS is good for: where its plain overlay fails it snaps near-coincident lines together, by
/// some 1e-12 of the coordinates' size along their whole length.
constexpr double kGeosRelative = 1e-11;

struct Change {
    double lost;
    double gained;
};

void check(const std::string& name, const std::string& what, const Change& expected,
           const Change& got, double allowed) {
    CAPTURE(name);
    CAPTURE(what);
    CHECK(std::abs(got.lost - expected.lost) <= allowed);
    CHECK(std::abs(got.gained - expected.gained) <= allowed);
}

void check_valid(const std::string& name, const shapes::Region& region) {
    const auto reason = shapes::geos::invalid_reason(region);
    CAPTURE(name);
    CHECK(reason.value_or("") == "");
}

} // namespace

void compare_with_cgal_and_geos(const std::string& name, const shapes::Region& before,
                                const shapes::Region& after, GeosTakes geos_takes) {
    const shapes::ValidRegion b = shapes::validate(before).region;
    const shapes::ValidRegion a = shapes::validate(after).region;
    const shapes::ChangeArea change = shapes::change_area(b, a);
    const shapes::ChangeRegions regions = shapes::change_regions(b, a);
    const Change ours{change.lost.m2(), change.gained.m2()};
    const support::ExactSets exact(b.region(), a.region());
    const Change truth{shells_less_holes_m2(exact.lost()), shells_less_holes_m2(exact.gained())};
    const double larger =
        std::max(shells_less_holes_m2(b.region()), shells_less_holes_m2(a.region()));

    const double allowed = kRelative * larger;
    check(name, "area of change against CGAL", truth, ours, allowed);
    check(name, "regions against CGAL", truth,
          {support::reference_area_m2(regions.lost.region()),
           support::reference_area_m2(regions.gained.region())},
          allowed + properties::region_rounding_m2(before, after));
    check_valid(name, regions.lost.region());
    check_valid(name, regions.gained.region());

    const shapes::geos::OverlayResult geos = geos_takes == GeosTakes::drawings
                                                 ? shapes::geos::overlay(before, after)
                                                 : shapes::geos::overlay(b.region(), a.region());
    CAPTURE(geos.error);
    REQUIRE(geos.overlay.has_value());
    check(name, "area of change against GEOS",
          {shells_less_holes_m2(geos.overlay->lost), shells_less_holes_m2(geos.overlay->gained)},
          ours, kGeosRelative * larger);
}

} // namespace differential
