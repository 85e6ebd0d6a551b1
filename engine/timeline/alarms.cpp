// SPDX-License-Identifier: MIT
#include "engine/timeline/alarm.hpp"

#include "engine/timeline/breaks.hpp"
#include "engine/timeline/figures_ahead.hpp"
#include "engine/timeline/map_figures.hpp"
#include "engine/toml/embedded_numbers.hpp"
#include "shapes/change/parallel.hpp"
#include "shapes/types/enum_names.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace engine {
namespace {

struct AlarmThresholds {
    double jump_km2, jump_share, undone_share, spike_days, dip_days, whole_share, component_km2,
        far_km, layers_km2, layers_share, class_share;
};

const AlarmThresholds& alarm_limits() {
    static const AlarmThresholds values = [] {
        const EmbeddedNumbers numbers("alarms.toml");
        const AlarmThresholds read{
            numbers.at("jump_km2"),      numbers.at("jump_share"), numbers.at("undone_share"),
            numbers.at("spike_days"),    numbers.at("dip_days"),   numbers.at("whole_share"),
            numbers.at("component_km2"), numbers.at("far_km"),     numbers.at("layers_km2"),
            numbers.at("layers_share"),  numbers.at("class_share")};
        numbers.finish();
        return read;
    }();
    return values;
}

constexpr auto kAlarmNames = shapes::enum_names<AlarmCode, AlarmCode::invalid_rings>(
    "file_date_not_map_date", "repeated_map", "missing_day", "one_day_spike", "restored_dip",
    "definition_break", "component_whole", "polygon_far", "layers_disagree", "overlap", "long_edge",
    "class_share_jump", "orientation", "zero_area", "invalid_rings");

class Watch {
  public:
    Watch(const Timeline& timeline, const std::vector<TimelineRow>& rows, ControlClass level)
        : timeline_(timeline), rows_(rows), level_(level) {}

    std::vector<Alarm> run(int threads) {
        look_at_steps(threads);
        files();
        missing_days();
        jumps();
        components();
        far_polygons();
        layers();
        class_shares();
        long_edges();
        rings();
        std::ranges::stable_sort(alarms_, {}, [](const Alarm& a) {
            return std::tuple(a.date, std::string_view(name(a.code)));
        });
        return std::move(alarms_);
    }

  private:
    void add(AlarmCode code, Date date, std::optional<double> km2, AlarmFacts facts = {}) {
        alarms_.push_back({code, date, km2, std::move(facts)});
    }
    const Snapshot& snapshot(std::size_t row) const {
        return timeline_.snapshots[rows_[row].snapshot];
    }
    CountedMap counted(const Snapshot& s) const { return {s.boundary, level_}; }
    double held(std::size_t row) const { return rows_[row].held.km2(); }
    bool is_jump(std::size_t row) const {
        return std::abs(held(row) - held(row - 1)) >=
               std::max(alarm_limits().jump_km2, alarm_limits().jump_share * held(row - 1));
    }
    std::optional<std::size_t> undone_by(std::size_t row, double days) const;

    /// What the alarms ask of one map and of the step to it.
    struct Step {
        std::vector<Component> vanished, appeared; ///< whole, since the map before
        std::vector<Component> far;
        std::optional<LayersOfChange> layers; ///< where the map has any, and their base is there
    };
    void look_at_steps(int threads);
    void look_at(std::size_t row, Step& step) const;

    void files();
    void missing_days();
    void jumps();
    void components();
    void far_polygons();
    void layers();
    void layer(const Snapshot& s, Measure of, const LayersOfChange::Layer& drawn);
    void class_shares();
    void long_edges();
    static std::map<AlarmCode, std::size_t> faults_of(const Snapshot& s);
    void rings();

