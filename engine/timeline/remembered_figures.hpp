// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/control_boundary.hpp"
#include "engine/timeline/figure_store.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace engine {

using Figures = std::vector<double>;

/// How many figures a list has: one record, or any number of records, each so wide.
struct Layout {
    std::size_t width = 1;
    bool one = true;
    bool fits(const Figures& f) const { return one ? f.size() == width : f.size() % width == 0; }
};

/// Where figures of a map are kept; nullptr: nowhere.
inline FigureStore* store_of(const ControlBoundary& map) {
    return map.identity ? map.identity->store.get() : nullptr;
}

/// What the store has under a key, else what `make` gives, which the store is handed.
template<class Make>
Figures remembered(FigureStore& store, const FigureKey& key, Layout layout, const Make& make) {
    if (auto found = store.find(key); found && layout.fits(*found)) {
        return std::move(*found);
    }
    Figures made = make();
    store.keep(key, made);
    return made;
}

} // namespace engine
