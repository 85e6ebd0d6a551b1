// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace engine {

/// Another way to read the same words, less likely than the claim's own figure.
struct Reading {
    double figure_km2 = 0.0;
    std::string code; ///< why it may be read so, e.g. "full_stop_decimal"
    std::string name; ///< of another region, or ""
    std::string kind; ///< of that region, as in engine/data/yardsticks, or ""
    /// As likely as the claim's figure: a verdict stands only where this reading gives the same.
    bool open = false;
};

} // namespace engine
