// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace report {

/// One CSV field (RFC 4180): quoted where it holds a comma, a quote or a line end; and with an
/// apostrophe before a first character that a spreadsheet would take for a formula (= @ tab, and +
/// or
/// - where no number follows), since texts come from files of others. What would steer a terminal
/// or reorder text is taken out.
std::string csv_field(std::string_view text);

/// One record with its line end: LF alone, as other command-line tools write it.
std::string csv_record(const std::vector<std::string>& fields);

/// A number with as many digits as it needs to be read back the same.
std::string csv_number(double value);

} // namespace report
