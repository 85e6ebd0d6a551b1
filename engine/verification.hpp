// SPDX-License-Identifier: MIT
#pragma once

#include "engine/case/case_file.hpp"
#include "engine/case/claim.hpp"
#include "engine/claims/consistency.hpp"
#include "engine/sources/profile.hpp"
#include "engine/timeline/alarm.hpp"
#include "engine/timeline/timeline.hpp"
#include "engine/uncertainty/boundary_error.hpp"
#include "engine/uncertainty/simulate.hpp"
#include "engine/verdict/decide.hpp"
#include "engine/verdict/fixed_outline.hpp"
#include "engine/verdict/joint.hpp"
#include "engine/verdict/measure_readings.hpp"
#include "engine/verdict/reason.hpp"
#include "engine/verdict/self_check.hpp"
#include "engine/verdict/source_offset.hpp"
#include "engine/verdict/stated_claim.hpp"
#include "engine/verdict/verdict.hpp"
#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/units/area.hpp"
#include "shapes/validity/validate.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// A file that went in, for the record. Filled by whoever read it; the engine passes it on.
struct InputFile {
    std::string path;
    std::string sha256; ///< lower-case hex
    std::size_t bytes = 0;
};

/// Where a result came from: enough to compute it again.
struct Provenance {
    std::string program;                          ///< "areaclaim 0.1.0"
    std::map<std::string, std::string> libraries; ///< name → version
    std::vector<InputFile> files;
    std::vector<std::string> left_out;          ///< paths of inputs that were named and not read
    std::map<std::string, std::string> options; ///< as given, e.g. "edges": "straight"
};

struct VerifyOptions {
    ControlClass level = ControlClass::confirmed; ///< what counts as held in the main verdict
    shapes::EdgeModel edges = shapes::EdgeModel::straight;
    int threads = 1;
    ErrorModel error_model =
        ErrorModel::redrawn;  ///< what two maps of a source share moves together
    int sensitivity_days = 3; ///< shifts of the claim's day and of its baseline, each way; ≥ 0
    /// Simulate the boundary error as well; its threads are those above.
    std::optional<SimulationOptions> simulation = std::nullopt;
};

/// A measured value on a map's day.
struct DatedArea {
    Date date;
    shapes::Area area;
};

/// The measure at the end of the window: on the day itself, or on the maps around it.
struct Bracket {
    std::optional<DatedArea> before; ///< the last map on or before the claim's day
    std::optional<DatedArea> after; ///< the first map on or after it; the same where a map is of it
};

/// The total of one level of control classes.
struct ClassTotal {
    ControlClass level = ControlClass::confirmed; ///< counts classes up to this one
    Interval measured;
    Verdict verdict = Verdict::undecidable;
    /// As in Measured, by the accuracy of this level's outline.
    std::optional<shapes::Area> sigma = std::nullopt;
};

/// The boundary error by simulation, over every choice of maps around the window's ends.
struct SimulatedInterval {
    ErrorModel model = ErrorModel::redrawn;
    int runs = 0;
    std::uint64_t seed = 0;
    shapes::Area sigma; ///< one standard deviation, the largest over the choices
    shapes::Area bias;  ///< measured less true, of the same choice
    Interval interval;  ///< 95 % interval of the true area; open where no map bounds it
    bool replaces_first_order = false; ///< because that does not hold
};

struct Measured {
    /// The value of the maps of the very days; nullopt where the claim's day or its baseline has no
    /// map: then only low and high are known, and nothing between is picked.
    std::optional<shapes::Area> best;
    /// Every value that the maps allow, over the maps around the baseline and around the day.
    Interval interval;
    /// One standard deviation of the boundary error under `errors.front()`'s model, the largest
    /// over the maps that the interval spans; nullopt where nothing is known of the source's
    /// accuracy.
    std::optional<shapes::Area> sigma;
    /// That error in full, and the same under the other model, for comparison.
    std::vector<BoundaryError> errors;
    std::optional<SimulatedInterval> simulated; ///< where a simulation was asked for
    Bracket bracket;
    /// The baseline used: maps around `since`; empty for `held`.
    std::optional<Date> baseline_before;
    std::optional<Date> baseline_after;
    /// One total per level that the source draws; the level of the main verdict among them.
    std::vector<ClassTotal> classes;
};

/// The verdict if the day were another.
struct Shift {
    enum class Of { day, baseline };
    Of of = Of::day;
    int days = 0; ///< −sensitivity_days … +sensitivity_days without 0
    /// Not a shift but another day that the claim may be counted from: the case names it, or it is
    /// the first of the month that the claim speaks of.
    bool plausible = false;
    Date date;                        ///< the shifted day
    std::optional<shapes::Area> best; ///< where maps are of the very days
    Interval interval;
    Verdict verdict = Verdict::undecidable;
};

/// When the stated figure was reached: after one map and by the next, no closer.
struct Reached {
    Date after;
    Date by;
};

/// The regions behind a figure, for maps: from the baseline map to one end of the bracket.
struct ChangePiece {
    Date from;
    Date to;
    shapes::ValidRegion lost;
    shapes::ValidRegion gained;
    shapes::ValidRegion held; ///< on `to`
    shapes::Area lost_area;
    shapes::Area gained_area;
    shapes::Area held_area;
};

