// SPDX-License-Identifier: MIT
// Change regions on real maps: every consecutive pair. Skipped, by name, where the maps are absent.
#include "tests/real/real_data.hpp"

#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/change/change_area.hpp"
#include "shapes/change/change_regions.hpp"
#include "shapes/geos/second_opinion.hpp"
#include "shapes/overlay/overlay.hpp"
#include "shapes/validity/validate.hpp"
#include "tests/support/plain_geojson.hpp"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <filesystem>
#include <string>
#include <vector>

namespace {

std::vector<std::string> files_of(const std::string& directory) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(directory)) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

double perimeter(const shapes::Region& region) {
    double sum = 0;
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        const shapes::Ring ring = region.ring(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            sum += std::hypot(ring[i + 1].lon - ring[i].lon, ring[i + 1].lat - ring[i].lat);
        }
    }
    return sum;
}

void check_pair(const shapes::ValidRegion& before, const shapes::ValidRegion& after) {
    const shapes::ChangeArea area = shapes::change_area(before, after);
    const shapes::ChangeRegions regions = shapes::change_regions(before, after);
    const shapes::ValidRegion common = shapes::intersection(before, after);
    for (const auto* region : {&regions.lost, &regions.gained, &common}) {
        const auto reason = shapes::geos::invalid_reason(region->region());
        CHECK_MESSAGE(!reason, reason.value_or(""));
    }
    // The stated displacement along both boundaries, and 1e-12 of the larger area for the kernels.
    constexpr double metres_per_degree = 111'700;
    const double allowed = shapes::overlay::kOverlayDisplacement *
                               (perimeter(before.region()) + perimeter(after.region())) *
                               metres_per_degree * metres_per_degree +
                           1e-12 * std::max(area.before.m2(), area.after.m2());
    CHECK(std::abs(shapes::ellipsoidal_area(regions.lost).m2() - area.lost.m2()) <= allowed);
    CHECK(std::abs(shapes::ellipsoidal_area(regions.gained).m2() - area.gained.m2()) <= allowed);
    CHECK(std::abs(shapes::ellipsoidal_area(common).m2() - area.common.m2()) <= allowed);
}

} // namespace

TEST_CASE("real maps: change regions of all consecutive nzz maps") {
    if (!real::present("nzz")) {
        return;
    }
    const std::string maps = real::folder().string();
    shapes::ValidRegion before;
    for (const std::string& file : files_of(maps + "/nzz")) {
        CAPTURE(file);
        const std::string day = file.substr(0, file.find('.'));
        const auto after = shapes::validate(support::nzz_drawn(maps, day)).region;
        check_pair(before, after);
        before = after;
    }
}

TEST_CASE("real maps: change regions of all consecutive deepstate maps, and two years apart") {
    if (!real::present("nzz")) {
        return;
    }
    const std::string maps = real::folder().string();
    std::vector<std::string> files;
    for (const std::string directory : {"deepstate", "deepstate-far"}) {
        for (const std::string& file : files_of(maps + "/" + directory)) {
            files.push_back(directory + "/" + file);
        }
    }
    shapes::ValidRegion before;
    for (const std::string& file : files) {
        CAPTURE(file);
        const auto after = shapes::validate(support::deepstate_drawn(maps, file)).region;
        check_pair(before, after);
        before = after;
    }
}
