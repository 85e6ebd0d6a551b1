// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/date.hpp"

/// The day of an ISO 8601 text; throws where it is none.
inline engine::Date day(const char* iso) {
    return engine::Date::parse_iso(iso).value();
}
