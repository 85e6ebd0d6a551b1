// SPDX-License-Identifier: MIT
#include "engine/measure/measure.hpp"

#include "engine/measure/ever.hpp"
#include "engine/timeline/map_figures.hpp"
#include "engine/uncertainty/outline.hpp"
#include "engine/uncertainty/simulate.hpp"
#include "engine/verdict/adds_up.hpp"
#include "engine/verdict/fixed_outline.hpp"
#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/change/change_area.hpp"
#include "shapes/change/change_regions.hpp"

#include <algorithm>
#include <utility>

namespace engine {

using shapes::Area;
using shapes::ValidRegion;

/// What counts of a source's maps in a place, and which of their edges do not move. Maps are cut to
/// the place once, and only where their regions are needed.
class PlaceMaps {
  public:
    explicit PlaceMaps(const MapsInPlace& place) : place_(place), within_(place.within) {}

    const CountedMap& counted(std::size_t map, ControlClass level) {
        const ControlBoundary& boundary = place_.source.timeline.snapshots[map].boundary;
        return counted_.try_emplace({map, level}, boundary, level, within_).first->second;
    }

    const ValidRegion& held(std::size_t map, ControlClass level) {
        return counted(map, level).region();
    }

    /// The outline given, else what two maps far apart in time draw alike, and that of the region
    /// of interest.
    const EdgeSet& fixed(ControlClass level, double position_sigma_km) {
        const auto [entry, is_new] = fixed_.try_emplace(level);
        if (is_new) {
            entry->second = find_fixed(level, position_sigma_km);
        }
        return entry->second;
    }

  private:
    EdgeSet find_fixed(ControlClass level, double position_sigma_km) {
        EdgeSet fixed;
        const std::size_t maps = place_.maps.days.size();
        if (place_.outline != nullptr) {
            std::vector<ValidRegion> all;
            for (std::size_t map = 0; map < maps; ++map) {
                all.push_back(held(map, level));
            }
            fixed = edges_along(*place_.outline, all, position_sigma_km);
        } else if (is_far_apart(place_.source.timeline)) {
            fixed = shared_edges(held(0, level), held(maps - 1, level));
        }
        if (place_.within != nullptr) {
            fixed.add(EdgeSet(place_.within->region()));
        }
        return fixed;
    }

    const MapsInPlace& place_;
    RegionOfInterest within_;
    std::map<std::pair<std::size_t, ControlClass>, CountedMap> counted_;
    std::map<ControlClass, EdgeSet> fixed_;
};

/// The errors of one pair of maps; one simulation gives those of all measures.
class PairErrors {
  public:
    PairErrors(ValidRegion before, ValidRegion after, bool same, const DisplacementField& field,
               const EdgeSet& fixed, const VerifyOptions& options)
        : before_(std::move(before)), after_(std::move(after)), same_(same), field_(field),
          fixed_(fixed), options_(options) {}

    /// `measured` is the pair's, with its areas. `simulate`: even where first order holds.
    BoundaryError error(const MeasuredPair& measured, Measure measure, ErrorModel model,
                        bool simulate) {
        BoundaryError error;
        error.model = model;
        const bool nothing = same_ && measure != Measure::held; // however it was drawn
        if (!nothing) {
            const shapes::ChangeRegions none;
            error = boundary_error(before_, after_, is_one_way(measure) ? *measured.regions : none,
                                   measure, model, field_, fixed_);
        }
        if (options_.simulation && model == options_.error_model &&
            (simulate || !error.first_order_valid)) {
            add_simulation(error, measured, measure, nothing);
        }
        return error;
    }

  private:
    void add_simulation(BoundaryError& error, const MeasuredPair& measured, Measure measure,
                        bool nothing) {
        const bool held = measure == Measure::held;
        const Area value = held ? shapes::ellipsoidal_area(after_)
                                : value_of(measured.change.value().straight, measure);
        if (nothing) {
            error.simulated = SimulatedError{options_.simulation->runs, {}, {}, value, value};
            return;
        }
        if (!simulation_) {
            SimulationOptions how = *options_.simulation;
            how.threads = options_.threads;
            simulation_ = simulate(before_, after_, error.model, field_, fixed_, how);
        }
        const Distribution& runs = simulation_->of(measure);
        const bool redrawn = error.model == ErrorModel::redrawn;
        const Area correction =
            redrawn ? Area::from_km2(runs.mean_km2()) - value : error.correction;
        error.simulated = simulated_error(runs, value, correction, measure == Measure::net);
        if (!error.first_order_valid) {
            error.sigma = error.simulated->sigma;
            error.bias = error.simulated->bias;
            error.correction = correction;
        }
    }

    ValidRegion before_;
    ValidRegion after_;
    bool same_;
    const DisplacementField& field_;
    const EdgeSet& fixed_;
    const VerifyOptions& options_;
    std::optional<Simulation> simulation_;
};

/// Carries out a plan.
class Measurer {
  public:
    Measurer(const MapsInPlace& place, const VerifyOptions& options)
        : place_(place), options_(options), maps_(place), result_(place.source, place.maps) {}

