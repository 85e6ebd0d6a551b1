// SPDX-License-Identifier: MIT
// The table of the module with GEOS. Nothing may be thrown across it.
#include "shapes/geos/geos_module.hpp"

#include <exception>

namespace shapes::geos {
namespace {

std::optional<std::string> reason_or_failure(const Region& region) {
    try {
        return invalid_reason(region);
    } catch (const std::exception& e) {
        return e.what();
    }
}

GeosModule::United unite_or_failure(const Region& region, FillRule fill) {
    try {
        return {unite(region, fill), ""};
    } catch (const std::exception& e) {
        return {{}, e.what()};
    }
}

constexpr GeosModule kTable{overlay, overlay_on_grid, reason_or_failure, unite_or_failure, version};
constexpr Module kModule{kGeosInterface, &kTable};

} // namespace
} // namespace shapes::geos

extern "C" __attribute__((visibility("default"))) const shapes::Module* areaclaim_module() {
    return &shapes::geos::kModule;
}
