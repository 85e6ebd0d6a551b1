// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/control_class.hpp"
#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/types/region.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace engine {

/// Tells what one map draws from what any other does: SHA-256 over it. All zeros: of nothing.
using MapDigest = std::array<std::uint8_t, 32>;

/// What a list of figures says of a map, or of the step from one map to another.
enum class FigureKind : std::uint8_t {
    held,        ///< m² held on the map
    change,      ///< Change, its areas in m² in the order of ChangeArea
    vanished,    ///< whole components of the first that the second has nothing of
    far,         ///< components far from the largest one
    drawn_alike, ///< share of the outline that both draw alike
    parts,       ///< StepParts of the step
    layers,      ///< what the second draws as changed since the first, beside what was measured
    error,       ///< BoundaryError in first order
    ever,        ///< m² that changed hands at some time between the two
    second,      ///< SecondAnswer to the difference
};

/// Which figures are meant. They are functions of what is in the key, and of the program.
struct FigureKey {
    FigureKind kind = FigureKind::held;
    ControlClass level = ControlClass::confirmed;
    shapes::EdgeModel edges = shapes::EdgeModel::straight;
    MapDigest before = {}; ///< all zeros where the figures are of one map
    MapDigest after = {};
    MapDigest beside = {}; ///< of whatever else decides: a region of interest, …; else all zeros
    friend auto operator<=>(const FigureKey&, const FigureKey&) = default;
};

/// Keeps figures that were worked out, so that they need not be again. For use by several threads.
/// What it gives back is what was kept under the very key, to the bit, or nothing.
class FigureStore {
  public:
    FigureStore() = default;
    FigureStore(const FigureStore&) = delete;
    FigureStore& operator=(const FigureStore&) = delete;
    virtual ~FigureStore() = default;
    virtual std::optional<std::vector<double>> find(const FigureKey& key) = 0;
    virtual void keep(const FigureKey& key, const std::vector<double>& figures) = 0;
    virtual MapDigest digest_of(const shapes::Region& region) const = 0;
    virtual MapDigest digest_of(std::string_view bytes) const = 0;
};

/// By what a map is known to a store.
struct MapIdentity {
    MapDigest drawn;  ///< of what is drawn of all classes, and the fill rule
    MapDigest change; ///< of what is drawn as changed
    std::shared_ptr<FigureStore> store;
};

} // namespace engine
