// SPDX-License-Identifier: MIT
#include "engine/sources/apply.hpp"

#include "engine/input_error.hpp"
#include "engine/sources/contents.hpp"
#include "engine/sources/feature_date.hpp"
#include "engine/sources/name_pattern.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace engine {
namespace {

constexpr std::size_t kMostWarnings = 50; // of one map: a file may have a million bad dates
constexpr std::size_t kListedNames = 8;   // of features left out, in the warning

enum class Standing { held, not_held, unknown };

struct Meaning {
    Standing standing = Standing::unknown;
    ControlClass control = ControlClass::confirmed; ///< where held
    std::optional<Measure> change = std::nullopt;   ///< it draws a change
};

bool matches(const ClassRule& rule, const shapes::Feature& feature, std::string_view file) {
    if (!rule.property.empty()) {
        const std::string* value = find_property(feature, rule.property);
        if (value == nullptr || !matches_pattern(rule.value, *value)) {
            return false;
        }
    }
    return (rule.layer.empty() || matches_pattern(rule.layer, feature.layer)) &&
           (rule.file.empty() || matches_pattern(rule.file, file));
}

Meaning meaning_of(const SourceProfile& profile, const shapes::Feature& feature,
                   std::string_view file) {
    for (const ClassRule& rule : profile.classes) {
        if (matches(rule, feature, file)) {
            return rule.gives ? Meaning{Standing::held, *rule.gives, rule.change}
                              : Meaning{Standing::not_held, {}, rule.change};
        }
    }
    return profile.otherwise ? Meaning{Standing::held, *profile.otherwise} : Meaning{};
}

[[noreturn]] void fail_nothing_matches(const SourceProfile& profile,
                                       const shapes::FeatureCollection& file) {
    std::string message = file.path + ": no polygon in it matches the profile '" + profile.name +
                          "'. What the file has:";
    for (const std::string& line : describe_contents(file)) {
        message += "\n  " + line;
    }
    message += "\nUse another profile (--profile), or one of your own whose [[class]] rules match.";
    throw NothingMatches(message);
}

/// By what features that no rule knows are known, for the warning; empty where they have no name.
std::string name_of(const shapes::Feature& feature) {
    for (const char* property : {"name", "title", "type"}) {
        if (const std::string* value = find_property(feature, property)) {
            return shorten_for_message(*value);
        }
    }
    return shorten_for_message(feature.layer);
}

/// Collects the features of one file, map by map.
class Sorter {
  public:
    Sorter(const SourceProfile& profile, const shapes::FeatureCollection& file,
           const ApplyOptions& options)
        : profile_(profile), file_(file), options_(options), name_(file_name(file.path)),
          file_date_(date_of_name(profile.date, name_, warnings_)) {
        if (!options.asks_for_day) {
            warnings_.clear();
        }
    }

    std::vector<ControlBoundary> sort();

  private:
    struct Map {
        BoundaryParts parts;
        std::vector<Date> dates; ///< that its features tell, each once
    };

    std::optional<Date> date_of(const shapes::Feature& feature,
                                std::vector<MapWarning>& warnings) const;
    void add(std::size_t feature_index);
    Map& map_of(std::optional<Date> date);
    void hand_out_problems();
    bool each_tells_a_day() const;
    void warn_left_out();
    void settle_date(Map& map);

