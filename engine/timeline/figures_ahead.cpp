// SPDX-License-Identifier: MIT
#include "engine/timeline/figures_ahead.hpp"

#include "engine/timeline/map_figures.hpp"
#include "engine/timeline/remembered_figures.hpp"

namespace engine {
namespace {

/// Whether two maps that the same store knows are the same to it.
bool is_repeat(const ControlBoundary& a, const ControlBoundary& b) {
    return a.identity->drawn == b.identity->drawn && a.identity->change == b.identity->change;
}

} // namespace

void FiguresAhead::let_go() {
    if (before_) {
        before_->regions.release();
        before_.reset();
    }
}

void FiguresAhead::add(const ControlBoundary& map) {
    if (store_of(map) == nullptr) {
        let_go();
        return;
    }
    if (before_ && store_of(*before_) == store_of(map) && is_repeat(*before_, map)) {
        map.regions.release();
        return;
    }
    if (map.regions.are_there()) { // else the store knows the map from an earlier run
        const CountedMap now(map, how_.level);
        if (before_) {
            change_between({*before_, how_.level}, now, how_.edges, how_.threads);
        } else {
            held_area(now, how_.edges);
        }
        ask_for_alarms(before_ ? &*before_ : nullptr, map, how_.level);
    }
    let_go();
    before_ = map;
}

} // namespace engine
