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
    }
    return *shared_->regions;
}

bool RegionsOnDemand::are_there() const {
    const std::lock_guard lock(shared_->mutex);
    return shared_->regions.has_value();
}

void RegionsOnDemand::can_be_brought_by(std::function<MapRegions()> bring) const {
    const std::lock_guard lock(shared_->mutex);
    shared_->bring = std::move(bring);
}

void RegionsOnDemand::release() const {
    const std::lock_guard lock(shared_->mutex);
    if (shared_->bring) {
        shared_->regions.reset();
    }
}

} // namespace engine
