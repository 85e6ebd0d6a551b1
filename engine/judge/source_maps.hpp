// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/change.hpp"
#include "engine/timeline/timeline.hpp"
#include "engine/uncertainty/boundary_error.hpp"
#include "engine/uncertainty/edge_set.hpp"
#include "engine/uncertainty/simulate.hpp"
#include "engine/verdict/verdict.hpp"
#include "engine/verification.hpp"
#include "shapes/change/change_regions.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

namespace engine {

/// One source's snapshots, measured on demand and each difference only once. Keeps references to
/// the timeline and the region of interest: they must outlive it. Not for use by several threads.
class SourceMaps {
  public:
    /// `accuracy` is the source's; without it there is no boundary error.
    SourceMaps(const Timeline& timeline, const shapes::ValidRegion* within,
               const std::optional<SourceAccuracy>& accuracy, shapes::EdgeModel edges, int threads);

    /// The outline that does not move, instead of what maps far apart in time have in common; must
    /// outlive this.
    void fix_outline(const shapes::Region& outline) { outline_ = &outline; }

    const Timeline& timeline() const { return timeline_; }
    const std::optional<SourceAccuracy>& accuracy() const { return accuracy_; }
    /// What is held at a level, clipped to the region of interest.
    const shapes::ValidRegion& region(std::size_t snapshot, ControlClass level);
    shapes::Area held(std::size_t snapshot, ControlClass level);
    const Change& change(std::size_t before, std::size_t after, ControlClass level);
    /// The regions of a change: built once, for its error and for every map that shows it.
    const shapes::ChangeRegions& change_regions(std::size_t before, std::size_t after,
                                                ControlClass level);
    /// From here on errors of this model for which first order does not hold are simulated.
    void simulate_with(const SimulationOptions& options, ErrorModel model) {
        simulation_ = options;
        simulated_model_ = model;
    }
    /// How far the boundaries' drawing moves a measure; nullptr where the accuracy is not known.
    const BoundaryError* error(std::size_t before, std::size_t after, Measure measure,
                               ErrorModel model, ControlClass level);
    /// The same, simulated: nullptr where no simulation was asked for or the accuracy is not known.
    const BoundaryError* simulated(std::size_t before, std::size_t after, Measure measure,
                                   ControlClass level);

  private:
    /// The lowest level at which both snapshots hold the same as at this one.
    ControlClass settle(std::size_t a, std::size_t b, ControlClass level) const;

    const Timeline& timeline_;
    const shapes::ValidRegion* within_;
    const shapes::Region* outline_ = nullptr;
    shapes::EdgeModel edges_;
    int threads_;
    std::map<std::pair<std::size_t, ControlClass>, shapes::ValidRegion> regions_;
    std::map<std::pair<std::size_t, ControlClass>, shapes::Area> held_;
    std::map<std::tuple<std::size_t, std::size_t, ControlClass>, Change> changes_;
    std::map<std::tuple<std::size_t, std::size_t, ControlClass>, shapes::ChangeRegions>
        change_regions_;
    const EdgeSet& fixed(ControlClass level);

    void simulate_into(BoundaryError& error, std::size_t before, std::size_t after, Measure measure,
                       ControlClass level);

    std::optional<SimulationOptions> simulation_;
    ErrorModel simulated_model_ = ErrorModel::redrawn;
    std::map<std::tuple<std::size_t, std::size_t, ControlClass>, Simulation> simulations_;
    std::optional<SourceAccuracy> accuracy_;
    std::map<ControlClass, EdgeSet> fixed_;
    std::map<std::tuple<std::size_t, std::size_t, Measure, ErrorModel, ControlClass>, BoundaryError>
        errors_;
};

/// The days a claim speaks of. Without a day the claim is about the last map, without a baseline it
/// is counted from the first.
struct Window {
    std::optional<Date> since;
    std::optional<Date> end;
    /// A snapshot to leave out, as if its map did not exist.
    std::optional<std::size_t> without = std::nullopt;
};

/// What the maps say of a measure over a window, over every choice of map around its ends.
struct Evaluation {
    Date since; ///< as used
    Date end;
    AsOf base; ///< maps around the baseline; all empty for `held`
    AsOf last; ///< maps around the end
    std::optional<shapes::Area> best;
    Interval interval;
    /// The change the other way (gained for lost, and back); empty for net and held.
    Interval opposite;
    Bracket bracket;
    /// The value of each choice of maps, by baseline and end snapshot; the two are the same for
    /// `held`.
    std::map<std::pair<std::size_t, std::size_t>, shapes::Area> values;
};

/// Evaluates a measure. The interval assumes that between two neighbouring maps land changed hands
/// in one direction only, so that the truth lies between the values of the maps; where no map
/// bounds the window on one side, the interval is open there. `timeline` must have a snapshot.
Evaluation evaluate(SourceMaps& maps, Measure measure, const Window& window, ControlClass level);

/// The snapshot that the bracket's values are counted from: the baseline's own map, else the last
/// one before it, else the first one after it.
std::optional<std::size_t> main_baseline(const AsOf& base);

} // namespace engine
