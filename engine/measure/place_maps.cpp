// SPDX-License-Identifier: MIT
#include "engine/measure/place_maps.hpp"

#include "engine/timeline/remembered_figures.hpp"
#include "engine/uncertainty/outline.hpp"
#include "engine/verdict/fixed_outline.hpp"

#include <cstdint>
#include <vector>

namespace engine {

void Parameters::add(double number) {
    bytes_.append(reinterpret_cast<const char*>(&number), sizeof number);
}

void Parameters::add(const MapDigest& digest) {
    bytes_.append(digest.begin(), digest.end());
}

void Parameters::add(std::string_view text) {
    add(static_cast<double>(text.size()));
    bytes_.append(text);
}

const CountedMap& PlaceMaps::counted(std::size_t map, ControlClass level) {
    const ControlBoundary& boundary = place_.source.timeline.snapshots[map].boundary;
    return counted_.try_emplace({map, level}, boundary, level, within_).first->second;
}

const EdgeSet& PlaceMaps::fixed(ControlClass level, double position_sigma_km) {
    const auto [entry, is_new] = fixed_.try_emplace(level);
    if (is_new) {
        entry->second = find_fixed(level, position_sigma_km);
    }
    return entry->second;
}

EdgeSet PlaceMaps::find_fixed(ControlClass level, double position_sigma_km) {
    EdgeSet fixed;
    const std::size_t maps = place_.maps.days.size();
    if (place_.outline != nullptr) {
        std::vector<shapes::ValidRegion> all;
        for (std::size_t map = 0; map < maps; ++map) {
            all.push_back(held(map, level));
        }
        fixed = edges_along(*place_.outline, all, position_sigma_km);
    } else if (is_far_apart(place_.source.timeline)) {
        const Timeline& timeline = place_.source.timeline;
        const CountedMap first(timeline.first().boundary, level, within_);
        const CountedMap last(timeline.last().boundary, level, within_);
        fixed = shared_edges(first.region(), last.region());
    }
    if (place_.within != nullptr) {
        fixed.add(EdgeSet(place_.within->region()));
    }
    return fixed;
}

FigureStore* PlaceMaps::store() const {
    return store_of(place_.source.timeline.snapshots.front().boundary);
}

std::optional<MapDigest> PlaceMaps::digest(std::size_t map) const {
    return digest(place_.source.timeline.snapshots[map].boundary);
}

std::optional<MapDigest> PlaceMaps::digest(const ControlBoundary& boundary) const {
    const bool is_known = store_of(boundary) != nullptr && store_of(boundary) == store();
    return is_known ? std::optional(boundary.identity->drawn) : std::nullopt;
}

std::optional<MapDigest> PlaceMaps::digest_of_fixed() const {
    const Timeline& timeline = place_.source.timeline;
    Parameters from;
    std::vector<const ControlBoundary*> rests_on;
    if (place_.outline != nullptr) {
        from.add(store()->digest_of(*place_.outline));
        for (const Snapshot& snapshot : timeline.snapshots) {
            rests_on.push_back(&snapshot.boundary);
        }
    } else if (is_far_apart(timeline)) {
        rests_on = {&timeline.first().boundary, &timeline.last().boundary};
    }
    for (const ControlBoundary* map : rests_on) {
        const auto drawn = digest(*map);
        if (!drawn) {
            return std::nullopt;
        }
        from.add(*drawn);
    }
    return store()->digest_of(std::string_view(from.bytes()));
}

std::optional<Remembering> PlaceMaps::remembering(FigureKind kind, const MapPair& maps,
                                                  Parameters parameters, bool by_fixed) {
    const auto before = digest(maps.before);
    const auto after = digest(maps.after);
    if (!before || !after) {
        return std::nullopt;
    }
    parameters.add(within_.digest(*store()));
    if (by_fixed) {
        if (!digest_of_fixed_) {
            digest_of_fixed_ = digest_of_fixed();
        }
        if (!*digest_of_fixed_) {
            return std::nullopt;
        }
        parameters.add(**digest_of_fixed_);
    }
    Remembering found{store(), {kind, maps.level}};
    found.key.before = *before;
    found.key.after = *after;
    found.key.beside = store()->digest_of(std::string_view(parameters.bytes()));
    return found;
}

} // namespace engine
