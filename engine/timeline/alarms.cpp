// SPDX-License-Identifier: MIT
#include "engine/timeline/alarm.hpp"

#include "engine/timeline/breaks.hpp"
#include "engine/timeline/components.hpp"
#include "engine/toml/embedded_numbers.hpp"
#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/change/change_area.hpp"
#include "shapes/change/change_regions.hpp"
#include "shapes/validity/validate.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <set>
#include <utility>

namespace engine {
namespace {

struct AlarmThresholds {
    double jump_km2, jump_share, undone_share, spike_days, dip_days, whole_share, component_km2,
        far_km, layers_km2, layers_share, class_share;
};

const AlarmThresholds& limits() {
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

std::string whole_km2(double km2) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.0f km²", km2);
    return text.data();
}

class Watch {
  public:
    Watch(const Timeline& timeline, const std::vector<TimelineRow>& rows, ControlClass level)
        : timeline_(timeline), rows_(rows), level_(level) {}

    std::vector<Alarm> run() {
        files();
        missing_days();
        jumps();
        components();
        far_polygons();
        layers();
        class_shares();
        long_edges();
        rings();
        std::ranges::stable_sort(alarms_, {},
                                 [](const Alarm& a) { return std::tuple(a.date, a.code); });
        return std::move(alarms_);
    }

  private:
    void add(const char* code, std::optional<Date> date, std::optional<double> km2,
             std::string text) {
        alarms_.push_back({code, date, km2, std::move(text), ""});
    }
    const Snapshot& snapshot(std::size_t row) const {
        return timeline_.snapshots[rows_[row].snapshot];
    }
    double held(std::size_t row) const { return rows_[row].held.km2(); }
    bool is_jump(std::size_t row) const {
        return std::abs(held(row) - held(row - 1)) >=
               std::max(limits().jump_km2, limits().jump_share * held(row - 1));
    }
    std::optional<std::size_t> undone_by(std::size_t row, double days) const;

    void files();
    void missing_days();
    void jumps();
    void components();
    void far_polygons();
    void layers();
    void layer(const Snapshot& s, const char* what, const shapes::Region& drawn,
               const shapes::ValidRegion& measured);
    void class_shares();
    void long_edges();
    void rings();

    const Timeline& timeline_;
    const std::vector<TimelineRow>& rows_;
    ControlClass level_;
    std::vector<Alarm> alarms_;
};

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
        if (s.boundary.map_date) {
            add("file_date_not_map_date", s.date, std::nullopt,
                std::to_string(others) + " file(s) of other days carry the map of " + s.date.iso() +
                    ", up to " + std::to_string(lag) + " day(s) away.");
        } else {
            add("repeated_map", s.date, std::nullopt,
                std::to_string(others) + " file(s) repeat the map of " + s.date.iso() + ", up to " +
                    std::to_string(lag) + " day(s) later.");
        }
    }
}