/// A claim against one source.
struct SourceVerdict {
    std::string source;
    Measured measured;
    Verdict verdict = Verdict::undecidable;
    /// What the comparison alone found; the verdict may be another where the sign, the place,
    /// another reading of the measure or a break turns it.
    Decision decision;
    Side side = Side::across; ///< where the measurement lies towards the claim's band
    /// The maps bound the whole period, and count the same all through it; else the source has no
    /// vote in the joint verdict.
    bool covered = true;
    std::optional<Alarm> broken_by; ///< the first break of definition within the window, if any
    Interval without_break;         ///< the measure with the steps of all such breaks left out
    /// What else "lost" and "gained" can mean, measured; empty for other measures.
    std::optional<MeasureReadings> readings;
    /// What the source leaves out of a held area by definition on the claim's day. Without a region
    /// of interest it was added for the comparison; in one it is not known how much of it lies
    /// there.
    std::vector<Omission> omitted;
    /// What was added to `measured` for the comparison, and to `sensitivity` for its own days.
    shapes::Area added() const { return covered ? total(omitted) : shapes::Area(); }
    /// An interval of what was measured, as it was compared with the words.
    Interval compared(const Interval& measured_one) const { return shifted(measured_one, added()); }
    bool nothing_drawn = false; ///< not covered, as on none of its maps anything is held there
    bool other_reading_turns = false; ///< the sum from map to map would be too large for the claim
    bool reading_open = false;        ///< undecidable because another reading of the measure agrees
    bool figure_open = false;         ///< undecidable because the figure can be read in another way
    bool choice_open = false; ///< undecidable because a day that the claim leaves open decides
    /// The first map that it rests on of which nobody said which way round the Earth an edge goes:
    /// undecidable.
    std::optional<Date> way_open;
    Verdict strict_verdict = Verdict::undecidable; ///< against the strict band
    std::string label;                             ///< as ClaimVerification::label
    /// Of the lenient and of the strict band, boundary error and bracket together. Where the maps
    /// bracket the measurement, they are mostly our prior of where in the bracket the truth lies.
    /// No verdict rests on them, and no label of a scale.
    std::optional<Probability> probability;
    std::optional<Probability> strict_probability;
    bool rests_on_prior() const { return !measured.best; }
    std::optional<double> ratio; ///< stated ÷ (measured best + added)
    std::vector<Shift> sensitivity;
    /// Counted from the baseline's map; nullopt where no map within a quarter of a year of the
    /// claim's day reaches it, and for areas held.
    std::optional<Reached> reached;
    bool day_assumed = false;         ///< the claim names no day; the last map's was taken
    bool baseline_assumed = false;    ///< the claim names no baseline; the first map's was taken
    std::vector<Reason> reasons;      ///< what matters most to the verdict first
    WouldDecide would_decide;         ///< nothing where the verdict is decided
    std::vector<ChangePiece> changes; ///< at most two: to the map before and to the map after
};

/// A claim against all sources.
struct ClaimVerification {
    Claim claim; ///< as it was compared: of a rate, the change over its window
    std::optional<RateWindow> rate;
    std::optional<ShareOf> share;
    /// The measured value is compared with the stated bands times this: −1 for a net change that
    /// the text calls a loss, else 1.
    double sign = 1.0;
    std::vector<SourceVerdict> by_source; ///< one per source, in the case's order: the matrix
    /// The sources' common verdict (joint.hpp), and what it rests on.
    Verdict verdict = Verdict::undecidable;
    Joint::Why joint = Joint::Why::agree;
    /// One for each measure where the claim leaves it open; the verdict stands only where all
    /// agree.
    std::vector<MeasureChoice> choices;
    /// What somebody calls the verdict on a scale of his own, put in by whoever knows the scale
    /// (tools/report/scale.hpp); the engine passes it on. Empty without one.
    std::string label;
    /// From the least to the most that any source allows; nullopt with one source, or where one
    /// bounds nothing on a side.
    std::optional<Interval> spread;
    std::vector<Reason> reasons;
};

/// Something between claims: the same event told with figures that cannot all be true, say.
struct ConsistencyFinding {
    ConsistencyCode code = ConsistencyCode::extra_fits;
    bool agrees = true;
    std::vector<std::string> claims; ///< ids
    ConsistencyFigures figures;
};

/// One difference and what its checks found.
struct CheckedDifference {
    std::string source;
    Date from;
    Date to; ///< the same as `from` where a held area was checked
    SelfCheck check;
};

/// What was used of one source.
struct SourceReport {
    std::string name;
    std::string profile;
    std::string credit;
    std::string licence;
    std::string map_hour;
    std::optional<SourceAccuracy> accuracy;
    FixedOutline outline;
    Timeline timeline;
    std::vector<TimelineRow> rows; ///< held, lost, gained of every snapshot at the main level
    std::vector<Alarm> alarms;
    /// What the source leaves out by definition; with a region of interest only what lies in it.
    std::vector<Omission> omits;
};

/// Everything that was found. Every report is a pure function of this value.
struct Verification {
    Case the_case;
    VerifyOptions options;
    std::vector<SourceReport> sources;
    std::vector<ClaimVerification> claims;
    std::vector<ConsistencyFinding> consistency;
    std::vector<SourceOffset> offsets;     ///< between each two sources that differ by a constant
    std::vector<CheckedDifference> checks; ///< of every difference that a verdict rests on
    SelfCheck self_check;                  ///< the worst of them and of the timelines' residuals
    std::vector<MapWarning> warnings;
    std::string scale; ///< the name of the scale that the labels are of, if there is one
    Provenance provenance;
};

} // namespace engine
