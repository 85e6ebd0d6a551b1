// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/control_boundary.hpp"
#include "engine/uncertainty/boundary_error.hpp"
#include "engine/uncertainty/front.hpp"
#include "engine/uncertainty/random.hpp"
#include "engine/uncertainty/sampled_field.hpp"

#include <memory>
#include <vector>

/// A campaign whose truth is known: a country of some 120 km by 200 km whose front in the east is
/// pushed back day by day, and maps of it that are drawn with a known error.
/// Days are as uneven as on real fronts: by how much it moves, u^m for a uniform u, is the more of
/// single steps the larger m. In brackets of at most a week of DeepState's maps from July to
/// September 2024 a tenth of the change or less had happened on 7 % of the days for gains (m = 1.1)
/// and on 35 % for losses (m = 6); m is 1, 2.5 or 6.
class Campaign {
  public:
    static constexpr int kDays = 8;

    /// A new front, new pushes and a new error field.
    Campaign(engine::NormalSource& random, engine::ErrorModel model);

    engine::DisplacementField field() const { return field_; }
    /// What the country truly lost from day 0 to a day, km².
    double lost_km2(int day) const { return lost_km2_[static_cast<std::size_t>(day)]; }
    /// A map of every day, as somebody would draw it: all of one field, or each of its own.
    std::vector<engine::ControlBoundary> draw(engine::NormalSource& random) const;

  private:
    struct Outline {
        std::vector<engine::PlanePoint> places; ///< of the true boundary, anticlockwise, km
        std::size_t first = 0;                  ///< of them among all places of the field
    };

    shapes::Region region(const Outline& outline, const std::vector<engine::PlanePoint>& by) const;

    engine::ErrorModel model_;
    engine::DisplacementField field_;
    std::vector<Outline> days_;
    std::vector<double> lost_km2_;
    std::unique_ptr<engine::SampledField> sampled_;
};
