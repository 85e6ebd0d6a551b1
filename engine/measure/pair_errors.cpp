// SPDX-License-Identifier: MIT
#include "engine/measure/pair_errors.hpp"

#include "engine/timeline/remembered_figures.hpp"
#include "shapes/area/ellipsoidal_area.hpp"

#include <utility>

namespace engine {
namespace {

using shapes::Area;

constexpr Layout kError{7};

Figures flat(const BoundaryError& e) {
    return {e.sigma.m2(),
            e.bias.m2(),
            e.correction.m2(),
            e.moving_km,
            e.shared_km,
            e.traced_twice_km,
            e.first_order_valid ? 1.0 : 0.0};
}

BoundaryError error_of(const Figures& f, ErrorModel model) {
    BoundaryError error;
    error.model = model;
    error.sigma = Area::from_m2(f[0]);
    error.bias = Area::from_m2(f[1]);
    error.correction = Area::from_m2(f[2]);
    error.moving_km = f[3];
    error.shared_km = f[4];
    error.traced_twice_km = f[5];
    error.first_order_valid = f[6] != 0.0;
    return error;
}

} // namespace

BoundaryError PairErrors::error(const MeasuredPair& measured, Measure measure, ErrorModel model,
                                bool simulate) {
    BoundaryError error;
    error.model = model;
    const bool same = pair_.before == pair_.after;
    const bool nothing = same && measure != Measure::held; // however it was drawn
    if (!nothing) {
        error = first_order(measure, model);
    }
    if (options_.simulation && model == options_.error_model &&
        (simulate || !error.first_order_valid)) {
        add_simulation(error, measured, measure, nothing);
    }
    return error;
}

BoundaryError PairErrors::first_order(Measure measure, ErrorModel model) {
    const auto make = [&] {
        const shapes::ChangeRegions none;
        return boundary_error(before(), after(), is_one_way(measure) ? change_() : none, measure,
                              model, field_, maps_.fixed(pair_.level, field_.position_sigma_km));
    };
    Parameters parameters;
    for (const double number : {static_cast<double>(measure), static_cast<double>(model),
                                field_.position_sigma_km, field_.correlation_km}) {
        parameters.add(number);
    }
    const auto where = maps_.remembering(FigureKind::error, pair_, std::move(parameters), true);
    if (!where) {
        return make();
    }
    return error_of(remembered(*where->store, where->key, kError, [&] { return flat(make()); }),
                    model);
}

void PairErrors::add_simulation(BoundaryError& error, const MeasuredPair& measured, Measure measure,
                                bool nothing) {
    const bool held = measure == Measure::held;
    const Area value = held ? shapes::ellipsoidal_area(after())
                            : value_of(measured.change.value().straight, measure);
    if (nothing) {
        error.simulated = SimulatedError{options_.simulation->runs, {}, {}, value, value};
        return;
    }
    if (!simulation_) {
        SimulationOptions how = *options_.simulation;
        how.threads = options_.threads;
        simulation_ = simulate(before(), after(), error.model, field_,
                               maps_.fixed(pair_.level, field_.position_sigma_km), how);
    }
    const Distribution& runs = simulation_->of(measure);
    const bool redrawn = error.model == ErrorModel::redrawn;
    const Area correction = redrawn ? Area::from_km2(runs.mean_km2()) - value : error.correction;
    error.simulated = simulated_error(runs, value, correction, measure == Measure::net);
    if (!error.first_order_valid) {
        error.sigma = error.simulated->sigma;
        error.bias = error.simulated->bias;
        error.correction = correction;
    }
}

} // namespace engine
