// SPDX-License-Identifier: MIT
#pragma once

#include "engine/case/claim.hpp"
#include "engine/measure/window.hpp"
#include "engine/timeline/alarm.hpp"
#include "engine/timeline/control_class.hpp"
#include "engine/verification.hpp"

#include <compare>
#include <cstddef>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace engine {

/// What is known of a source before anything is measured for a claim.
struct KnownMaps {
    std::vector<Date> days;           ///< of its maps, ascending; one at least
    std::vector<ControlClass> levels; ///< that it draws
    std::vector<Alarm> alarms;        ///< about them
    std::vector<Date> until = {};     ///< see frame_of
};

/// Of a source's report. A level counts where the source draws its class. One with a file per class
/// (`parts`) must have it on every day, or the missing file would pass for a loss.
KnownMaps known_maps(const SourceReport& report, bool parts);

/// Two maps (see Maps) at a level.
struct MapPair {
    std::size_t before = 0;
    std::size_t after = 0;
    ControlClass level = ControlClass::confirmed;

    friend auto operator<=>(const MapPair&, const MapPair&) = default;
};

/// What is wanted of two maps.
struct Wanted {
    bool held = false;           ///< what the later one holds
    bool change = false;         ///< the areas of the change
    bool regions = false;        ///< its regions, to be drawn
    bool second_opinion = false; ///< of the change, or of what is held where both are the same
    std::set<std::pair<Measure, ErrorModel>> errors;
    std::set<Measure> simulated; ///< errors that are simulated even where first order holds

    void add(const Wanted& other);
};

/// Land that changed hands at some time between two maps, see ever.hpp.
struct EverChanged {
    Measure measure = Measure::lost;
    MapPair maps;

    friend auto operator<=>(const EverChanged&, const EverChanged&) = default;
};

/// The first map behind `from`, up to `last`, by which a measure times `sign` came to a figure.
struct FirstReached {
    std::size_t from = 0;
    std::size_t last = 0;
    ControlClass level = ControlClass::confirmed;
    Measure measure = Measure::lost;
    double sign = 1.0;
    double figure_km2 = 0.0;

    friend auto operator<=>(const FirstReached&, const FirstReached&) = default;
};

/// What has to be measured of one source in one place, each of it once.
struct Plan {
    std::map<MapPair, Wanted> pairs;
    std::set<EverChanged> ever;
    std::set<FirstReached> reached;
    bool rows = false; ///< from map to map, over all of the timeline

    void add(const Plan& other);
};

/// What a claim needs of a source.
struct ClaimPlan {
    Plan inside;     ///< the claim's region of interest, or everywhere where it has none
    Plan everywhere; ///< empty where it has none
};

/// Everything that `judge_claim` will look up. Tells it from days, levels and alarms: no map is
/// looked into. `claim` as it is compared with this source; `in_region`: it has a region of
/// interest.
ClaimPlan plan(const Claim& claim, const KnownMaps& maps, bool in_region,
               const VerifyOptions& options);

/// When the claim's figure was reached, as `plan` asks for it; nullopt for held areas, and where no
/// map is there to count from.
std::optional<FirstReached> reached_of(const Claim& claim, const Frame& main, const KnownMaps& maps,
                                       ControlClass level);

/// From each map that may be the baseline to each that may be the end.
std::vector<EverChanged> ever_of(const Claim& claim, const Frame& main, ControlClass level);

/// Lost or gained.
bool is_one_way(Measure measure);

/// The other of the two.
ErrorModel other_model(ErrorModel model);

} // namespace engine
