// SPDX-License-Identifier: MIT
#include "tools/page/view.hpp"

#include <algorithm>

namespace page {
namespace {

constexpr double kMargin = 0.10;     // of the extent, on each side
constexpr double kLeastHeight = 0.5; // of the width
constexpr double kMostHeight = 0.9;

} // namespace

View::View(const shapes::Box& box, double width, double least_km)
    : projection_(centre_of(box)), width_(width) {
    const shapes::Position centre = centre_of(box);
    const shapes::Box shown = box.empty() ? shapes::Box{0, 0, 0, 0} : box;
    const PlanePoint low = projection_.at({shown.west, shown.south});
    const PlanePoint high = projection_.at({shown.east, shown.north});
    const double wide = std::max(least_km, high.x_km - low.x_km) * (1 + 2 * kMargin);
    const double tall = std::max(least_km, high.y_km - low.y_km) * (1 + 2 * kMargin);
    middle_ = {projection_.at(centre).x_km, (low.y_km + high.y_km) / 2};
    height_ = std::clamp(width * tall / wide, kLeastHeight * width, kMostHeight * width);
    units_per_km_ = std::min(width / wide, height_ / tall);
    show();
}

Spot View::at(shapes::Position p) const {
    const PlanePoint plane = projection_.at(p);
    return {width_ / 2 + (plane.x_km - middle_.x_km) * units_per_km_,
            height_ / 2 - (plane.y_km - middle_.y_km) * units_per_km_};
}

// Meridians and parallels are straight, so each bound is found by halving along one of them.
void View::show() {
    const auto find = [&](double low, double high, const auto& beyond) {
        for (int i = 0; i < 60; ++i) {
            const double middle = (low + high) / 2;
            (beyond(middle) ? high : low) = middle;
        }
        return (low + high) / 2;
    };
    const double all = shapes::kMaxLongitude;
    shown_.west = find(-all, all, [&](double lon) { return at({lon, 0}).x > 0; });
    shown_.east = find(-all, all, [&](double lon) { return at({lon, 0}).x > width_; });
    shown_.south = find(-90, 90, [&](double lat) { return at({0, lat}).y < height_; });
    shown_.north = find(-90, 90, [&](double lat) { return at({0, lat}).y < 0; });
}

} // namespace page
