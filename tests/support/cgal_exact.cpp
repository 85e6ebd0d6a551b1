// SPDX-License-Identifier: MIT
#include "tests/support/cgal_exact.hpp"

#include <CGAL/Exact_predicates_exact_constructions_kernel.h>
#include <CGAL/Polygon_set_2.h>
#include <CGAL/Polygon_with_holes_2.h>

#include <iterator>
#include <vector>

namespace support {
namespace {

using shapes::Region;
using Kernel = CGAL::Exact_predicates_exact_constructions_kernel;
using Polygon = CGAL::Polygon_2<Kernel>;
using Holed = CGAL::Polygon_with_holes_2<Kernel>;
using Set = CGAL::Polygon_set_2<Kernel>;

Polygon to_polygon(shapes::Ring ring) {
    Polygon polygon;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        polygon.push_back({ring[i].lon, ring[i].lat});
    }
    return polygon;
}

Set to_set(const Region& region) {
    std::vector<Holed> parts;
    for (std::size_t p = 0; p < region.polygon_count(); ++p) {
        const auto [first, last] = region.polygon(p);
        Holed& part = parts.emplace_back(to_polygon(region.ring(first)));
        for (std::size_t r = first + 1; r < last; ++r) {
            part.add_hole(to_polygon(region.ring(r)));
        }
    }
    Set set;
    set.join(parts.begin(), parts.end());
    return set;
}

std::vector<Holed> parts_of(const Set& set) {
    std::vector<Holed> parts;
    set.polygons_with_holes(std::back_inserter(parts));
    return parts;
}

/// The interval alone would do for drawing; the exact value is asked for so that the conversion is
/// good to the last bits.
double to_double(const Kernel::FT& x) {
    return CGAL::to_double(CGAL::exact(x));
}

void append(Region& region, const Polygon& polygon) {
    region.add_ring();
    for (auto p = polygon.vertices_begin(); p != polygon.vertices_end(); ++p) {
        region.add({to_double(p->x()), to_double(p->y())});
    }
    region.close_ring();
}

Region to_region(const Set& set) {
    Region region;
    for (const Holed& part : parts_of(set)) {
        region.add_polygon();
        append(region, part.outer_boundary());
        for (auto hole = part.holes_begin(); hole != part.holes_end(); ++hole) {
            append(region, *hole);
        }
    }
    return region;
}

} // namespace

struct ExactSets::Sets {
    Set before;
    Set after;
    Set result;
};

ExactSets::ExactSets(const Region& before, const Region& after)
    : sets_(std::make_unique<Sets>(Sets{to_set(before), to_set(after), {}})) {}

ExactSets::~ExactSets() = default;

void ExactSets::difference() {
    sets_->result.difference(sets_->before, sets_->after);
}

double ExactSets::result_planar_area() const {
    Kernel::FT sum = 0;
    for (const Holed& part : parts_of(sets_->result)) {
        sum += part.outer_boundary().area();
        for (auto hole = part.holes_begin(); hole != part.holes_end(); ++hole) {
            sum += hole->area();
        }
    }
    return CGAL::to_double(sum);
}

Region ExactSets::lost() const {
    Set set;
    set.difference(sets_->before, sets_->after);
    return to_region(set);
}

Region ExactSets::gained() const {
    Set set;
    set.difference(sets_->after, sets_->before);
    return to_region(set);
}

Region ExactSets::common() const {
    Set set;
    set.intersection(sets_->before, sets_->after);
    return to_region(set);
}

} // namespace support
