// SPDX-License-Identifier: MIT
#include "engine/timeline/map_regions.hpp"

#include <mutex>

namespace engine {

struct RegionsOnDemand::Shared {
    std::mutex mutex;
    std::optional<MapRegions> regions;
    std::function<MapRegions()> bring;
};

RegionsOnDemand::RegionsOnDemand(MapRegions regions) : shared_(std::make_shared<Shared>()) {
    shared_->regions = std::move(regions);
}

RegionsOnDemand::RegionsOnDemand(std::function<MapRegions()> bring)
    : shared_(std::make_shared<Shared>()) {
    shared_->bring = std::move(bring);
}

const MapRegions& RegionsOnDemand::get() const {
    const std::lock_guard lock(shared_->mutex);
    if (!shared_->regions) {
        shared_->regions = shared_->bring();
        shared_->bring = nullptr;
    }
    return *shared_->regions;
}

} // namespace engine
