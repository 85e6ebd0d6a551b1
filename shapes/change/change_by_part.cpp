// SPDX-License-Identifier: MIT
#include "shapes/change/change_by_part.hpp"

#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/change/change_regions.hpp"
#include "shapes/validity/validate.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace shapes {
namespace {

/// Parts are taken to overlap where they share more than this of the smaller one. Below it is the
/// rounding of `change_area`; digitised neighbours that share their border exactly are far below.
constexpr double kOverlapTolerance = 1e-12;

/// What was held and what changed, as regions.
struct Maps {
    ValidRegion before;
    ValidRegion after;
    ValidRegion lost;
    ValidRegion gained;
};

PartChange within(const Maps& maps, const ValidRegion& part, const DifferenceOptions& options) {
    const auto common = [&](const ValidRegion& map) {
        return change_area(map, part, options).common;
    };
    return {"", common(maps.before), common(maps.after), common(maps.lost), common(maps.gained)};
}

PartChange outside(const Maps& maps, const ValidRegion& covered, const DifferenceOptions& options) {
    const auto rest = [&](const ValidRegion& map) {
        return change_area(map, covered, options).lost;
    };
    return {"", rest(maps.before), rest(maps.after), rest(maps.lost), rest(maps.gained)};
}

bool overlap(const ValidRegion& a, const ValidRegion& b, const DifferenceOptions& options) {
    if (!a.region().box().overlaps(b.region().box())) {
        return false;
    }
    const ChangeArea areas = change_area(a, b, options);
    return areas.common.m2() > kOverlapTolerance * std::min(areas.before.m2(), areas.after.m2());
}

/// The part without what it shares with those before it; that is told in `problems`.
ValidRegion without_earlier(std::span<const Part> parts, std::size_t i,
                            const DifferenceOptions& options, std::vector<Problem>& problems) {
    const Part& part = parts[i];
    std::vector<ValidRegion> earlier;
    std::string names;
    for (const Part& other : parts.first(i)) {
        if (overlap(part.region, other.region, options)) {
            earlier.push_back(other.region);
            names += (names.empty() ? "'" : ", '") + other.name + "'";
        }
    }
    if (earlier.empty()) {
        return part.region;
    }
    const ValidRegion taken = unite(earlier);
    const ValidRegion shared = intersection(part.region, taken);
    char km2[32];
    std::snprintf(km2, sizeof km2, "%.6g", ellipsoidal_area(shared).km2());
    const Position at = shared.empty() ? Position{} : shared.region().positions()[0];
    problems.push_back({ProblemCode::overlap, at, std::nullopt, std::nullopt,
                        "the part '" + part.name + "' overlaps " + names + " by " + km2 +
                            " km²; that is not counted with it again"});
    return change_regions(part.region, taken).lost;
}

double length_in_degrees(const Region& region) {
    double length = 0;
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        const Ring ring = region.ring(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            length += std::hypot(ring[i + 1].lon - ring[i].lon, ring[i + 1].lat - ring[i].lat);
        }
    }
    return length;
}

} // namespace

Area ChangeByPart::adding_up_error() const {
    Area lost = elsewhere.lost;
    Area gained = elsewhere.gained;
    for (const PartChange& p : parts) {
        lost += p.lost;
        gained += p.gained;
    }
    return Area::from_m2(
        std::max(std::abs((lost - whole.lost).m2()), std::abs((gained - whole.gained).m2())));
}

ChangeByPart change_by_part(const ValidRegion& before, const ValidRegion& after,
                            std::span<const Part> parts, const DifferenceOptions& options) {
    ChangeByPart result;
    result.whole = change_area(before, after, options);
    const ChangeRegions change = change_regions(before, after);
    const Maps maps{before, after, change.lost, change.gained};
    std::vector<ValidRegion> regions;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const ValidRegion own = without_earlier(parts, i, options, result.problems);
        result.parts.push_back(within(maps, own, options));
        result.parts.back().name = parts[i].name;
        regions.push_back(parts[i].region);
    }
    result.elsewhere = outside(maps, unite(regions), options);
    return result;
}

Area adding_up_bound(const ValidRegion& before, const ValidRegion& after,
                     std::span<const Part> parts) {
    constexpr double kUnit_deg = 0x1p-44;
    constexpr double kLongestDegree_m = 111.7e3;
    constexpr double kRounding = 1e-14;
    double length = length_in_degrees(before.region()) + length_in_degrees(after.region());
    for (const Part& part : parts) {
        length += 3 * length_in_degrees(part.region.region());
    }
    const double larger = std::max(ellipsoidal_area(before).m2(), ellipsoidal_area(after).m2());
    return Area::from_m2(length * kUnit_deg * kLongestDegree_m * kLongestDegree_m +
                         kRounding * static_cast<double>(parts.size() + 2) * larger);
}

ChangeArea change_area_within(const ValidRegion& before, const ValidRegion& after,
                              const ValidRegion& within, const DifferenceOptions& options) {
    return change_area(intersection(before, within), intersection(after, within), options);
}

} // namespace shapes