    Measurements run(const Plan& plan) {
        result_.omits_ = place_.omits;
        if (plan.rows) {
            const MeasureOptions how{options_.level, options_.edges, options_.threads,
                                     place_.within};
            result_.rows_ =
                place_.rows != nullptr ? *place_.rows : measure(place_.source.timeline, how);
        }
        std::map<MapPair, Wanted> wanted;
        for (const auto& [pair, of_pair] : plan.pairs) {
            wanted[result_.levels_.settled(pair)].add(of_pair);
        }
        for (const auto& [pair, of_pair] : wanted) {
            result_.pairs_.emplace(pair, measured(pair, of_pair));
        }
        for (const EverChanged& ever : plan.ever) {
            const auto held = [&](std::size_t map) { return maps_.held(map, ever.maps.level); };
            result_.ever_[ever] =
                area_ever_changed(held, ever.measure, ever.maps.before, ever.maps.after);
        }
        for (const FirstReached& first : plan.reached) {
            result_.reached_[first] = reached(first);
        }
        return std::move(result_);
    }

  private:
    MeasuredPair measured(const MapPair& pair, const Wanted& wanted) {
        const CountedMap& before = maps_.counted(pair.before, pair.level);
        const CountedMap& after = maps_.counted(pair.after, pair.level);
        MeasuredPair found;
        if (wanted.held) {
            found.held = held_area(after, options_.edges);
        }
        if (wanted.change) {
            found.change = change_between(before, after, options_.edges, options_.threads);
        }
        if (wanted.second_opinion) {
            found.check = checked(pair, found);
        }
        const bool has_errors = place_.source.accuracy && !wanted.errors.empty();
        const bool for_errors = has_errors && pair.before != pair.after &&
                                std::ranges::any_of(wanted.errors, [](const auto& error) {
                                    return is_one_way(error.first);
                                });
        if (wanted.regions || for_errors) {
            found.regions = shapes::change_regions(before.region(), after.region());
        }
        if (has_errors) {
            add_errors(found, pair, wanted, before.region(), after.region());
        }
        if (wanted.regions) {
            found.after = after.region();
        } else {
            found.regions.reset(); // they were for the errors alone
        }
        return found;
    }

    void add_errors(MeasuredPair& found, const MapPair& pair, const Wanted& wanted,
                    const ValidRegion& before, const ValidRegion& after) {
        const DisplacementField field = place_.source.accuracy->at(pair.level);
        PairErrors errors(before, after, pair.before == pair.after, field,
                          maps_.fixed(pair.level, field.position_sigma_km), options_);
        for (const auto& [measure, model] : wanted.errors) {
            found.errors[{measure, model}] =
                errors.error(found, measure, model, wanted.simulated.contains(measure));
        }
    }

    /// GEOS' answer to the same difference; for a held area, to the difference to nothing.
    SelfCheck checked(const MapPair& pair, const MeasuredPair& found) {
        const auto& snapshots = place_.source.timeline.snapshots;
        const ControlBoundary& last = snapshots[pair.after].boundary;
        if (pair.before != pair.after) {
            return check_difference(snapshots[pair.before].boundary, last, pair.level,
                                    found.change.value().straight, true, place_.within_drawn);
        }
        const shapes::ChangeArea to_nothing =
            shapes::change_area(maps_.held(pair.after, pair.level), {}, {options_.threads});
        return check_difference(last, ControlBoundary{}, pair.level, to_nothing, true,
                                place_.within_drawn);
    }

    std::optional<std::size_t> reached(const FirstReached& first) {
        for (std::size_t map = first.from + 1; map <= first.last; ++map) {
            const Area value =
                first.sign * value_of(change(first.from, map, first.level), first.measure);
            if (value.km2() >= first.figure_km2) {
                return map;
            }
        }
        return std::nullopt;
    }

    /// Of a pair that was wanted, or of a step on the way to a figure, which other claims may ask
    /// for as well.
    shapes::ChangeArea change(std::size_t before, std::size_t after, ControlClass level) {
        const MapPair pair = result_.levels_.settled({before, after, level});
        const auto known = result_.pairs_.find(pair);
        if (known != result_.pairs_.end() && known->second.change) {
            return known->second.change->area;
        }
        const auto [step, is_new] = steps_.try_emplace(pair);
        if (is_new) {
            step->second =
                change_between(maps_.counted(before, pair.level), maps_.counted(after, pair.level),
                               options_.edges, options_.threads)
                    .area;
        }
        return step->second;
    }

    const MapsInPlace& place_;
    const VerifyOptions& options_;
    PlaceMaps maps_;
    std::map<MapPair, shapes::ChangeArea> steps_; ///< at settled levels
    Measurements result_;
};

Measurements measure(const MapsInPlace& place, const Plan& plan, const VerifyOptions& options) {
    return Measurer(place, options).run(plan);
}

SelfCheck check_row(const MapsInPlace& place, const TimelineRow& row,
                    const VerifyOptions& options) {
    SelfCheck check;
    check.relative_residual = row.relative_residual;
    if (check.relative_residual <= kAddsUp) {
        return check;
    }
    PlaceMaps maps(place);
    const auto& snapshots = place.source.timeline.snapshots;
    const Change change =
        change_between(maps.counted(row.snapshot - 1, options.level),
                       maps.counted(row.snapshot, options.level), options.edges, options.threads);
    return check_difference(snapshots[row.snapshot - 1].boundary, snapshots[row.snapshot].boundary,
                            options.level, change.straight, false, place.within_drawn);
}

} // namespace engine
