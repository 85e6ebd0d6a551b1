// SPDX-License-Identifier: MIT
// The program's side of second_opinion.hpp: asks the module, which has the same functions with GEOS
// behind them.
#include "shapes/geos/geos_module.hpp"
#include "shapes/geos/second_opinion.hpp"

#include <exception>
#include <stdexcept>
#include <utility>

namespace shapes::geos {
namespace {

/// The module, opened at first use. Throws std::runtime_error where it is missing.
const GeosModule& geos_module() {
    static const auto* module =
        static_cast<const GeosModule*>(open_module("areaclaim_geos.so", kGeosInterface));
    return *module;
}

} // namespace

OverlayResult overlay(const Region& before, const Region& after, FillRule fill) {
    try {
        return geos_module().overlay(before, after, fill);
    } catch (const std::exception& e) {
        return {std::nullopt, e.what(), ""};
    }
}

OverlayResult overlay_on_grid(const Region& before, const Region& after, FillRule fill,
                              double grid_degrees) {
    try {
        return geos_module().overlay_on_grid(before, after, fill, grid_degrees);
    } catch (const std::exception& e) {
        return {std::nullopt, e.what(), ""};
    }
}

std::optional<std::string> invalid_reason(const Region& region) {
    return geos_module().invalid_reason(region);
}

Region unite(const Region& region, FillRule fill) {
    GeosModule::United united = geos_module().unite(region, fill);
    if (!united.error.empty()) {
        throw std::runtime_error(united.error);
    }
    return std::move(united.region);
}

std::string version() {
    return geos_module().version();
}

} // namespace shapes::geos
