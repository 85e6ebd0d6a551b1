// SPDX-License-Identifier: MIT
#include "benchmarks/cases.hpp"

#include "benchmarks/coast.hpp"
#include "shapes/validity/validate.hpp"
#include "tests/support/densify.hpp"
#include "tests/support/generators.hpp"
#include "tests/support/plain_geojson.hpp"

namespace bench {
namespace {

using shapes::Region;

DrawnPair skipped(const std::string& why) {
    return {{}, {}, why};
}

DrawnPair nzz(const std::string& from, const std::string& to) {
    const auto folder = support::real_data();
    if (!folder) {
        return skipped("no real maps");
    }
    return {support::nzz_drawn(*folder, from), support::nzz_drawn(*folder, to), ""};
}

DrawnPair deepstate(const std::string& from, const std::string& to) {
    const auto folder = support::real_data();
    if (!folder) {
        return skipped("no real maps");
    }
    return {support::deepstate_drawn(*folder, from), support::deepstate_drawn(*folder, to), ""};
}

/// A pair of real maps, united, then refined to about `vertices` each, under one key (what both
/// share stays shared) or two.
DrawnPair refined(std::size_t vertices, bool shared) {
    const DrawnPair pair = nzz("2022-09-08", "2022-09-11");
    if (!pair.skipped.empty()) {
        return pair;
    }
    const Region before = shapes::validate(pair.before).region.region();
    const Region after = shapes::validate(pair.after).region.region();
    const double longest = support::edge_length_for(before, vertices, 1);
    return {support::densified(before, longest, 1),
            support::densified(after, longest, shared ? 1 : 2), ""};
}

DrawnPair shifted_coast() {
    const auto coast = south_america();
    if (!coast) {
        return skipped("gmt with full-resolution GSHHG shorelines is not installed");
    }
    return {*coast, support::translated(*coast, 0.01, 0.01), ""};
}

constexpr const char* kDeepstateFirst = "deepstate/deepstatemap_data_20240708.geojson";
constexpr const char* kDeepstateNext = "deepstate/deepstatemap_data_20240709.geojson";
constexpr const char* kDeepstateFar = "deepstate-far/deepstatemap_data_20260822.geojson";

std::vector<Floor> floors(double area_geos, double area_clipper1, double regions_geos) {
    return {{"change_area", "geos", area_geos},
            {"change_area", "clipper1", area_clipper1},
            {"difference", "geos", regions_geos}};
}

/// Of one closed line through random places: half a million faces to be given their shells.
DrawnPair tangle() {
    return {support::tangle(1, 3'000), support::squares(4, false, 0.1), ""};
}

} // namespace

DrawnPair raw_nzz_pair() {
    return nzz("2022-09-08", "2022-09-11");
}

std::vector<Case> all_cases() {
    constexpr double shared_memory = 3.0;
    constexpr double unshared_memory = 8.0;
    return {
        {"DeepState, next day", [] { return deepstate(kDeepstateFirst, kDeepstateNext); },
         floors(700, 110, 350)},
        {"NZZ 2022-09-08 / 09-11", [] { return nzz("2022-09-08", "2022-09-11"); },
         floors(220, 45, 160)},
        {"edges shared, 93k", [] { return refined(93'000, true); }, {}},
        {"edges shared, 745k", [] { return refined(745'000, true); }, floors(1000, 250, 600),
         shared_memory},
        {"DeepState, two years apart", [] { return deepstate(kDeepstateFirst, kDeepstateFar); },
         floors(70, 15, 15)},
        {"nothing shared, 93k", [] { return refined(93'000, false); }, floors(40, 18, 14)},
        {"nothing shared, 745k", [] { return refined(745'000, false); }, {}, unshared_memory},
        {"South America shifted 0.01°", shifted_coast, floors(80, 32, 25), unshared_memory},
        {"stars 100k",
         [] {
             // Edges about five times as long as they are apart, radially.
             constexpr double inner = 0.999;
             return DrawnPair{support::star(1, 100'000, inner), support::star(2, 100'000, inner),
                              ""};
         },
         floors(80, 14, 12), unshared_memory},
        // Thousands of times as long: GEOS and Clipper1 give no answer in a minute.
        {"stars of long edges, 100k",
         [] {
             return DrawnPair{support::star(1, 100'000), support::star(2, 100'000), ""};
         },
         {}},
        {"spikes 10k",
         [] {
             return DrawnPair{support::spikes(1, 10'000), support::spikes(2, 10'000, 0.0002), ""};
         },
         {{"change_area", "geos", 400}, {"change_area", "cgal", 100}, {"difference", "geos", 150}}},
        {"comb, 250k crossings",
         [] {
             return DrawnPair{support::comb(1, 250, true), support::comb(2, 250, false), ""};
         },
         floors(500, 17, 20)},
        {"tangle, 1M crossings", tangle, {}},
        {"spirals, 100 turns",
         [] {
             return DrawnPair{support::spiral(100, 200), support::spiral(100, 200, 0.3), ""};
         },
         {}},
        {"T-junction squares, 10k",
         [] {
             return DrawnPair{support::squares(100, false, 0.01), support::squares(100, true, 0.01),
                              ""};
         },
         {}},
        {"near copies, 1 ulp, 100k",
         [] {
             const Region before = support::star(3, 100'000, 0.9);
             return DrawnPair{before, support::jittered(before, 4, 0.0), ""};
         },
         {}},
    };
}

} // namespace bench
