// SPDX-License-Identifier: MIT
#include "tests/support/properties.hpp"

#include "shapes/any_fill/any_fill_area.hpp"
#include "shapes/change/change_area.hpp"
#include "shapes/change/change_regions.hpp"
#include "shapes/geos/second_opinion.hpp"
#include "shapes/validity/validate.hpp"
#include "tests/support/exact_areas.hpp"
#include "tests/support/reference_area.hpp"
#include "tests/support/variants.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace properties {
namespace {

using shapes::ChangeArea;
using shapes::Region;
using shapes::ValidRegion;

/// Relative to the larger region: the promise of the difference core.
constexpr double kRelative = 1e-12;

/// Rounding of ∫ω over edges of slivers, whose area is far below the sums it is the rest of: units
/// in the last place of perimeter × extent.
constexpr double kSumRounding = 0x1p-50;

/// The grid of the output regions, degrees, and what several rounds on it may add up to.
constexpr double kGrid = 0x1p-44;

constexpr double kRegionGrid = 8 * kGrid;

constexpr double kM2PerSquareDegree = 1.24e10; // (111.3 km)², rounded up

double perimeter_degrees(const Region& region) {
    double sum = 0;
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        const shapes::Ring ring = region.ring(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            sum +=
                std::abs(ring[i + 1].lon - ring[i].lon) + std::abs(ring[i + 1].lat - ring[i].lat);
        }
    }
    return sum;
}

/// Collects what does not hold.
class Checks {
  public:
    Checks(const support::Pair& pair, double larger_m2) {
        perimeter_ = perimeter_degrees(pair.before) + perimeter_degrees(pair.after);
        shapes::Box box = pair.before.box();
        box.add(pair.after.box());
        const double extent = box.empty() ? 0 : box.east - box.west + box.north - box.south;
        allowed_ = kRelative * larger_m2 + kSumRounding * perimeter_ * extent * kM2PerSquareDegree;
    }

    /// `moved`: how far boundaries may have moved, degrees.
    void same(const std::string& what, double expected_m2, double got_m2, double moved = 0.0) {
        const double allowed = allowed_ + moved * perimeter_ * kM2PerSquareDegree;
        if (!(std::abs(got_m2 - expected_m2) <= allowed)) {
            std::ostringstream line;
            line.precision(17);
            line << what << ": expected " << expected_m2 << " m², got " << got_m2 << ", differs by "
                 << std::abs(got_m2 - expected_m2) << ", allowed " << allowed;
            failed_.push_back(line.str());
        }
    }

    bool is_same(double expected_m2, double got_m2) const {
        return std::abs(got_m2 - expected_m2) <= allowed_;
    }

    void that(bool holds, const std::string& what) {
        if (!holds) {
            failed_.push_back(what);
        }
    }

    std::vector<std::string> take() { return std::move(failed_); }

  private:
    double perimeter_ = 0;
    double allowed_ = 0;
    std::vector<std::string> failed_;
};

void check_same_change(Checks& checks, const std::string& what, const ChangeArea& expected,
                       const ChangeArea& got, double moved = 0.0) {
    checks.same(what + ", before", expected.before.m2(), got.before.m2(), moved);
    checks.same(what + ", after", expected.after.m2(), got.after.m2(), moved);
    checks.same(what + ", lost", expected.lost.m2(), got.lost.m2(), moved);
    checks.same(what + ", gained", expected.gained.m2(), got.gained.m2(), moved);
    checks.same(what + ", common", expected.common.m2(), got.common.m2(), moved);
}

void check_balance(Checks& checks, const ChangeArea& change) {
    checks.same("|before| = common + lost", change.before.m2(), (change.common + change.lost).m2());
    checks.same("|after| = common + gained", change.after.m2(),
                (change.common + change.gained).m2());
}

