// SPDX-License-Identifier: MIT
#include "engine/verdict/reason.hpp"

#include "shapes/types/enum_names.hpp"

#include <cstddef>

namespace engine {
namespace {

constexpr auto kCodes = shapes::enum_names<ReasonCode, ReasonCode::source_offset>(
    "not_in_place", "definition_break", "omission_added", "omission_in_place", "not_covered",
    "other_way", "no_map_of_day", "no_map_of_baseline", "comparison", "far_beyond", "gross_agrees",
    "gross_meant", "gross_differs", "figure_open", "choice_open", "way_open", "rate",
    "rate_needs_window", "window_is_empty", "share_denominators", "share_of_all",
    "share_needs_region", "place_needs_region", "part_excepted", "of_another", "nothing_drawn",
    "evening_before", "rests_on_alarm", "day_assumed", "baseline_assumed", "day_turns_verdict",
    "baseline_turns_verdict", "map_hour", "reached", "classes_turn_verdict", "file_repeats_map",
    "other_reading", "no_boundary_error", "boundary_error", "boundary_error_other_model",
    "simulated", "measure_open", "measure_open_agrees", "sources_agree", "more_exact_source",
    "no_source_covers", "no_source_decides", "sources_differ", "source_offset");

constexpr auto kRemarks = shapes::enum_names<Remark, Remark::offset_of_change>(
    "not_in_place", "definition_break", "without_break", "omission_added", "omission_in_place",
    "omission_is_place", "not_covered", "other_way_net", "no_map_of_day_around",
    "no_map_of_day_after", "no_map_of_day_before", "no_map_of_day", "no_map_of_baseline_around",
    "no_map_of_baseline_before", "no_map_of_baseline_after", "comparison_consistent",
    "comparison_overstated", "comparison_understated", "comparison_undecidable",
    "comparison_within_error", "comparison_measured", "comparison_close", "comparison_too_rough",
    "net_loss", "far_beyond_above", "far_beyond_below", "gross_agrees", "gross_meant",
    "gross_differs", "ever_is", "figure_open", "choice_open", "way_open", "rate",
    "rate_needs_window", "window_is_empty", "share_denominators", "share_of_all",
    "share_needs_region", "place_needs_region", "part_excepted", "of_another", "nothing_drawn",
    "evening_before", "rests_on_one_day_spike", "rests_on_restored_dip",
    "rests_on_definition_break", "rests_on_polygon_far", "rests_on_layers_disagree", "day_assumed",
    "baseline_assumed", "day_turns_verdict", "baseline_turns_verdict", "map_hour", "reached",
    "classes_turn_verdict_confirmed", "classes_turn_verdict_contested",
    "classes_turn_verdict_claimed", "file_repeats_map", "other_reading", "no_boundary_error",
    "boundary_error_redrawn", "boundary_error_retraced", "boundary_error_other_model_redrawn",
    "boundary_error_other_model_retraced", "slivers", "slivers_taken_off", "rough_guide",
    "position_sigma_assumed", "position_sigma_case", "position_sigma_option", "other_model_turns",
    "simulated", "simulated_open", "simulated_replaces", "measure_open", "measure_open_agrees",
    "sources_agree", "more_exact_source", "no_source_covers", "no_source_decides", "sources_differ",
    "sources_spread", "source_offset_more", "source_offset_less", "offset_of_held",
    "offset_of_change");

} // namespace

const char* name(ReasonCode code) {
    return kCodes.of(code);
}

const char* name(Remark remark) {
    return kRemarks.of(remark);
}

std::vector<Remark> all_remarks() {
    std::vector<Remark> all;
    for (std::size_t i = 0; i <= static_cast<std::size_t>(Remark::offset_of_change); ++i) {
        all.push_back(static_cast<Remark>(i));
    }
    return all;
}

} // namespace engine