    const Timeline& timeline_;
    const std::vector<TimelineRow>& rows_;
    ControlClass level_;
    std::vector<Step> steps_; ///< as rows_
    std::vector<Alarm> alarms_;
};

/// Each row by itself: most of what alarms cost is here.
void Watch::look_at_steps(int threads) {
    steps_.resize(rows_.size());
    shapes::change::for_each_task(rows_.size(), threads,
                                  [&](std::size_t row, std::size_t) { look_at(row, steps_[row]); });
}

void Watch::look_at(std::size_t row, Step& step) const {
    const Snapshot& s = snapshot(row);
    const CountedMap now = counted(s);
    step.far = far_components_of(now, alarm_limits().far_km);
    if (row > 0) {
        const CountedMap before = counted(snapshot(row - 1));
        step.vanished = vanished_components(before, now);
        step.appeared = appeared_components(before, now);
    }
    const auto& since = s.boundary.change_since;
    if (const auto base = since ? timeline_.as_of(*since).exact : std::nullopt) {
        step.layers = layers_of_change(counted(timeline_.snapshots[*base]), now);
    }
}

void Watch::files() {
    for (const Snapshot& s : timeline_.snapshots) {
        std::size_t others = 0;
        int lag = 0;
        for (const MapFile& file : s.files) {
            if (file.file_date && *file.file_date != s.date) {
                ++others;
                lag = std::max(lag, std::abs(*file.file_date - s.date));
            }
        }
        if (others == 0) {
            continue;
        }
        add(s.boundary.map_date ? AlarmCode::file_date_not_map_date : AlarmCode::repeated_map,
            s.date, std::nullopt, OtherFiles{others, lag});
    }
}

void Watch::missing_days() {
    for (const Gap& gap : timeline_.gaps) {
        if (gap.kind == Gap::Kind::missing) {
            add(AlarmCode::missing_day, gap.first, std::nullopt, MissingDays{gap.last});
        }
    }
}

/// The first later row within `days` by which the jump into `row` is undone.
std::optional<std::size_t> Watch::undone_by(std::size_t row, double days) const {
    const double jump = held(row) - held(row - 1);
    for (std::size_t j = row + 1; j < rows_.size(); ++j) {
        if (snapshot(j).date - snapshot(row).date > days) {
            return std::nullopt;
        }
        if (std::abs(held(j) - held(row - 1)) <=
            (1.0 - alarm_limits().undone_share) * std::abs(jump)) {
            return j;
        }
    }
    return std::nullopt;
}

void Watch::jumps() {
    std::set<std::size_t> back; // rows that undo an earlier jump are no jumps of their own
    for (std::size_t i = 1; i < rows_.size(); ++i) {
        if (!is_jump(i) || back.contains(i)) {
            continue;
        }
        const double jump = held(i) - held(i - 1);
        const auto until =
            undone_by(i, jump > 0.0 ? alarm_limits().spike_days : alarm_limits().dip_days);
        const Date date = snapshot(i).date;
        if (until) {
            back.insert(*until);
            add(jump > 0.0 ? AlarmCode::one_day_spike : AlarmCode::restored_dip, date, jump,
                BackBy{snapshot(*until).date});
            continue;
        }
        double whole_km2 = 0.0;
        for (const Component& c : jump > 0.0 ? steps_[i].appeared : steps_[i].vanished) {
            whole_km2 += c.area.km2();
        }
        if (whole_km2 >= alarm_limits().whole_share * std::abs(jump) ||
            is_unlike_days_around(timeline_, rows_, i, level_)) {
            add(AlarmCode::definition_break, date, jump,
                step_parts(counted(snapshot(i - 1)), counted(snapshot(i))));
        }
    }
}

void Watch::components() {
    for (std::size_t i = 1; i < rows_.size(); ++i) {
        const auto tell = [&](const std::vector<Component>& whole, double sign) {
            for (const Component& c : whole) {
                if (c.area.km2() >= alarm_limits().component_km2) {
                    add(AlarmCode::component_whole, snapshot(i).date, sign * c.area.km2());
                }
            }
        };
        tell(steps_[i].vanished, -1.0);
        tell(steps_[i].appeared, 1.0);
    }
}

void Watch::far_polygons() {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        double far_km2 = 0.0;
        double farthest_km = 0.0;
        for (const Component& c : steps_[i].far) {
            far_km2 += c.area.km2();
            farthest_km = std::max(farthest_km, c.distance_km);
        }
        if (far_km2 > 0.0) {
            add(AlarmCode::polygon_far, snapshot(i).date, far_km2, FarAway{farthest_km});
        }
    }
}

/// What a map draws as lost or gained since a day of which there is a map too, against the change
/// between the two.
void Watch::layers() {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (const auto& drawn = steps_[i].layers) {
            layer(snapshot(i), Measure::lost, drawn->lost);
            layer(snapshot(i), Measure::gained, drawn->gained);
        }
    }
}

void Watch::layer(const Snapshot& s, Measure of, const LayersOfChange::Layer& drawn) {
    const double apart = drawn.apart.km2();
    const double larger = std::max(drawn.drawn, drawn.measured).km2();
    if (apart >= std::max(alarm_limits().layers_km2, alarm_limits().layers_share * larger)) {
        add(AlarmCode::layers_disagree, s.date, apart,
            DrawnLayer{of, *s.boundary.change_since, drawn.drawn, drawn.measured});
    }
}

