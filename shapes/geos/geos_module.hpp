// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/geos/second_opinion.hpp"
#include "shapes/modules/open_module.hpp"

#include <optional>
#include <string>

namespace shapes::geos {

/// What the module with GEOS offers: the functions of second_opinion.hpp. None throws.
struct GeosModule {
    struct United {
        Region region;
        std::string error; ///< empty where all went well
    };
    OverlayResult (*overlay)(const Region& before, const Region& after, FillRule fill);
    OverlayResult (*overlay_on_grid)(const Region& before, const Region& after, FillRule fill,
                                     double grid_degrees);
    std::optional<std::string> (*invalid_reason)(const Region& region);
    United (*unite)(const Region& region, FillRule fill);
    std::string (*version)();
};

inline constexpr ModuleInterface kGeosInterface{1, sizeof(GeosModule)};

} // namespace shapes::geos
