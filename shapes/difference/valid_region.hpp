// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/difference/fill_rule.hpp"
#include "shapes/types/problem.hpp"
#include "shapes/types/region.hpp"

#include <memory>
#include <vector>

namespace shapes {

struct ValidationResult;

/// A region that is proven: its winding number is 0 or 1 everywhere, shells run counter-clockwise,
/// holes clockwise, the interior is on the left of every edge. Only `validate` makes one, so the
/// difference core, whose sums are meaningless without the proof, can only be given proven regions.
///
/// Immutable and cheap to copy (shared ownership). An empty region is valid.
class ValidRegion {
  public:
    ValidRegion();

    const Region& region() const { return *region_; }
    bool empty() const { return region_->empty(); }

  private:
    explicit ValidRegion(Region proven);
    friend struct ValidRegionAccess; // the validator, in shapes/difference

    std::shared_ptr<const Region> region_;
};

/// What validation found: the region, and every problem of the drawing it was made from.
struct ValidationResult {
    ValidRegion region;
    std::vector<Problem> problems;
};

/// Proves a drawn region valid, or resolves it: the polygons, each filled by `fill`, united.
/// A drawing that is valid as it stands keeps its coordinates bit for bit (only ring direction and
/// exact duplicates of neighbouring positions are changed). Anything finite gives a result.
ValidationResult validate(const Region& drawn, FillRule fill = FillRule::nonzero);

/// The union of several valid regions.
ValidRegion unite(const std::vector<ValidRegion>& regions);

} // namespace shapes
