// SPDX-License-Identifier: MIT
// Prints every figure of the core to its last bit, and a hash of every region, for the cases of the
// suite and some random pairs. Two builds of which nothing but the speed should differ must print
// the same: `build/benchmarks/bits > before.txt`, then diff.

#include "benchmarks/cases.hpp"
#include "shapes/any_fill/any_fill_area.hpp"
#include "shapes/change/change_area.hpp"
#include "shapes/change/change_regions.hpp"
#include "shapes/validity/validate.hpp"
#include "tests/support/random_pairs.hpp"

#include <bit>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>

namespace {

using shapes::Region;
using shapes::ValidRegion;

/// FNV-1a over the bits of all coordinates and over where rings and polygons start.
std::uint64_t hash(const Region& region) {
    std::uint64_t h = 14695981039346656037U;
    const auto add = [&h](std::uint64_t bits) {
        for (int byte = 0; byte < 8; ++byte) {
            h = (h ^ ((bits >> (8 * byte)) & 0xffU)) * 1099511628211U;
        }
    };
    for (const shapes::Position p : region.positions()) {
        add(std::bit_cast<std::uint64_t>(p.lon));
        add(std::bit_cast<std::uint64_t>(p.lat));
    }
    for (const std::size_t start : region.ring_starts()) {
        add(start);
    }
    for (const std::size_t start : region.polygon_starts()) {
        add(start);
    }
    return h;
}

void print(const char* what, const shapes::ChangeArea& c) {
    std::printf(" %s %a %a %a %a %a", what, c.before.m2(), c.after.m2(), c.lost.m2(), c.gained.m2(),
                c.common.m2());
}

void print(const char* what, const Region& region) {
    std::printf(" %s %016llx", what, static_cast<unsigned long long>(hash(region)));
}

void compare(const std::string& name, const Region& drawn_before, const Region& drawn_after,
             bool regions, bool any_fill) {
    std::printf("%s:", name.c_str());
    const auto before = shapes::validate(drawn_before);
    const auto after = shapes::validate(drawn_after);
    std::printf(" problems %zu %zu", before.problems.size(), after.problems.size());
    print("valid", before.region.region());
    print("valid", after.region.region());
    print("change", shapes::change_area(before.region, after.region));
    if (regions) {
        const auto change = shapes::change_regions(before.region, after.region);
        print("lost", change.lost.region());
        print("gained", change.gained.region());
        print("common", shapes::intersection(before.region, after.region).region());
    }
    if (any_fill) {
        print("any_fill", shapes::any_fill_change_area(drawn_before, drawn_after));
        print("evenodd",
              shapes::any_fill_change_area(drawn_before, drawn_after, shapes::FillRule::evenodd));
    }
    std::printf("\n");
}

void run(std::uint64_t pairs) {
    for (std::uint64_t seed = 1; seed <= pairs; ++seed) {
        const support::Pair pair = support::random_pair(seed);
        compare(std::to_string(seed) + " " + pair.kind, pair.before, pair.after, true, true);
    }
    for (const bench::Case& c : bench::all_cases()) {
        const bench::DrawnPair pair = c.make();
        if (pair.skipped.empty()) {
            compare(c.name, pair.before, pair.after, true, pair.before.edge_count() < 200'000);
        }
    }
    if (const bench::DrawnPair raw = bench::raw_nzz_pair(); raw.skipped.empty()) {
        compare("raw features", raw.before, raw.after, true, true);
    }
}

} // namespace

int main(int argc, char** argv) {
    try {
        run(argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 2000);
    } catch (const std::exception& e) {
        std::fprintf(stderr, "bits: %s\n", e.what());
        return 3;
    }
    return 0;
}
