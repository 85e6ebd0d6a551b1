// SPDX-License-Identifier: MIT
#include "engine/measure/measure.hpp"

#include "engine/measure/ever.hpp"
#include "engine/measure/pair_errors.hpp"
#include "engine/measure/place_maps.hpp"
#include "engine/timeline/map_figures.hpp"
#include "engine/timeline/remembered_figures.hpp"
#include "engine/verdict/adds_up.hpp"
#include "shapes/change/change_area.hpp"
#include "shapes/change/change_regions.hpp"
#include "shapes/change/parallel.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace engine {

using shapes::Area;
using shapes::ValidRegion;

namespace {

constexpr Layout kSecond{4};

/// GEOS' answer to a difference, as it is remembered.
SecondAnswer second_answer(const Figures& f) {
    return {second_method(), Area::from_m2(f[0]), Area::from_m2(f[1]), Area::from_m2(f[2]),
            Area::from_m2(f[3])};
}

} // namespace

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
            measure_areas(pair, of_pair);
        }
        // GEOS answers beside our own errors, which take as long: it is asked of the maps as they
        // were drawn, and of nothing else that is worked out here.
        const auto measure_all_errors = [&] {
            for (const auto& [pair, of_pair] : wanted) {
                measure_errors(pair, of_pair);
            }
        };
        shapes::change::for_each_task(checks_.size() + 1, options_.threads,
                                      [&](std::size_t task, std::size_t) {
                                          task == 0 ? measure_all_errors() : checks_[task - 1]();
                                      });
        for (const EverChanged& ever : plan.ever) {
            result_.ever_[ever] = this->ever(ever);
        }
        for (const FirstReached& first : plan.reached) {
            result_.reached_[first] = reached(first);
        }
        return std::move(result_);
    }

  private:
    void measure_areas(const MapPair& pair, const Wanted& wanted) {
        const CountedMap& before = maps_.counted(pair.before, pair.level);
        const CountedMap& after = maps_.counted(pair.after, pair.level);
        MeasuredPair& found = result_.pairs_[pair];
        if (wanted.held) {
            found.held = held_area(after, options_.edges);
        }
        if (wanted.change) {
            found.change = change_between(before, after, options_.edges, options_.threads);
        }
        if (wanted.second_opinion) {
            check(pair, found);
        }
    }

    void measure_errors(const MapPair& pair, const Wanted& wanted) {
        MeasuredPair& found = result_.pairs_.at(pair);
        if (wanted.regions) {
            regions(found, pair);
            found.after = maps_.counted(pair.after, pair.level).region();
        }
        if (place_.source.accuracy && !wanted.errors.empty()) {
            add_errors(found, pair, wanted);
        }
        if (!wanted.regions) {
            found.regions.reset(); // they were for the errors alone
        }
    }

    /// Of the change, built when they are first asked for.
    const shapes::ChangeRegions& regions(MeasuredPair& found, const MapPair& pair) {
        if (!found.regions) {
            found.regions = shapes::change_regions(maps_.held(pair.before, pair.level),
                                                   maps_.held(pair.after, pair.level));
        }
        return *found.regions;
    }

    void add_errors(MeasuredPair& found, const MapPair& pair, const Wanted& wanted) {
        const DisplacementField field = place_.source.accuracy->at(pair.level);
        PairErrors errors(pair, maps_, field, options_,
                          [&]() -> const shapes::ChangeRegions& { return regions(found, pair); });
        for (const auto& [measure, model] : wanted.errors) {
            found.errors[{measure, model}] =
                errors.error(found, measure, model, wanted.simulated.contains(measure));
        }
    }

    /// GEOS' answer to the same difference; for a held area, to the difference to nothing. Where it
    /// agreed at once it is remembered, and compared with what is measured now; else it is asked in
    /// its turn (`checks_`).
    void check(const MapPair& pair, MeasuredPair& found) {
        const bool to_nothing = pair.before == pair.after;
        const shapes::ChangeArea ours =
            to_nothing
                ? shapes::change_area(maps_.held(pair.after, pair.level), {}, {options_.threads})
                : found.change.value().straight;
        Parameters parameters;
        parameters.add(second_method());
        parameters.add(to_nothing ? 1.0 : 0.0); // else "held" is kept as the change to a like map
        if (place_.within_drawn != nullptr && maps_.store() != nullptr) {
            parameters.add(maps_.store()->digest_of(*place_.within_drawn));
        }
        const auto where =
            maps_.remembering(FigureKind::second, pair, std::move(parameters), false);
        if (const auto known = where ? where->store->find(where->key) : std::nullopt;
            known && kSecond.fits(*known)) {
            const SelfCheck remembered = check_by(second_answer(*known), ours);
            if (remembered.ok) {
                found.check = remembered;
                return;
            }
        }
        checks_.emplace_back([this, pair, ours, where, &found] {
            found.check = asked(pair, ours, where); // nodes of a map stay where they are
        });
    }

    SelfCheck asked(const MapPair& pair, const shapes::ChangeArea& ours,
                    const std::optional<Remembering>& where) const {
        const auto& snapshots = place_.source.timeline.snapshots;
        const ControlBoundary nothing;
        const bool to_nothing = pair.before == pair.after;
        const ControlBoundary& from = snapshots[pair.before].boundary;
        const ControlBoundary& to = to_nothing ? nothing : snapshots[pair.after].boundary;
        SelfCheck check = check_difference(from, to, pair.level, ours, true, place_.within_drawn);
        if (where && check.finding == CheckFinding::agreed && check.second_lost &&
            check.second_gained) {
            where->store->keep(where->key, {check.second_lost->m2(), check.second_gained->m2(),
                                            check.bound.m2(), check.residual_bound.m2()});
        }
        return check;
    }

    Area ever(const EverChanged& ever) {
        const auto make = [&] {
            const auto held = [&](std::size_t map) { return maps_.held(map, ever.maps.level); };
            return area_ever_changed(held, ever.measure, ever.maps.before, ever.maps.after);
        };
        Parameters parameters;
        parameters.add(static_cast<double>(ever.measure));
        for (std::size_t map = ever.maps.before; map <= ever.maps.after; ++map) {
            const auto digest = maps_.digest(map);
            if (!digest) {
                return make();
            }
            parameters.add(*digest);
        }
        const auto where =
            maps_.remembering(FigureKind::ever, ever.maps, std::move(parameters), false);
        if (!where) {
            return make();
        }
        return Area::from_m2(
            remembered(*where->store, where->key, {1}, [&] { return Figures{make().m2()}; })[0]);
    }

    /// Whether a measure can have come to the figure: what differs between two maps has changed
    /// hands in one of the steps between them. Rows tell of all steps where they are of this place.
    bool can_reach(const FirstReached& first, std::size_t map) const {
        constexpr double kSlackKm2 = 0.01; // of rounding
        const auto& rows = place_.rows != nullptr ? *place_.rows : result_.rows_;
        if (rows.empty() || first.level != options_.level ||
            options_.edges != shapes::EdgeModel::straight) {
            return true;
        }
        const bool is_lost =
            first.measure == Measure::lost || (first.measure == Measure::net && first.sign < 0.0);
        const auto so_far = [&](std::size_t row) {
            return is_lost ? rows[row].cumulative_lost : rows[row].cumulative_gained;
        };
        return (so_far(map) - so_far(first.from)).km2() + kSlackKm2 >= first.figure_km2;
    }

    std::optional<std::size_t> reached(const FirstReached& first) {
        for (std::size_t map = first.from + 1; map <= first.last; ++map) {
            if (!can_reach(first, map)) {
                continue;
            }
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
    std::vector<std::function<void()>> checks_;   ///< by GEOS, still to be made
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