void Watch::class_shares() {
    const auto share = [](const Snapshot& s, ControlClass c) -> std::optional<double> {
        const auto held = [&](ControlClass level) {
            return held_area({s.boundary, level}, shapes::EdgeModel::straight).km2();
        };
        const double all = held(ControlClass::claimed);
        if (all <= 0.0) {
            return std::nullopt;
        }
        const auto below = static_cast<ControlClass>(index(c) - 1);
        return (held(c) - held(below)) / all;
    };
    for (const ControlClass c : {ControlClass::contested, ControlClass::claimed}) {
        for (std::size_t i = 1; i < timeline_.snapshots.size(); ++i) {
            const Snapshot& before = timeline_.snapshots[i - 1];
            const Snapshot& after = timeline_.snapshots[i];
            if (!before.boundary.has(c) && !after.boundary.has(c)) {
                continue;
            }
            const auto a = share(before, c);
            const auto b = share(after, c);
            if (a && b && std::abs(*b - *a) >= alarm_limits().class_share) {
                add(AlarmCode::class_share_jump, after.date, std::nullopt, ShareJump{c, *a, *b});
            }
        }
    }
}

void Watch::long_edges() {
    for (const Snapshot& s : timeline_.snapshots) {
        const auto count = std::ranges::count(s.boundary.problems, shapes::ProblemCode::long_edge,
                                              &shapes::Problem::code);
        if (count > 0) {
            add(AlarmCode::long_edge, s.date, std::nullopt,
                RingFaults{static_cast<std::size_t>(count), 1, timeline_.snapshots.size()});
        }
    }
}

/// The faults of one map's rings, by the alarm that tells of them.
std::map<AlarmCode, std::size_t> Watch::faults_of(const Snapshot& s) {
    std::map<AlarmCode, std::size_t> here;
    for (const shapes::Problem& problem : s.boundary.problems) {
        switch (problem.code) {
        case shapes::ProblemCode::overlap:
            ++here[AlarmCode::overlap];
            break;
        case shapes::ProblemCode::shell_clockwise:
        case shapes::ProblemCode::hole_counter_clockwise:
            here[AlarmCode::orientation] += problem.count; // one entry tells of all such rings
            break;
        case shapes::ProblemCode::zero_area_ring:
        case shapes::ProblemCode::too_few_positions:
            ++here[AlarmCode::zero_area];
            break;
        case shapes::ProblemCode::not_an_area:
        case shapes::ProblemCode::long_edge:
        case shapes::ProblemCode::crosses_antimeridian:
            break;
        default:
            ++here[AlarmCode::invalid_rings];
        }
    }
    return here;
}

/// Faults of rings as counts, one line for the whole source; overlaps by date, as they change
/// areas.
void Watch::rings() {
    struct Count {
        RingFaults faults;
        Date first;
    };
    std::map<AlarmCode, Count> counts;
    for (const Snapshot& s : timeline_.snapshots) {
        for (const auto& [code, times] : faults_of(s)) {
            if (code == AlarmCode::overlap) {
                add(code, s.date, std::nullopt, RingFaults{times, 1, timeline_.snapshots.size()});
                continue;
            }
            Count& count =
                counts.try_emplace(code, Count{{0, 0, timeline_.snapshots.size()}, s.date})
                    .first->second;
            count.faults.rings += times;
            ++count.faults.maps;
        }
    }
    for (const auto& [code, count] : counts) {
        add(code, count.first, std::nullopt, count.faults);
    }
}

} // namespace

std::vector<Alarm> find_alarms(const Timeline& timeline, const std::vector<TimelineRow>& rows,
                               ControlClass level, int threads) {
    return Watch(timeline, rows, level).run(threads);
}

void ask_for_alarms(const ControlBoundary* before, const ControlBoundary& map, ControlClass level) {
    const CountedMap now(map, level);
    far_components_of(now, alarm_limits().far_km);
    const auto has_less_sure = [](const ControlBoundary& b) {
        return b.has(ControlClass::contested) || b.has(ControlClass::claimed);
    };
    if (has_less_sure(map) || (before != nullptr && has_less_sure(*before))) {
        for (const ControlClass c : kControlClasses) {
            held_area({map, c}, shapes::EdgeModel::straight);
        }
    }
    if (before == nullptr) {
        return;
    }
    const CountedMap then(*before, level);
    vanished_components(then, now);
    appeared_components(then, now);
    if (map.change_since && map.change_since == before->date()) {
        layers_of_change(then, now);
    }
}

bool casts_doubt(const Alarm& alarm) {
    switch (alarm.code) {
    case AlarmCode::one_day_spike:
    case AlarmCode::restored_dip:
    case AlarmCode::definition_break:
    case AlarmCode::polygon_far:
    case AlarmCode::layers_disagree:
        return true;
    default:
        return false;
    }
}

const char* name(AlarmCode code) {
    return kAlarmNames.of(code);
}

} // namespace engine
