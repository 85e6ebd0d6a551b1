// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/alarm.hpp"
#include "tools/report/language.hpp"

#include <string>
#include <vector>

namespace report {

/// An alarm in one sentence of a language.
std::string alarm_text(const engine::Alarm& alarm, const Language& in);

/// What appeared or vanished in a break: "3 part(s), the largest 1,782 km² at 46.26° N, 35.59° E",
/// or the words of the profile that knows it; empty for what else an alarm tells.
std::string parts_text(const engine::AlarmFacts& facts, const Language& in);

/// What an alarm is about, in a few words of a language.
std::string alarm_name(const engine::Alarm& alarm, const Language& in);

/// The kinds of a source's alarms, with their number and the first day of each.
std::vector<std::string> alarm_kinds(const std::vector<engine::Alarm>& alarms, const Language& in);

/// One sentence for each kind of alarm: the first of it, and how many more there are.
std::vector<std::string> alarm_lines(const std::vector<engine::Alarm>& alarms, const Language& in);

} // namespace report
