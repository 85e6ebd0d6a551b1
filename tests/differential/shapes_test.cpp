// SPDX-License-Identifier: MIT
// Larger cases than the brute-force truth can take, against CGAL's exact kernel and GEOS.
#include "tests/support/densify.hpp"
#include "tests/support/differential.hpp"
#include "tests/support/generators.hpp"

#include <doctest/doctest.h>
#include <string>

using differential::compare_with_cgal_and_geos;
using shapes::Region;

TEST_CASE("differential: random stars") {
    compare_with_cgal_and_geos("stars 2k", support::star(1, 2000), support::star(2, 2000));
    compare_with_cgal_and_geos("stars in phase, one with half the vertices", support::star(3, 2000),
                               support::star(4, 1000));
}

TEST_CASE("differential: spikes, combs, spirals") {
    compare_with_cgal_and_geos("spikes", support::spikes(1, 500), support::spikes(2, 500, 0.003));
    compare_with_cgal_and_geos("combs", support::comb(1, 25, true), support::comb(2, 25, false));
    compare_with_cgal_and_geos("spirals", support::spiral(10, 60), support::spiral(10, 60, 0.5));
}

TEST_CASE("differential: T-junctions, exact and rounded") {
    for (const double step : {0.0625, 0.1}) {
        compare_with_cgal_and_geos("squares", support::squares(12, false, step),
                                   support::squares(12, true, step));
    }
}

TEST_CASE("differential: triangle grids") {
    support::Random random(5);
    for (const double step : {0.125, 0.1}) { // minute ones: tests/properties, by a finer truth
        const Region before = support::triangles(random, 15, 0.5, step, {36.3, 47.7});
        compare_with_cgal_and_geos("triangles", before,
                                   support::triangles(random, 15, 0.5, step, {36.3, 47.7}));
    }
}

TEST_CASE("differential: near-coincident copies, from one ulp to 1e-9 degrees") {
    const Region before = support::star(7, 800);
    for (const double distance : {0.0, 1e-15, 1e-14, 1e-13, 1e-12, 1e-11, 1e-10, 1e-9}) {
        const std::string name = "copy moved by " + std::to_string(distance);
        compare_with_cgal_and_geos(name, before, support::jittered(before, 8, distance));
    }
}

TEST_CASE("differential: maps that share most of their edges") {
    const Region coarse = support::star(9, 60);
    const double longest = support::edge_length_for(coarse, 3000, 1);
    const Region before = support::densified(coarse, longest, 1);
    const Region changed = support::jittered(coarse, 10, 0.05, 0.2);
    compare_with_cgal_and_geos("shared edges", before, support::densified(changed, longest, 1));
    compare_with_cgal_and_geos("not shared", before, support::densified(changed, longest, 2));
}

TEST_CASE("differential: overlapping, self-crossing features") {
    support::Random random(11);
    for (int i = 0; i < 20; ++i) {
        const Region before = support::scribble(random, 8, 12, 16, 0.1, {36.3, 47.7});
        compare_with_cgal_and_geos("scribbles", before,
                                   support::scribble(random, 8, 12, 16, 0.1, {36.3, 47.7}),
                                   differential::GeosTakes::validated);
    }
}
