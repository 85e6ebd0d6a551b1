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
void hold(ControlBoundary& boundary,
          const std::array<std::vector<std::size_t>, kControlClasses.size()>& features) {
    shapes::ValidRegion below;
    for (const ControlClass c : kControlClasses) {
        const shapes::Region& drawn = boundary.drawn[index(c)];
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
        boundary.held[index(c)] = below;
    }
}

/// Takes over the regions and problems of a boundary that draws the same; false where there is
/// none.
bool take_over(ControlBoundary& boundary, const std::vector<ControlBoundary>* same) {
    if (same == nullptr) {
        return false;
    }
    for (const ControlBoundary& other : *same) {
        // Of several maps in one file each has problems of its own, even where two draw the same.
        const bool same_map = same->size() == 1 || other.map_date == boundary.map_date;
        if (same_map && other.fill == boundary.fill && other.drawn == boundary.drawn) {
            boundary.drawn = other.drawn;
            boundary.held = other.held;
            boundary.problems = other.problems;
            return true;
        }
    }
    return false;
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
            all.append(drawn[index(c)]);
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
    boundary.drawn = std::move(parts.drawn);
    boundary.fill = fill;
    boundary.change = std::move(parts.change);
    boundary.problems = std::move(parts.problems);
    boundary.warnings = std::move(parts.warnings);
    if (!take_over(boundary, same)) {
        hold(boundary, parts.features);
    }
    return boundary;
}

ControlBoundary merge_parts(const std::vector<ControlBoundary>& parts) {
    ControlBoundary merged = parts.front();
    std::array<shapes::Region, 3> drawn;
    shapes::ValidRegion below;
    for (const ControlClass c : kControlClasses) {
        const std::size_t i = index(c);
        std::vector<shapes::ValidRegion> regions{below};
        for (const ControlBoundary& part : parts) {
            drawn[i].append(part.drawn[i]);
            if (part.has(c)) {
                regions.push_back(part.held[i]);
            }
        }
        // held[i] of a part counts its lower classes too; they are below the same level anyway.
        if (regions.size() > 1) {
            below = regions.size() == 2 && below.empty() ? regions.back() : shapes::unite(regions);
        }
        merged.held[i] = below;
    }
    merged.drawn = std::move(drawn);
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const ControlBoundary& part = parts[i];
        add_new(merged.paths, part.paths);
        add_new(merged.warnings, part.warnings);
        merged.problems.insert(merged.problems.end(), part.problems.begin(), part.problems.end());
        merged.file_date = merged.file_date ? merged.file_date : part.file_date;
        merged.map_date = merged.map_date ? merged.map_date : part.map_date;
        merged.change.lost.append(part.change.lost);
        merged.change.gained.append(part.change.gained);
        merged.change.since = merged.change.since ? merged.change.since : part.change.since;
    }
    return merged;
}

} // namespace engine
