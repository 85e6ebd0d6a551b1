// SPDX-License-Identifier: MIT
#include "shapes/exact/cover.hpp"

namespace shapes::exact {

Cover::Cover(const Region& region, FillRule fill)
    : fill_(fill), polygon_of_(region.ring_count()), is_shell_(region.ring_count()),
      winding_(region.ring_count()), polygons_(region.polygon_count()) {
    for (std::size_t p = 0; p < region.polygon_count(); ++p) {
        const auto [first, last] = region.polygon(p);
        for (std::size_t r = first; r < last; ++r) {
            polygon_of_[r] = static_cast<std::uint32_t>(p);
            is_shell_[r] = r == first;
        }
    }
}

bool Cover::inside(const Polygon& polygon) const {
    return fill_ == FillRule::evenodd ? polygon.winding % 2 != 0
                                      : polygon.winding != 0 && polygon.holes_around == 0;
}

void Cover::cross(std::uint32_t ring, int step) {
    Polygon& polygon = polygons_[polygon_of_[ring]];
    const bool was_inside = inside(polygon);
    const bool was_around = winding_[ring] != 0;
    winding_[ring] += step;
    if (is_shell_[ring] || fill_ == FillRule::evenodd) {
        polygon.winding += step;
    } else {
        polygon.holes_around +=
            static_cast<int>(winding_[ring] != 0) - static_cast<int>(was_around);
    }
    polygons_inside_ += static_cast<int>(inside(polygon)) - static_cast<int>(was_inside);
}

} // namespace shapes::exact
