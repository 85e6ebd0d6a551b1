// SPDX-License-Identifier: MIT
#include "engine/timeline/control_boundary.hpp"
#include "shapes/validity/validate.hpp"

#include <algorithm>
#include <utility>

namespace engine {
namespace {

/// Counts ring `ring` of a drawn region within the feature that it came from. Nothing changes where
/// the features are not known.
void place_in_feature(const shapes::Region& drawn, const std::vector<std::size_t>& features,
                      std::optional<std::size_t>& feature, std::optional<std::size_t>& ring) {
    const auto starts = drawn.polygon_starts();
    const auto next = ring ? std::ranges::upper_bound(starts, *ring) : starts.begin();
    if (next == starts.begin()) {
        return;
    }
    auto polygon = static_cast<std::size_t>(next - starts.begin()) - 1;
    if (polygon >= features.size()) {
        return;
    }
    feature = features[polygon];
    while (polygon > 0 && features[polygon - 1] == *feature) {
        --polygon; // the polygons of a feature stand together
    }
    *ring -= starts[polygon];
}

/// Unites level by level: a class adds to what the level below holds.
void hold(ControlBoundary& boundary, MapRegions& regions,
          const std::array<std::vector<std::size_t>, kControlClasses.size()>& features) {
    shapes::ValidRegion below;
    for (const ControlClass c : kControlClasses) {
        const shapes::Region& drawn = regions.drawn[index(c)];
        if (!drawn.empty()) {
            shapes::ValidationResult result = shapes::validate(drawn, boundary.fill);
            for (shapes::Problem& problem : result.problems) {
                place_in_feature(drawn, features[index(c)], problem.feature, problem.ring);
                place_in_feature(drawn, features[index(c)], problem.other_feature,
                                 problem.other_ring);
                boundary.problems.push_back(std::move(problem));
            }
            below = below.empty() ? result.region : shapes::unite({below, result.region});
        }
        regions.held[index(c)] = below;
    }
}

/// Takes over the regions and problems of a boundary that draws the same; false where there is
/// none.
bool take_over(ControlBoundary& boundary, MapRegions& regions,
               const std::vector<ControlBoundary>* same) {
    if (same == nullptr) {
        return false;
    }
    for (const ControlBoundary& other : *same) {
        // Of several maps in one file each has problems of its own, even where two draw the same.
        const bool same_map = same->size() == 1 || other.map_date == boundary.map_date;
        if (same_map && other.fill == boundary.fill && other.drawn() == regions.drawn) {
            regions.drawn = other.drawn();
            regions.held = other.regions.get().held;
            boundary.problems = other.problems;
            return true;
        }
    }
    return false;
}

/// Hands a boundary its regions, and notes what is asked of them most.
void give(ControlBoundary& boundary, MapRegions regions) {
    for (const ControlClass c : kControlClasses) {
        boundary.draws[index(c)] = !regions.drawn[index(c)].empty();
        boundary.holds[index(c)] = !regions.held[index(c)].empty();
    }
    const bool draws_change = !regions.change.lost.empty() || !regions.change.gained.empty();
    boundary.change_since = draws_change ? regions.change.since : std::nullopt;
    boundary.regions = RegionsOnDemand(std::move(regions));
}

template<class T>
void add_new(std::vector<T>& all, const std::vector<T>& more) {
    for (const T& item : more) {
        if (std::ranges::find(all, item) == all.end()) {
            all.push_back(item);
        }
    }
}

} // namespace

shapes::Region ControlBoundary::drawn_up_to(ControlClass level) const {
    shapes::Region all;
    for (const ControlClass c : kControlClasses) {
        if (index(c) <= index(level)) {
            all.append(drawn()[index(c)]);
        }
    }
    return all;
}

ControlBoundary make_control_boundary(BoundaryParts parts, shapes::FillRule fill,
                                      const std::vector<ControlBoundary>* same) {
    ControlBoundary boundary;
    boundary.source = std::move(parts.source);
    boundary.paths = std::move(parts.paths);
    boundary.file_date = parts.file_date;
    boundary.map_date = parts.map_date;
    boundary.map_hour = std::move(parts.map_hour);
    boundary.map_hour_in = std::move(parts.map_hour_in);
    for (shapes::Region& drawn : parts.drawn) {
        drawn.shrink_to_fit(); // it stays as long as the map does
    }
    MapRegions regions{std::move(parts.drawn), {}, std::move(parts.change)};
    boundary.fill = fill;
    boundary.problems = std::move(parts.problems);
    boundary.warnings = std::move(parts.warnings);
    if (!take_over(boundary, regions, same)) {
        hold(boundary, regions, parts.features);
    }
    give(boundary, std::move(regions));
    return boundary;
}

bool draw_the_same(const ControlBoundary& a, const ControlBoundary& b) {
    return a.identity && b.identity ? a.identity->drawn == b.identity->drawn
                                    : a.drawn() == b.drawn();
}

ControlBoundary merge_parts(const std::vector<ControlBoundary>& parts) {
    ControlBoundary merged = parts.front();
    merged.identity.reset(); // it is another map than any of its parts
    MapRegions regions{{}, {}, merged.change()};
    std::array<shapes::Region, 3> drawn;
    shapes::ValidRegion below;
    for (const ControlClass c : kControlClasses) {
        const std::size_t i = index(c);
        std::vector<shapes::ValidRegion> levels{below};
        for (const ControlBoundary& part : parts) {
            drawn[i].append(part.drawn()[i]);
            if (part.has(c)) {
                levels.push_back(part.held_at(c));
            }
        }
        // What a part holds counts its lower classes too; they are below the same level anyway.
        if (levels.size() > 1) {
            below = levels.size() == 2 && below.empty() ? levels.back() : shapes::unite(levels);
        }
        regions.held[i] = below;
    }
    regions.drawn = std::move(drawn);
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const ControlBoundary& part = parts[i];
        add_new(merged.paths, part.paths);
        add_new(merged.warnings, part.warnings);
        merged.problems.insert(merged.problems.end(), part.problems.begin(), part.problems.end());
        merged.file_date = merged.file_date ? merged.file_date : part.file_date;
        merged.map_date = merged.map_date ? merged.map_date : part.map_date;
        const DrawnChange& change = part.change();
        regions.change.lost.append(change.lost);
        regions.change.gained.append(change.gained);
        regions.change.since = regions.change.since ? regions.change.since : change.since;
    }
    give(merged, std::move(regions));
    return merged;
}

} // namespace engine
