// SPDX-License-Identifier: MIT
#pragma once

#include "benchmarks/measure.hpp"

#include <nlohmann/json_fwd.hpp>
#include <ostream>

namespace bench {

/// The rows as docs of `compare --json` name them; absent numbers are null.
nlohmann::json to_json(const std::vector<Row>& rows);

/// The rows for a person: times, the factor to ours of the same kind, lost and gained.
void print_table(std::ostream& out, const std::vector<Row>& rows);

/// A time with three digits: "7.12 µs".
std::string time_text(double seconds);

/// Best time of a row of this kind without error; nothing where there is none.
std::optional<double> min_of(const std::vector<Row>& rows, const std::string& what,
                             const std::string& who);

} // namespace bench
