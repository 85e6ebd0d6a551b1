// SPDX-License-Identifier: MIT
#pragma once

#include "tools/page/projection.hpp"

namespace page {

/// A place of a drawing: units of its viewBox, y downwards.
struct Spot {
    double x = 0.0;
    double y = 0.0;
};

/// What part of the Earth a map shows, and how large: everything that is drawn on it goes through
/// here, so that all of it has one scale.
class View {
  public:
    /// Shows `box` (degrees), with a margin around it, in a drawing of this width. The height
    /// follows, between half and nine tenths of the width. At least `least_km` are shown each way,
    /// so that there is room for a yardstick. An empty box shows the place 0, 0.
    View(const shapes::Box& box, double width, double least_km = 2);

    Spot at(shapes::Position p) const;
    double width() const { return width_; }
    double height() const { return height_; }
    double units_per_km() const { return units_per_km_; }
    /// Bounds of what is shown, degrees.
    const shapes::Box& shown() const { return shown_; }

  private:
    void show();

    EqualAreaProjection projection_;
    double width_;
    double height_ = 0.0;
    double units_per_km_ = 1.0;
    PlanePoint middle_; ///< stands in the middle of the drawing
    shapes::Box shown_;
};

} // namespace page
