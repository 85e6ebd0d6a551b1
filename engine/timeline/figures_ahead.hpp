// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/control_boundary.hpp"
#include "engine/timeline/timeline.hpp"

#include <optional>

namespace engine {

/// Works out what a timeline and its alarms will ask of maps while these come, in the order of
/// their files, and lets go of their regions: what an archive takes of memory does not grow with
/// it, and measuring goes on beside reading. Figures go to the store that knows the maps; maps that
/// none knows are passed over, and only regions that can be brought again are let go. Nothing rests
/// on it: what was not foreseen is measured when it is asked for.
class FiguresAhead {
  public:
    /// `how.within` is not used: it is of everywhere.
    explicit FiguresAhead(const MeasureOptions& how) : how_(how) {}
    FiguresAhead(const FiguresAhead&) = delete;
    FiguresAhead& operator=(const FiguresAhead&) = delete;
    ~FiguresAhead() { let_go(); }

    void add(const ControlBoundary& map);

  private:
    void let_go();

    MeasureOptions how_;
    std::optional<ControlBoundary> before_;
};

/// Asks for what `find_alarms` will ask of a map, and of the step to it (nullptr: there is none).
void ask_for_alarms(const ControlBoundary* before, const ControlBoundary& map, ControlClass level);

} // namespace engine