    const SourceProfile& profile_;
    const shapes::FeatureCollection& file_;
    const ApplyOptions& options_;
    std::string_view name_;
    std::vector<MapWarning> warnings_; // before file_date_, which adds to it
    std::optional<Date> file_date_;
    std::map<std::optional<Date>, Map> maps_;
    std::map<std::string, std::size_t> left_out_;
    bool several_dates_ = false;
    bool has_layers_ = false;          ///< several
    std::vector<Map*> map_of_feature_; ///< by feature index; nullptr: no rule knows it
};

Sorter::Map& Sorter::map_of(std::optional<Date> date) {
    const std::optional<Date> key = several_dates_ ? date : std::nullopt;
    Map& map = maps_[key];
    if (map.parts.paths.empty()) {
        map.parts.source = options_.source.empty() ? profile_.name : options_.source;
        map.parts.paths = {file_.path};
        map.parts.file_date = file_date_;
        map.parts.map_hour = profile_.map_hour;
        map.parts.map_hour_in = profile_.map_hour_in;
        for (const shapes::ReadWarning& said : file_.warnings) {
            map.parts.warnings.push_back({.code = MapWarningCode::reader_says, .reader = said});
        }
        map.parts.warnings.insert(map.parts.warnings.end(), warnings_.begin(), warnings_.end());
    }
    if (date && std::ranges::find(map.dates, *date) == map.dates.end()) {
        map.dates.push_back(*date);
    }
    return map;
}

/// The day that a feature tells itself; in an archive of several files, and in a file of several
/// layers, else the day in the name of its own.
std::optional<Date> Sorter::date_of(const shapes::Feature& feature,
                                    std::vector<MapWarning>& warnings) const {
    const auto told = date_of_feature(profile_.date, feature, warnings);
    std::vector<MapWarning> ignored;
    return told || !has_layers_ ? told
                                : date_of_name(profile_.date, feature.layer + ".json", ignored);
}

/// Whether every feature that the profile knows tells its own day, and not all the same: a file of
/// several maps, such as an archive in one file.
bool Sorter::each_tells_a_day() const {
    std::set<Date> days;
    for (const shapes::Feature& feature : file_.features) {
        if (feature.region.empty() ||
            meaning_of(profile_, feature, name_).standing != Standing::held) {
            continue;
        }
        std::vector<MapWarning> ignored;
        const auto day = date_of(feature, ignored);
        if (!day) {
            return false;
        }
        days.insert(*day);
    }
    return days.size() > 1;
}

void Sorter::add(std::size_t feature_index) {
    const shapes::Feature& feature = file_.features[feature_index];
    const Meaning meaning = meaning_of(profile_, feature, name_);
    if (meaning.standing == Standing::unknown) {
        if (!feature.region.empty()) {
            ++left_out_[name_of(feature)];
        }
        return;
    }
    std::vector<MapWarning> warnings;
    Map& map = map_of(date_of(feature, warnings));
    map_of_feature_[feature_index] = &map;
    BoundaryParts& parts = map.parts;
    for (MapWarning& warning : warnings) {
        if (parts.warnings.size() < kMostWarnings &&
            std::ranges::find(parts.warnings, warning) == parts.warnings.end()) {
            parts.warnings.push_back(std::move(warning));
        }
    }
    if (meaning.change) {
        DrawnChange& change = parts.change;
        (*meaning.change == Measure::lost ? change.lost : change.gained).append(feature.region);
        change.since = change.since ? change.since : since_of_feature(profile_.date, feature);
    }
    if (meaning.standing == Standing::held) {
        const std::size_t c = index(meaning.control);
        parts.drawn[c].append(feature.region);
        parts.features[c].insert(parts.features[c].end(), feature.region.polygon_count(),
                                 feature_index);
    }
}

/// A feature's problem belongs to its map, a problem of the whole file to all of them.
void Sorter::hand_out_problems() {
    for (const shapes::Problem& problem : file_.problems) {
        if (!problem.feature) {
            for (auto& [key, map] : maps_) {
                map.parts.problems.push_back(problem);
            }
        } else if (*problem.feature < map_of_feature_.size() &&
                   map_of_feature_[*problem.feature] != nullptr) {
            map_of_feature_[*problem.feature]->parts.problems.push_back(problem);
        }
    }
}

void Sorter::warn_left_out() {
    if (left_out_.empty()) {
        return;
    }
    MapWarning warning{.code = MapWarningCode::features_left_out, .name = profile_.name};
    for (const auto& [what, times] : left_out_) {
        warning.count += times;
        if (!what.empty() && warning.examples.size() <= kListedNames) {
            warning.examples.push_back(what);
        }
    }
    if (warning.examples.size() > kListedNames) {
        warning.examples.back() = "…";
    }
    for (auto& [key, map] : maps_) {
        map.parts.warnings.push_back(warning);
    }
}

void Sorter::settle_date(Map& map) {
    if (map.dates.size() == 1) {
        map.parts.map_date = map.dates.front();
    } else if (map.dates.empty()) {
        map.parts.map_date = profile_.date.name_is_map_date ? file_date_ : std::nullopt;
    } else {
        std::ranges::sort(map.dates);
        map.parts.warnings.push_back({.code = MapWarningCode::several_days,
                                      .day = map.dates.front(),
                                      .last = map.dates.back()});
    }
}

std::vector<ControlBoundary> Sorter::sort() {
    map_of_feature_.assign(file_.features.size(), nullptr);
    has_layers_ = std::ranges::any_of(file_.features, [&](const shapes::Feature& feature) {
        return feature.layer != file_.features.front().layer;
    });
    several_dates_ = profile_.date.several_dates || each_tells_a_day();
    for (std::size_t i = 0; i < file_.features.size(); ++i) {
        add(i);
    }
    // A feature without polygons (an empty MultiPolygon) is an empty region as long as the profile
    // knows it; polygons none of which the profile knows are a mistake in the choice of profile.
    if (maps_.empty() && !options_.may_hold_nothing) {
        fail_nothing_matches(profile_, file_);
    }
    if (maps_.empty()) {
        map_of(std::nullopt).parts.warnings.push_back({MapWarningCode::nothing_held});
    }
    hand_out_problems();
    warn_left_out();
    std::vector<ControlBoundary> boundaries;
    for (auto& [key, map] : maps_) {
        settle_date(map);
        boundaries.push_back(
            make_control_boundary(std::move(map.parts), options_.fill, options_.same));
    }
    std::ranges::stable_sort(boundaries, {}, &ControlBoundary::date);
    return boundaries;
}

} // namespace

std::vector<ControlBoundary> apply(const SourceProfile& profile,
                                   const shapes::FeatureCollection& file,
                                   const ApplyOptions& options) {
    if (file.features.empty() && !options.may_hold_nothing) {
        throw InputError(file.path +
                         ": the file holds no feature at all. Check that it is complete, "
                         "or name the layer with --layer.");
    }
    return Sorter(profile, file, options).sort();
}

} // namespace engine
