// SPDX-License-Identifier: MIT
#include "engine/measure/measurements.hpp"

#include <stdexcept>

namespace engine {
namespace {

template<class Map>
const typename Map::mapped_type& found(const Map& map, const typename Map::key_type& key) {
    const auto at = map.find(key);
    if (at == map.end()) {
        throw std::logic_error("something is judged that no plan had measured");
    }
    return at->second;
}

} // namespace

DrawnLevels::DrawnLevels(const Timeline& timeline) {
    for (const Snapshot& snapshot : timeline.snapshots) {
        auto& draws = draws_.emplace_back();
        for (const ControlClass level : kControlClasses) {
            draws[index(level)] = snapshot.boundary.has(level);
        }
    }
}

MapPair DrawnLevels::settled(MapPair maps) const {
    while (maps.level != ControlClass::confirmed && !draws_[maps.before][index(maps.level)] &&
           !draws_[maps.after][index(maps.level)]) {
        maps.level = static_cast<ControlClass>(index(maps.level) - 1);
    }
    return maps;
}

const MeasuredPair& Measurements::pair(const MapPair& maps) const {
    return found(pairs_, levels_.settled(maps));
}

const BoundaryError* Measurements::error(const MapPair& maps, Measure measure,
                                         ErrorModel model) const {
    return source_->accuracy ? &found(pair(maps).errors, {measure, model}) : nullptr;
}

shapes::Area Measurements::ever(const EverChanged& changed) const {
    return found(ever_, changed);
}

std::optional<std::size_t> Measurements::reached(const FirstReached& first) const {
    return found(reached_, first);
}

} // namespace engine
