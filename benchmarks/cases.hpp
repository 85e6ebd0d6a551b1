// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/region.hpp"

#include <functional>
#include <string>
#include <vector>

namespace bench {

/// What is promised: an operation of ours at least `factor` times as fast as a peer's difference.
struct Floor {
    std::string what; ///< change_area or difference
    std::string peer;
    double factor;
};

/// A drawn pair, or why there is none here.
struct DrawnPair {
    shapes::Region before;
    shapes::Region after;
    std::string skipped; ///< e.g. "no real maps"; empty where there is a pair
};

struct Case {
    std::string name;
    std::function<DrawnPair()> make;
    std::vector<Floor> floors;
    /// Peak memory of ours against the input arrays, at most; 0: not measured.
    double memory_ratio = 0.0;
};

/// All cases of the suite, in the order of the report.
std::vector<Case> all_cases();

/// Unvalidated features of two real maps, for the kernel that takes any drawing.
DrawnPair raw_nzz_pair();

} // namespace bench
