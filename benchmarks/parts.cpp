// SPDX-License-Identifier: MIT
// Google Benchmark over the parts: how each grows with the number of edges.
#include "engine/uncertainty/boundary_error.hpp"
#include "shapes/any_fill/any_fill_area.hpp"
#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/change/change_area.hpp"
#include "shapes/change/change_regions.hpp"
#include "shapes/validity/validate.hpp"
#include "tests/support/densify.hpp"
#include "tests/support/generators.hpp"

#include <benchmark/benchmark.h>

namespace {

using shapes::Region;
using shapes::ValidRegion;

struct ValidPair {
    ValidRegion before;
    ValidRegion after;
};

ValidPair stars(std::int64_t vertices) {
    const auto n = static_cast<std::size_t>(vertices);
    return {shapes::validate(support::star(1, n)).region,
            shapes::validate(support::star(2, n)).region};
}

/// A coarse ring refined, and the same with a fifth of its coarse vertices moved.
ValidPair shared_edges(std::int64_t vertices) {
    const Region coarse = support::star(9, 500, 0.95);
    const double longest = support::edge_length_for(coarse, static_cast<std::size_t>(vertices), 1);
    const Region changed = support::jittered(coarse, 10, 0.002, 0.2);
    return {shapes::validate(support::densified(coarse, longest, 1)).region,
            shapes::validate(support::densified(changed, longest, 1)).region};
}

void count_edges(benchmark::State& state, std::size_t edges) {
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) *
                            static_cast<std::int64_t>(edges));
    state.SetComplexityN(state.range(0));
}

std::size_t edges(const ValidPair& pair) {
    return pair.before.region().edge_count() + pair.after.region().edge_count();
}

void area_of_change_stars(benchmark::State& state) {
    const ValidPair pair = stars(state.range(0));
    for (auto _ : state) {
        benchmark::DoNotOptimize(shapes::change_area(pair.before, pair.after));
    }
    count_edges(state, edges(pair));
}

void area_of_change_shared(benchmark::State& state) {
    const ValidPair pair = shared_edges(state.range(0));
    for (auto _ : state) {
        benchmark::DoNotOptimize(shapes::change_area(pair.before, pair.after));
    }
    count_edges(state, edges(pair));
}

void regions_stars(benchmark::State& state) {
    const ValidPair pair = stars(state.range(0));
    for (auto _ : state) {
        benchmark::DoNotOptimize(shapes::change_regions(pair.before, pair.after));
    }
    count_edges(state, edges(pair));
}

void regions_shared(benchmark::State& state) {
    const ValidPair pair = shared_edges(state.range(0));
    for (auto _ : state) {
        benchmark::DoNotOptimize(shapes::change_regions(pair.before, pair.after));
    }
    count_edges(state, edges(pair));
}

void any_fill_stars(benchmark::State& state) {
    const auto n = static_cast<std::size_t>(state.range(0));
    const Region before = support::star(1, n);
    const Region after = support::star(2, n);
    for (auto _ : state) {
        benchmark::DoNotOptimize(shapes::any_fill_change_area(before, after));
    }
    count_edges(state, before.edge_count() + after.edge_count());
}

void any_fill_shared(benchmark::State& state) {
    const ValidPair pair = shared_edges(state.range(0));
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            shapes::any_fill_change_area(pair.before.region(), pair.after.region()));
    }
    count_edges(state, edges(pair));
}

void proof_of_validity(benchmark::State& state) {
    const Region drawn = support::star(1, static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(shapes::validate(drawn));
    }
    count_edges(state, drawn.edge_count());
}

void ellipsoidal_area(benchmark::State& state) {
    const ValidPair pair = stars(state.range(0));
    const auto edge_model = static_cast<shapes::EdgeModel>(state.range(1));
    for (auto _ : state) {
        benchmark::DoNotOptimize(shapes::ellipsoidal_area(pair.before, edge_model));
    }
    count_edges(state, pair.before.region().edge_count());
}

/// Of the area lost: where a fifth of the line was drawn anew, or all of it a little.
void boundary_error(benchmark::State& state) {
    const auto model = static_cast<engine::ErrorModel>(state.range(1));
    ValidPair pair = shared_edges(state.range(0));
    if (model == engine::ErrorModel::retraced) {
        pair.after =
            shapes::validate(support::jittered(pair.before.region(), 10, 1e-4, 1.0)).region;
    }
    const auto change = shapes::change_regions(pair.before, pair.after);
    constexpr engine::DisplacementField kField{2.0, 15.0};
    for (auto _ : state) {
        benchmark::DoNotOptimize(engine::boundary_error(pair.before, pair.after, change,
                                                        engine::Measure::lost, model, kField,
                                                        engine::EdgeSet()));
    }
    count_edges(state, edges(pair));
}

constexpr std::int64_t kFewest = 1000;
constexpr std::int64_t kMost = 256'000;

} // namespace

BENCHMARK(area_of_change_stars)->RangeMultiplier(4)->Range(kFewest, kMost)->Complexity();
BENCHMARK(area_of_change_shared)->RangeMultiplier(4)->Range(kFewest, kMost)->Complexity();
BENCHMARK(regions_stars)->RangeMultiplier(4)->Range(kFewest, kMost)->Complexity();
BENCHMARK(regions_shared)->RangeMultiplier(4)->Range(kFewest, kMost)->Complexity();
BENCHMARK(any_fill_stars)->RangeMultiplier(4)->Range(kFewest, kMost)->Complexity();
BENCHMARK(any_fill_shared)->RangeMultiplier(4)->Range(kFewest, kMost)->Complexity();
BENCHMARK(proof_of_validity)->RangeMultiplier(4)->Range(kFewest, kMost)->Complexity();
BENCHMARK(ellipsoidal_area)->ArgsProduct({{kFewest, 16 * kFewest, kMost}, {0, 1}});
BENCHMARK(boundary_error)
    ->ArgsProduct({{kFewest, 20 * kFewest, 200 * kFewest}, {0, 1}})
    ->Unit(benchmark::kMillisecond);
BENCHMARK_MAIN();
