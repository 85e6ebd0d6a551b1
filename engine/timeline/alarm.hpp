// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/date.hpp"

#include <optional>
#include <string>

namespace engine {

/// Something about a source's maps that a reader must know before trusting a figure from them.
struct Alarm {
    std::string code;          ///< stable name, e.g. "missing_day"
    std::optional<Date> date;  ///< the snapshot or day it is about
    std::optional<double> km2; ///< its size where it has one
    std::string text;          ///< one sentence for a person
};

} // namespace engine
