// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/problem.hpp"

namespace report {

/// Whether a finding is a fault of the drawing. Polygons side by side are none: whoever draws a
/// region in parts draws their common borders twice, and the parts are united.
inline bool is_fault(shapes::ProblemCode code) {
    return code != shapes::ProblemCode::shared_edge;
}

} // namespace report
