// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/text_claim.hpp"
#include "engine/timeline/alarm.hpp"
#include "engine/timeline/control_class.hpp"
#include "engine/timeline/date.hpp"
#include "engine/timeline/measure.hpp"
#include "engine/uncertainty/boundary_error.hpp"
#include "engine/verdict/verdict.hpp"
#include "shapes/units/area.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace engine {

/// What a reason is about; its name is stable, for programs.
enum class ReasonCode {
    not_in_place,
    definition_break,
    omission_added,
    omission_in_place,
    not_covered,
    other_way,
    no_map_of_day,
    no_map_of_baseline,
    comparison,
    far_beyond,
    gross_agrees,
    gross_meant,
    gross_differs,
    figure_open,
    choice_open,
    way_open,
    rate,
    rate_needs_window,
    window_is_empty,
    share_denominators,
    share_of_all,
    share_needs_region,
    place_needs_region,
    part_excepted,
    of_another,
    nothing_drawn,
    evening_before,
    rests_on_alarm,
    day_assumed,
    baseline_assumed,
    day_turns_verdict,
    baseline_turns_verdict,
    map_hour,
    reached,
    classes_turn_verdict,
    file_repeats_map,
    other_reading,
    no_boundary_error,
    boundary_error,
    boundary_error_other_model,
    simulated,
    measure_open,
    measure_open_agrees,
    sources_agree,
    more_exact_source,
    no_source_covers,
    no_source_decides,
    sources_differ,
    source_offset,
};

/// "not_in_place", …
const char* name(ReasonCode code);

/// One thing that a reason says. Whoever words reasons has a sentence for each; values that a
/// sentence needs are among the reason's.
enum class Remark {
    not_in_place,
    definition_break,
    without_break,
    omission_added,
    omission_in_place,
    omission_is_place,
    not_covered,
    other_way_net,
    no_map_of_day_around,
    no_map_of_day_after,
    no_map_of_day_before,
    no_map_of_day,
    no_map_of_baseline_around,
    no_map_of_baseline_before,
    no_map_of_baseline_after,
    comparison_consistent,
    comparison_overstated,
    comparison_understated,
    comparison_undecidable,
    comparison_within_error,
    comparison_measured,
    comparison_close,
    comparison_too_rough,
    net_loss,
    far_beyond_above,
    far_beyond_below,
    gross_agrees,
    gross_meant,
    gross_differs,
    ever_is,
    figure_open,
    choice_open,
    way_open,
    rate,
    rate_needs_window,
    window_is_empty,
    share_denominators,
    share_of_all,
    share_needs_region,
    place_needs_region,
    part_excepted,
    of_another,
    nothing_drawn,
    evening_before,
    rests_on_one_day_spike,
    rests_on_restored_dip,
    rests_on_definition_break,
    rests_on_polygon_far,
    rests_on_layers_disagree,
    day_assumed,
    baseline_assumed,
    day_turns_verdict,
    baseline_turns_verdict,
    map_hour,
    reached,
    classes_turn_verdict_confirmed,
    classes_turn_verdict_contested,
    classes_turn_verdict_claimed,
    file_repeats_map,
    other_reading,
    no_boundary_error,
    boundary_error_redrawn,
    boundary_error_retraced,
    boundary_error_other_model_redrawn,
    boundary_error_other_model_retraced,
    slivers,
    slivers_taken_off,
    rough_guide,
    position_sigma_assumed,
    position_sigma_case,
    position_sigma_option,
    other_model_turns,
    simulated,
    simulated_open,
    simulated_replaces,
    measure_open,
    measure_open_agrees,
    sources_agree,
    more_exact_source,
    no_source_covers,
    no_source_decides,
    sources_differ,
    sources_spread,
    source_offset_more,
    source_offset_less,
    offset_of_held,
    offset_of_change,
};

/// "not_in_place", …
const char* name(Remark remark);
/// All of them.
std::vector<Remark> all_remarks();

/// What a claim would get if what it leaves open meant this.
struct MeasureChoice {
    Measure measure = Measure::lost;
    Verdict verdict = Verdict::undecidable;
    std::optional<Interval> measured = std::nullopt; ///< by the clearest source that covers it
};

/// What one of several sources gives a claim.
struct SourceAnswer {
    std::string source;
    bool covered = true; ///< else it has no verdict
    Verdict verdict = Verdict::undecidable;
};

/// An area whose sign a remark tells: sentences have its size.
struct SignedArea {
    shapes::Area area;
};

struct Length {
    double km = 0.0;
};

/// What only a source's profile has words for (the hour its maps show, what it leaves out):
/// English, and by language.
struct ProfileWords {
    std::string text;
    std::map<std::string, std::string> in;
};

using ReasonValue =
    std::variant<shapes::Area, SignedArea, Length, Interval, Band, Date, std::uint64_t, Verdict,
                 Measure, ErrorModel, ControlClass, AlarmCode, AlarmFacts, std::string, Reading,
                 ProfileWords, std::vector<SourceAnswer>, std::vector<MeasureChoice>>;
using ReasonValues = std::map<std::string, ReasonValue>;

/// One reason of a verdict, in no language.
struct Reason {
    ReasonCode code = ReasonCode::comparison;
    std::vector<Remark> remarks; ///< what it says, in this order; one at least
    ReasonValues values;         ///< by the names that programs know them by
};

/// Days of which a map is wanted; an open end (nullopt) is as far as one likes.
struct WantedMap {
    std::optional<Date> first;
    std::optional<Date> last;
};

/// What would decide an undecidable verdict.
struct WouldDecide {
    enum class What {
        nothing,            ///< it is decided, or nothing is known that would
        exact_map,          ///< maps drawn more exactly
        maps,               ///< of `day` or `baseline`, whichever is given
        share_needs_region, ///< the polygon of the region that is spoken of
        rate_needs_window,  ///< the days that a rate is of
        window_is_empty,    ///< the day that the change is counted from
        other_maps,         ///< of what the claim is about, which these do not draw
    };
    What what = What::nothing;
    std::optional<WantedMap> day = std::nullopt;
    std::optional<WantedMap> baseline = std::nullopt;
};

} // namespace engine
