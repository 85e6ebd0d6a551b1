// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/date.hpp"
#include "shapes/units/area.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// Two sources whose held areas differ by much the same amount on every day that both have a map
/// of: one counts an area that the other leaves out (Crimea, say). It bears on held areas and
/// cancels in changes.
struct SourceOffset {
    std::string source;
    std::string other;
    shapes::Area offset; ///< held by `source` less held by `other`, mean over the days
    shapes::Area spread; ///< largest less smallest difference
    std::size_t days = 0;
};

/// What one source holds by day.
struct HeldByDay {
    std::string source;
    std::map<Date, shapes::Area> held;
};

/// The offset between two sources; nullopt where they have fewer than two days in common, where the
/// difference is small, or where it is not constant (thresholds in engine/data/verdict.toml).
std::optional<SourceOffset> find_offset(const HeldByDay& a, const HeldByDay& b);

} // namespace engine
