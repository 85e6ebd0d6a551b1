// SPDX-License-Identifier: MIT
#pragma once

#include "engine/uncertainty/field.hpp"
#include "engine/uncertainty/random.hpp"

#include <memory>
#include <vector>

namespace engine {

/// A place of the local plane, or a displacement in it, km.
struct PlanePoint {
    double x_km = 0.0;
    double y_km = 0.0;
};

/// Draws displacement fields at given places.
///
/// The field is drawn exactly (Cholesky factor of its covariance) at nodes a quarter of the
/// correlation length apart along the places, and carried to each place by its best linear
/// prediction from the nodes around. What prediction leaves out is below 1 % of the variance.
/// Immutable after construction: `draw` may be called from several threads.
class SampledField {
  public:
    SampledField(const std::vector<PlanePoint>& places, const DisplacementField& field);
    ~SampledField();
    SampledField(const SampledField&) = delete;
    SampledField& operator=(const SampledField&) = delete;

    /// One draw: a displacement for each place, in their order. Uses two normals per node.
    std::vector<PlanePoint> draw(NormalSource& random) const;

    std::size_t node_count() const;

  private:
    struct Factor;
    std::unique_ptr<Factor> factor_;
};

} // namespace engine
