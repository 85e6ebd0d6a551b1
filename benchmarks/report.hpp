// SPDX-License-Identifier: MIT
#pragma once

#include "benchmarks/cases.hpp"
#include "benchmarks/measure.hpp"

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

namespace bench {

/// Peak memory of an operation, as a multiple of the input arrays.
struct MemoryUse {
    std::string what;
    double ratio;
    double floor;
};

/// A case as measured.
struct CaseResult {
    std::string name;
    std::string skipped;
    std::size_t before_edges = 0;
    std::size_t after_edges = 0;
    std::vector<Floor> floors;
    std::vector<Row> rows;
    double one_pass_s = 0.0; ///< reading both arrays once, measured in the same run
    std::vector<MemoryUse> memory;
    /// The largest disagreement of two libraries about lost or gained, relative to the larger
    /// region.
    std::vector<std::pair<std::string, double>> disagreements;
};

/// A promise that is no ratio between rows of a pair.
struct Single {
    std::string name;
    std::string unit;
    double value;
    double floor;
    bool at_most; ///< the value is to stay below the floor, else above
    bool met() const { return at_most ? value <= floor : value >= floor; }
};

/// The physical limit of anything that looks at every vertex: reading both arrays once
/// (as measured before any of this was written).
inline constexpr double kLimitNsPerVertex = 0.6;

struct Report {
    std::string machine;
    double limit_s = 0.0; ///< how long a peer's answer was awaited
    std::vector<CaseResult> cases;
    std::vector<Single> singles;
    std::vector<std::string> skipped; ///< single measurements that could not be made, and why
};

/// Ours against the peer's difference, best run against best run; nothing where either failed.
std::optional<double> ratio(const CaseResult& result, const Floor& floor);

std::string to_markdown(const Report& report);
nlohmann::json to_json(const Report& report);

} // namespace bench
