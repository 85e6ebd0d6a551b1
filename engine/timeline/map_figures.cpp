// SPDX-License-Identifier: MIT
#include "engine/timeline/map_figures.hpp"

#include "engine/timeline/breaks.hpp"
#include "engine/timeline/remembered_figures.hpp"
#include "shapes/change/change_area.hpp"
#include "shapes/change/change_regions.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace engine {
namespace {

using shapes::Area;
using shapes::EdgeModel;
using shapes::ValidRegion;

constexpr Layout kComponents{6, false};

FigureKey key_of(FigureKind kind, EdgeModel edges, const CountedMap& after) {
    return {kind,
            after.level(),
            edges,
            {},
            after.map().identity->drawn,
            after.within().digest(*store_of(after.map()))};
}

/// Figures of one map.
template<class Make>
Figures figures_of(FigureKind kind, EdgeModel edges, const CountedMap& map, Layout layout,
                   const Make& make) {
    FigureStore* store = store_of(map.map());
    return store == nullptr ? make() : remembered(*store, key_of(kind, edges, map), layout, make);
}

/// Figures of the step between two.
template<class Make>
Figures figures_of(FigureKind kind, EdgeModel edges, const CountedMap& before,
                   const CountedMap& after, Layout layout, const Make& make) {
    FigureStore* store = store_of(after.map());
    // The key has one level and one region of interest.
    const bool alike = store_of(before.map()) == store && before.level() == after.level() &&
                       before.within().region() == after.within().region();
    if (store == nullptr || !alike ||
        (kind == FigureKind::layers && after.within().region() != nullptr)) {
        return make();
    }
    FigureKey key = key_of(kind, edges, after);
    key.before = before.map().identity->drawn;
    if (kind == FigureKind::layers) {
        key.beside = after.map().identity->change;
    }
    return remembered(*store, key, layout, make);
}

Figures flat(const std::vector<Component>& components) {
    Figures figures;
    for (const Component& c : components) {
        figures.insert(figures.end(), {c.area.m2(), c.box.west, c.box.south, c.box.east,
                                       c.box.north, c.distance_km});
    }
    return figures;
}

std::vector<Component> components(const Figures& figures) {
    std::vector<Component> components;
    for (std::size_t i = 0; i < figures.size(); i += kComponents.width) {
        const double* f = figures.data() + i;
        components.push_back({Area::from_m2(f[0]), {f[1], f[2], f[3], f[4]}, f[5]});
    }
    return components;
}

LayersOfChange::Layer layer(const shapes::Region& drawn, shapes::FillRule fill,
                            const ValidRegion& measured) {
    const auto change = shapes::change_area(shapes::validate(drawn, fill).region, measured);
    return {change.before, change.after, change.lost + change.gained};
}

} // namespace

MapDigest RegionOfInterest::digest(const FigureStore& store) const {
    if (region_ == nullptr) {
        return {};
    }
    if (!*digest_) {
        *digest_ = store.digest_of(region_->region());
    }
    return **digest_;
}

const ValidRegion& CountedMap::region() const {
    if (!region_) {
        const ValidRegion& held = map_->held_at(level_);
        const ValidRegion* within = within_.region();
        region_ = within != nullptr ? shapes::intersection(held, *within) : held;
    }
    return *region_;
}

Area held_area(const CountedMap& map, EdgeModel edges) {
    const auto make = [&] { return Figures{shapes::ellipsoidal_area(map.region(), edges).m2()}; };
    return Area::from_m2(figures_of(FigureKind::held, edges, map, {1}, make)[0]);
}

Change change_between(const CountedMap& before, const CountedMap& after, EdgeModel edges,
                      int threads) {
    const Figures f = figures_of(FigureKind::change, edges, before, after, {10}, [&] {
        const Change change = measure_change(before.region(), after.region(), edges, threads);
        Figures figures;
        for (const shapes::ChangeArea& one : {change.area, change.straight}) {
            figures.insert(figures.end(), {one.before.m2(), one.after.m2(), one.lost.m2(),
                                           one.gained.m2(), one.common.m2()});
        }
        return figures;
    });
    const auto area = [&](std::size_t i) {
        const auto m2 = [&](std::size_t k) { return Area::from_m2(f[i + k]); };
        return shapes::ChangeArea{m2(0), m2(1), m2(2), m2(3), m2(4)};
    };
    return {area(0), area(5)};
}

std::vector<Component> vanished_components(const CountedMap& before, const CountedMap& after) {
    return components(
        figures_of(FigureKind::vanished, EdgeModel::straight, before, after, kComponents,
                   [&] { return flat(whole_components(before.region(), after.region())); }));
}

std::vector<Component> appeared_components(const CountedMap& before, const CountedMap& after) {
    return vanished_components(after, before);
}

std::vector<Component> far_components_of(const CountedMap& map, double far_km) {
    return components(figures_of(FigureKind::far, EdgeModel::straight, map, kComponents,
                                 [&] { return flat(far_components(map.region(), far_km)); }));
}

double drawn_alike(const CountedMap& before, const CountedMap& after) {
    const auto make = [&] { return Figures{share_drawn_alike(before.region(), after.region())}; };
    return figures_of(FigureKind::drawn_alike, EdgeModel::straight, before, after, {1}, make)[0];
}

StepParts step_parts(const CountedMap& before, const CountedMap& after) {
    const auto make = [&] {
        const StepParts parts = summary_of(parts_of_step(before.region(), after.region()));
        return Figures{static_cast<double>(parts.count), parts.largest.m2(), parts.middle.lon,
                       parts.middle.lat};
    };
    const Figures f = figures_of(FigureKind::parts, EdgeModel::straight, before, after, {4}, make);
    return {static_cast<std::size_t>(std::max(0.0, f[0])), Area::from_m2(f[1]), {f[2], f[3]}};
}

LayersOfChange layers_of_change(const CountedMap& before, const CountedMap& after) {
    const auto make = [&] {
        const auto measured = shapes::change_regions(before.region(), after.region());
        const DrawnChange& drawn = after.map().change();
        Figures figures;
        for (const auto& one : {layer(drawn.lost, after.map().fill, measured.lost),
                                layer(drawn.gained, after.map().fill, measured.gained)}) {
            figures.insert(figures.end(), {one.drawn.m2(), one.measured.m2(), one.apart.m2()});
        }
        return figures;
    };
    const Figures f = figures_of(FigureKind::layers, EdgeModel::straight, before, after, {6}, make);
    const auto area = [&](std::size_t i) { return Area::from_m2(f[i]); };
    return {{area(0), area(1), area(2)}, {area(3), area(4), area(5)}};
}

} // namespace engine
