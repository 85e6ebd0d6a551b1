// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/region.hpp"

#include <memory>

namespace support {

/// Two regions as CGAL's general polygon sets over an exact kernel (Epeck): nothing is rounded
/// until a result is converted back, each coordinate then to the nearest double but one.
///
/// The regions must be valid, shells counter-clockwise and holes clockwise.
class ExactSets {
  public:
    ExactSets(const shapes::Region& before, const shapes::Region& after);
    ~ExactSets();

    /// before ∖ after, kept inside (for timing).
    void difference();
    /// Area of what `difference` kept, in square degrees.
    double result_planar_area() const;

    shapes::Region lost() const;   ///< before ∖ after
    shapes::Region gained() const; ///< after ∖ before
    shapes::Region common() const; ///< before ∩ after

  private:
    struct Sets;
    std::unique_ptr<Sets> sets_;
};

} // namespace support
