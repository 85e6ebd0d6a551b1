// SPDX-License-Identifier: MIT
#pragma once

#include "engine/uncertainty/boundary_error.hpp"
#include "engine/uncertainty/edge_set.hpp"
#include "engine/uncertainty/field.hpp"
#include "shapes/types/valid_region.hpp"
#include "shapes/units/area.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace engine {

struct SimulationOptions {
    int runs = 1000; ///< ≥ 2
    std::uint64_t seed = 1;
    int threads = 1; ///< the same numbers whatever it is: every run has a random stream of its own
    std::function<void(int done)> progress; ///< called from one thread at a time; may be empty
};

/// What one measure came to over all runs, sorted ascending.
struct Distribution {
    std::vector<double> km2;

    double mean_km2() const;
    double sigma_km2() const; ///< sample standard deviation
    /// Share p of the runs lies at or below it; p in [0, 1].
    double quantile_km2(double p) const;
};

struct Simulation {
    ErrorModel model = ErrorModel::redrawn;
    Distribution lost;
    Distribution gained;
    Distribution net;
    Distribution held; ///< of the map after

    const Distribution& of(Measure measure) const;
};

/// What a distribution says of the error of a measured value: its spread, how far its mean lies
/// from the value, and the 95 % interval of the true area: the value, less `correction`, less what
/// displacing did to it beyond its mean (the basic interval; A. Davison & D. Hinkley, Bootstrap
/// Methods, 1997, eq. 2.10). An area that cannot be negative is cut off at 0.
SimulatedError simulated_error(const Distribution& runs, shapes::Area measured,
                               shapes::Area correction, bool may_be_negative);

/// Monte Carlo: displaces both maps by random fields and measures the change with the general
/// kernel (shapes/any_fill/any_fill_area.hpp), so that slivers, self-crossings and displacements
/// near the width of the change are what they are.
///
/// Fixed edges stay where they are. Edges longer than a quarter of the correlation length get
/// points in between, the same ones in both maps, so that a line moves as a line and shared edges
/// stay shared. The displaced drawings are measured under the nonzero rule, edges straight in
/// lon/lat. Where the maps were cut to a region of interest, displaced lines may leave it a little.
///
/// Throws InputError where the correlation length is so short that a map would have more than a
/// million positions.
Simulation simulate(const shapes::ValidRegion& before, const shapes::ValidRegion& after,
                    ErrorModel model, const DisplacementField& field, const EdgeSet& fixed,
                    const SimulationOptions& options);

} // namespace engine
