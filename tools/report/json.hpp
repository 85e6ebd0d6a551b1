// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/text_claim.hpp"
#include "engine/timeline/alarm.hpp"
#include "engine/timeline/date.hpp"
#include "engine/timeline/timeline.hpp"
#include "engine/verdict/self_check.hpp"
#include "shapes/types/problem.hpp"
#include "shapes/units/area.hpp"
#include "tools/report/language.hpp"

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

namespace report {

/// Members keep the order they are written in, as the manual shows them.
using Json = nlohmann::ordered_json;

/// "2022-09-08" or null.
Json date_json(const std::optional<engine::Date>& date);

/// The text, null where it is empty.
Json text_or_null(const std::string& text);

/// [low, high] in km², or null.
Json band_json(const std::optional<engine::Band>& band);

/// Appends {"file", "code", "lon", "lat", "text", "fault", "feature", "ring"} of each problem; only
/// borders that polygons share are no fault.
void add_problems(Json& list, const std::string& path,
                  const std::vector<shapes::Problem>& problems);

/// "ok", "finding", "others" [{"method", "lost_km2", "gained_km2"}] and "note" (null where all
/// agreed) of a self-check, added to what is there.
void add_finding(Json& self_check, const engine::SelfCheck& check);

/// {"code", "date", "km2", "text"}.
Json alarm_json(const engine::Alarm& alarm, const Language& in);

/// The rows of a timeline as the JSON names them.
Json snapshots_json(const engine::Timeline& timeline, const std::vector<engine::TimelineRow>& rows);

/// A document as text: two spaces of indent, a line end; doubles with as many digits as they need
/// to be read back the same; what is no number is null; invalid UTF-8 becomes U+FFFD, and what
/// could steer a terminal or reorder text is escaped.
std::string json_text(const Json& json);

/// The document of a command as text, after the name of its schema,
/// docs/schema/COMMAND.schema.json:
/// {"schema": "areaclaim/COMMAND/1", …}. A change that removes a name or its meaning raises the
/// number.
std::string document(const char* command, const Json& json);

} // namespace report
