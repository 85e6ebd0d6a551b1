// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/date.hpp"
#include "engine/timeline/timeline.hpp"

#include <optional>

namespace engine {

/// What keeps a border or a coast in its place while a front may stand elsewhere than drawn. It
/// never depends on how many maps were loaded, only on whether two of them lie far apart in time.
struct FixedOutline {
    enum class By {
        nothing, ///< it moves like the front
        file,    ///< of the case or of `--outline`
        profile, ///< a file that the source's profile names
        maps,    ///< what the first and the last map draw alike, at least `outline_span_days` apart
    };
    By by = By::nothing;
    std::optional<Date> first = std::nullopt; ///< of the two maps
    std::optional<Date> last = std::nullopt;
};

/// "nothing", "file", "profile", "maps".
const char* name(FixedOutline::By by);

/// Whether the first and the last map lie so far apart in time that what both draw alike is a
/// border.
bool is_far_apart(const Timeline& timeline);

/// What fixes the outline of a source: a file goes before the profile's, and both before the maps.
FixedOutline outline_of(const Timeline& timeline, bool has_file, bool has_profile);

} // namespace engine