void check_regions(Checks& checks, const ValidRegion& before, const ValidRegion& after,
                   const ChangeArea& change) {
    const shapes::ChangeRegions regions = shapes::change_regions(before, after);
    const ValidRegion common = shapes::intersection(before, after);
    const auto check = [&](const char* what, const ValidRegion& region, double expected_m2) {
        checks.same(std::string("area of the region ") + what, expected_m2,
                    support::reference_area_m2(region.region()), kRegionGrid);
        if (const auto reason = shapes::geos::invalid_reason(region.region())) {
            checks.that(false, std::string("the region ") + what + " is not valid: " + *reason);
        }
    };
    check("lost", regions.lost, change.lost.m2());
    check("gained", regions.gained, change.gained.m2());
    check("common", common, change.common.m2());
}

void check_self(Checks& checks, const ValidRegion& region) {
    const ChangeArea none = shapes::change_area(region, region);
    checks.same("a map against itself, lost", 0.0, none.lost.m2());
    checks.same("a map against itself, gained", 0.0, none.gained.m2());
    const shapes::ChangeRegions regions = shapes::change_regions(region, region);
    checks.that(regions.lost.empty() && regions.gained.empty(),
                "a map against itself gives regions");
}

/// `validated`: the proof against the drawing. The coordinates of a resolved drawing are rounded.
void check_truth(Checks& checks, const support::Pair& drawn, const ValidRegion& before,
                 const ValidRegion& after, const ChangeArea& change) {
    const support::ExactAreas truth = support::exact_areas(before.region(), after.region());
    checks.same("lost against the truth", truth.lost, change.lost.m2());
    checks.same("gained against the truth", truth.gained, change.gained.m2());
    checks.same("common against the truth", truth.common, change.common.m2());
    checks.same("area before against the truth", truth.before, change.before.m2());
    checks.same("area after against the truth", truth.after, change.after.m2());
    checks.that(truth.least_winding >= 0 && truth.greatest_winding <= 1,
                "a region called valid winds other than 0 or 1 times");
    const support::ExactAreas asked = support::exact_areas(drawn.before, drawn.after);
    checks.same("validated before against its drawing", asked.before, truth.before, 4 * kGrid);
    checks.same("validated after against its drawing", asked.after, truth.after, 4 * kGrid);
}

bool geos_agrees(const Checks& checks, const ValidRegion& before, const ValidRegion& after,
                 const ChangeArea& change) {
    const shapes::geos::OverlayResult result =
        shapes::geos::overlay(before.region(), after.region());
    if (!result.overlay) {
        return false;
    }
    return checks.is_same(support::shells_less_holes_m2(result.overlay->lost), change.lost.m2()) &&
           checks.is_same(support::shells_less_holes_m2(result.overlay->gained),
                          change.gained.m2());
}

} // namespace

double region_rounding_m2(const Region& before, const Region& after) {
    return kRegionGrid * (perimeter_degrees(before) + perimeter_degrees(after)) *
           kM2PerSquareDegree;
}

std::vector<std::string> broken(const support::Pair& pair, std::uint64_t choice,
                                bool against_truth) {
    const ValidRegion before = shapes::validate(pair.before).region;
    const ValidRegion after = shapes::validate(pair.after).region;
    const ChangeArea change = shapes::change_area(before, after);
    Checks checks(pair, std::max(change.before.m2(), change.after.m2()));

    check_balance(checks, change);
    check_self(checks, before);

    const ChangeArea swapped = shapes::change_area(after, before);
    check_same_change(
        checks, "swapped", change,
        {swapped.after, swapped.before, swapped.gained, swapped.lost, swapped.common});

    support::Random random(choice);
    const Variant variant = random_variant(random, pair.before, pair.after);
    check_same_change(checks, variant.name, change,
                      shapes::change_area(shapes::validate(variant.before).region,
                                          shapes::validate(variant.after).region),
                      kRegionGrid + variant.moved_degrees);

    check_same_change(checks, "any fill, as drawn", change,
                      shapes::any_fill_change_area(pair.before, pair.after), kRegionGrid);

    check_regions(checks, before, after, change);
    if (against_truth || !geos_agrees(checks, before, after, change)) {
        check_truth(checks, pair, before, after, change);
    }
    return checks.take();
}

} // namespace properties