void Watch::missing_days() {
    for (const Gap& gap : timeline_.gaps) {
        if (gap.kind == Gap::Kind::missing) {
            add("missing_day", gap.first, std::nullopt,
                gap.days() == 1 ? "No file of " + gap.first.iso() + "."
                                : "No file of the " + std::to_string(gap.days()) + " days from " +
                                      gap.first.iso() + " to " + gap.last.iso() + ".");
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
        if (std::abs(held(j) - held(row - 1)) <= (1.0 - limits().undone_share) * std::abs(jump)) {
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
        const auto until = undone_by(i, jump > 0.0 ? limits().spike_days : limits().dip_days);
        const Date date = snapshot(i).date;
        if (until) {
            back.insert(*until);
            add(jump > 0.0 ? "one_day_spike" : "restored_dip", date, jump,
                "The held area " + std::string(jump > 0.0 ? "rises" : "falls") + " by " +
                    whole_km2(std::abs(jump)) + " on " + date.iso() + " and is back on " +
                    snapshot(*until).date.iso() + ".");
            continue;
        }
        const auto& before = snapshot(i - 1).boundary.held_at(level_);
        const auto& after = snapshot(i).boundary.held_at(level_);
        const auto whole =
            jump > 0.0 ? whole_components(after, before) : whole_components(before, after);
        double whole_km2_sum = 0.0;
        for (const Component& c : whole) {
            whole_km2_sum += c.area.km2();
        }
        if (whole_km2_sum >= limits().whole_share * std::abs(jump) ||
            is_unlike_days_around(timeline_, rows_, i, level_)) {
            const std::string parts = words_of(parts_of_step(before, after));
            add("definition_break", date, jump,
                "On " + date.iso() + " " + whole_km2(std::abs(jump)) +
                    (jump > 0.0 ? " appear" : " vanish") +
                    " for good, unlike all that changed on the days around (" + parts +
                    "): the maker may count differently from then on.");
            alarms_.back().parts = parts;
        }
    }
}

void Watch::components() {
    for (std::size_t i = 1; i < rows_.size(); ++i) {
        const auto& before = snapshot(i - 1).boundary.held_at(level_);
        const auto& after = snapshot(i).boundary.held_at(level_);
        const auto tell = [&](const std::vector<Component>& whole, const char* verb, double sign) {
            for (const Component& c : whole) {
                if (c.area.km2() >= limits().component_km2) {
                    add("component_whole", snapshot(i).date, sign * c.area.km2(),
                        "A component of " + whole_km2(c.area.km2()) + " " + verb + " whole on " +
                            snapshot(i).date.iso() + ".");
                }
            }
        };
        tell(whole_components(before, after), "vanishes", -1.0);
        tell(whole_components(after, before), "appears", 1.0);
    }
}

void Watch::far_polygons() {
    for (const Snapshot& s : timeline_.snapshots) {
        double far_km2 = 0.0;
        double farthest_km = 0.0;
        for (const Component& c : far_components(s.boundary.held_at(level_), limits().far_km)) {
            far_km2 += c.area.km2();
            farthest_km = std::max(farthest_km, c.distance_km);
        }
        if (far_km2 > 0.0) {
            add("polygon_far", s.date, far_km2,
                whole_km2(far_km2) + " of the map of " + s.date.iso() + " stand up to " +
                    std::to_string(static_cast<long>(farthest_km)) +
                    " km away from the rest of it.");
        }
    }
}

/// What a map draws as lost or gained since a day of which there is a map too, against the change
/// between the two.
void Watch::layers() {
    for (const Snapshot& s : timeline_.snapshots) {
        const DrawnChange& drawn = s.boundary.change;
        const auto base = drawn.since ? timeline_.as_of(*drawn.since).exact : std::nullopt;
        if (!base || (drawn.lost.empty() && drawn.gained.empty())) {
            continue;
        }
        const auto& before = timeline_.snapshots[*base].boundary.held_at(level_);
        const auto measured = shapes::change_regions(before, s.boundary.held_at(level_));
        layer(s, "lost", drawn.lost, measured.lost);
        layer(s, "gained", drawn.gained, measured.gained);
    }
}

void Watch::layer(const Snapshot& s, const char* what, const shapes::Region& drawn,
                  const shapes::ValidRegion& measured) {
    const auto change =
        shapes::change_area(shapes::validate(drawn, s.boundary.fill).region, measured);
    const double apart = (change.lost + change.gained).km2(); // in one of the two only
    const double larger = std::max(change.before, change.after).km2();
    if (apart >= std::max(limits().layers_km2, limits().layers_share * larger)) {
        add("layers_disagree", s.date, apart,
            "The map of " + s.date.iso() + " draws " + whole_km2(change.before.km2()) + " as " +
                what + "; between the maps of " + s.boundary.change.since->iso() + " and " +
                s.date.iso() + " " + whole_km2(change.after.km2()) + " were, and " +
                whole_km2(apart) + " are in one of the two only.");
    }
}

void Watch::class_shares() {
    const auto share = [](const Snapshot& s, ControlClass c) -> std::optional<double> {
        const double all =
            shapes::ellipsoidal_area(s.boundary.held_at(ControlClass::claimed)).km2();
        if (all <= 0.0) {
            return std::nullopt;
        }
        const auto below = static_cast<ControlClass>(index(c) - 1);
        return (shapes::ellipsoidal_area(s.boundary.held_at(c)).km2() -
                shapes::ellipsoidal_area(s.boundary.held_at(below)).km2()) /
               all;
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
            if (a && b && std::abs(*b - *a) >= limits().class_share) {
                add("class_share_jump", after.date, std::nullopt,
                    std::string("The share of ") + name(c) + " areas goes from " +
                        std::to_string(std::lround(100.0 * *a)) + " to " +
                        std::to_string(std::lround(100.0 * *b)) + " % on " + after.date.iso() +
                        ".");
            }
        }
    }
}

void Watch::long_edges() {
    for (const Snapshot& s : timeline_.snapshots) {
        const auto count = std::ranges::count(s.boundary.problems, shapes::ProblemCode::long_edge,
                                              &shapes::Problem::code);
        if (count > 0) {
            add("long_edge", s.date, std::nullopt,
                "On the map of " + s.date.iso() + " " + std::to_string(count) +
                    " ring(s) have an edge that spans more than 180 degrees of longitude, measured "
                    "the long way round; --antimeridian short leads it across the antimeridian.");
        }
    }
}

/// Faults of rings as counts, one line for the whole source; overlaps by date, as they change
/// areas.
void Watch::rings() {
    struct Count {
        std::size_t rings = 0;
        std::size_t maps = 0;
        Date first;
    };
    std::map<std::string, Count> counts;
    for (const Snapshot& s : timeline_.snapshots) {
        std::map<std::string, std::size_t> here;
        for (const shapes::Problem& problem : s.boundary.problems) {
            switch (problem.code) {
            case shapes::ProblemCode::overlap:
                ++here["overlap"];
                break;
            case shapes::ProblemCode::shell_clockwise:
            case shapes::ProblemCode::hole_counter_clockwise:
                here["orientation"] += problem.count; // one entry tells of all such rings
                break;
            case shapes::ProblemCode::zero_area_ring:
            case shapes::ProblemCode::too_few_positions:
                ++here["zero_area"];
                break;
            case shapes::ProblemCode::not_an_area:
            case shapes::ProblemCode::long_edge:
            case shapes::ProblemCode::crosses_antimeridian:
                break;
            default:
                ++here["invalid_rings"];
            }
        }
        for (const auto& [code, times] : here) {
            if (code == "overlap") {
                add("overlap", s.date, std::nullopt,
                    std::to_string(times) + " overlap(s) of polygons on the map of " +
                        s.date.iso() + "; they were united, not summed.");
                continue;
            }
            Count& count = counts.try_emplace(code, Count{0, 0, s.date}).first->second;
            count.rings += times;
            ++count.maps;
        }
    }
    static const std::map<std::string, const char*> kWhat{
        {"orientation", "ring(s) run the wrong way round (RFC 7946 §3.1.6)"},
        {"zero_area", "ring(s) have no area"},
        {"invalid_rings", "fault(s) of rings (crossing, touching, unclosed, nested, doubled)"}};
    for (const auto& [code, count] : counts) {
        add(code.c_str(), count.first, std::nullopt,
            std::to_string(count.rings) + " " + kWhat.at(code) + " on " +
                std::to_string(count.maps) + " of " + std::to_string(timeline_.snapshots.size()) +
                " map(s).");
    }
}

} // namespace

std::vector<Alarm> find_alarms(const Timeline& timeline, const std::vector<TimelineRow>& rows,
                               ControlClass level) {
    return Watch(timeline, rows, level).run();
}

bool casts_doubt(const Alarm& alarm) {
    static const std::set<std::string> kDoubtful{"one_day_spike",    "restored_dip",
                                                 "definition_break", "polygon_far",
                                                 "layers_disagree",  "long_edge"};
    return kDoubtful.contains(alarm.code);
}

} // namespace engine
