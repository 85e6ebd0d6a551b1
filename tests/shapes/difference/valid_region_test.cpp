// SPDX-License-Identifier: MIT
#include "shapes/difference/valid_region.hpp"

#include "shapes/difference/drawing.hpp"
#include "shapes/difference/general_area.hpp"
#include "shapes/difference/validity.hpp"
#include "shapes/geos/second_opinion.hpp"
#include "tests/shapes/difference/brute_force.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <string>

using shapes::FillRule;
using shapes::Region;

namespace {

std::string text(const Region& region) {
    std::string out;
    for (std::size_t p = 0; p < region.polygon_count(); ++p) {
        out += " polygon";
        for (std::size_t r = region.polygon(p).first; r < region.polygon(p).last; ++r) {
            out += " (";
            for (const auto v : region.ring(r)) {
                out += std::to_string(v.lon) + " " + std::to_string(v.lat) + ", ";
            }
            out += ")";
        }
    }
    return out;
}

[[maybe_unused]] double plane_area(const Region& region) {
    return shapes::general_plane_change(region, Region{}).before;
}

/// Whether the drawing is valid; by us and by GEOS.
bool check_decision(const Region& drawn) {
    const shapes::Drawing drawing(drawn);
    if (!drawing.dropped().empty()) {
        return false; // GEOS calls rings without area invalid; we leave them out
    }
    const auto reason = shapes::geos::invalid_reason(drawn);
    const shapes::Validity found = shapes::examine(drawing);
    CHECK_MESSAGE(found.valid == !reason, text(drawn), " GEOS: ", reason.value_or("valid"));
    CHECK_MESSAGE(found.valid == found.faults.empty(), text(drawn));
    return found.valid;
}

} // namespace

TEST_CASE("validity: the decision is that of GEOS isValid, every degeneracy") {
    const testing::RandomDrawing kinds[] = {
        {.polygons = 1, .holes = 0, .vertices = 5, .grid = 3},
        {.polygons = 1, .holes = 1, .vertices = 4, .grid = 4},
        {.polygons = 1, .holes = 3, .vertices = 3, .grid = 4},
        {.polygons = 2, .holes = 0, .vertices = 4, .grid = 3},
        {.polygons = 4, .holes = 0, .vertices = 3, .grid = 3},
        {.polygons = 2, .holes = 1, .vertices = 4, .grid = 5, .scale = 0.1, .origin = 30.1},
    };
    unsigned seed = 1;
    int valid = 0;
    for (const auto& how : kinds) {
        std::mt19937 random(seed++);
        for (int i = 0; i < 3000; ++i) {
            CAPTURE(seed);
            CAPTURE(i);
            valid += check_decision(testing::random_drawing(random, how)) ? 1 : 0;
        }
    }
    CHECK(valid > 5000); // of 18,000: both answers are tried
}
