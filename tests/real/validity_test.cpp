// SPDX-License-Identifier: MIT
#include "shapes/validity/validate.hpp"

#include "shapes/any_fill/any_fill_area.hpp"
#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/geos/second_opinion.hpp"
#include "tests/real/real_data.hpp"
#include "tests/support/plain_geojson.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <filesystem>
#include <string>

namespace {

/// The proof, the general kernel and GEOS agree about one real map.
void check_map(const shapes::Region& drawn, const std::string& name) {
    const shapes::ValidationResult result = shapes::validate(drawn);
    const double proven = shapes::ellipsoidal_area(result.region).m2();
    const double general = shapes::any_fill_area(drawn).m2();
    // 1e-12 of the area: what the overlay's grid of 2^-44 degrees can move on maps of this size.
    CHECK_MESSAGE(std::abs(proven - general) <= 1e-12 * general, name, ": proven ", proven,
                  " m2, general kernel ", general, " m2");
    const auto reason = shapes::geos::invalid_reason(result.region.region());
    CHECK_MESSAGE(!reason, name, ": ", reason.value_or(""));
    for (const shapes::Problem& p : result.problems) {
        CHECK_MESSAGE((p.at.lon > 20 && p.at.lon < 45 && p.at.lat > 43 && p.at.lat < 54), name,
                      ": ", p.text);
    }
}

} // namespace

TEST_CASE("real maps: proof and general kernel agree, and what comes out is valid for GEOS") {
    for (const char* source : {"nzz", "deepstate", "deepstate-far"}) {
        if (!real::present(source)) {
            continue;
        }
        for (const auto& entry : std::filesystem::directory_iterator(real::folder() / source)) {
            const std::string file = entry.path().filename().string();
            check_map(
                std::string(source) == "nzz"
                    ? support::nzz_drawn(real::folder().string(), entry.path().stem().string())
                    : support::deepstate_drawn((real::folder() / source).string(), file),
                file);
        }
    }
}
